// What is said of a claim: the kinds of entry, and their bytes (doc/format/exchange.md).
//
// A claim is a row of a "sought" list; its id is the row's. Each party's words are entries of their
// own and stay apart: the holder answers, the claimant remarks. What befell a person can be said at
// any time ("event"). Nothing here decides anyone's status.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.hpp"
#include "exchange/field.hpp"
#include "record/body.hpp"

namespace parley::exchange {

enum class AnswerStatus : std::uint8_t {
  kHeld,
  kHeldWithheld,     // held, but withheld from an exchange
  kHeldByAnother,    // and by whom, if known
  kNotHeld,
  kUnknown,
  kDied,             // embargoed until the family is told
  kReleased,
  kReleasedUnilaterally,
  kEscaped,
  kTransferred,      // and to whom: opens a claim on the new holder
  kDuplicate,        // of another claim
  kInsufficient,     // insufficiently identified
};
inline constexpr std::array kAnswerStatuses = {
    AnswerStatus::kHeld,     AnswerStatus::kHeldWithheld,         AnswerStatus::kHeldByAnother,
    AnswerStatus::kNotHeld,  AnswerStatus::kUnknown,              AnswerStatus::kDied,
    AnswerStatus::kReleased, AnswerStatus::kReleasedUnilaterally, AnswerStatus::kEscaped,
    AnswerStatus::kTransferred, AnswerStatus::kDuplicate,         AnswerStatus::kInsufficient};

std::string_view name(AnswerStatus status);  // "held-withheld"
std::optional<AnswerStatus> answer_status_named(std::string_view text);

// True where the answer says nowhere where the person is.
bool leaves_whereabouts_unknown(AnswerStatus status);

enum class Stance : std::uint8_t { kAccepted, kContested };
std::string_view name(Stance stance);
std::optional<Stance> stance_named(std::string_view text);

enum class EventKind : std::uint8_t {
  kReleased,
  kReleasedUnilaterally,
  kReArrested,
  kDied,
  kTransferred,
  kEscaped,
  kTravels,           // the outcomes of a private interview, never the reasons
  kDoesNotTravel,
  kOtherDestination,
};
inline constexpr std::array kEventKinds = {
    EventKind::kReleased,    EventKind::kReleasedUnilaterally, EventKind::kReArrested,
    EventKind::kDied,        EventKind::kTransferred,          EventKind::kEscaped,
    EventKind::kTravels,     EventKind::kDoesNotTravel,        EventKind::kOtherDestination};
std::string_view name(EventKind kind);
std::optional<EventKind> event_kind_named(std::string_view text);

enum class RoundKind : std::uint8_t {
  kAnswers,       // the names are put to the holder
  kRemarks,       // the answers are put to the claimant
  kFinalReplies,  // the contested ones to the holder again
  kLastRemarks,   // and the final replies to the claimant
};
inline constexpr std::array kRoundKinds = {RoundKind::kAnswers, RoundKind::kRemarks,
                                           RoundKind::kFinalReplies, RoundKind::kLastRemarks};
std::string_view name(RoundKind kind);
std::optional<RoundKind> round_kind_named(std::string_view text);

// Names that went out to a party, in one file, with a day by which to come back.
struct Round {
  RoundKind kind = RoundKind::kAnswers;
  record::EntryId to;                   // a party
  std::optional<Date> deadline;
  std::vector<record::EntryId> claims;  // in the order of the record
  std::vector<std::string> fields;      // tokens of those that stood in the file
  std::string language;
  Bytes file;                           // SHA-256 of the file
  bool reminder = false;

  bool operator==(const Round&) const = default;
};

struct Answer {
  record::EntryId claim;
  record::EntryId by;
  AnswerStatus status = AnswerStatus::kUnknown;
  std::optional<Date> date;               // of death, release, transfer
  std::optional<record::EntryId> other;   // the party it was transferred to, or that holds it
  std::string other_name;                 // the same as the answer words it
  std::string cause;                      // of death
  std::string burial_place;
  std::string note;
  std::string reference;                  // the holder's own
  bool final_reply = false;

  bool operator==(const Answer&) const = default;
};

struct Remark {
  record::EntryId claim;
  record::EntryId by;
  Stance stance = Stance::kAccepted;
  std::string note;
  bool last = false;  // on the final reply

  bool operator==(const Remark&) const = default;
};

// The committee's word on what the sides did not agree on; or nobody's, if they did not agree there.
struct Settlement {
  record::EntryId claim;
  AnswerStatus status = AnswerStatus::kUnknown;
  std::string note;

  bool operator==(const Settlement&) const = default;
};

struct Event {
  record::EntryId person;  // a row of any list
  EventKind kind = EventKind::kReleased;
  record::EntryId by;      // the party that says so
  std::optional<Date> date;
  std::optional<record::EntryId> other;  // to whom transferred
  std::string source;
  std::string note;

  bool operator==(const Event&) const = default;
};

// The family has been told of a death: the answer may now be passed on.
struct FamilyTold {
  record::EntryId claim;
  std::optional<Date> date;
  std::string note;

  bool operator==(const FamilyTold&) const = default;
};

// Remains are a case of their own, perhaps unnamed, and never part of parity.
struct Remains {
  std::string key;         // a handle
  record::EntryId by;      // the party that reports them
  std::string place;
  std::optional<Date> found;
  std::vector<record::EntryId> claims;  // whose they may be
  std::string note;

  bool operator==(const Remains&) const = default;
};

constexpr std::string_view kRoundKind = "round";
constexpr std::string_view kAnswerKind = "answer";
constexpr std::string_view kRemarkKind = "remark";
constexpr std::string_view kSettlementKind = "settlement";
constexpr std::string_view kEventKind = "event";
constexpr std::string_view kFamilyToldKind = "family-told";
constexpr std::string_view kRemainsKind = "remains";

record::Payload to_payload(const Round& round);
record::Payload to_payload(const Answer& answer);
record::Payload to_payload(const Remark& remark);
record::Payload to_payload(const Settlement& settlement);
record::Payload to_payload(const Event& event);
record::Payload to_payload(const FamilyTold& told);
record::Payload to_payload(const Remains& remains);

// Errors: kBadInput, not of that kind; kUnsupported, of a newer version.
Result<Round> round_from(const record::Payload& payload);
Result<Answer> answer_from(const record::Payload& payload);
Result<Remark> remark_from(const record::Payload& payload);
Result<Settlement> settlement_from(const record::Payload& payload);
Result<Event> event_from(const record::Payload& payload);
Result<FamilyTold> family_told_from(const record::Payload& payload);
Result<Remains> remains_from(const record::Payload& payload);

}  // namespace parley::exchange
