#include "base/secret.hpp"

#include <sodium.h>

namespace parley {

void wipe(std::span<std::uint8_t> bytes) { sodium_memzero(bytes.data(), bytes.size()); }

void Passphrase::clear() {
  sodium_memzero(text_.data(), text_.size());
  text_.clear();
}

}  // namespace parley
