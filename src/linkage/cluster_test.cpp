// cluster() against its linkage done by the book: all pairs anew in every round.
#include "linkage/cluster.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <map>

namespace parley::linkage {
namespace {

std::vector<std::uint32_t> naive(std::uint32_t n, const std::vector<Edge>& edges) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t> worth;
  for (const Edge& edge : edges) worth[{edge.a, edge.b}] = edge.worth;
  std::vector<std::vector<std::uint32_t>> groups;
  for (std::uint32_t i = 0; i < n; ++i) groups.push_back({i});
  while (true) {
    std::int64_t best = 0;
    std::size_t x = 0, y = 0;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      for (std::size_t j = i + 1; j < groups.size(); ++j) {
        std::int64_t sum = 0, most = kNoEdge;
        for (const std::uint32_t p : groups[i]) {
          for (const std::uint32_t q : groups[j]) {
            const auto found = worth.find(std::minmax(p, q));
            const std::int64_t one = found == worth.end() ? kNoEdge : found->second;
            sum += one;
            most = std::max(most, one);
          }
        }
        const auto pairs = static_cast<std::int64_t>(groups[i].size() * groups[j].size());
        const std::int64_t mixed = (3 * (sum * 1'000'000 / pairs) + 2 * most * 1'000'000) / 5;
        if (mixed > best) {
          best = mixed;
          x = i;
          y = j;
        }
      }
    }
    if (best == 0) break;
    groups[x].insert(groups[x].end(), groups[y].begin(), groups[y].end());
    groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(y));
  }
  std::vector<std::uint32_t> out(n);
  for (const auto& group : groups) {
    for (const std::uint32_t person : group) out[person] = group.front();
  }
  return out;
}

}  // namespace

TEST_CASE("a chain does not make one person of its ends") {
  const std::vector<Edge> chain = {{0, 1, 9'000}, {1, 2, 8'000}, {2, 3, 9'500}};
  CHECK(cluster(4, chain) == std::vector<std::uint32_t>{0, 0, 2, 2});
  const std::vector<Edge> whole = {{0, 1, 9'000}, {1, 2, 8'000}, {0, 2, 1'000}};
  CHECK(cluster(4, whole) == std::vector<std::uint32_t>{0, 0, 0, 3});
  CHECK(cluster(2, {}) == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("as by the book") {
  CHECK(rc::check("cluster", [] {
    const auto n = *rc::gen::inRange(1u, 9u);
    std::vector<Edge> edges;
    for (std::uint32_t a = 0; a < n; ++a) {
      for (std::uint32_t b = a + 1; b < n; ++b) {
        if (!*rc::gen::arbitrary<bool>()) continue;
        edges.push_back({a, b, *rc::gen::inRange(-20'000, 40'000)});
      }
    }
    RC_ASSERT(cluster(n, edges) == naive(n, edges));
  }));
}

}  // namespace parley::linkage
