// Claims as they stand: the rounds of claim, answer, remark and final reply.
//
// Promises: a pure function of the view and its lists; every step is judged by may(), which says why
// it is refused; a step of the record that may() refuses changes nothing and is a problem. A claim
// whose answers leave the person's whereabouts unknown never closes. Does not: know sheets or words
// of any language.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

#include "exchange/claim.hpp"
#include "exchange/lists.hpp"

namespace parley::exchange {

enum class ClaimState : std::uint8_t {
  kSubmitted,   // not yet put to whom it concerns
  kPut,         // an answer is awaited
  kAnswered,    // the claimant's remark is awaited
  kContested,   // the holder's final reply is awaited
  kReplied,     // the claimant's last remark is awaited
  kAgreed,
  kDisputed,    // before the committee
  kWhereaboutsUnknown,  // stays open for ever
  kWithdrawn,   // the claimant's list has it no more
};
inline constexpr std::array kClaimStates = {
    ClaimState::kSubmitted, ClaimState::kPut,     ClaimState::kAnswered,
    ClaimState::kContested, ClaimState::kReplied, ClaimState::kAgreed,
    ClaimState::kDisputed,  ClaimState::kWhereaboutsUnknown, ClaimState::kWithdrawn};
std::string_view name(ClaimState state);  // "whereabouts-unknown"
// Who has to act next: the desk, the holder, the claimant, the committee, or nobody.
std::string_view awaits(ClaimState state);

using Step = std::variant<Round, Answer, Remark, Settlement, FamilyTold>;

struct Claim {
  record::EntryId id;   // the row's
  std::size_t row = 0;  // in Lists::rows
  record::EntryId claimant;
  std::optional<record::EntryId> holder;  // who is asked now
  std::optional<record::EntryId> alleged;  // whom the claimant's row, or its list, says
  ClaimState state = ClaimState::kSubmitted;
  std::optional<AnswerStatus> status;     // of the latest answer, or settlement
  std::optional<Date> deadline;           // of the step awaited
  std::optional<std::size_t> answer;      // of the latest, in Claims::answers
  std::optional<std::size_t> remark;      // of the latest, in Claims::remarks
  std::optional<std::size_t> settlement;  // where it still stands, in Claims::settlements
  std::vector<std::size_t> told;          // answers that rounds have carried to the claimant
  // Who is asked, if a sheet that went to it named this claimant and no other.
  std::optional<record::EntryId> claimant_named_to;
  bool family_told = false;
  // What befell the person, latest word first where several speak of one thing.
  bool does_not_travel = false;
  bool at_liberty = false;
  bool dead = false;
  bool re_arrested = false;
  std::uint32_t steps = 0;
  std::uint64_t step_at = 0;  // index in the record of the latest of them
  bool sent = false;          // the sheet for the step that is awaited has gone out
  std::uint32_t reminders = 0;

  // A death is not told before the family knows.
  bool embargoed() const { return status == AnswerStatus::kDied && !family_told; }
};

// A settlement as the record has it.
struct EnteredSettlement {
  Settlement value;
  std::optional<std::int64_t> time;  // of its entry
};

// A round as the record has it.
struct SentRound {
  record::EntryId id;
  std::uint64_t index = 0;  // in the record
  Round round;
};

struct Claims {
  std::vector<Claim> claims;  // by row
  std::vector<Answer> answers;
  std::vector<Remark> remarks;
  std::vector<EnteredSettlement> settlements;
  std::vector<Event> events;
  std::vector<Remains> remains;
  std::vector<SentRound> rounds;  // in the order of the record
  std::vector<std::string> problems;
  std::unordered_map<record::EntryId, std::size_t, IdHash> by_id;  // never iterated

  const Claim* claim(const record::EntryId& id) const;
};

// Who holds the person that a row of a sought list names: a party, by that party's name in any
// language or its handle; where the row names nobody, the version's default; nobody where it names
// somebody the dossier does not know.
using HolderOf = std::function<std::optional<record::EntryId>(const Row&)>;

Claims fold_claims(const record::View& view, const Lists& lists, const HolderOf& holder_of);

// Error (kRefused): this step cannot follow, and why, in words for the desk.
Result<void> may(const Claim& claim, const Round& round);
Result<void> may(const Claim& claim, const Answer& answer);
Result<void> may(const Claim& claim, const Remark& remark);
Result<void> may(const Claim& claim, const Settlement& settlement);
Result<void> may(const Claim& claim, const FamilyTold& told);

// The claim after that step. Precondition: may().
void take(Claim& claim, const Round& round);
void take(Claim& claim, const Answer& answer);
void take(Claim& claim, const Remark& remark);
void take(Claim& claim, const Settlement& settlement);
void take(Claim& claim, const FamilyTold& told);
void take(Claim& claim, const Event& event);

}  // namespace parley::exchange
