// Which pairs are worth comparing.
//
// Promises: each person of the first list gets the `candidates` best of the second by what they
// share, each shared thing weighing the more the rarer it is: name parts in any slot and in any
// spelling that is alike, kunyas, dates of birth (the day, the day and month swapped, the year, a
// year or two off), codes, terms. Nothing needs to agree exactly, and no single field must be
// there. A key that stands for over `most_per_key` people opens no pair alone; two such keys
// together do (a common given name with a common family name, or with a year). Deterministic. Does
// not: compare; find a pair that shares nothing.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace parley::linkage {

struct BlockOptions {
  std::uint32_t candidates = 64;        // of each person of the first list: the budget
  std::uint32_t most_per_key = 20'000;  // people of the second list
};

// What was opened and what the caps lost.
struct BlockReport {
  std::uint64_t touched = 0;       // pairs that share something
  std::uint64_t candidates = 0;    // pairs compared
  std::uint64_t cut_rows = 0;      // people of the first list with more than the budget
  std::uint64_t common_keys = 0;   // over most_per_key
  std::uint64_t lost_keys = 0;     // joint keys over most_per_key too: they opened nothing
  std::uint64_t lost_by_caps = 0;  // postings of those: an upper bound on the pairs not opened

  bool operator==(const BlockReport&) const = default;
};

}  // namespace parley::linkage
