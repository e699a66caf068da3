#include "dossier/body.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "dossier/correction.hpp"
#include "dossier/testing.hpp"

namespace parley::dossier {
namespace {

namespace gen = rc::gen;

rc::Gen<std::string> some_text() {
  return gen::map(gen::container<std::vector<std::string>>(gen::elementOf(std::vector<std::string>{
                      "a", "Z", " ", "\n", "é", "حلب", "Ж", "\"", ";", "0"})),
                  [](const std::vector<std::string>& pieces) {
                    std::string out;
                    for (const std::string& piece : pieces) out += piece;
                    return out;
                  });
}

rc::Gen<std::string> some_word() {
  return gen::map(gen::nonEmpty(gen::container<std::string>(gen::elementOf(std::string("abc09")))),
                  [](std::string word) { return word.substr(0, 60); });
}

template <class T>
rc::Gen<std::optional<T>> perhaps(rc::Gen<T> value) {
  return gen::map(gen::maybe(value), [](const rc::Maybe<T>& maybe) {
    return maybe ? std::optional<T>(*maybe) : std::nullopt;
  });
}

rc::Gen<record::EntryId> some_id() {
  return gen::map(gen::inRange(0, 5), [](int i) { return testing::id_of(std::to_string(i)); });
}

rc::Gen<std::vector<record::EntryId>> some_ids() {
  return gen::map(gen::inRange(0, 16), [](int subset) {
    std::vector<record::EntryId> ids;
    for (int i = 0; i < 4; ++i) {
      if (subset >> i & 1) ids.push_back(testing::id_of(std::to_string(i)));
    }
    return ids;
  });
}

rc::Gen<Date> some_date() {
  return gen::map(gen::tuple(gen::inRange<std::int64_t>(-700'000, 2'900'000),
                             gen::elementOf(std::vector<Precision>{
                                 Precision::kDay, Precision::kMonth, Precision::kYear})),
                  [](const auto& pair) {
                    return civil_from_days(std::get<0>(pair)).coarsened(std::get<1>(pair));
                  });
}

Names some_names() {
  Names names = {{"fr", "Alep"}};
  for (const char* tag : {"en", "ar", "uk-Latn", "ru"}) {
    if (*gen::arbitrary<bool>()) names.emplace(tag, *some_word());
  }
  return names;
}

template <class Enum>
Enum some(std::initializer_list<Enum> values) {
  return *gen::elementOf(std::vector<Enum>(values));
}

Party some_party() {
  return {*some_word(),
          some({PartyKind::kCoalition, PartyKind::kFaction, PartyKind::kOrganisation,
                PartyKind::kFamily, PartyKind::kAssociation}),
          some_names(), *perhaps(some_id())};
}

Place some_place() {
  Place place{*some_word(), some({PlaceKind::kCity, PlaceKind::kOther}),
              some_names(), *perhaps(some_id()),
              {},           *perhaps(gen::inRange<std::int64_t>(1, 1'000'000))};
  if (*gen::arbitrary<bool>()) {
    place.position =
        Position{*gen::inRange(-9'000'000, 9'000'001), *gen::inRange(-18'000'000, 18'000'001)};
  }
  return place;
}

Source some_source() {
  return {*some_word(),          some({SourceKind::kNewsReport, SourceKind::kOther}),
          *some_word(),          *some_text(),
          *perhaps(some_date()), *some_text(),
          *some_text()};
}

Measure some_measure() {
  return {*some_word() + "/x", some({MeasureKind::kExchange, MeasureKind::kOther}), some_names(),
          *perhaps(some_id()), *perhaps(some_id())};
}

Statement some_statement() {
  Statement statement;
  if (*gen::arbitrary<bool>()) statement.key = *some_word();
  for (int i = *gen::inRange(0, 3); i > 0; --i) {
    statement.speakers.push_back({*some_word(), *perhaps(some_id())});
  }
  statement.text = *some_word();
  statement.quotation = *some_text();
  statement.language = *some_text();
  statement.measures = *some_ids();
  statement.said = *perhaps(some_date());
  statement.said_inferred = *gen::arbitrary<bool>();
  statement.reported = *perhaps(some_date());
  statement.source = *perhaps(some_id());
  statement.place = *perhaps(some_id());
  statement.point = *some_text();
  statement.stance = *some_text();
  statement.awaits = *some_text();
  statement.awaits_from = *perhaps(some_id());
  statement.meets = *some_ids();
  statement.about = *perhaps(some_date());
  statement.about_inferred = *gen::arbitrary<bool>();
  return statement;
}

Grade some_grade() {
  return {*perhaps(some_id()), *perhaps(some_id()), *perhaps(gen::elementOf(std::string("ABCDEF"))),
          *perhaps(gen::inRange<std::int64_t>(1, 7)), *some_text()};
}

// The payload as it comes back from the record.
record::Payload through_bytes(const record::Payload& payload) {
  return *record::decode_payload(record::encode(payload));
}

// Puts a body field aside as a part withheld from the reader.
record::Payload without(record::Payload payload, std::int64_t field) {
  if (payload.body.erase(field) != 0) payload.parts.emplace(field, record::PartDigest{});
  return payload;
}

TEST_CASE("property: each kind decodes to what was encoded") {
  CHECK(rc::check([] {
    const Party party = some_party();
    RC_ASSERT(*party_from(through_bytes(to_payload(party))) == party);
    const Place place = some_place();
    RC_ASSERT(*place_from(through_bytes(to_payload(place))) == place);
    const Source source = some_source();
    RC_ASSERT(*source_from(through_bytes(to_payload(source))) == source);
    const Measure measure = some_measure();
    RC_ASSERT(*measure_from(through_bytes(to_payload(measure))) == measure);
    const Statement statement = some_statement();
    RC_ASSERT(*statement_from(through_bytes(to_payload(statement))) == statement);
    const Grade grade = some_grade();
    RC_ASSERT(*grade_from(through_bytes(to_payload(grade))) == grade);
    const Correction correction{testing::id_of("of"), *some_word(), false, to_payload(statement)};
    RC_ASSERT(*correction_from(through_bytes(to_payload(correction))) == correction);
    const Correction withdrawal{testing::id_of("of"), *some_word(), true, {}};
    RC_ASSERT(*correction_from(through_bytes(to_payload(withdrawal))) == withdrawal);
  }));
}

TEST_CASE("property: whatever decodes encodes to itself") {
  CHECK(rc::check([] {
    record::Payload payload = to_payload(some_statement());
    // Damage one field.
    const auto field = *gen::inRange<std::int64_t>(1, 20);
    const std::vector<cbor::Value> values = {{},
                                             true,
                                             false,
                                             7,
                                             "text",
                                             "",
                                             "2014-01",
                                             Bytes(32),
                                             Bytes(31),
                                             cbor::Array{},
                                             cbor::Array{Bytes(32)},
                                             cbor::Array{cbor::Array{"a", "b"}},
                                             cbor::Map{}};
    payload.body[field] = values[*gen::inRange<std::size_t>(0, values.size())];
    const auto statement = statement_from(payload);
    if (statement) RC_ASSERT(to_payload(*statement).body == payload.body);
  }));
}

TEST_CASE("property: a withheld field leaves the rest readable and names nothing") {
  CHECK(rc::check([] {
    const Statement statement = some_statement();
    const auto field = *gen::inRange<std::int64_t>(1, 19);
    const record::Payload payload = without(to_payload(statement, {field}), field);
    const auto read = statement_from(through_bytes(payload));
    RC_ASSERT(read.has_value());
    RC_ASSERT(to_payload(*read, {field}).refs == payload.refs);
    RC_ASSERT(to_payload(*read).body == payload.body);
  }));
}

TEST_CASE("refs are what the body names, by field, each once") {
  Statement statement;
  statement.text = "x";
  statement.speakers = {{"A", testing::id_of("party")}, {"B", testing::id_of("party")}};
  statement.source = testing::id_of("source");
  statement.measures = {testing::id_of("measure")};
  CHECK(to_payload(statement).refs ==
        std::vector{testing::id_of("party"), testing::id_of("measure"), testing::id_of("source")});
  CHECK(to_payload(statement, {statement_field::kSource}).refs ==
        std::vector{testing::id_of("party"), testing::id_of("measure")});
}

TEST_CASE("errors name the kind and the field, never the content") {
  record::Payload payload = to_payload(Party{"a", PartyKind::kParty, {{"en", "A"}}, {}});
  payload.body[party_field::kKind] = "secret";
  CHECK(party_from(payload).error().text() == "party, field 2 (kind): is not one of its values");
  payload.body.erase(party_field::kKind);
  CHECK(party_from(payload).error().text() == "party, field 2 (kind): is missing");
  payload.version = 2;
  CHECK(party_from(payload).error().fault == Fault::kUnsupported);
  CHECK(place_from(payload).error().text() == "not a place");
}

TEST_CASE("flaws") {
  Statement statement;
  CHECK(flaws(statement) ==
        Flaws{{"said", "needs a date, here or in reported"}, {"text", "is missing"}});
  statement.text = "x";
  statement.said = Date{2014, 1, 13};
  CHECK(flaws(statement).empty());
  statement.reported = Date{2014, 1, 0};
  CHECK(flaws(statement).empty());
  statement.reported = Date{2014, 1, 12};
  CHECK(flaws(statement).at(0).field == "reported");
  statement.reported.reset();
  for (std::size_t i = 0; i < kLongestQuotation; ++i) statement.quotation += "word\xC2\xA0";
  CHECK(flaws(statement).empty());
  statement.quotation += "more";
  CHECK(flaws(statement).at(0).field == "quotation");
  statement.quotation.clear();
  statement.point = "p";
  CHECK(flaws(statement).at(0).field == "stance");
  statement.stance = "s";
  statement.awaits = "w";
  CHECK(flaws(statement).at(0).field == "measures");
  statement.awaits.clear();
  statement.speakers = {{"", {}}};
  CHECK(flaws(statement).at(0).field == "speakers");

  Grade grade;
  CHECK(flaws(grade).size() == 2);
  grade = {testing::id_of("x"), {}, 'B', 2, ""};
  CHECK(flaws(grade).empty());
  CHECK(code(grade) == "B2");
  grade.source = testing::id_of("y");
  CHECK(flaws(grade).size() == 1);
}

}  // namespace
}  // namespace parley::dossier
