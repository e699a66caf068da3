#include "exchange/claim.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "dossier/testing.hpp"

namespace parley::exchange {
namespace {

namespace gen = rc::gen;
using dossier::testing::id_of;
using record::EntryId;

bool some_flag() { return *gen::arbitrary<bool>(); }

EntryId some_id() { return id_of(std::to_string(*gen::inRange(0, 9))); }
std::optional<EntryId> maybe_id() { return some_flag() ? std::optional(some_id()) : std::nullopt; }

std::string some_text() {
  std::string out;
  for (const std::string& piece :
       *gen::container<std::vector<std::string>>(gen::elementOf(std::vector<std::string>{
           "a", " ", "\n", "=", "é", "توفي", "Жив", "7", "\xe2\x80\x8f"}))) {
    out += piece;
  }
  return out;
}

std::optional<Date> maybe_date() {
  switch (*gen::inRange(0, 4)) {
    case 0: return {};
    case 1: return Date{*gen::inRange(1900, 2030), 0, 0};
    case 2: return Date{*gen::inRange(1900, 2030), *gen::inRange(1, 13), 0};
    default: return Date{*gen::inRange(1900, 2030), *gen::inRange(1, 13), *gen::inRange(1, 29)};
  }
}

std::vector<EntryId> some_ids() {
  std::vector<EntryId> out;
  for (int i = *gen::inRange(0, 5); i > 0; --i) out.push_back(id_of("claim " + std::to_string(i)));
  return out;
}

template <class Array>
auto one_of(const Array& values) {
  return values[*gen::inRange<std::size_t>(0, values.size())];
}

constexpr std::array kStances = {Stance::kAccepted, Stance::kContested};

Round some_round() {
  Round round;
  round.kind = one_of(kRoundKinds);
  round.to = some_id();
  round.deadline = maybe_date();
  round.claims = some_ids();
  for (int i = *gen::inRange(0, 3); i > 0; --i) round.fields.emplace_back("name");
  round.language = *gen::elementOf(std::vector<std::string>{"ar", "en", "uk"});
  round.file = *gen::container<Bytes>(32, gen::arbitrary<std::uint8_t>());
  round.reminder = some_flag();
  return round;
}

Answer some_answer() {
  Answer answer;
  answer.claim = some_id();
  answer.by = some_id();
  answer.status = one_of(kAnswerStatuses);
  answer.date = maybe_date();
  answer.other = maybe_id();
  answer.other_name = some_text();
  answer.cause = some_text();
  answer.burial_place = some_text();
  answer.note = some_text();
  answer.reference = some_text();
  answer.final_reply = some_flag();
  return answer;
}

Event some_event() {
  return {some_id(),  one_of(kEventKinds), some_id(),  maybe_date(),
          maybe_id(), some_text(),         some_text()};
}

// The same entry as it comes back from the record.
record::Payload again(const record::Payload& payload) {
  return *record::decode_payload(record::encode(payload));
}

}  // namespace

TEST_CASE("claims: what is written is what is read") {
  CHECK(rc::check("round", [] {
    const Round value = some_round();
    RC_ASSERT(*round_from(again(to_payload(value))) == value);
  }));
  CHECK(rc::check("answer", [] {
    const Answer value = some_answer();
    RC_ASSERT(*answer_from(again(to_payload(value))) == value);
  }));
  CHECK(rc::check("remark", [] {
    const Remark value{some_id(), some_id(), one_of(kStances), some_text(), some_flag()};
    RC_ASSERT(*remark_from(again(to_payload(value))) == value);
  }));
  CHECK(rc::check("settlement", [] {
    const Settlement value{some_id(), one_of(kAnswerStatuses), "x" + some_text()};
    RC_ASSERT(*settlement_from(again(to_payload(value))) == value);
  }));
  CHECK(rc::check("event", [] {
    const Event value = some_event();
    RC_ASSERT(*event_from(again(to_payload(value))) == value);
  }));
  CHECK(rc::check("family-told", [] {
    const FamilyTold value{some_id(), maybe_date(), some_text()};
    RC_ASSERT(*family_told_from(again(to_payload(value))) == value);
  }));
  CHECK(rc::check("remains", [] {
    const Remains value{"case-" + std::to_string(*gen::inRange(0, 9)),
                        some_id(),
                        some_text(),
                        maybe_date(),
                        some_ids(),
                        some_text()};
    RC_ASSERT(*remains_from(again(to_payload(value))) == value);
  }));
}

TEST_CASE("claims: an entry refers to what its body names") {
  Answer answer;
  answer.claim = id_of("claim");
  answer.by = id_of("north");
  answer.other = id_of("south");
  CHECK(to_payload(answer).refs.size() == 3);
  Round round;
  round.to = id_of("north");
  round.claims = {id_of("a"), id_of("b")};
  round.language = "en";
  round.file = Bytes(32);
  CHECK(to_payload(round).refs.size() == 3);
}

TEST_CASE("claims: readers refuse what the writers do not write") {
  Answer answer;
  answer.claim = id_of("claim");
  answer.by = id_of("north");
  record::Payload payload = to_payload(answer);
  CHECK(answer_from(payload).has_value());
  CHECK(remark_from(payload).error().fault == Fault::kBadInput);

  record::Payload newer = payload;
  newer.version = 2;
  CHECK(answer_from(newer).error().fault == Fault::kUnsupported);
  record::Payload strange = payload;
  strange.body[3] = cbor::Value("lost");
  CHECK(answer_from(strange).error().fault == Fault::kBadInput);
  record::Payload more = payload;
  more.body[99] = cbor::Value("x");
  CHECK_FALSE(answer_from(more).has_value());
  record::Payload nobody = payload;
  nobody.body.erase(1);
  CHECK_FALSE(answer_from(nobody).has_value());

  Round round;
  round.to = id_of("north");
  round.language = "en";
  round.file = Bytes(31);
  CHECK_FALSE(round_from(to_payload(round)).has_value());
  round.file = Bytes(32);
  CHECK(round_from(to_payload(round)).has_value());
}

TEST_CASE("claims: every word names one value and reads back") {
  for (const AnswerStatus one : kAnswerStatuses) CHECK(answer_status_named(name(one)) == one);
  for (const Stance one : kStances) CHECK(stance_named(name(one)) == one);
  for (const EventKind one : kEventKinds) CHECK(event_kind_named(name(one)) == one);
  for (const RoundKind one : kRoundKinds) CHECK(round_kind_named(name(one)) == one);
  CHECK_FALSE(answer_status_named("").has_value());
  CHECK_FALSE(answer_status_named("Held").has_value());
}

}  // namespace parley::exchange
