// Which keys of names are a few changes apart.
//
// Promises: edit_distance() is Levenshtein's, of at most 64 letters each. NearKeys finds, of a set
// of distinct keys, those near to one: all of them, or, `narrow`, those that share all but one
// letter of each (every key one change away, every key two neighbours of which are swapped, some
// further), in time that grows with what is found. A group of keys that share such letters counts
// up to kMostOfOne. Deterministic.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace parley::linkage {

// Insertions, deletions and exchanges of letters; at most 64 letters of each are looked at.
std::uint32_t edit_distance(std::string_view a, std::string_view b);
// Whether two parts with these keys may be alike.
bool near_keys(std::string_view a, std::string_view b);
// How many edits two keys may be apart to be worth scoring, by the longer one's length.
std::uint32_t edits_allowed(std::size_t length);

// Which letters occur, a bit each.
std::uint32_t letters_of(std::string_view key);
// Whether keys of these letters and lengths can be near.
bool near_letters(std::uint32_t letters_a, std::size_t length_a, std::uint32_t letters_b,
                  std::size_t length_b);
// As near_keys(), of keys whose letters are known.
bool near_keys(std::string_view a, std::uint32_t letters_a, std::string_view b,
               std::uint32_t letters_b);

class NearKeys {
 public:
  static constexpr std::size_t kMostOfOne = 4'000;

  // Borrows the keys.
  NearKeys(const std::vector<std::string_view>& keys, bool narrow);

  // Those near to keys[at], itself too, by number.
  void of(std::size_t at, std::vector<std::uint32_t>& out) const;

 private:
  using Entry = std::pair<std::uint64_t, std::uint32_t>;  // letters left, hashed, and whose
  void of_all(std::size_t at, std::vector<std::uint32_t>& out) const;

  const std::vector<std::string_view>& keys_;
  std::vector<std::uint32_t> letters_;
  bool narrow_;
  std::vector<Entry> entries_;  // sorted
};

}  // namespace parley::linkage
