#include "linkage/measure.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace parley::linkage {
namespace {

constexpr std::uint32_t kMillion = 1'000'000;
constexpr std::uint32_t kLeast = 10'000, kMost = 990'000;  // of the pairs that ece() looks at
constexpr std::uint64_t kBins = 10;

std::uint64_t pairs_of(std::uint64_t n) { return n < 2 ? 0 : n * (n - 1) / 2; }

double share(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

using Counts = std::unordered_map<std::uint32_t, std::uint64_t>;

// How many of these rows each person has; how many rows are of somebody known.
std::uint64_t count(const std::vector<std::uint32_t>& people, std::span<const std::uint32_t> rows,
                    Counts& out) {
  std::uint64_t known = 0;
  for (const std::uint32_t row : rows) {
    if (people[row] == kNobody) continue;
    ++out[people[row]];
    ++known;
  }
  return known;
}

struct Implied {
  std::uint64_t pairs = 0, right = 0;
};

Implied implied(const People2& people, Pairs pairs, std::span<const std::uint32_t> a,
                std::span<const std::uint32_t> b) {
  Counts of_a, of_b;
  const std::uint64_t known_a = count(people.a, a, of_a);
  Implied out;
  if (pairs == Pairs::kWithin) {
    out.pairs = pairs_of(known_a);
    for (const auto& [person, rows] : of_a) out.right += pairs_of(rows);
    return out;
  }
  out.pairs = known_a * count(people.b, b, of_b);
  for (const auto& [person, rows] : of_a) {
    const auto there = of_b.find(person);
    if (there != of_b.end()) out.right += rows * there->second;
  }
  return out;
}

std::vector<std::uint32_t> all_rows(std::size_t size) {
  std::vector<std::uint32_t> out(size);
  for (std::size_t i = 0; i < size; ++i) out[i] = static_cast<std::uint32_t>(i);
  return out;
}

std::uint64_t true_pairs(const People2& people, Pairs pairs) {
  return implied(people, pairs, all_rows(people.a.size()), all_rows(people.b.size())).right;
}

}  // namespace

double Agreement::precision() const { return share(right, linked); }
double Agreement::recall() const { return share(right, there); }
double Agreement::f1() const { return share(2 * right, linked + there); }

People2 numbered(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  const auto number = [&numbers](const std::vector<std::string>& texts) {
    std::vector<std::uint32_t> out;
    out.reserve(texts.size());
    for (const std::string& text : texts) {
      if (text.empty()) {
        out.push_back(kNobody);
        continue;
      }
      const auto next = static_cast<std::uint32_t>(numbers.size());
      out.push_back(numbers.try_emplace(text, next).first->second);
    }
    return out;
  };
  People2 out;
  out.a = number(a);
  out.b = number(b);
  return out;
}

Agreement agreement_of(const People2& people, Pairs pairs, std::span<const Group> groups) {
  Agreement out;
  out.there = true_pairs(people, pairs);
  for (const Group& group : groups) {
    const Implied one = implied(people, pairs, group.a, group.b);
    out.linked += one.pairs;
    out.right += one.right;
  }
  return out;
}

Measure::Measure(People2 people, Pairs pairs)
    : there_(true_pairs(people, pairs)), by_ppm_(kMillion + 1) {
  people_ = std::move(people.a);
  if (pairs == Pairs::kBetween) {
    first_of_b_ = static_cast<std::uint32_t>(people_.size());
    people_.insert(people_.end(), people.b.begin(), people.b.end());
  }
  others_.resize(people_.size());
}

std::uint32_t Measure::number_of_b(std::uint32_t row) const { return first_of_b_ + row; }
bool Measure::known(std::uint32_t x, std::uint32_t y) const {
  return people_[x] != kNobody && people_[y] != kNobody;
}
bool Measure::same(std::uint32_t x, std::uint32_t y) const {
  return people_[x] != kNobody && people_[x] == people_[y];
}

void Measure::compared(std::uint32_t row, std::span<const std::uint32_t> others, bool of_b) {
  const std::uint32_t x = of_b ? number_of_b(row) : row;
  std::vector<std::uint32_t>& mine = others_[x];
  for (const std::uint32_t other : others) {
    const std::uint32_t y = of_b ? other : number_of_b(other);
    if (known(x, y)) mine.push_back(y);
  }
  std::sort(mine.begin(), mine.end());
  mine.erase(std::unique(mine.begin(), mine.end()), mine.end());
  mine.shrink_to_fit();
}

void Measure::scored(std::uint32_t a, std::uint32_t b, std::uint32_t ppm) {
  b = number_of_b(b);
  if (!known(a, b)) return;
  Bin& bin = by_ppm_[std::min(ppm, kMillion)];
  ++bin.pairs;
  bin.truly += same(a, b) ? 1 : 0;
}

void Measure::linked(std::uint32_t a, std::uint32_t b) {
  b = number_of_b(b);
  if (!known(a, b)) return;
  ++linked_;
  right_ += same(a, b) ? 1 : 0;
}

namespace {

// Pairs told by rows, each once: what was told from the other side too is passed over.
template <class Use>
void each_once(const std::vector<std::vector<std::uint32_t>>& others, Use use) {
  for (std::uint32_t row = 0; row < others.size(); ++row) {
    for (const std::uint32_t other : others[row]) {
      const bool again =
          other < row && std::binary_search(others[other].begin(), others[other].end(), row);
      if (!again) use(row, other);
    }
  }
}

}  // namespace

std::uint64_t Measure::candidates() const {
  std::uint64_t out = 0;
  each_once(others_, [&out](std::uint32_t, std::uint32_t) { ++out; });
  return out;
}

double Measure::blocking_recall() const {
  std::uint64_t found = 0;
  each_once(others_, [&](std::uint32_t a, std::uint32_t b) { found += same(a, b) ? 1 : 0; });
  return share(found, there_);
}

double Measure::ece() const {
  std::uint64_t all = 0;
  for (std::uint32_t ppm = kLeast; ppm <= kMost; ++ppm) all += by_ppm_[ppm].pairs;
  if (all == 0) return 0;
  // Each pair has the mass kBins, each bin takes `all`, so that nothing is rounded.
  double out = 0, sum_p = 0, sum_true = 0;
  std::uint64_t room = all;
  for (std::uint32_t ppm = kLeast; ppm <= kMost; ++ppm) {
    std::uint64_t mass = std::uint64_t{by_ppm_[ppm].pairs} * kBins;
    if (mass == 0) continue;
    const double truly = share(by_ppm_[ppm].truly, by_ppm_[ppm].pairs);
    while (mass > 0) {
      const std::uint64_t taken = std::min(mass, room);
      sum_p += static_cast<double>(taken) * ppm / kMillion;
      sum_true += static_cast<double>(taken) * truly;
      mass -= taken;
      room -= taken;
      if (room > 0) continue;
      out += std::abs(sum_p - sum_true);
      sum_p = sum_true = 0;
      room = all;
    }
  }
  return out / static_cast<double>(all * kBins);
}

double Measure::brier() const {
  std::uint64_t told = 0, told_true = 0;
  double sum = 0;
  for (std::uint32_t ppm = 0; ppm <= kMillion; ++ppm) {
    const Bin& bin = by_ppm_[ppm];
    if (bin.pairs == 0) continue;
    const double p = static_cast<double>(ppm) / kMillion;
    sum += p * p * (bin.pairs - bin.truly) + (1 - p) * (1 - p) * bin.truly;
    told += bin.pairs;
    told_true += bin.truly;
  }
  std::uint64_t all = candidates(), truly = 0;
  each_once(others_, [&](std::uint32_t a, std::uint32_t b) { truly += same(a, b) ? 1 : 0; });
  all = std::max(all, told);
  truly = std::max(truly, told_true);
  return all == 0 ? 0 : (sum + static_cast<double>(truly - told_true)) / static_cast<double>(all);
}

}  // namespace parley::linkage
