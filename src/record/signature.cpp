#include "record/signature.hpp"

#include <sodium.h>

#include <algorithm>

namespace parley::record {
namespace {

template <class Fixed>
Result<Fixed> fixed_from(ByteView bytes, const char* what) {
  Fixed out;
  if (bytes.size() != out.bytes.size()) {
    return fail(Fault::kBadInput, std::string(what) + " of " + std::to_string(bytes.size()) +
                                      " bytes, not " + std::to_string(out.bytes.size()));
  }
  std::copy(bytes.begin(), bytes.end(), out.bytes.begin());
  return out;
}

Bytes with_domain(std::string_view domain, ByteView message) {
  Bytes out;
  out.reserve(domain.size() + 1 + message.size());
  append(out, bytes_of(domain));
  out.push_back(0);
  append(out, message);
  return out;
}

}  // namespace

Result<PublicKey> PublicKey::from(ByteView bytes) {
  return fixed_from<PublicKey>(bytes, "a public key");
}

Result<Signature> Signature::from(ByteView bytes) {
  return fixed_from<Signature>(bytes, "a signature");
}

SecretKey SecretKey::generate(Random& random) {
  SecretBytes<kSeedSize> seed;
  random.fill(seed.span());
  return *from_seed(seed.span());
}

Result<SecretKey> SecretKey::from_seed(ByteView seed) {
  if (seed.size() != kSeedSize) return fail(Fault::kBadInput, "a secret key of a wrong length");
  SecretKey key;
  std::array<std::uint8_t, 32> unused;  // the public key, which the secret key ends in
  crypto_sign_ed25519_seed_keypair(unused.data(), key.bytes_.data(), seed.data());
  return key;
}

PublicKey SecretKey::public_key() const {
  PublicKey key;
  std::copy_n(bytes_.data() + kSeedSize, key.bytes.size(), key.bytes.begin());
  return key;
}

KeyId key_id(const PublicKey& key) { return KeyId{key.bytes}; }

bool is_usable(const PublicKey& key) {
  return crypto_core_ed25519_is_valid_point(key.bytes.data()) == 1;
}

Signature sign(const SecretKey& secret, std::string_view domain, ByteView message) {
  return sign(secret, with_domain(domain, message));
}

bool verify(const PublicKey& key, std::string_view domain, ByteView message,
            const Signature& signature) {
  return verify(key, with_domain(domain, message), signature);
}

Signature sign(const SecretKey& secret, ByteView message) {
  Signature out;
  crypto_sign_ed25519_detached(out.bytes.data(), nullptr, message.data(), message.size(),
                               secret.bytes_.data());
  return out;
}

bool verify(const PublicKey& key, ByteView message, const Signature& signature) {
  return crypto_sign_ed25519_verify_detached(signature.bytes.data(), message.data(), message.size(),
                                             key.bytes.data()) == 0;
}

}  // namespace parley::record
