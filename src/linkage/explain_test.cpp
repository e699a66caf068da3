#include "linkage/explain.hpp"

#include <doctest/doctest.h>

#include <algorithm>

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

TEST_CASE("what is shown is what was written, with numbers that add up") {
  invented::Lists lists = invented::lists(4, 200, 200, 30);
  const auto at = static_cast<std::uint32_t>(lists.sought.size());
  const auto other = static_cast<std::uint32_t>(lists.held.size());
  lists.sought.push_back(row(at, "أبو علي محمود صالح الجراحي", "1980-03-05", "AB-77001"));
  lists.held.push_back(row(other, "Abu Ali Mahmoud Saleh al-Jarahi", "1980-05-03", "AB 77001"));
  lists.held.back().values[1] = {Name{text::parse_name("Salma Hassan"), false}};
  const Records a = *Records::of(invented::schema(), lists.sought);
  const Records b = *Records::of(invented::schema(), lists.held);
  const Links links = *link(a, b);
  const auto found = std::find_if(links.pairs.begin(), links.pairs.end(), [&](const Pair& pair) {
    return pair.a == at && pair.b == other;
  });
  REQUIRE(found != links.pairs.end());
  const Compares compares = *compare_again(a, &b, links.fitted, {{at, other}});
  const Explanation said =
      explain(invented::schema(), compares, compares.pairs[0], lists.sought[at], lists.held[other]);
  std::int32_t sum = 0;
  for (const Step& step : said.steps) sum += step.millibits;
  CHECK(sum == said.millibits);
  CHECK(said.millibits == found->millibits);
  CHECK(said.prior == compares.prior);
  CHECK(said.after() == said.prior + sum);
  const auto step_of = [&said](std::string_view feature) {
    for (const Step& step : said.steps) {
      if (step.of.token == feature) return step;
    }
    return Step{};
  };
  CHECK(step_of("name.given").written_a == "محمود");
  CHECK(step_of("name.given").written_b == "Mahmoud");
  CHECK(step_of("name.given").of.slot == Slot::kGiven);
  CHECK(step_of("name.kunya").written_b == "Abu Ali");
  CHECK(step_of("birth").level == Level::kSwapped);
  CHECK(step_of("birth").of.kind == Kind::kDate);
  CHECK(step_of("birth").written_a == "1980-03-05");
  CHECK(step_of("document").level == Level::kExact);
  CHECK(step_of("document").written_b == "AB 77001");
  CHECK(frequency(step_of("document").share_ppm) == "rare");
  // What only one of the two says is no step, and is not passed over.
  CHECK(step_of("mother.given").of.token.empty());
  const auto silent =
      std::find_if(said.one_sided.begin(), said.one_sided.end(),
                   [](const OneSided& one) { return one.of.token == "mother.given"; });
  REQUIRE(silent != said.one_sided.end());
  CHECK(silent->written_a.empty());
  CHECK(silent->written_b == "Salma");
}

TEST_CASE("a part that one step has shown is not called one-sided by another") {
  // The one has the grandfather's name where the other has the father's.
  invented::Lists lists = invented::lists(5, 200, 200, 30);
  const auto at = static_cast<std::uint32_t>(lists.sought.size());
  const auto other = static_cast<std::uint32_t>(lists.held.size());
  lists.sought.push_back(row(at, "Mahmoud Naser Qassem al-Jarahi", "1980-03-05", "AB-77001"));
  lists.held.push_back(row(other, "Mahmoud Qassem al-Jarahi", "1980-03-05", "AB-77001"));
  const Records a = *Records::of(invented::schema(), lists.sought);
  const Records b = *Records::of(invented::schema(), lists.held);
  const Links links = *link(a, b);
  const Compares compares = *compare_again(a, &b, links.fitted, {{at, other}});
  const Explanation said =
      explain(invented::schema(), compares, compares.pairs[0], lists.sought[at], lists.held[other]);
  for (const OneSided& one : said.one_sided) {
    CHECK(one.written_a != "Qassem");
    CHECK(one.written_b != "Qassem");
    CHECK(one.written_a.empty() != one.written_b.empty());
  }
}

TEST_CASE("a probability is that of the odds, and is never past the millionths") {
  Explanation said;
  CHECK(said.probability_ppm() == 500'000);
  said.prior = -1'000;
  CHECK(said.probability_ppm() == 333'333);
  said.millibits = 2'000'000;
  CHECK(said.probability_ppm() == 1'000'000);
  said.millibits = -2'000'000;
  CHECK(said.probability_ppm() == 0);
}

}  // namespace parley::linkage
