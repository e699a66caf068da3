// Measures against a second implementation that looks at every pair.
#include "linkage/measure.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace parley::linkage {
namespace {

struct Told {
  std::uint32_t a, b, ppm;
};

struct World {
  Pairs pairs = Pairs::kWithin;
  People2 people;
  std::vector<Told> told;                                         // each pair once
  std::vector<std::pair<std::uint32_t, std::uint32_t>> compared;  // told and others, each once

  const std::vector<std::uint32_t>& second() const {
    return pairs == Pairs::kWithin ? people.a : people.b;
  }
  bool known(std::uint32_t a, std::uint32_t b) const {
    return people.a[a] != kNobody && second()[b] != kNobody;
  }
  bool same(std::uint32_t a, std::uint32_t b) const {
    return known(a, b) && people.a[a] == second()[b];
  }
  template <class Use>
  void every_pair(Use use) const {
    for (std::uint32_t a = 0; a < people.a.size(); ++a) {
      const std::uint32_t from = pairs == Pairs::kWithin ? a + 1 : 0;
      for (std::uint32_t b = from; b < second().size(); ++b) use(a, b);
    }
  }
};

World world() {
  World out;
  out.pairs = *rc::gen::arbitrary<bool>() ? Pairs::kWithin : Pairs::kBetween;
  const auto people = [] {
    return *rc::gen::container<std::vector<std::uint32_t>>(
        rc::gen::element<std::uint32_t>(0, 0, 1, 2, 3, kNobody));
  };
  out.people.a = people();
  if (out.pairs == Pairs::kBetween) out.people.b = people();
  out.every_pair([&](std::uint32_t a, std::uint32_t b) {
    const int kind = *rc::gen::inRange(0, 3);
    if (kind == 0) return;
    out.compared.emplace_back(a, b);
    if (kind == 2)
      out.told.push_back(
          {a, b,
           *rc::gen::element<std::uint32_t>(0, 9'999, 10'000, 200'000, 200'001, 500'000, 700'000,
                                            990'000, 990'001, 1'000'000)});
  });
  return out;
}

Measure measured(const World& world) {
  Measure out(world.people, world.pairs);
  for (std::uint32_t a = 0; a < world.people.a.size(); ++a) {
    std::vector<std::uint32_t> others;
    for (const auto& [x, y] : world.compared) {
      if (x == a) others.push_back(y);
      // From the other side too, now and then.
      if (world.pairs == Pairs::kWithin && y == a && (x + y) % 2 == 0) others.push_back(x);
    }
    out.compared(a, others);
  }
  for (const Told& pair : world.told) {
    out.scored(pair.a, pair.b, pair.ppm);
    if (pair.ppm >= 500'000) out.linked(pair.a, pair.b);
  }
  return out;
}

// Each pair as ten tenths in a sorted row, mixed within one p so that its order cannot matter.
double slow_ece(const World& world) {
  std::vector<std::pair<std::uint32_t, double>> tenths;
  for (std::uint32_t ppm = 10'000; ppm <= 990'000; ++ppm) {
    double all = 0, truly = 0;
    for (const Told& pair : world.told) {
      if (pair.ppm != ppm || !world.known(pair.a, pair.b)) continue;
      ++all;
      truly += world.same(pair.a, pair.b) ? 1 : 0;
    }
    for (int i = 0; i < static_cast<int>(all) * 10; ++i) tenths.emplace_back(ppm, truly / all);
  }
  if (tenths.empty()) return 0;
  const std::size_t size = tenths.size() / 10;
  double out = 0;
  for (std::size_t bin = 0; bin < 10; ++bin) {
    double p = 0, y = 0;
    for (std::size_t i = bin * size; i < (bin + 1) * size; ++i) {
      p += tenths[i].first / 1e6;
      y += tenths[i].second;
    }
    out += std::abs(p - y);
  }
  return out / static_cast<double>(tenths.size());
}

}  // namespace

TEST_CASE("numbered: equal texts are one person, nothing is nobody") {
  const People2 out = numbered({"x", "", "y"}, {"y", "z", ""});
  CHECK(out.a == std::vector<std::uint32_t>{0, kNobody, 1});
  CHECK(out.b == std::vector<std::uint32_t>{1, 2, kNobody});
}

TEST_CASE("by hand") {
  // Rows 0, 1, 2 are one person, 3 another.
  Measure measure({{7, 7, 7, 8}, {}}, Pairs::kWithin);
  measure.compared(0, std::vector<std::uint32_t>{1, 3});
  measure.compared(1, std::vector<std::uint32_t>{0});
  measure.scored(0, 1, 900'000);
  measure.scored(0, 3, 600'000);
  measure.linked(0, 1);
  measure.linked(0, 3);
  CHECK(measure.candidates() == 2);
  CHECK(measure.pairs() == Agreement{1, 2, 3});
  CHECK(measure.pairs().precision() == 0.5);
  CHECK(measure.pairs().f1() == doctest::Approx(0.4));
  CHECK(measure.blocking_recall() == doctest::Approx(1.0 / 3));
  CHECK(measure.brier() == doctest::Approx((0.01 + 0.36) / 2));
  CHECK(measure.ece() == doctest::Approx((0.6 + 0.1) / 2));
}

TEST_CASE("nothing there, nothing found: 0, never a division by it") {
  const Measure measure({{}, {}}, Pairs::kBetween);
  CHECK(measure.pairs().precision() == 0);
  CHECK(measure.pairs().recall() == 0);
  CHECK(measure.pairs().f1() == 0);
  CHECK(measure.ece() == 0);
  CHECK(measure.brier() == 0);
  CHECK(measure.blocking_recall() == 0);
}

TEST_CASE("as one who looks at every pair") {
  rc::check([] {
    const World one = world();
    const Measure measure = measured(one);
    Agreement pairs;
    std::uint64_t compared_known = 0, compared_true = 0;
    one.every_pair(
        [&](std::uint32_t a, std::uint32_t b) { pairs.there += one.same(a, b) ? 1 : 0; });
    for (const auto& [a, b] : one.compared) {
      compared_known += one.known(a, b) ? 1 : 0;
      compared_true += one.same(a, b) ? 1 : 0;
    }
    double squares = static_cast<double>(compared_true);
    for (const Told& pair : one.told) {
      if (!one.known(pair.a, pair.b)) continue;
      const double y = one.same(pair.a, pair.b) ? 1 : 0, p = pair.ppm / 1e6;
      squares += (p - y) * (p - y) - y;
      if (pair.ppm < 500'000) continue;
      ++pairs.linked;
      pairs.right += one.same(pair.a, pair.b) ? 1 : 0;
    }
    RC_ASSERT(measure.pairs() == pairs);
    RC_ASSERT(measure.candidates() == compared_known);
    const double recall =
        pairs.there == 0 ? 0
                         : static_cast<double>(compared_true) / static_cast<double>(pairs.there);
    RC_ASSERT(std::abs(measure.blocking_recall() - recall) < 1e-12);
    const double brier = compared_known == 0 ? 0 : squares / static_cast<double>(compared_known);
    RC_ASSERT(std::abs(measure.brier() - brier) < 1e-9);
    RC_ASSERT(std::abs(measure.ece() - slow_ece(one)) < 1e-9);
  });
}

TEST_CASE("groups: the pairs they imply, as one who writes them all down") {
  rc::check([] {
    World one = world();
    // Every row in one of a few groups.
    std::vector<Group> groups(3);
    for (std::uint32_t a = 0; a < one.people.a.size(); ++a) {
      groups[*rc::gen::inRange<std::size_t>(0, 3)].a.push_back(a);
    }
    for (std::uint32_t b = 0; b < one.people.b.size(); ++b) {
      groups[*rc::gen::inRange<std::size_t>(0, 3)].b.push_back(b);
    }
    const auto group_of = [&](std::uint32_t row, bool of_b) {
      for (std::size_t g = 0; g < groups.size(); ++g) {
        const auto& rows = of_b ? groups[g].b : groups[g].a;
        if (std::find(rows.begin(), rows.end(), row) != rows.end()) return g;
      }
      return groups.size();
    };
    Agreement slow;
    one.every_pair([&](std::uint32_t a, std::uint32_t b) {
      slow.there += one.same(a, b) ? 1 : 0;
      if (!one.known(a, b)) return;
      if (group_of(a, false) != group_of(b, one.pairs == Pairs::kBetween)) return;
      ++slow.linked;
      slow.right += one.same(a, b) ? 1 : 0;
    });
    RC_ASSERT(agreement_of(one.people, one.pairs, groups) == slow);
  });
}

}  // namespace parley::linkage
