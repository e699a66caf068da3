// How good a linkage is, for every program that the benchmark of linkage runs: the same way of
// grouping and of counting, whoever made the pairs.
//
// Promises: a pair is told with its worth in bits: log2 of the odds that it is one person. It is
// linked where that is no less than a threshold. Counted are the pairs themselves; the pairs that
// connected components imply; those that parley's groups imply, which are formed by worth less the
// threshold; and, between two lists, the pairs of the best one-to-one assignment. Each also at the
// threshold at which it is best by the truth. A row without a truth is counted with nobody. Written
// apart from linkage/measure.hpp, so that the two are checked against each other.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "linkage/assign.hpp"
#include "linkage/cluster.hpp"

namespace bench {

constexpr std::uint32_t kUnknown = std::numeric_limits<std::uint32_t>::max();

struct Told {
  std::uint32_t a = 0, b = 0;
  double bits = 0;
};

struct Counts {
  std::uint64_t right = 0, linked = 0, there = 0;

  double precision() const { return linked == 0 ? 0 : double(right) / double(linked); }
  double recall() const { return there == 0 ? 0 : double(right) / double(there); }
  double f1() const { return right == 0 ? 0 : 2 * double(right) / double(linked + there); }
  bool operator==(const Counts&) const = default;
};

struct At {
  double bits = 0;  // the threshold
  Counts counts;
};

// How many rows of the first and of the second list.
struct Both {
  std::uint64_t a = 0, b = 0;
};

class Scoring {
 public:
  // Each row's person; of two lists the second's rows are numbered on after the first's. Pairs
  // within a list count only where there is no second.
  Scoring(std::vector<std::uint32_t> people, std::uint32_t rows_of_a)
      : people_(std::move(people)), rows_of_a_(rows_of_a) {
    std::map<std::uint32_t, Both> rows;
    for (std::uint32_t row = 0; row < people_.size(); ++row) {
      if (people_[row] != kUnknown) add(rows[people_[row]], row);
    }
    for (const auto& [person, both] : rows) there_ += pairs(both);
  }

  bool two() const { return rows_of_a_ < people_.size(); }
  bool known(const Told& pair) const {
    return people_[pair.a] != kUnknown && people_[pair.b] != kUnknown;
  }
  bool same(const Told& pair) const { return known(pair) && people_[pair.a] == people_[pair.b]; }
  std::uint64_t there() const { return there_; }
  std::uint32_t rows() const { return static_cast<std::uint32_t>(people_.size()); }

  // Of rows' groups by number.
  Counts of_groups(std::span<const std::uint32_t> groups) const {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> rows;  // by group and person
    for (std::uint32_t row = 0; row < people_.size(); ++row) {
      if (people_[row] == kUnknown) continue;
      rows.emplace_back(std::uint64_t{groups[row]} << 32 | people_[row], row);
    }
    std::sort(rows.begin(), rows.end());
    Counts counts{0, 0, there_};
    Both group, person;
    for (std::size_t k = 0; k < rows.size(); ++k) {
      add(group, rows[k].second);
      add(person, rows[k].second);
      const bool last = k + 1 == rows.size();
      if (last || rows[k + 1].first != rows[k].first) {
        counts.right += pairs(std::exchange(person, {}));
      }
      if (last || rows[k + 1].first >> 32 != rows[k].first >> 32) {
        counts.linked += pairs(std::exchange(group, {}));
      }
    }
    return counts;
  }

  // `told` by falling worth. At a threshold, and at the best one.
  std::array<At, 2> of_pairs(std::span<const Told> told, double bits) const {
    return swept(told, bits, [&, counts = Counts{0, 0, there_}](const Told& pair) mutable {
      counts.right += same(pair);
      counts.linked += known(pair);
      return counts;
    });
  }
  std::array<At, 2> of_components(std::span<const Told> told, double bits) const {
    Components components(*this);
    return swept(told, bits, [&](const Told& pair) { return components.joined(pair); });
  }
  Counts of_grouping(std::span<const Told> told, double bits) const {
    const std::vector<parley::linkage::Edge> edges = edges_of(told, bits);
    return of_groups(parley::linkage::cluster(rows(), edges));
  }
  Counts of_assignment(std::span<const Told> told, double bits) const {
    const std::vector<parley::linkage::Edge> edges = edges_of(told, bits);
    const std::vector<bool> taken = parley::linkage::assign(edges);
    Counts counts{0, 0, there_};
    for (std::size_t k = 0; k < told.size(); ++k) {
      counts.linked += taken[k] && known(told[k]);
      counts.right += taken[k] && same(told[k]);
    }
    return counts;
  }

  // Expected calibration error of pairs with .01 <= p <= .99 in ten bins of equal mass.
  double ece(std::span<const Told> told) const;

