#include "linkage/explain.hpp"

#include <doctest/doctest.h>

#include "linkage/invented_people.hpp"

namespace parley::linkage {
namespace {

Record row(std::uint32_t index, std::string_view name, const char* born, const char* number) {
  Record out;
  out.index = index;
  out.values.resize(invented::schema().size());
  out.values[0] = {Name{text::parse_name(name), false}};
  out.values[3] = {span_of(*parse_date(born))};
  out.values[5] = {std::string(number)};
  return out;
}

}  // namespace

TEST_CASE("what is shown is what was written, with tokens and numbers that add up") {
  invented::Lists lists = invented::lists(4, 200, 200, 30);
  const auto at = static_cast<std::uint32_t>(lists.sought.size());
  const auto other = static_cast<std::uint32_t>(lists.held.size());
  lists.sought.push_back(row(at, "أبو علي محمود صالح الجراحي", "1980-03-05", "AB-77001"));
  lists.held.push_back(row(other, "Abu Ali Mahmoud Saleh al-Jarahi", "1980-05-03", "AB 77001"));
  const Links links = *link(*Records::of(invented::schema(), lists.sought),
                            *Records::of(invented::schema(), lists.held));
  const auto found = std::find_if(links.pairs.begin(), links.pairs.end(), [&](const Pair& pair) {
    return pair.a == at && pair.b == other;
  });
  REQUIRE(found != links.pairs.end());
  const Explanation said = explain(links, *found, lists.sought[at], lists.held[other]);
  std::int32_t sum = 0;
  for (const Line& line : said.lines) sum += line.millibits;
  CHECK(sum == said.millibits);
  const auto line_of = [&said](std::string_view feature) {
    for (const Line& line : said.lines) {
      if (line.feature == feature) return line;
    }
    return Line{};
  };
  CHECK(line_of("name.given").written_a == "محمود");
  CHECK(line_of("name.given").written_b == "Mahmoud");
  CHECK(line_of("name.kunya").written_b == "Abu Ali");
  CHECK(line_of("birth").level == "swapped");
  CHECK(line_of("birth").written_a == "1980-03-05");
  CHECK(line_of("document").level == "exact");
  CHECK(line_of("document").written_b == "AB 77001");
  CHECK(line_of("document").frequency == "rare");
  CHECK(line_of("mother.given").feature.empty());
  CHECK(said.standing == "sure");
  CHECK(english(said).find("birth: swapped (1980-03-05 / 1980-05-03), +") != std::string::npos);
}

TEST_CASE("English of a line") {
  CHECK(english(Line{"name.father", "alike", "محمود", "Mahmoud", "common", 3'249}) ==
        "name.father: alike (محمود / Mahmoud), common, +3.2 bits");
  CHECK(english(Line{"sex", "exact", "m", "m", "", 20}) == "sex: exact (m), 0.0 bits");
  CHECK(english(Line{"birth", "different", "1980", "1990", "", -4'960}) ==
        "birth: different (1980 / 1990), -5.0 bits");
  CHECK(english(Line{"kinship", "", "", "", "", -8'000}) ==
        "relatives or namesakes would agree in as much: -8.0 bits");
}

}  // namespace parley::linkage
