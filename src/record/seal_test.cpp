#include "record/seal.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

namespace parley::record {
namespace {

constexpr Kdf kCheap{1, 8, {}};

SymmetricKey key_of(std::uint8_t fill) {
  SymmetricKey key;
  std::fill(key.span().begin(), key.span().end(), fill);
  return key;
}

bool holds(ByteView haystack, ByteView needle) {
  return std::search(haystack.begin(), haystack.end(), needle.begin(), needle.end()) !=
         haystack.end();
}

}  // namespace

TEST_CASE("a passphrase and its salt give one key") {
  const Passphrase words("correct horse");
  Kdf kdf = kCheap;
  const SymmetricKey key = *derive(words, kdf);
  const SymmetricKey again = *derive(Passphrase("correct horse"), kdf);
  CHECK(std::equal(key.span().begin(), key.span().end(), again.span().begin()));
  const SymmetricKey other = *derive(Passphrase("correct horse "), kdf);
  CHECK_FALSE(std::equal(key.span().begin(), key.span().end(), other.span().begin()));
  kdf.salt[0] = 1;
  const SymmetricKey salted = *derive(words, kdf);
  CHECK_FALSE(std::equal(key.span().begin(), key.span().end(), salted.span().begin()));
  kdf = kCheap;
  kdf.operations = 2;
  const SymmetricKey dearer = *derive(words, kdf);
  CHECK_FALSE(std::equal(key.span().begin(), key.span().end(), dearer.span().begin()));
}

TEST_CASE("a file cannot ask for all memory or all time") {
  for (const Kdf& kdf :
       {Kdf{1, kMaxKdfMemoryKib + 1, {}}, Kdf{kMaxKdfOperations + 1, 8, {}}, Kdf{1, UINT64_MAX, {}},
        Kdf{UINT64_MAX, 8, {}}, Kdf{1, 7, {}}, Kdf{0, 8, {}}}) {
    const auto key = derive(Passphrase("x"), kdf);
    REQUIRE_FALSE(key);
    CHECK(key.error().fault == Fault::kUnsupported);
  }
}

TEST_CASE("what is wrapped unwraps under the same key and context only") {
  SystemRandom random;
  const Bytes secret{1, 2, 3};
  const Bytes context{9};
  const Bytes wrapped = wrap(key_of(1), context, secret, random);
  CHECK(wrapped.size() == 24 + secret.size() + 16);
  CHECK(*unwrap(key_of(1), context, wrapped) == secret);
  CHECK(unwrap(key_of(2), context, wrapped).error().fault == Fault::kLocked);
  CHECK(unwrap(key_of(1), Bytes{8}, wrapped).error().fault == Fault::kLocked);
  CHECK(unwrap(key_of(1), {}, wrapped).error().fault == Fault::kLocked);
  for (std::size_t n = 0; n < wrapped.size(); ++n) {
    CHECK_FALSE(unwrap(key_of(1), context, ByteView(wrapped).first(n)));
    Bytes other = wrapped;
    other[n] ^= 1;
    CHECK_FALSE(unwrap(key_of(1), context, other));
  }
  CHECK(wrap(key_of(1), context, secret, random) != wrapped);  // a fresh nonce each time
}

TEST_CASE("what is sealed opens with its own key, wrapped, in its own place") {
  SystemRandom random;
  const SymmetricKey dossier = key_of(1);
  CHECK(rc::check("round trip", [&] {
    const Bytes bytes = *rc::gen::arbitrary<Bytes>();
    const Bytes context = *rc::gen::arbitrary<Bytes>();
    Salt salt;
    random.fill(salt);
    const Sealed sealed = seal(dossier, context, salt, bytes, random);
    RC_ASSERT(sealed.key.size() == 72u);
    RC_ASSERT(sealed.text.size() == bytes.size() + 48);
    const auto opened = unseal(dossier, context, sealed.key, sealed.text);
    RC_ASSERT(opened.has_value());
    RC_ASSERT(opened->bytes == bytes);
    RC_ASSERT(opened->salt == salt);
  }));
}

TEST_CASE("nothing else opens, and is called broken") {
  SystemRandom random;
  const SymmetricKey dossier = key_of(1);
  Salt salt;
  random.fill(salt);
  const std::string_view plain = "a name nobody bears";
  const Bytes context(32, 7);
  const Sealed sealed = seal(dossier, context, salt, bytes_of(plain), random);
  const Sealed second = seal(dossier, context, salt, bytes_of(plain), random);
  CHECK_FALSE(holds(sealed.text, bytes_of(plain)));
  CHECK(sealed.text != second.text);
  const auto broken = [&](const SymmetricKey& key, ByteView place, ByteView wrapped,
                          ByteView text) {
    const auto opened = unseal(key, place, wrapped, text);
    return !opened && opened.error().fault == Fault::kBroken;
  };
  CHECK(broken(key_of(2), context, sealed.key, sealed.text));
  CHECK(broken(dossier, Bytes(32, 8), sealed.key, sealed.text));
  CHECK(broken(dossier, context, second.key, sealed.text));
  CHECK(broken(dossier, context, {}, sealed.text));
  CHECK(broken(dossier, context, sealed.key, {}));
  CHECK(broken(dossier, context, sealed.key, ByteView(sealed.text).first(47)));
  for (std::size_t n = 0; n < sealed.text.size(); ++n) {
    Bytes other = sealed.text;
    other[n] ^= 0x80;
    CHECK(broken(dossier, context, sealed.key, other));
    CHECK(broken(dossier, context, sealed.key, ByteView(sealed.text).first(n)));
  }
  for (std::size_t n = 0; n < sealed.key.size(); ++n) {
    Bytes other = sealed.key;
    other[n] ^= 1;
    CHECK(broken(dossier, context, other, sealed.text));
  }
}

TEST_CASE("a part's context is the entry's id and the field's number") {
  EntryId id;
  id.bytes.fill(0xAB);
  const Bytes context = part_context(id, 258);
  CHECK(context.size() == 40);
  CHECK(to_hex(ByteView(context).last(8)) == "0000000000000102");
  CHECK(to_hex(ByteView(part_context(id, -1)).last(8)) == "ffffffffffffffff");
}

}  // namespace parley::record
