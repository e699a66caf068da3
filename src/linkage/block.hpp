// Which pairs are worth comparing.
//
// Promises: each person of the first list gets the `candidates` best of the second by what they
// share, each shared thing weighing the more the rarer it is: name parts in any slot and in any
// spelling that is alike, kunyas, codes, dates (the day, the day and month swapped, the year, one
// or two years off), terms. Nothing needs to agree exactly, and no single field must be there. A
// key that over `most_per_key` people have opens no pair alone; two such keys together do (a common
// given name with a common family name, or with a year). Years and terms open pairs only for who
// would have too few. Deterministic.
// Does not: compare; find a pair that shares nothing.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "linkage/encode.hpp"
#include "linkage/rarity.hpp"
#include "linkage/vocabulary.hpp"

namespace parley::linkage {

struct BlockOptions {
  std::uint32_t candidates = 64;        // of each person of the longer list: the budget
  std::uint32_t most_per_key = 20'000;  // people of the other list
};

// What was opened and what the caps lost.
struct BlockReport {
  std::uint64_t touched = 0;      // pairs that share something
  std::uint64_t candidates = 0;   // pairs compared
  std::uint64_t cut_people = 0;   // people who had more than the budget
  std::uint64_t common_keys = 0;  // over most_per_key: looked up only together with another
  std::uint64_t lost_keys = 0;    // two keys together still over it: not opened
  std::uint64_t lost_pairs = 0;   // at most so many pairs were not opened for that

  void add(const BlockReport& other);
  bool operator==(const BlockReport&) const = default;
};

// Who has what: key -> people, for keys 0 to n - 1.
class Postings {
 public:
  Postings() = default;
  // Pairs of key and person, in any order; the same pair twice counts once.
  Postings(std::size_t keys, std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs);
  Range of(std::size_t key) const {
    return key + 1 < first_.size() ? Range{first_[key], first_[key + 1]} : Range{};
  }
  std::uint32_t person(std::uint32_t at) const { return people_[at]; }

 private:
  std::vector<std::uint32_t> first_, people_;
};

class Blocker {
 public:
  Blocker(const Encoded& lists, const Vocabulary& vocabulary, const Rarity& rarity,
          const BlockOptions& options);

  // One thread's working space.
  class Finder {
   public:
    explicit Finder(const Blocker& blocker);
    // The candidates of a person of the first list, by number.
    const std::vector<std::uint32_t>& of(std::uint32_t a);
    const BlockReport& report() const { return report_; }

   private:
    struct Common {
      std::uint32_t row = 0;   // which part of a's
      std::uint32_t part = 0;  // of the second list
      std::uint32_t bits = 0;
    };
    void add(const Postings& postings, std::size_t key, std::uint32_t bits);
    void add_names(std::size_t field);
    void add_codes(std::size_t field);
    void add_days(std::size_t field);
    void add_years(std::size_t field);
    void add_terms(std::size_t field);
    void add_joint();
    void add_joint_key(std::uint64_t key, std::uint32_t bits);
    void choose();

    const Blocker& blocker_;
    std::uint32_t a_ = 0;
    bool opening_ = true;  // whether who has no score yet may get one
    std::vector<std::uint32_t> score_, touched_, chosen_;
    std::vector<std::uint32_t> by_score_;  // how many of each score
    std::vector<Common> common_;
    BlockReport report_;
  };

  std::uint64_t common_keys() const { return common_keys_; }

 private:
  void index_names(std::size_t field);
  void index_values(std::size_t field);
  void index_joint();
  bool is_common(const Postings& postings, std::size_t key) const;

  const Encoded& lists_;
  const Vocabulary& vocabulary_;
  const Rarity& rarity_;
  BlockOptions options_;
  std::vector<Postings> parts_, kunyas_, values_, years_;  // by field
  // Two common keys together, sorted by key.
  std::vector<std::pair<std::uint64_t, std::uint32_t>> joint_;
  std::uint64_t common_keys_ = 0;
};

// What two common keys together are looked up by: two parts, or a part and a year.
constexpr std::uint32_t kYearMark = 0x8000'0000;

inline std::uint64_t joint_of_parts(std::uint32_t x, std::uint32_t y) {
  return std::uint64_t{std::min(x, y)} << 32 | std::max(x, y);
}
inline std::uint64_t joint_of_year(std::uint32_t part, std::size_t field, std::int32_t year) {
  const std::uint32_t low =
      kYearMark | static_cast<std::uint32_t>(field) << 16 | static_cast<std::uint32_t>(year);
  return std::uint64_t{part} << 32 | low;
}

}  // namespace parley::linkage
