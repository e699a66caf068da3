#include "base/hash.hpp"

#include <sodium.h>

namespace parley {

Digest sha256(std::initializer_list<ByteView> parts) {
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  for (const ByteView part : parts) {
    crypto_hash_sha256_update(&state, part.data(), part.size());
  }
  Digest out;
  crypto_hash_sha256_final(&state, out.data());
  return out;
}

}  // namespace parley
