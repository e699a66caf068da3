// The order in which the engine has the people of a list: by what they say, never by where they
// stand. Opaque ids of terms (perhaps random) decide only between people who else say the same; the
// caller's index only between people who are alike to the letter.
#pragma once

#include <cstdint>
#include <vector>

#include "linkage/records.hpp"

namespace parley::linkage {

struct Ordered {
  std::vector<std::uint32_t> order;  // positions in the Records
  std::vector<Hash> hashes;          // of what they say, in that order
};
Ordered in_order(const Records& records);

}  // namespace parley::linkage
