#include "linkage/assign.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <queue>
#include <utility>

namespace parley::linkage {
namespace {

constexpr std::uint32_t kFree = 0xffffffff;
constexpr std::int64_t kFar = std::numeric_limits<std::int64_t>::max();

class Assigner {
 public:
  explicit Assigner(std::span<const Edge> edges) : edges_(edges) {
    for (std::uint32_t e = 0; e < edges.size(); ++e) {
      if (edges[e].worth > 0) by_a_.push_back(e);
    }
    std::sort(by_a_.begin(), by_a_.end(), [&](std::uint32_t x, std::uint32_t y) {
      return std::pair(edges[x].a, x) < std::pair(edges[y].a, y);
    });
    std::uint32_t rows = 0, columns = 0;
    for (const std::uint32_t e : by_a_) {
      rows = std::max(rows, edges[e].a + 1);
      columns = std::max(columns, edges[e].b + 1);
    }
    first_.resize(rows + 1);
    for (const std::uint32_t e : by_a_) ++first_[edges[e].a + 1];
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    edge_of_column_.assign(columns, kFree);
    column_of_row_.assign(rows, kFree);
    row_price_.assign(rows, 0);
    column_price_.assign(columns, 0);
    distance_.assign(columns, kFar);
    reached_by_.assign(columns, kFree);
    done_.assign(columns, false);
  }

  std::vector<bool> run() {
    // The cost of an edge is what it lacks; a row's own way out (nobody) costs 0.
    for (std::uint32_t row = 0; row + 1 < first_.size(); ++row) {
      std::int64_t best = 0;
      for (std::uint32_t i = first_[row]; i < first_[row + 1]; ++i) best = std::min(best, cost(i));
      row_price_[row] = best;
    }
    // Rows reach each other only through columns: a search stays within its component.
    for (std::uint32_t row = 0; row + 1 < first_.size(); ++row) {
      if (first_[row] != first_[row + 1]) augment(row);
    }
    std::vector<bool> taken(edges_.size());
    for (const std::uint32_t e : edge_of_column_) {
      if (e != kFree) taken[e] = true;
    }
    return taken;
  }

 private:
  std::int64_t cost(std::uint32_t i) const { return -std::int64_t{edges_[by_a_[i]].worth}; }

  // Gives `row` a column or nobody, moving others along the cheapest path.
  void augment(std::uint32_t row) {
    touched_.clear();
    rows_.assign(1, {row, 0});
    std::int64_t best = kFar;           // the length of the shortest path to an end
    std::uint32_t last_column = kFree;  // its end: a free column,
    std::uint32_t last_row = kFree;     // or a row that has nobody then
    std::priority_queue<std::pair<std::int64_t, std::uint32_t>,
                        std::vector<std::pair<std::int64_t, std::uint32_t>>, std::greater<>>
        next;
    const auto look_from = [&](std::uint32_t from, std::int64_t so_far) {
      const std::int64_t alone = so_far - row_price_[from];
      if (alone < best) {
        best = alone;
        last_row = from;
        last_column = kFree;
      }
      for (std::uint32_t i = first_[from]; i < first_[from + 1]; ++i) {
        const std::uint32_t column = edges_[by_a_[i]].b;
        const std::int64_t length = so_far + cost(i) - row_price_[from] - column_price_[column];
        if (done_[column] || length >= distance_[column] || length >= best) continue;
        if (distance_[column] == kFar) touched_.push_back(column);
        distance_[column] = length;
        reached_by_[column] = by_a_[i];
        next.emplace(length, column);
      }
    };
    look_from(row, 0);
    while (!next.empty() && next.top().first < best) {
      const auto [length, column] = next.top();
      next.pop();
      if (done_[column] || length != distance_[column]) continue;
      done_[column] = true;
      if (edge_of_column_[column] == kFree) {
        best = length;
        last_column = column;
        last_row = kFree;
        break;
      }
      const std::uint32_t holder = edges_[edge_of_column_[column]].a;
      rows_.push_back({holder, length});
      look_from(holder, length);
    }
    for (const auto& [reached, length] : rows_) {
      if (length < best) row_price_[reached] += best - length;
    }
    for (const std::uint32_t column : touched_) {
      if (done_[column] && distance_[column] < best) {
        column_price_[column] += distance_[column] - best;
      }
    }
    // Along the path back, each row takes the column that comes after it.
    std::uint32_t column = last_column;
    if (last_row != kFree) column = std::exchange(column_of_row_[last_row], kFree);
    while (column != kFree) {
      const std::uint32_t e = reached_by_[column];
      edge_of_column_[column] = e;
      column = std::exchange(column_of_row_[edges_[e].a], column);
    }
    for (const std::uint32_t c : touched_) {
      distance_[c] = kFar;
      reached_by_[c] = kFree;
      done_[c] = false;
    }
  }

  std::span<const Edge> edges_;
  std::vector<std::uint32_t> by_a_, first_;  // edges by row
  std::vector<std::uint32_t> edge_of_column_, column_of_row_;
  std::vector<std::int64_t> row_price_, column_price_, distance_;
  std::vector<std::uint32_t> reached_by_, touched_;
  std::vector<bool> done_;
  std::vector<std::pair<std::uint32_t, std::int64_t>> rows_;  // reached, and how far
};

}  // namespace

std::vector<bool> assign(std::span<const Edge> edges) { return Assigner(edges).run(); }

}  // namespace parley::linkage
