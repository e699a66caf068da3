#include "linkage/cluster.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <queue>
#include <tuple>

namespace parley::linkage {
namespace {

constexpr std::int64_t kMillion = 1'000'000;
// What the mean of all pairs counts beside the best of them.
constexpr std::int64_t kOfMean = 3, kOfBest = 2;

// What is known between two groups.
struct Between {
  std::int64_t sum = 0;    // of the edges' worth
  std::int64_t edges = 0;  // so many of the pairs have one
  std::int64_t best = kNoEdge;
};

class Clusterer {
 public:
  Clusterer(std::uint32_t n, std::span<const Edge> edges) : size_(n, 1), to_(n), label_(n) {
    std::iota(label_.begin(), label_.end(), 0u);
    for (const Edge& edge : edges) {
      for (const auto& [x, y] : {std::pair(edge.a, edge.b), std::pair(edge.b, edge.a)}) {
        to_[x][y] = {edge.worth, 1, edge.worth};
      }
    }
    for (std::uint32_t x = 0; x < n; ++x) {
      for (const auto& [y, between] : to_[x]) {
        if (x < y) offer(x, y, between);
      }
    }
  }

  std::vector<std::uint32_t> run() {
    while (!offers_.empty()) {
      const Offer offer = offers_.top();
      offers_.pop();
      // Both still are what they were when the offer was made.
      if (size_[offer.x] == offer.size_x && size_[offer.y] == offer.size_y) merge(offer.x, offer.y);
    }
    for (std::uint32_t& label : label_) {
      while (label != label_[label]) label = label_[label];
    }
    return label_;
  }

 private:
  struct Offer {
    std::int64_t worth = 0;
    std::uint32_t x = 0, y = 0, size_x = 0, size_y = 0;  // x < y; a merged group has size 0
    bool operator<(const Offer& other) const {
      return std::tuple(worth, other.x, other.y) < std::tuple(other.worth, x, y);
    }
  };

  void offer(std::uint32_t x, std::uint32_t y, const Between& between) {
    const std::int64_t pairs = std::int64_t{size_[x]} * size_[y];
    const std::int64_t sum = between.sum + (pairs - between.edges) * kNoEdge;
    // In millionths of a millibit, so that rounding down makes no ties of its own.
    const std::int64_t mean = sum * kMillion / pairs;
    const std::int64_t worth = (kOfMean * mean + kOfBest * between.best * kMillion) / (kOfMean + kOfBest);
    if (worth > 0) offers_.push({worth, x, y, size_[x], size_[y]});
  }

  // `y` becomes part of `x`, the smaller number.
  void merge(std::uint32_t x, std::uint32_t y) {
    for (const auto& [other, between] : to_[y]) {
      to_[other].erase(y);
      if (other == x) continue;
      Between& sum = to_[x][other];
      sum.sum += between.sum;
      sum.edges += between.edges;
      sum.best = std::max(sum.best, between.best);
      to_[other][x] = sum;
    }
    to_[x].erase(y);
    to_[y].clear();
    size_[x] += size_[y];
    size_[y] = 0;
    label_[y] = x;
    for (const auto& [other, between] : to_[x]) {
      offer(std::min(x, other), std::max(x, other), between);
    }
  }

  std::vector<std::uint32_t> size_;
  std::vector<std::map<std::uint32_t, Between>> to_;
  std::vector<std::uint32_t> label_;
  std::priority_queue<Offer> offers_;
};

}  // namespace

std::vector<std::uint32_t> cluster(std::uint32_t n, std::span<const Edge> edges) {
  return Clusterer(n, edges).run();
}

}  // namespace parley::linkage
