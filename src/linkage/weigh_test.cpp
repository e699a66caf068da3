#include "linkage/weigh.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <numeric>

#include "linkage/invented_people.hpp"

namespace parley::linkage {
namespace {

const Encoded& lists() {
  static const Encoded kLists = [] {
    const invented::Lists some = invented::lists(2, 40, 30);
    return encode(*Records::of(invented::schema(), some.sought),
                  *Records::of(invented::schema(), some.held));
  }();
  return kLists;
}

std::size_t feature(std::string_view wanted) {
  for (std::size_t f = 0; f < lists().features.size(); ++f) {
    if (token(lists().schema, lists().features[f]) == wanted) return f;
  }
  return kMostFeatures;
}

// Any parameters at all, as if fitted.
Fitted any_fitted() {
  Fitted out;
  for (const Feature& f : lists().features) {
    Fitted::Levels levels;
    for (const Expected& expected : expected_levels(lists().schema, f)) {
      levels.m_ppm[static_cast<std::size_t>(expected.level)] = *rc::gen::inRange(1u, 1'000'001u);
      levels.u_ppm[static_cast<std::size_t>(expected.level)] = *rc::gen::inRange(1u, 1'000'001u);
    }
    out.features.push_back(levels);
  }
  out.matched_ppm = *rc::gen::inRange(1u, 1'000'000u);
  return out;
}

// What is usual for m, and every level equally likely by chance.
Fitted usual() {
  Fitted out;
  for (const Feature& f : lists().features) {
    Fitted::Levels levels;
    for (const Expected& expected : expected_levels(lists().schema, f)) {
      levels.m_ppm[static_cast<std::size_t>(expected.level)] = expected.m_ppm;
      levels.u_ppm[static_cast<std::size_t>(expected.level)] =
          expected.level == Level::kDifferent ? 950'000 : 1'000;
    }
    out.features.push_back(levels);
  }
  out.matched_ppm = 600'000;
  return out;
}

Compared any_compared() {
  Compared out;
  for (std::size_t f = 0; f < lists().features.size(); ++f) {
    const auto expected = expected_levels(lists().schema, lists().features[f]);
    const auto at = *rc::gen::inRange<std::size_t>(0, expected.size() + 1);
    if (at == expected.size()) continue;
    out.level[f] = expected[at].level;
    out.rarity[f] = *rc::gen::inRange<std::int16_t>(-3000, 8000);
  }
  return out;
}

}  // namespace

TEST_CASE("what is usual adds up to all") {
  for (const Feature& f : lists().features) {
    std::uint32_t sum = 0;
    for (const Expected& expected : expected_levels(lists().schema, f)) sum += expected.m_ppm;
    CHECK(std::max(sum, 987'000u) - std::min(sum, 1'000'000u) <= 20'000u);
  }
}

TEST_CASE("contributions add up to the total") {
  CHECK(rc::check("sum", [] {
    const Weights weights(lists(), any_fitted());
    const Compared compared = any_compared();
    std::int32_t sum = 0;
    for (const Contribution& said : weights.contributions(compared, {})) sum += said.millibits;
    RC_ASSERT(sum == weights.total(compared));
  }));
}

TEST_CASE("whatever is fitted, worse never weighs more and differing never speaks for a pair") {
  CHECK(rc::check("order", [] {
    const Weights weights(lists(), any_fitted());
    for (std::size_t f = 0; f < lists().features.size(); ++f) {
      RC_ASSERT(weights.of(f, Level::kDifferent) <= 0);
      RC_ASSERT(weights.of(f, Level::kNear) <= weights.of(f, Level::kExact));
      RC_ASSERT(weights.of(f, Level::kWeak) <= weights.of(f, Level::kAlike));
      RC_ASSERT(weights.of(f, Level::kFiveYears) <= weights.of(f, Level::kOneYear));
      RC_ASSERT(weights.of(f, Level::kAbsent) == 0);
    }
    RC_ASSERT(weights.of(feature("name.kunya"), Level::kDifferent) >= -1'000);
  }));
}

TEST_CASE("what is missing adds nothing, what contradicts costs") {
  const Weights weights(lists(), usual());
  Compared compared;
  compared.level[feature("name.given")] = Level::kExact;
  const std::int32_t alone = weights.total(compared);
  CHECK(alone > 5'000);
  compared.level[feature("name.father")] = Level::kDifferent;
  CHECK(weights.total(compared) < alone - 3'000);
}

TEST_CASE("what relatives share is capped; a given name that agrees lifts the cap") {
  const Weights weights(lists(), usual());
  Compared compared;
  for (const std::string_view shared :
       {"name.father", "name.grandfather", "name.family", "mother.given", "origin"}) {
    compared.level[feature(shared)] = Level::kExact;
  }
  const std::int32_t brothers = weights.total(compared);
  CHECK(brothers < 10'000);  // of 40 people: log2(12 * 40)
  compared.level[feature("name.given")] = Level::kDifferent;
  CHECK(weights.total(compared) + weights.prior() < 0);
  compared.level[feature("name.given")] = Level::kExact;
  CHECK(weights.total(compared) > brothers + 5'000);
  const auto said = weights.contributions(compared, {});
  CHECK(said.back().feature == kKinship);
  CHECK(said.back().millibits < 0);
}

TEST_CASE("all names together are capped, for there are namesakes; a birth adds in full") {
  const Weights weights(lists(), usual());
  Compared compared;
  for (const std::string_view part : {"name.given", "name.father", "name.family"}) {
    compared.level[feature(part)] = Level::kExact;
    compared.rarity[feature(part)] = 5'000;
  }
  const std::int32_t names = weights.total(compared);
  compared.rarity[feature("name.family")] = 9'000;
  CHECK(weights.total(compared) == names);
  compared.level[feature("birth")] = Level::kExact;
  CHECK(weights.total(compared) == names + weights.of(feature("birth"), Level::kExact));
}

TEST_CASE("what others of a household share caps all but given name, dates and documents") {
  Fitted fitted = usual();
  Compared compared;
  for (const std::string_view shared : {"name.family", "origin", "place"}) {
    compared.level[feature(shared)] = Level::kExact;
  }
  const std::int32_t before = Weights(lists(), fitted).total(compared);
  fitted.others_ppm = 8'000'000;  // eight others a row, of 40
  const Weights weights(lists(), fitted);
  const std::int32_t capped = weights.total(compared);
  CHECK(capped < before);
  CHECK(capped <= 2'500);  // log2(43 / 8), of the longer list
  CHECK(weights.contributions(compared, {}).back().feature == kKinship);
  for (const std::string_view own : {"name.given", "birth", "document"}) {
    Compared with = compared;
    with.level[feature(own)] = Level::kExact;
    CHECK(weights.total(with) == capped + weights.of(feature(own), Level::kExact));
  }
  // Surely others: another given name, another date, no document that agrees.
  Compared others = compared;
  others.level[feature("name.given")] = Level::kDifferent;
  CHECK_FALSE(weights.surely_others(others));
  others.level[feature("birth")] = Level::kDifferent;
  CHECK(weights.surely_others(others));
  CHECK(weights.besides_identity(others) == before);
  others.level[feature("document")] = Level::kExact;
  CHECK_FALSE(weights.surely_others(others));
  others.level[feature("document")] = Level::kAbsent;
  others.level[feature("birth")] = Level::kSameYear;
  CHECK_FALSE(weights.surely_others(others));
}

TEST_CASE("fields of one group: the best in full, the others half") {
  const Weights weights(lists(), usual());
  Compared day, place, both;
  day.level[feature("captured")] = both.level[feature("captured")] = Level::kExact;
  place.level[feature("place")] = both.level[feature("place")] = Level::kExact;
  const std::int32_t x = weights.total(day), y = weights.total(place);
  CHECK(weights.total(both) == std::max(x, y) + std::min(x, y) / 2);
}

}  // namespace parley::linkage
