// What people decided: who is never a pair, who is nobody's rival any more; and comparing again.
#include "linkage/decided.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "linkage/invented_people.hpp"
#include "linkage/link.hpp"

namespace parley::linkage {
namespace {

Records records(std::vector<Record> rows) {
  return *Records::of(invented::schema(), std::move(rows));
}

// The first list is the shorter one in half the cases: the engine then turns them round.
struct Both {
  Records a, b;
  explicit Both(bool turned) : a(records({})), b(records({})) {
    invented::Lists lists = invented::lists(5, 500, 300, 200);
    a = records(turned ? lists.held : lists.sought);
    b = records(turned ? lists.sought : lists.held);
  }
};

// A pair whose first person has another candidate too.
const Pair* contested(const Links& links) {
  for (std::size_t i = 0; i + 1 < links.pairs.size(); ++i) {
    if (links.pairs[i].a == links.pairs[i + 1].a) return &links.pairs[i + 1];
  }
  return nullptr;
}

bool has(const Links& links, std::uint32_t a, std::uint32_t b) {
  return std::any_of(links.pairs.begin(), links.pairs.end(),
                     [&](const Pair& pair) { return pair.a == a && pair.b == b; });
}

}  // namespace

TEST_CASE("two who are apart are no pair, whichever list is longer, and no rivals") {
  for (const bool turned : {false, true}) {
    const Both lists(turned);
    const Links before = *link(lists.a, lists.b);
    const Pair* pair = contested(before);
    REQUIRE(pair != nullptr);
    const auto rival = std::find_if(before.pairs.begin(), before.pairs.end(), [&](const Pair& one) {
      return one.a == pair->a && one.b != pair->b;
    });
    Options options;
    options.fitted = before.fitted;
    options.apart = {{pair->a, pair->b}};
    const Links after = *link(lists.a, lists.b, options);
    CHECK_FALSE(has(after, pair->a, pair->b));
    const auto still = std::find_if(after.pairs.begin(), after.pairs.end(), [&](const Pair& one) {
      return one.a == rival->a && one.b == rival->b;
    });
    REQUIRE(still != after.pairs.end());
    CHECK(still->millibits == rival->millibits);
    CHECK(still->probability_ppm >= rival->probability_ppm);
  }
}

TEST_CASE("who is together with somebody is nobody else's candidate") {
  for (const bool turned : {false, true}) {
    const Both lists(turned);
    const Links before = *link(lists.a, lists.b);
    const Pair* pair = contested(before);
    REQUIRE(pair != nullptr);
    Options options;
    options.fitted = before.fitted;
    options.together = {{pair->a, pair->b}};
    const Links after = *link(lists.a, lists.b, options);
    CHECK(has(after, pair->a, pair->b));
    for (const Pair& one : after.pairs) {
      CHECK((one.a == pair->a) == (one.b == pair->b));
    }
  }
}

TEST_CASE("an index that no record has is passed over") {
  const Both lists(false);
  Options options;
  options.apart = {{1'000'000, 0}, {0, 1'000'000}};
  options.together = {{1'000'000, 1'000'000}};
  CHECK(link(lists.a, lists.b, options)->pairs == link(lists.a, lists.b)->pairs);
}

TEST_CASE("compared again, every pair consists of what it consisted of") {
  for (const bool turned : {false, true}) {
    const Both lists(turned);
    const Links links = *link(lists.a, lists.b);
    IndexPairs pairs;
    for (const Pair& pair : links.pairs) pairs.emplace_back(pair.a, pair.b);
    const auto again = compare_again(lists.a, &lists.b, links.fitted, pairs);
    REQUIRE(again);
    CHECK(again->features == links.features);
    REQUIRE(again->pairs.size() == links.pairs.size());
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      CHECK(again->pairs[i] == links.pairs[i].contributions);
    }
  }
}

TEST_CASE("compared again within a list") {
  const Both lists(false);
  const Links links = *dedupe(lists.a);
  IndexPairs pairs;
  for (const Pair& pair : links.pairs) pairs.emplace_back(pair.a, pair.b);
  REQUIRE_FALSE(pairs.empty());
  const auto again = compare_again(lists.a, nullptr, links.fitted, pairs);
  REQUIRE(again);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    CHECK(again->pairs[i] == links.pairs[i].contributions);
  }
  CHECK(compare_again(lists.a, nullptr, links.fitted, {{0, 1'000'000}}).error().fault ==
        Fault::kUsage);
}

}  // namespace parley::linkage
