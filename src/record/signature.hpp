// Ed25519 signatures (RFC 8032) by libsodium, with a domain for each use.
//
// Promises: signing is deterministic; a signature made for one domain verifies in no other; a
// SecretKey is moved, never copied, and wiped when it goes. Verification is libsodium's: stricter
// than RFC 8032 asks, never more lenient (what it accepts: doc/explanation/ed25519.md).
// Does not: promise that a message has only one valid signature. Nothing may use a signature's
// bytes as an identity. Memory of a SecretKey is not locked against swapping.
// Precondition of all: sodium_init() has succeeded.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string_view>

#include "base/bytes.hpp"
#include "base/random.hpp"
#include "base/secret.hpp"
#include "record/ids.hpp"

namespace parley::record {

struct PublicKey {
  std::array<std::uint8_t, 32> bytes{};
  auto operator<=>(const PublicKey&) const = default;
  // Error (kBadInput): not 32 bytes. Whether it is a point of the curve shows at verification.
  static Result<PublicKey> from(ByteView bytes);
};

struct Signature {
  std::array<std::uint8_t, 64> bytes{};
  bool operator==(const Signature&) const = default;
  // Error (kBadInput): not 64 bytes.
  static Result<Signature> from(ByteView bytes);
};

class SecretKey {
 public:
  static constexpr std::size_t kSeedSize = 32;

  static SecretKey generate(Random& random);
  // The key of RFC 8032's 32-byte private key. Error (kBadInput): not kSeedSize bytes.
  static Result<SecretKey> from_seed(ByteView seed);

  PublicKey public_key() const;
  // The secret itself, to be sealed into a key file. Valid while the key lives.
  ByteView seed() const { return bytes_.span().first(kSeedSize); }

 private:
  SecretKey() = default;
  friend Signature sign(const SecretKey&, ByteView);
  SecretBytes<64> bytes_;  // seed, then public key
};

// The public key itself: whoever holds a header can check its act's signature without a registry.
KeyId key_id(const PublicKey& key);
// Whether it is a point that a signature could ever verify with.
bool is_usable(const PublicKey& key);

// Signs ASCII domain || 0x00 || message. Precondition: the domain has no zero byte.
Signature sign(const SecretKey& secret, std::string_view domain, ByteView message);
[[nodiscard]] bool verify(const PublicKey& key, std::string_view domain, ByteView message,
                          const Signature& signature);

// The message as it is: for signed notes, whose text is UTF-8 without zero bytes and so never
// looks like a message with a domain.
Signature sign(const SecretKey& secret, ByteView message);
[[nodiscard]] bool verify(const PublicKey& key, ByteView message, const Signature& signature);

}  // namespace parley::record
