// Logarithms and powers of two in millibits, the same on every machine: integers, and doubles only
// through operations that IEEE 754 rounds exactly.
#pragma once

#include <cstdint>

namespace parley::linkage {

// 1000 * log2(n), to the nearest. Precondition: n > 0.
std::int32_t log2_millibits(std::uint64_t n);
// 1000 * log2(n / d), to the nearest. Precondition: both > 0.
std::int32_t log2_millibits(std::uint64_t n, std::uint64_t d);

// 2^(millibits / 1000); 0 and infinity beyond a double's range.
double exp2_millibits(std::int32_t millibits);

}  // namespace parley::linkage
