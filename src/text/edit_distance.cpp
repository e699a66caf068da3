#include "text/edit_distance.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace parley::text {
namespace {

constexpr std::size_t kWord = 64;

// `a` of 1 to 64 bytes: one column of the table is two words of bits, of what goes up and down.
std::size_t by_bits(std::string_view a, std::string_view b) {
  std::array<std::uint64_t, 256> where{};
  for (std::size_t i = 0; i < a.size(); ++i) {
    where[static_cast<std::uint8_t>(a[i])] |= std::uint64_t{1} << i;
  }
  const std::uint64_t last = std::uint64_t{1} << (a.size() - 1);
  std::uint64_t up = ~std::uint64_t{0}, down = 0, diagonal = 0, before = 0;
  std::size_t distance = a.size();
  for (const char c : b) {
    const std::uint64_t here = where[static_cast<std::uint8_t>(c)];
    const std::uint64_t swapped = ((~diagonal & here) << 1) & before;
    diagonal = ((((here & up) + up) ^ up) | here | down) | swapped;
    std::uint64_t right = down | ~(diagonal | up);
    std::uint64_t left = diagonal & up;
    distance += (right & last) != 0;
    distance -= (left & last) != 0;
    right = right << 1 | 1;
    left <<= 1;
    up = left | ~(diagonal | right);
    down = right & diagonal;
    before = here;
  }
  return distance;
}

std::size_t by_table(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1), before, two_before;
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    two_before = std::exchange(before, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t exchanged = before[j - 1] + (a[i - 1] != b[j - 1]);
      row[j] = std::min({before[j] + 1, row[j - 1] + 1, exchanged});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], two_before[j - 2] + 1);
      }
    }
  }
  return row[b.size()];
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.empty()) return b.size();
  return a.size() <= kWord ? by_bits(a, b) : by_table(a, b);
}

}  // namespace parley::text