 private:
  // Rows joined one by one, with what their components imply.
  class Components {
   public:
    explicit Components(const Scoring& scoring)
        : scoring_(scoring), up_(scoring.rows()), of_(scoring.rows()), all_(scoring.rows()) {
      std::iota(up_.begin(), up_.end(), 0U);
      for (std::uint32_t row = 0; row < scoring.rows(); ++row) {
        if (scoring.people_[row] == kUnknown) continue;
        scoring.add(all_[row], row);
        scoring.add(of_[row][scoring.people_[row]], row);
      }
      counts_.there = scoring.there_;
    }
    Counts joined(const Told& pair) {
      std::uint32_t x = root(pair.a), y = root(pair.b);
      if (x == y) return counts_;
      if (of_[x].size() < of_[y].size()) std::swap(x, y);
      counts_.linked += scoring_.between(all_[x], all_[y]);
      all_[x].a += all_[y].a, all_[x].b += all_[y].b;
      for (const auto& [person, rows] : of_[y]) {
        Both& others = of_[x][person];
        counts_.right += scoring_.between(others, rows);
        others.a += rows.a, others.b += rows.b;
      }
      of_[y].clear();
      up_[y] = x;
      return counts_;
    }

   private:
    std::uint32_t root(std::uint32_t row) {
      while (up_[row] != row) row = up_[row] = up_[up_[row]];
      return row;
    }
    const Scoring& scoring_;
    std::vector<std::uint32_t> up_;
    std::vector<std::map<std::uint32_t, Both>> of_;
    std::vector<Both> all_;
    Counts counts_;
  };

  void add(Both& both, std::uint32_t row) const { ++(row < rows_of_a_ ? both.a : both.b); }
  std::uint64_t pairs(const Both& both) const {
    return two() ? both.a * both.b : both.a * (both.a - (both.a > 0)) / 2;
  }
  std::uint64_t between(const Both& x, const Both& y) const {
    return two() ? x.a * y.b + x.b * y.a : x.a * y.a;
  }

  template <class Take>
  std::array<At, 2> swept(std::span<const Told> told, double bits, Take take) const {
    At given{bits, {0, 0, there_}}, best{std::numeric_limits<double>::infinity(), {0, 0, there_}};
    for (std::size_t k = 0; k < told.size(); ++k) {
      const Counts counts = take(told[k]);
      if (k + 1 < told.size() && told[k + 1].bits == told[k].bits) continue;
      if (told[k].bits >= bits) given.counts = counts;
      if (counts.f1() > best.counts.f1()) best = {told[k].bits, counts};
    }
    return {given, best};
  }

  static std::vector<parley::linkage::Edge> edges_of(std::span<const Told> told, double bits) {
    std::vector<parley::linkage::Edge> edges;
    for (const Told& pair : told) {
      const double worth = std::clamp(1000 * (pair.bits - bits), -1e6, 1e6);
      edges.push_back({pair.a, pair.b, static_cast<std::int32_t>(std::lround(worth))});
    }
    return edges;
  }

  std::vector<std::uint32_t> people_;
  std::uint32_t rows_of_a_;
  std::uint64_t there_ = 0;
};

inline double Scoring::ece(std::span<const Told> told) const {
  std::vector<std::pair<std::int64_t, double>> pairs;  // probability in millionths, share true
  for (const Told& pair : told) {
    const auto ppm = static_cast<std::int64_t>(std::lround(1e6 / (1 + std::exp2(-pair.bits))));
    if (known(pair) && ppm >= 10'000 && ppm <= 990'000) pairs.emplace_back(ppm, same(pair));
  }
  std::sort(pairs.begin(), pairs.end());
  // Pairs of one probability are alike: each counts as their mean.
  for (std::size_t k = 0, end = 0; k < pairs.size(); k = end) {
    double sum = 0;
    for (end = k; end < pairs.size() && pairs[end].first == pairs[k].first;) {
      sum += pairs[end++].second;
    }
    for (std::size_t i = k; i < end; ++i) pairs[i].second = sum / double(end - k);
  }
  double error = 0;
  const double size = double(pairs.size()) / 10;
  for (int bin = 0; bin < 10 && !pairs.empty(); ++bin) {
    const double from = bin * size, to = (bin + 1) * size;
    double difference = 0;
    for (auto k = static_cast<std::size_t>(from); k < pairs.size() && double(k) < to; ++k) {
      const double part = std::min(to, double(k + 1)) - std::max(from, double(k));
      difference += part * (double(pairs[k].first) / 1e6 - pairs[k].second);
    }
    error += std::abs(difference) / double(pairs.size());
  }
  return error;
}

}  // namespace bench
