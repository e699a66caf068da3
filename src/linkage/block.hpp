// Which pairs are worth comparing.
//
// Promises: each person of the first list gets the `candidates` best of the second by what they
// share, each shared thing weighing the more the rarer it is: name parts in any slot and in any
// spelling that is alike, kunyas, codes, dates (the day, the day and month swapped, the month, the
// year, one or two years off), terms. Nothing needs to agree exactly, and no single field must be there. A
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
#include "linkage/joint.hpp"
#include "linkage/rarity.hpp"
#include "linkage/vocabulary.hpp"

namespace parley::linkage {

struct BlockOptions {
  std::uint32_t candidates = 64;        // of each person of the longer list: the budget
  std::uint32_t most_per_key = 20'000;  // people of the other list
  std::uint32_t most_touched = 0;       // of each person, by all keys together; 0: no bound

  // What a list of so many people can afford: from kManyPeople on, less of each.
  BlockOptions affordable(std::uint32_t people) const;
};
constexpr std::uint32_t kManyPeople = 100'000;

// What was opened and what the caps lost.
struct BlockReport {
  std::uint64_t touched = 0;      // pairs that share something
  std::uint64_t candidates = 0;   // pairs compared
  std::uint64_t cut_people = 0;   // people who had more than the budget
  std::uint64_t common_keys = 0;  // over most_per_key: looked up only together with another
  std::uint64_t lost_keys = 0;    // over the bounds, two keys together too: not opened
  std::uint64_t lost_pairs = 0;   // at most so many pairs were not opened for that

  void add(const BlockReport& other);
  bool operator==(const BlockReport&) const = default;
};

// Who has what: key -> people, for keys 0 to n - 1.
class Postings {
 public:
  Postings() = default;
  // Pairs of key and person, by person; the same pair twice counts once.
  Postings(std::size_t keys, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs);
  Range of(std::size_t key) const {
    return key + 1 < first_.size() ? Range{first_[key], first_[key + 1]} : Range{};
  }
  const std::uint32_t* people() const { return people_.data(); }

 private:
  std::vector<std::uint32_t> first_, people_;
};

// The year and month that a date lies in, as one number; kNone: in several.
std::uint32_t month_of(const CodedDate& date);

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
    // Some people who share one thing.
    struct Shared {
      const std::uint32_t* people = nullptr;
      std::uint32_t size = 0, bits = 0;
    };
    void add(const Postings& postings, std::size_t key, std::uint32_t bits);
    void add(const Shared& shared);
    void add_rarest();
    void add_names(std::size_t field);
    void add_codes(std::size_t field);
    void add_days(std::size_t field);
    void add_months(std::size_t field);
    void add_years(std::size_t field);
    void add_terms(std::size_t field);
    void add_joint();
    void add_joint_years(const Common& common);
    void add_joint_terms(const Common& common);
    void add_joint_key(std::uint64_t key, std::uint32_t bits);
    bool is_bounded() const { return blocker_.options_.most_touched != 0; }
    void choose();

    const Blocker& blocker_;
    std::uint32_t a_ = 0;
    bool opening_ = true;  // whether who has no score yet may get one
    std::vector<std::uint32_t> score_, touched_, chosen_;
    std::vector<Shared> shared_;  // where touches are bounded: what is still to be added
    std::vector<Common> common_;
    BlockReport report_;
  };

  std::uint64_t common_keys() const { return common_keys_; }

 private:
  void index_names(std::size_t field);
  void index_values(std::size_t field);
  void joint_keys_of(std::uint32_t person, std::vector<std::uint64_t>& keys) const;
  bool is_common(const Postings& postings, std::size_t key) const;

  const Encoded& lists_;
  const Vocabulary& vocabulary_;
  const Rarity& rarity_;
  BlockOptions options_;
  std::vector<Postings> parts_, kunyas_, values_, months_, years_;  // by field
  Joint joint_;                                                     // two common keys together
  std::uint64_t common_keys_ = 0;
};

}  // namespace parley::linkage
