#include "base/random.hpp"

#include <sodium.h>

#include <algorithm>

namespace parley {

void SystemRandom::fill(std::span<std::uint8_t> out) {
  if (out.size() > kBlock) {
    randombytes_buf(out.data(), out.size());
    return;
  }
  if (out.size() > kBlock - used_) {
    randombytes_buf(block_.data(), kBlock);
    used_ = 0;
  }
  const auto given = block_.span().subspan(used_, out.size());
  std::copy(given.begin(), given.end(), out.begin());
  wipe(given);
  used_ += out.size();
}

}  // namespace parley
