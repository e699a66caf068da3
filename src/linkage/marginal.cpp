#include "linkage/marginal.hpp"

#include <algorithm>
#include <numeric>

namespace parley::linkage {
namespace {

constexpr int kRounds = 12;

// The pairs of each person of one side, by their numbers.
class Sides {
 public:
  template <class Of>
  Sides(std::uint32_t people, std::span<const Possible> pairs, const Of& of)
      : first_(people + std::size_t{1}), of_(pairs.size()) {
    for (const Possible& pair : pairs) ++first_[of(pair) + std::size_t{1}];
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
    for (std::uint32_t i = 0; i < pairs.size(); ++i) of_[next[of(pairs[i])]++] = i;
  }
  std::uint32_t people() const { return static_cast<std::uint32_t>(first_.size() - 1); }
  std::span<const std::uint32_t> of(std::uint32_t person) const {
    return std::span(of_).subspan(first_[person], first_[person + 1] - first_[person]);
  }

 private:
  std::vector<std::uint32_t> first_, of_;
};

class Spread {
 public:
  Spread(std::span<const Possible> pairs, double again) : pairs_(pairs), again_(again) {}

  // What a side says of each of its people's pairs, given what the other side said.
  void tell(const Sides& side, const std::vector<double>& heard, std::vector<double>& said) {
    for (std::uint32_t person = 0; person < side.people(); ++person) {
      const std::span<const std::uint32_t> mine = side.of(person);
      // Of the others before a pair, and of those after it: what they sum up to (again = 0), or
      // how little is left if none of them may come again.
      after_.assign(mine.size() + 1, start());
      for (std::size_t i = mine.size(); i-- > 0;) after_[i] = with(after_[i + 1], mine[i], heard);
      double before = start();
      for (std::size_t i = 0; i < mine.size(); ++i) {
        said[mine[i]] = room(join(before, after_[i + 1]));
        before = with(before, mine[i], heard);
      }
    }
  }

  // That a person has any partner.
  std::vector<double> some(const Sides& side, const std::vector<double>& heard) {
    std::vector<double> out;
    for (std::uint32_t person = 0; person < side.people(); ++person) {
      double all = start();
      for (const std::uint32_t pair : side.of(person)) all = with(all, pair, heard);
      const double none = again_ == 0 ? 1 / (1 + all) : all / (all + (1 - all) / again_);
      out.push_back(1 - none);
    }
    return out;
  }

 private:
  double start() const { return again_ == 0 ? 0 : 1; }
  double join(double x, double y) const { return again_ == 0 ? x + y : x * y; }
  double with(double so_far, std::uint32_t pair, const std::vector<double>& heard) const {
    const double odds = pairs_[pair].odds * heard[pair];
    return again_ == 0 ? so_far + odds : so_far / (1 + again_ * odds);
  }
  double room(double others) const {
    return again_ == 0 ? 1 / (1 + others) : 1 / (others + (1 - others) / again_);
  }

  std::span<const Possible> pairs_;
  double again_;
  std::vector<double> after_;
};

}  // namespace

Marginals marginals(std::uint32_t people_a, std::uint32_t people_b, std::span<const Possible> pairs,
                    double again) {
  const Sides of_a(people_a, pairs, [](const Possible& pair) { return pair.a; });
  const Sides of_b(people_b, pairs, [](const Possible& pair) { return pair.b; });
  std::vector<double> by_a(pairs.size(), 1), by_b(pairs.size(), 1);
  Spread spread(pairs, again);
  for (int round = 0; round < kRounds; ++round) {
    spread.tell(of_a, by_b, by_a);
    spread.tell(of_b, by_a, by_b);
  }
  Marginals out;
  out.some_a = spread.some(of_a, by_b);
  out.some_b = spread.some(of_b, by_a);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const double odds = pairs[i].odds * by_a[i] * by_b[i];
    out.probability.push_back(odds / (1 + odds));
  }
  return out;
}

}  // namespace parley::linkage
