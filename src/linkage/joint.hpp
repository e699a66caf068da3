// Who has two things together: keys of 64 bits -> people.
//
// Promises: people of a key in order, each once; a look-up reads about two places of memory.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "linkage/records.hpp"

namespace parley::linkage {

// What two things together are looked up by: two parts of names, or a part and a year or a term of
// a field.
std::uint64_t joint_of_parts(std::uint32_t x, std::uint32_t y);
std::uint64_t joint_of_year(std::uint32_t part, std::size_t field, std::int32_t year);
std::uint64_t joint_of_term(std::uint32_t part, std::size_t field, std::uint32_t term);

class Joint {
 public:
  // Sets the keys of a person, in any order; asked twice for each.
  using KeysOf = std::function<void(std::uint32_t person, std::vector<std::uint64_t>& keys)>;

  Joint() = default;
  Joint(std::uint32_t people, const KeysOf& keys_of);
  Range of(std::uint64_t key) const;
  const std::uint32_t* people() const { return people_.data(); }

 private:
  std::size_t bucket_of(std::uint64_t key) const { return key >> shift_; }

  int shift_ = 63;
  std::vector<std::uint32_t> first_;  // by bucket: the keys' high bits
  std::vector<std::uint64_t> keys_;   // sorted
  std::vector<std::uint32_t> people_;
};

}  // namespace parley::linkage
