// assign() against trying every assignment.
#include "linkage/assign.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

namespace parley::linkage {
namespace {

// The greatest sum, by taking or leaving each edge.
std::int64_t naive(const std::vector<Edge>& edges, std::size_t from, std::set<std::uint32_t>& a,
                   std::set<std::uint32_t>& b) {
  if (from == edges.size()) return 0;
  std::int64_t best = naive(edges, from + 1, a, b);
  const Edge& edge = edges[from];
  if (edge.worth <= 0 || a.contains(edge.a) || b.contains(edge.b)) return best;
  a.insert(edge.a);
  b.insert(edge.b);
  best = std::max(best, edge.worth + naive(edges, from + 1, a, b));
  a.erase(edge.a);
  b.erase(edge.b);
  return best;
}

std::int64_t sum_of(const std::vector<Edge>& edges, const std::vector<bool>& taken) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < edges.size(); ++i) sum += taken[i] ? edges[i].worth : 0;
  return sum;
}

std::vector<Edge> some_edges(std::size_t count, std::uint32_t people) {
  std::vector<Edge> edges;
  for (std::size_t i = 0; i < count; ++i) {
    edges.push_back(
        {*rc::gen::inRange(0u, people), *rc::gen::inRange(0u, people), *rc::gen::inRange(-5, 20)});
  }
  return edges;
}

}  // namespace

TEST_CASE("nobody gives way where both together are worth more") {
  // Greedy would take 10 and then nothing; the best is 9 + 9.
  const std::vector<Edge> edges = {{0, 0, 10}, {0, 1, 9}, {1, 0, 9}};
  CHECK(assign(edges) == std::vector<bool>{false, true, true});
  CHECK(assign({}).empty());
  const std::vector<Edge> worthless = {{0, 0, 0}, {1, 1, -3}};
  CHECK(assign(worthless) == std::vector<bool>{false, false});
}

TEST_CASE("as good as trying everything, and nobody twice") {
  CHECK(rc::check("assign", [] {
    const std::vector<Edge> edges = some_edges(*rc::gen::inRange<std::size_t>(0, 13), 5);
    const std::vector<bool> taken = assign(edges);
    std::set<std::uint32_t> a, b;
    for (std::size_t i = 0; i < edges.size(); ++i) {
      if (!taken[i]) continue;
      RC_ASSERT(edges[i].worth > 0);
      RC_ASSERT(a.insert(edges[i].a).second);
      RC_ASSERT(b.insert(edges[i].b).second);
    }
    a.clear();
    b.clear();
    RC_ASSERT(sum_of(edges, taken) == naive(edges, 0, a, b));
  }));
}

TEST_CASE("a long chain is turned round as a whole") {
  // All have their best column until the last row, worth most, needs the first one's.
  constexpr std::uint32_t kRows = 2000;
  std::vector<Edge> edges;
  for (std::uint32_t i = 0; i + 1 < kRows; ++i) {
    edges.push_back({i, i, 10'000});
    edges.push_back({i, i + 1, 9'999});
  }
  edges.push_back({kRows - 1, 0, 1'000'000});
  const std::vector<bool> taken = assign(edges);
  CHECK(sum_of(edges, taken) == 1'000'000 + std::int64_t{kRows - 1} * 9'999);
}

}  // namespace parley::linkage
