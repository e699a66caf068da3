#include "linkage/teach.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>
#include <vector>

namespace parley::linkage {
namespace {

constexpr std::size_t kFeatures = 3;

Pair pair(std::uint32_t ppm, std::vector<Level> levels, Standing standing = Standing::kQueued) {
  Pair out;
  out.probability_ppm = ppm;
  out.standing = standing;
  for (std::uint16_t f = 0; f < levels.size(); ++f) {
    if (levels[f] == Level::kAbsent) continue;
    Contribution said;
    said.feature = f;
    said.level = levels[f];
    out.contributions.push_back(said);
  }
  return out;
}

Pair any_pair() {
  std::vector<Level> levels;
  for (std::size_t f = 0; f < kFeatures; ++f) {
    levels.push_back(*rc::gen::element(Level::kAbsent, Level::kExact, Level::kDifferent));
  }
  return pair(*rc::gen::inRange(0u, 1'000'001u), levels,
              *rc::gen::element(Standing::kSure, Standing::kQueued, Standing::kUnlikely));
}

}  // namespace

TEST_CASE("even odds teach more than a pair that is all but certain") {
  std::vector<Pair> pairs = {pair(500'000, {Level::kExact}), pair(990'000, {Level::kExact}),
                             pair(10'000, {Level::kExact})};
  rate_teaching(kFeatures, pairs);
  CHECK(pairs[0].teaches == 1'000'000);
  CHECK(pairs[1].teaches == pairs[2].teaches);
  CHECK(pairs[1].teaches < 50'000);
}

TEST_CASE("of equally open pairs, those teach more whose like is open too") {
  std::vector<Pair> pairs(5, pair(500'000, {Level::kExact, Level::kNear}));
  pairs.push_back(pair(500'000, {Level::kExact, Level::kDifferent}));
  rate_teaching(kFeatures, pairs);
  CHECK(pairs[0].teaches > pairs[5].teaches);
  CHECK(pairs[5].teaches > 0);
}

TEST_CASE("what is not queued, or says nothing, teaches nothing") {
  std::vector<Pair> pairs = {pair(500'000, {Level::kExact}, Standing::kSure),
                             pair(500'000, {Level::kExact}, Standing::kUnlikely), pair(500'000, {}),
                             pair(500'000, {Level::kExact})};
  rate_teaching(kFeatures, pairs);
  CHECK(pairs[0].teaches == 0);
  CHECK(pairs[1].teaches == 0);
  CHECK(pairs[2].teaches == 0);
  CHECK(pairs[3].teaches > 0);
}

TEST_CASE("the order of the pairs says nothing, and the number stays within a million") {
  CHECK(rc::check("any pairs, either way round", [] {
    std::vector<Pair> pairs;
    for (int i = *rc::gen::inRange(0, 12); i > 0; --i) pairs.push_back(any_pair());
    std::vector<Pair> turned(pairs.rbegin(), pairs.rend());
    rate_teaching(kFeatures, pairs);
    rate_teaching(kFeatures, turned);
    std::reverse(turned.begin(), turned.end());
    RC_ASSERT(pairs == turned);
    for (const Pair& one : pairs) RC_ASSERT(one.teaches <= 1'000'000);
  }));
}

}  // namespace parley::linkage
