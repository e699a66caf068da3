#include "linkage/marginal.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>
#include <set>
#include <utility>

namespace parley::linkage {
namespace {

// The sum over all sets of pairs: the naive twin.
std::vector<double> by_all_sets(std::span<const Possible> pairs, double again) {
  std::vector<double> with(pairs.size());
  double all = 0;
  for (std::size_t set = 0; set < std::size_t{1} << pairs.size(); ++set) {
    double weight = 1;
    std::set<std::uint32_t> seen_a, seen_b;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      if ((set >> i & 1) == 0) continue;
      weight *= pairs[i].odds;
      if (!seen_a.insert(pairs[i].a).second) weight *= again;
      if (!seen_b.insert(pairs[i].b).second) weight *= again;
    }
    all += weight;
    for (std::size_t i = 0; i < pairs.size(); ++i) with[i] += (set >> i & 1) != 0 ? weight : 0;
  }
  for (double& one : with) one /= all;
  return with;
}

bool near(double x, double y) { return std::abs(x - y) < 1e-9; }

}  // namespace

TEST_CASE("where the pairs make no ring, as by summing over all sets of pairs") {
  CHECK(rc::check("random trees", [] {
    // Each new person, of either side, has a pair with one who is there.
    std::vector<Possible> pairs;
    std::uint32_t a = 1, b = 0;
    const int size = *rc::gen::inRange(1, 9);
    for (int i = 0; i < size; ++i) {
      const double odds = std::ldexp(1.0, *rc::gen::inRange(-12, 30));
      if (b == 0 || *rc::gen::arbitrary<bool>()) {
        pairs.push_back({*rc::gen::inRange(0u, a), b++, odds});
      } else {
        pairs.push_back({a++, *rc::gen::inRange(0u, b), odds});
      }
    }
    const double again = *rc::gen::element(0.0, 0.001, 0.3, 1.0);
    const Marginals found = marginals(a, b, pairs, again);
    const std::vector<double> want = by_all_sets(pairs, again);
    for (std::size_t i = 0; i < pairs.size(); ++i) RC_ASSERT(near(found.probability[i], want[i]));
  }));
}

TEST_CASE("a ring is near, and nobody has more than one partner's worth") {
  CHECK(rc::check("random pairs", [] {
    std::vector<Possible> pairs;
    for (std::uint32_t a = 0; a < 3; ++a) {
      for (std::uint32_t b = 0; b < 3; ++b) {
        pairs.push_back({a, b, std::ldexp(1.0, *rc::gen::inRange(-12, 20))});
      }
    }
    const Marginals found = marginals(3, 3, pairs, 0);
    const std::vector<double> want = by_all_sets(pairs, 0);
    std::vector<double> of_a(3), of_b(3);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      RC_ASSERT(std::abs(found.probability[i] - want[i]) < 0.35);
      of_a[pairs[i].a] += found.probability[i];
      of_b[pairs[i].b] += found.probability[i];
    }
    for (std::size_t i = 0; i < 3; ++i) {
      RC_ASSERT(of_a[i] < 1.05);
      RC_ASSERT(of_b[i] < 1.05);
    }
  }));
}

TEST_CASE("odds beyond any measure are no fault") {
  const std::vector<Possible> pairs = {{0, 0, 0x1p200}, {0, 1, 0x1p180}, {1, 1, 0x1p-200}};
  for (const double again : {0.0, 0.001}) {
    const Marginals found = marginals(2, 2, pairs, again);
    for (const double p : found.probability) {
      CHECK(p >= 0);
      CHECK(p <= 1);
    }
    CHECK(found.probability[0] > 0.99);
  }
  CHECK(marginals(0, 0, {}, 0.0).probability.empty());
}

}  // namespace parley::linkage
