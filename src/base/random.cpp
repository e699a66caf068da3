#include "base/random.hpp"

#include <sodium.h>

namespace parley {

void SystemRandom::fill(std::span<std::uint8_t> out) { randombytes_buf(out.data(), out.size()); }

}  // namespace parley
