// link() from end to end on lists of invented people, with the errors that real lists have: a
// spelling variant 40%, father missing 15%, grandfather missing 40%, birth year off or missing 25%,
// day and month swapped 5%, duplicates 3%, namesakes 2%, brothers 6%; on both sides, one Arabic,
// one romanised.
#include <doctest/doctest.h>

#include <map>

#include "linkage/invented_people.hpp"
#include "linkage/link.hpp"

namespace parley::linkage {
namespace {

struct Measured {
  std::size_t pairs = 0;  // true ones
  std::size_t sure = 0, sure_right = 0, found = 0, queued = 0;
};

Measured measure(std::uint64_t seed) {
  const invented::Lists lists = invented::lists(seed, 1800, 1500);
  const Links links = *link(*Records::of(invented::schema(), lists.sought),
                            *Records::of(invented::schema(), lists.held));
  Measured out;
  std::map<std::uint32_t, std::size_t> rows;
  for (const std::uint32_t who : lists.sought_is) ++rows[who];
  for (const std::uint32_t who : lists.held_is) {
    const auto found = rows.find(who);
    if (found != rows.end()) out.pairs += found->second;
  }
  for (const Pair& pair : links.pairs) {
    const bool right = lists.sought_is[pair.a] == lists.held_is[pair.b];
    if (pair.standing == Standing::kSure) {
      ++out.sure;
      out.sure_right += right ? 1u : 0u;
    }
    if (pair.standing == Standing::kQueued) ++out.queued;
    out.found += right ? 1u : 0u;
  }
  CHECK(links.sure == out.sure);
  CHECK(links.queued == out.queued);
  return out;
}

}  // namespace

TEST_CASE("sure pairs are right; sure and queued hold nearly all; the queue is no haystack") {
  Measured all;
  for (const std::uint64_t seed : {101u, 102u, 103u}) {
    const Measured one = measure(seed);
    all.pairs += one.pairs;
    all.sure += one.sure;
    all.sure_right += one.sure_right;
    all.found += one.found;
    all.queued += one.queued;
  }
  MESSAGE("true pairs " << all.pairs << ", sure " << all.sure << " of which right "
                        << all.sure_right << ", sure and queued hold " << all.found << ", queue "
                        << all.queued);
  CHECK(static_cast<double>(all.sure_right) >= 0.995 * static_cast<double>(all.sure));
  CHECK(static_cast<double>(all.found) >= 0.95 * static_cast<double>(all.pairs));
  CHECK(static_cast<double>(all.sure) >= 0.4 * static_cast<double>(all.pairs));
  CHECK(all.queued < all.pairs);
}

}  // namespace parley::linkage
