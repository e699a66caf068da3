#include "record/seal.hpp"

#include <sodium.h>

#include <algorithm>

#include "text/normal.hpp"

namespace parley::record {
namespace {

constexpr std::size_t kNonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::array<std::uint8_t, kNonceSize> kZeroNonce{};

void encrypt(std::uint8_t* out, const std::uint8_t* key, const std::uint8_t* nonce,
             ByteView context, ByteView plain) {
  crypto_aead_xchacha20poly1305_ietf_encrypt(out, nullptr, plain.data(), plain.size(),
                                             context.data(), context.size(), nullptr, nonce, key);
}

bool decrypt(std::uint8_t* out, const std::uint8_t* key, const std::uint8_t* nonce,
             ByteView context, ByteView sealed) {
  return crypto_aead_xchacha20poly1305_ietf_decrypt(out, nullptr, nullptr, sealed.data(),
                                                    sealed.size(), context.data(), context.size(),
                                                    nonce, key) == 0;
}

}  // namespace

Result<SymmetricKey> derive(const Passphrase& passphrase, const Kdf& kdf) {
  if (kdf.memory_kib > kMaxKdfMemoryKib || kdf.operations > kMaxKdfOperations ||
      kdf.memory_kib < 8 || kdf.operations < 1) {
    return fail(Fault::kUnsupported, "the passphrase's cost parameters are out of bounds");
  }
  // Another keyboard may spell the same passphrase with other code points.
  PARLEY_ASSIGN(std::string normal, text::nfc(passphrase.text()));
  const Passphrase typed(normal);
  wipe({reinterpret_cast<std::uint8_t*>(normal.data()), normal.size()});
  SymmetricKey key;
  if (crypto_pwhash(key.data(), key.size(), typed.text().data(), typed.text().size(),
                    kdf.salt.data(), kdf.operations, kdf.memory_kib * 1024,
                    crypto_pwhash_ALG_ARGON2ID13) != 0) {
    return fail(Fault::kIo, "not enough memory to derive a key from the passphrase");
  }
  return key;
}

SymmetricKey derive(const SymmetricKey& from, std::string_view purpose) {
  SymmetricKey out;
  const ByteView text = bytes_of(purpose);
  crypto_generichash(out.data(), out.size(), text.data(), text.size(), from.data(), from.size());
  return out;
}

Bytes wrap(const SymmetricKey& key, ByteView context, ByteView secret, Random& random) {
  Bytes out(kNonceSize + secret.size() + kTagSize);
  random.fill(std::span(out).first(kNonceSize));
  encrypt(out.data() + kNonceSize, key.data(), out.data(), context, secret);
  return out;
}

Result<Bytes> unwrap(const SymmetricKey& key, ByteView context, ByteView wrapped) {
  if (wrapped.size() < kNonceSize + kTagSize) return fail(Fault::kLocked, "too short to open");
  Bytes out(wrapped.size() - kNonceSize - kTagSize);
  if (!decrypt(out.data(), key.data(), wrapped.data(), context, wrapped.subspan(kNonceSize))) {
    return fail(Fault::kLocked, "the key does not open this");
  }
  return out;
}

Sealed seal(const SymmetricKey& dossier_key, ByteView context, const Salt& salt, ByteView bytes,
            Random& random) {
  SymmetricKey key;
  random.fill(key.span());
  Bytes plain;
  plain.reserve(salt.size() + bytes.size());
  append(plain, salt);
  append(plain, bytes);
  Sealed sealed;
  sealed.text.resize(plain.size() + kTagSize);
  encrypt(sealed.text.data(), key.data(), kZeroNonce.data(), context, plain);
  sealed.key = wrap(dossier_key, context, key.span(), random);
  wipe(plain);
  return sealed;
}

Result<Unsealed> unseal(const SymmetricKey& dossier_key, ByteView context, ByteView wrapped_key,
                        ByteView sealed_text) {
  Unsealed out;
  if (sealed_text.size() < out.salt.size() + kTagSize) {
    return fail(Fault::kBroken, "the sealed payload is too short");
  }
  auto raw_key = unwrap(dossier_key, context, wrapped_key);
  if (!raw_key || raw_key->size() != SymmetricKey::size()) {
    return fail(Fault::kBroken, "the payload's key was changed or belongs to another entry");
  }
  Bytes plain(sealed_text.size() - kTagSize);
  const bool opened =
      decrypt(plain.data(), raw_key->data(), kZeroNonce.data(), context, sealed_text);
  wipe(*raw_key);
  if (!opened) {
    return fail(Fault::kBroken, "the sealed payload was changed or belongs to another entry");
  }
  std::copy_n(plain.begin(), out.salt.size(), out.salt.begin());
  out.bytes.assign(plain.begin() + static_cast<std::ptrdiff_t>(out.salt.size()), plain.end());
  return out;
}

Bytes part_context(const EntryId& entry, std::int64_t field) {
  Bytes context(entry.bytes.begin(), entry.bytes.end());
  const auto number = static_cast<std::uint64_t>(field);
  for (int shift = 56; shift >= 0; shift -= 8) {
    context.push_back(static_cast<std::uint8_t>(number >> shift));
  }
  return context;
}

}  // namespace parley::record
