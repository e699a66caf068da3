// Sealing: how payloads are encrypted at rest, and how a passphrase opens them.
//
// passphrase --Argon2id--> slot key --wraps--> dossier key --wraps--> payload key --seals--> payload.
// All encryption is XChaCha20-Poly1305 (IETF, libsodium). Destroying one wrapped payload key
// destroys that payload and no other.
// Does not: hide how many payloads there are, or their lengths, from who holds the file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/bytes.hpp"
#include "base/random.hpp"
#include "base/secret.hpp"
#include "record/entry.hpp"
#include "record/ids.hpp"

namespace parley::record {

using SymmetricKey = SecretBytes<32>;

// Argon2id's cost, recorded beside what it protects.
struct Kdf {
  std::uint64_t operations = 3;
  std::uint64_t memory_kib = 128 * 1024;
  std::array<std::uint8_t, 16> salt{};

  bool operator==(const Kdf&) const = default;
};

// A hostile file must not make this program take all memory or run for ever.
constexpr std::uint64_t kMaxKdfMemoryKib = 1024 * 1024;
constexpr std::uint64_t kMaxKdfOperations = 16;

// The passphrase is brought into Unicode normalisation form C first.
// Error: kUnsupported beyond the limits above, kBadInput if not UTF-8, kIo if memory lacks.
Result<SymmetricKey> derive(const Passphrase& passphrase, const Kdf& kdf);

// A key for one purpose alone, which tells nothing of the one it is made from (keyed BLAKE2b).
SymmetricKey derive(const SymmetricKey& from, std::string_view purpose);

// nonce (24) || ciphertext || tag (16); `context` is authenticated, not stored.
Bytes wrap(const SymmetricKey& key, ByteView context, ByteView secret, Random& random);
// Error: kLocked where key or context do not fit.
Result<Bytes> unwrap(const SymmetricKey& key, ByteView context, ByteView wrapped);

// Seals salt || bytes under a fresh key; `context` is the entry's id, for a part followed by the
// field's number as eight bytes, big-endian. The key seals once, so the nonce is zero.
struct Sealed {
  Bytes key;   // the fresh key, wrapped by the dossier key: 72 bytes
  Bytes text;  // salt || bytes, encrypted: 48 bytes longer than bytes
};
Sealed seal(const SymmetricKey& dossier_key, ByteView context, const Salt& salt, ByteView bytes,
            Random& random);

struct Unsealed {
  Salt salt{};
  Bytes bytes;
};
// Error: kBroken where the sealed text was changed or does not belong to `context`.
Result<Unsealed> unseal(const SymmetricKey& dossier_key, ByteView context, ByteView wrapped_key,
                        ByteView sealed_text);

Bytes part_context(const EntryId& entry, std::int64_t field);

}  // namespace parley::record
