// Where a file says who is who: a column, or the beginning of what it says.
//
// "cluster" names a column. "rec_id:2-" names the column rec_id, of which counts what stands before
// the second "-": rec-17-org and rec-17-dup-3 are one person.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace parley::linkage {

struct Truth {
  std::string header;
  std::uint32_t count = 0;  // 0: the whole cell
  char separator = '\0';

  bool operator==(const Truth&) const = default;
};

// At the end, after a colon: a number from 1 to 9 and one ASCII character that is no letter or
// digit; else the whole is the header.
Truth parse_truth(std::string_view text);

// The part of a cell that counts; the whole where it has fewer separators.
std::string_view told(const Truth& truth, std::string_view cell);

}  // namespace parley::linkage
