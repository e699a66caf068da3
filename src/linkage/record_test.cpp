#include "linkage/record.hpp"

#include <doctest/doctest.h>

#include "linkage/invented_people.hpp"
#include "linkage/records.hpp"

namespace parley::linkage {

TEST_CASE("records are checked when they are made") {
  const Schema schema = {{"birth", Kind::kDate, false, false, 0}};
  const auto of = [&schema](std::vector<Value> values) {
    return Records::of(schema, {{7, {std::move(values)}}});
  };
  const Date day{1980, 3, 5};
  CHECK(of({}).has_value());
  CHECK(of({DateSpan{day, day, false}}).has_value());
  CHECK(of({std::string("5 March 1980")}).error().text() ==
        "record 0: field birth: a value is no date");
  CHECK_FALSE(of({DateSpan{day, Date{1979, 1, 1}, false}}).has_value());
  CHECK_FALSE(of({DateSpan{Date{1980, 0, 0}, day, false}}).has_value());
  CHECK_FALSE(of(std::vector<Value>(9, DateSpan{day, day, false})).has_value());
  CHECK_FALSE(Records::of(schema, {{7, {}}}).has_value());
  CHECK_FALSE(Records::of(Schema(6, {"n", Kind::kName, true, false, 0}), {}).has_value());
}

TEST_CASE("a message never holds what a person's row says") {
  const Schema schema = {{"birth", Kind::kDate, false, false, 0}};
  const auto bad = Records::of(schema, {{7, {{std::string("secret-text")}}}});
  CHECK(bad.error().text().find("secret-text") == std::string::npos);
}

TEST_CASE("features in order") {
  const Schema schema = invented::schema();
  const std::vector<Feature> features = features_of(schema);
  CHECK(features.size() == 2 * 6 + 6);
  CHECK(token(schema, features[1]) == "name.father");
  CHECK(token(schema, features[6]) == "mother.given");
  CHECK(token(schema, features[13]) == "birth");
}

TEST_CASE("codes are folded") {
  CHECK(folded_code(" AB-12/٣٤ ") == "ab1234");
  CHECK(folded_code("---").empty());
  CHECK(folded_code("ﺏ ۵") == folded_code("ب5"));
}

TEST_CASE("a name assembled from columns keeps parts, roles and kunya") {
  const std::vector<text::PersonalName> pieces = {
      text::parse_name_part("Ali", text::NameRole::kGiven),
      text::parse_name_part("Jarahi", text::NameRole::kFamily)};
  const text::PersonalName name = assembled(pieces);
  REQUIRE(name.parts.size() == 2);
  CHECK(name.written == "Ali Jarahi");
  CHECK(name.parts[1].role == text::NameRole::kFamily);
  CHECK(assembled({}).parts.empty());
}

}  // namespace parley::linkage
