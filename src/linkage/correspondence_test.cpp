#include "linkage/correspondence.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

namespace parley::linkage {
namespace {

void meet(std::vector<Meeting>& out, std::uint32_t a, std::uint32_t b, int times) {
  for (int i = 0; i < times; ++i) out.emplace_back(a, b);
}

// The definition, pair by pair.
std::vector<Meeting> by_definition(const std::vector<Meeting>& meetings) {
  const auto count = [&](auto&& holds) {
    return static_cast<std::uint64_t>(std::count_if(meetings.begin(), meetings.end(), holds));
  };
  std::vector<Meeting> distinct = meetings, out;
  std::sort(distinct.begin(), distinct.end());
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  for (const auto& [a, b] : distinct) {
    const auto together = count([&](const Meeting& m) { return m == Meeting{a, b}; });
    const auto of_a = count([&](const Meeting& m) { return m.first == a; });
    const auto of_b = count([&](const Meeting& m) { return m.second == b; });
    bool best_b = true, best_a = true;
    for (const auto& [x, y] : distinct) {
      const auto rival = count([&](const Meeting& m) { return m == Meeting{x, y}; });
      if (x == a && (rival > together || (rival == together && y < b))) best_b = false;
      if (y == b && (rival > together || (rival == together && x < a))) best_a = false;
    }
    const bool mostly = (best_b && together * 2 >= of_a) || (best_a && together * 2 >= of_b);
    const double all = static_cast<double>(meetings.size());
    const double expected = static_cast<double>(of_a) * static_cast<double>(of_b) / all;
    const double beyond = static_cast<double>(together) - expected;
    // A hair's breadth, for the definition divides.
    const bool apart = beyond >= kLeastDeviations * std::sqrt(expected) - 1e-9;
    if (together >= kLeastTogether && mostly && beyond > 0 && apart) {
      out.emplace_back(a, b);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("places in two languages") {
  std::vector<Meeting> seen;
  meet(seen, 0, 10, 40);  // حلب, Aleppo
  meet(seen, 1, 11, 30);
  meet(seen, 0, 11, 3);  // moved, or not the same person
  meet(seen, 2, 12, 20);
  meet(seen, 2, 13, 8);  // another spelling of it
  meet(seen, 3, 14, 4);  // too few to say
  CHECK(correspondences(seen) == std::vector<Meeting>{{0, 10}, {1, 11}, {2, 12}, {2, 13}});
}

TEST_CASE("what meets by chance does not correspond") {
  std::vector<Meeting> seen;
  for (std::uint32_t a = 0; a < 4; ++a) {
    for (std::uint32_t b = 0; b < 4; ++b) meet(seen, a, b, 25);
  }
  CHECK(correspondences(seen).empty());
  // Nearly everybody says the same on either side: that tells nothing.
  std::vector<Meeting> common;
  meet(common, 0, 0, 95);
  meet(common, 1, 1, 5);
  CHECK(correspondences(common) == std::vector<Meeting>{{1, 1}});
  CHECK(correspondences({}).empty());
}

TEST_CASE("correspondences as defined") {
  CHECK(rc::check("few values, often met", [] {
    const auto value = rc::gen::inRange<std::uint32_t>(0, 4);
    const auto seen = *rc::gen::container<std::vector<Meeting>>(rc::gen::pair(value, value));
    std::vector<Meeting> many;
    for (int i = 0; i < 4; ++i) many.insert(many.end(), seen.begin(), seen.end());
    RC_ASSERT(correspondences(many) == by_definition(many));
    std::vector<Meeting> turned, wanted;
    for (const auto& [a, b] : many) turned.emplace_back(b, a);
    for (const auto& [a, b] : correspondences(many)) wanted.emplace_back(b, a);
    std::sort(wanted.begin(), wanted.end());
    RC_ASSERT(correspondences(turned) == wanted);
  }));
}

}  // namespace parley::linkage
