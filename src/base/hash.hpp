// SHA-256 (FIPS 180-4), by libsodium. Deterministic everywhere.
#pragma once

#include <array>
#include <initializer_list>

#include "base/bytes.hpp"

namespace parley {

using Digest = std::array<std::uint8_t, 32>;

// The hash of the parts laid end to end.
Digest sha256(std::initializer_list<ByteView> parts);
inline Digest sha256(ByteView bytes) { return sha256({bytes}); }

}  // namespace parley
