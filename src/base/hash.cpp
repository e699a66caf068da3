#include "base/hash.hpp"

#include <nettle/sha2.h>

namespace parley {

Digest sha256(std::initializer_list<ByteView> parts) {
  sha256_ctx context;
  sha256_init(&context);
  for (const ByteView part : parts) sha256_update(&context, part.size(), part.data());
  Digest out;
  sha256_digest(&context, out.size(), out.data());
  return out;
}

}  // namespace parley
