// How good a linkage is, where it is known who is the same person.
//
// Promises: exact counts, whatever the order in which pairs are told; time linear in pairs and
// rows.
// - pairs: what is linked, pair by pair; clusters: the pairs that the groups imply.
// - A row without a truth is measured with nobody: no pair of it counts, right or wrong.
// - ece: over the pairs told with .01 <= p <= .99, in ten bins of equal mass by p (pairs of one p
//   that a bin's edge divides go to either side in proportion, so their order says nothing): the
//   mean of |mean p - share of true pairs|, weighted by mass. 0 where there are no such pairs.
// - brier: the mean of (p - true)^2 over all pairs compared; those never told count as p = 0.
// Does not: link.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace parley::linkage {

struct Agreement {
  std::uint64_t right = 0;  // pairs linked that are true
  std::uint64_t linked = 0;
  std::uint64_t there = 0;  // true pairs in the data

  double precision() const;  // 0 where nothing is linked
  double recall() const;     // 0 where there is nothing to find
  double f1() const;
  bool operator==(const Agreement&) const = default;
};

// Each row's person by number; kNobody where it is not known.
constexpr std::uint32_t kNobody = 0xffffffff;

// Numbers for truths, equal for equal texts; the first list's and the second's. Empty: kNobody.
struct People2 {
  std::vector<std::uint32_t> a, b;
};
People2 numbered(const std::vector<std::string>& a, const std::vector<std::string>& b = {});

// Which pairs there are: within one list, or between two.
enum class Pairs : std::uint8_t { kWithin, kBetween };

// Groups of rows: each a list of rows of the first list and one of the second (kWithin: empty).
struct Group {
  std::vector<std::uint32_t> a, b;
};
Agreement agreement_of(const People2& people, Pairs pairs, std::span<const Group> groups);

class Measure {
 public:
  Measure(People2 people, Pairs pairs);

  // A row was compared with these; a pair may be told from either side, or both.
  // kBetween: `of_b`: the row is of the second list, and the others of the first.
  void compared(std::uint32_t row, std::span<const std::uint32_t> others, bool of_b = false);
  // Each pair once, that was compared. `ppm`: probability in millionths.
  void scored(std::uint32_t a, std::uint32_t b, std::uint32_t ppm);
  // A pair that is linked; each once.
  void linked(std::uint32_t a, std::uint32_t b);

  Agreement pairs() const { return {right_, linked_, there_}; }
  std::uint64_t candidates() const;  // pairs compared, each once
  double blocking_recall() const;    // of the true pairs, the share that was compared
  double ece() const;
  double brier() const;

 private:
  struct Bin {
    std::uint32_t pairs = 0, truly = 0;
  };
  std::uint32_t number_of_b(std::uint32_t row) const;
  bool same(std::uint32_t x, std::uint32_t y) const;  // by such numbers
  bool known(std::uint32_t x, std::uint32_t y) const;

  std::vector<std::uint32_t> people_;  // by such numbers
  std::uint32_t first_of_b_ = 0;       // kWithin: 0
  std::uint64_t there_ = 0, right_ = 0, linked_ = 0;
  // Sorted, of known people; rows of the second list are numbered on after the first's.
  std::vector<std::vector<std::uint32_t>> others_;
  std::vector<Bin> by_ppm_;
};

}  // namespace parley::linkage
