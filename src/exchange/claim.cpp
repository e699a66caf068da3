#include "exchange/claim.hpp"

#include <utility>

namespace parley::exchange {
namespace {

using record::BodyKind;
using record::BodyReader;
using record::BodyWriter;
using record::Payload;

template <class Enum, std::size_t N>
using Words = std::array<std::pair<Enum, std::string_view>, N>;

constexpr Words<AnswerStatus, 12> kStatusWords = {{
    {AnswerStatus::kHeld, "held"},
    {AnswerStatus::kHeldWithheld, "held-withheld"},
    {AnswerStatus::kHeldByAnother, "held-by-another"},
    {AnswerStatus::kNotHeld, "not-held"},
    {AnswerStatus::kUnknown, "unknown"},
    {AnswerStatus::kDied, "died"},
    {AnswerStatus::kReleased, "released"},
    {AnswerStatus::kReleasedUnilaterally, "released-unilaterally"},
    {AnswerStatus::kEscaped, "escaped"},
    {AnswerStatus::kTransferred, "transferred"},
    {AnswerStatus::kDuplicate, "duplicate"},
    {AnswerStatus::kInsufficient, "insufficiently-identified"},
}};
constexpr Words<Stance, 2> kStanceWords = {{
    {Stance::kAccepted, "accepted"},
    {Stance::kContested, "contested"},
}};
constexpr Words<EventKind, 9> kEventWords = {{
    {EventKind::kReleased, "released"},
    {EventKind::kReleasedUnilaterally, "released-unilaterally"},
    {EventKind::kReArrested, "re-arrested"},
    {EventKind::kDied, "died"},
    {EventKind::kTransferred, "transferred"},
    {EventKind::kEscaped, "escaped"},
    {EventKind::kTravels, "travels"},
    {EventKind::kDoesNotTravel, "does-not-travel"},
    {EventKind::kOtherDestination, "other-destination"},
}};
constexpr Words<RoundKind, 4> kRoundWords = {{
    {RoundKind::kAnswers, "answers"},
    {RoundKind::kRemarks, "remarks"},
    {RoundKind::kFinalReplies, "final-replies"},
    {RoundKind::kLastRemarks, "last-remarks"},
}};

template <class Enum, std::size_t N>
std::string_view word_of(const Words<Enum, N>& words, Enum value) {
  for (const auto& [one, word] : words) {
    if (one == value) return word;
  }
  return "unknown";
}

template <class Enum, std::size_t N>
std::optional<Enum> value_of(const Words<Enum, N>& words, std::string_view text) {
  for (const auto& [one, word] : words) {
    if (word == text) return one;
  }
  return {};
}

constexpr BodyKind kRoundBody{kRoundKind};
constexpr BodyKind kAnswerBody{kAnswerKind};
constexpr BodyKind kRemarkBody{kRemarkKind};
constexpr BodyKind kSettlementBody{kSettlementKind};
constexpr BodyKind kEventBody{kEventKind};
constexpr BodyKind kFamilyToldBody{kFamilyToldKind};
constexpr BodyKind kRemainsBody{kRemainsKind};

constexpr std::size_t kDigestSize = 32;

}  // namespace

std::string_view name(AnswerStatus status) { return word_of(kStatusWords, status); }
std::string_view name(Stance stance) { return word_of(kStanceWords, stance); }
std::string_view name(EventKind kind) { return word_of(kEventWords, kind); }
std::string_view name(RoundKind kind) { return word_of(kRoundWords, kind); }

std::optional<AnswerStatus> answer_status_named(std::string_view text) {
  return value_of(kStatusWords, text);
}
std::optional<Stance> stance_named(std::string_view text) { return value_of(kStanceWords, text); }
std::optional<EventKind> event_kind_named(std::string_view text) {
  return value_of(kEventWords, text);
}
std::optional<RoundKind> round_kind_named(std::string_view text) {
  return value_of(kRoundWords, text);
}

bool leaves_whereabouts_unknown(AnswerStatus status) {
  switch (status) {
    case AnswerStatus::kNotHeld:
    case AnswerStatus::kUnknown:
    case AnswerStatus::kEscaped:
    case AnswerStatus::kHeldByAnother:
    case AnswerStatus::kTransferred:
    case AnswerStatus::kInsufficient: return true;
    default: return false;
  }
}

Payload to_payload(const Round& round) {
  BodyWriter body(kRoundBody);
  body.text(1, name(round.kind));
  body.id(2, round.to);
  body.date(3, round.deadline);
  body.ids(4, round.claims);
  body.texts(5, round.fields);
  body.text(6, round.language);
  cbor::Array digest{cbor::Value(round.file)};
  body.array(7, std::move(digest));
  body.flag(8, round.reminder);
  return body.finish();
}

Result<Round> round_from(const Payload& payload) {
  BodyReader body(kRoundBody, payload);
  Round round;
  round.kind = body.token(1, round_kind_named);
  round.to = body.id(2, true).value_or(record::EntryId{});
  round.deadline = body.date(3);
  round.claims = body.ids(4);
  round.fields = body.texts(5);
  round.language = body.text(6, true);
  const cbor::Array digest = body.array(7);
  if (digest.size() != 1 || digest[0].bytes() == nullptr ||
      digest[0].bytes()->size() != kDigestSize) {
    body.fault(7, "is not one digest");
  } else {
    round.file = *digest[0].bytes();
  }
  round.reminder = body.flag(8);
  PARLEY_TRY(body.finish());
  return round;
}

Payload to_payload(const Answer& answer) {
  BodyWriter body(kAnswerBody);
  body.id(1, answer.claim);
  body.id(2, answer.by);
  body.text(3, name(answer.status));
  body.date(4, answer.date);
  body.id(5, answer.other);
  body.text(6, answer.other_name);
  body.text(7, answer.cause);
  body.text(8, answer.burial_place);
  body.text(9, answer.note);
  body.text(10, answer.reference);
  body.flag(11, answer.final_reply);
  return body.finish();
}

Result<Answer> answer_from(const Payload& payload) {
  BodyReader body(kAnswerBody, payload);
  Answer answer;
  answer.claim = body.id(1, true).value_or(record::EntryId{});
  answer.by = body.id(2, true).value_or(record::EntryId{});
  answer.status = body.token(3, answer_status_named);
  answer.date = body.date(4);
  answer.other = body.id(5);
  answer.other_name = body.text(6);
  answer.cause = body.text(7);
  answer.burial_place = body.text(8);
  answer.note = body.text(9);
  answer.reference = body.text(10);
  answer.final_reply = body.flag(11);
  PARLEY_TRY(body.finish());
  return answer;
}

Payload to_payload(const Remark& remark) {
  BodyWriter body(kRemarkBody);
  body.id(1, remark.claim);
  body.id(2, remark.by);
  body.text(3, name(remark.stance));
  body.text(4, remark.note);
  body.flag(5, remark.last);
  return body.finish();
}

Result<Remark> remark_from(const Payload& payload) {
  BodyReader body(kRemarkBody, payload);
  Remark remark;
  remark.claim = body.id(1, true).value_or(record::EntryId{});
  remark.by = body.id(2, true).value_or(record::EntryId{});
  remark.stance = body.token(3, stance_named);
  remark.note = body.text(4);
  remark.last = body.flag(5);
  PARLEY_TRY(body.finish());
  return remark;
}

Payload to_payload(const Settlement& settlement) {
  BodyWriter body(kSettlementBody);
  body.id(1, settlement.claim);
  body.text(2, name(settlement.status));
  body.text(3, settlement.note);
  return body.finish();
}

Result<Settlement> settlement_from(const Payload& payload) {
  BodyReader body(kSettlementBody, payload);
  Settlement settlement;
  settlement.claim = body.id(1, true).value_or(record::EntryId{});
  settlement.status = body.token(2, answer_status_named);
  settlement.note = body.text(3, true);
  PARLEY_TRY(body.finish());
  return settlement;
}

Payload to_payload(const Event& event) {
  BodyWriter body(kEventBody);
  body.id(1, event.person);
  body.text(2, name(event.kind));
  body.id(3, event.by);
  body.date(4, event.date);
  body.id(5, event.other);
  body.text(6, event.source);
  body.text(7, event.note);
  return body.finish();
}

Result<Event> event_from(const Payload& payload) {
  BodyReader body(kEventBody, payload);
  Event event;
  event.person = body.id(1, true).value_or(record::EntryId{});
  event.kind = body.token(2, event_kind_named);
  event.by = body.id(3, true).value_or(record::EntryId{});
  event.date = body.date(4);
  event.other = body.id(5);
  event.source = body.text(6);
  event.note = body.text(7);
  PARLEY_TRY(body.finish());
  return event;
}

Payload to_payload(const FamilyTold& told) {
  BodyWriter body(kFamilyToldBody);
  body.id(1, told.claim);
  body.date(2, told.date);
  body.text(3, told.note);
  return body.finish();
}

Result<FamilyTold> family_told_from(const Payload& payload) {
  BodyReader body(kFamilyToldBody, payload);
  FamilyTold told;
  told.claim = body.id(1, true).value_or(record::EntryId{});
  told.date = body.date(2);
  told.note = body.text(3);
  PARLEY_TRY(body.finish());
  return told;
}

Payload to_payload(const Remains& remains) {
  BodyWriter body(kRemainsBody);
  body.text(1, remains.key);
  body.id(2, remains.by);
  body.text(3, remains.place);
  body.date(4, remains.found);
  body.ids(5, remains.claims);
  body.text(6, remains.note);
  return body.finish();
}

Result<Remains> remains_from(const Payload& payload) {
  BodyReader body(kRemainsBody, payload);
  Remains remains;
  remains.key = body.text(1, true);
  remains.by = body.id(2, true).value_or(record::EntryId{});
  remains.place = body.text(3);
  remains.found = body.date(4);
  remains.claims = body.ids(5);
  remains.note = body.text(6);
  PARLEY_TRY(body.finish());
  return remains;
}

}  // namespace parley::exchange
