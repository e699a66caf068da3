#include "linkage/bits.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace parley::linkage {
namespace {

__extension__ typedef unsigned __int128 Wide;

constexpr int kFraction = 24;  // bits of a logarithm after the point

// log2(n) * 2^24: the integer part from the highest bit, then a bit a squaring of the mantissa.
std::int64_t log2_fixed(std::uint64_t n) {
  const int whole = static_cast<int>(std::bit_width(n)) - 1;
  std::uint64_t mantissa = n << (63 - whole);  // [1, 2) with 63 bits after the point
  std::int64_t fraction = 0;
  for (int bit = 0; bit < kFraction; ++bit) {
    const Wide square = Wide{mantissa} * mantissa;  // [1, 4) with 126
    fraction <<= 1;
    if ((square >> 127) != 0) {
      fraction |= 1;
      mantissa = static_cast<std::uint64_t>(square >> 64);
    } else {
      mantissa = static_cast<std::uint64_t>(square >> 63);
    }
  }
  return (static_cast<std::int64_t>(whole) << kFraction) + fraction;
}

std::int32_t to_millibits(std::int64_t fixed) {
  return static_cast<std::int32_t>((fixed * 1000 + (std::int64_t{1} << (kFraction - 1))) >>
                                   kFraction);
}

// 2^(k/1000) for k of 0 to 999, from 2^(1/1000) with 63 bits after the point.
std::array<double, 1000> powers() {
  constexpr std::uint64_t kStep = 9229767407387847701u;  // round(2^(1/1000) * 2^63)
  std::array<double, 1000> out{};
  std::uint64_t power = std::uint64_t{1} << 63;
  for (double& value : out) {
    value = std::ldexp(static_cast<double>(power >> 11), -52);
    power = static_cast<std::uint64_t>((Wide{power} * kStep) >> 63);
  }
  return out;
}

}  // namespace

std::int32_t log2_millibits(std::uint64_t n) { return to_millibits(log2_fixed(n)); }

std::int32_t log2_millibits(std::uint64_t n, std::uint64_t d) {
  return to_millibits(log2_fixed(n) - log2_fixed(d));
}

double exp2_millibits(std::int32_t millibits) {
  static const std::array<double, 1000> kPowers = powers();
  const std::int32_t part = ((millibits % 1000) + 1000) % 1000;
  const std::int32_t whole = (millibits - part) / 1000;
  return std::ldexp(kPowers[static_cast<std::size_t>(part)], std::clamp(whole, -2000, 2000));
}

}  // namespace parley::linkage
