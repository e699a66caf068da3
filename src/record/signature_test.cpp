#include "record/signature.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <type_traits>

namespace parley::record {
namespace {

SecretKey key_of(std::uint8_t fill) { return *SecretKey::from_seed(Bytes(32, fill)); }

}  // namespace

static_assert(!std::is_copy_constructible_v<SecretKey> && !std::is_copy_assignable_v<SecretKey>);
static_assert(std::is_nothrow_move_constructible_v<SecretKey>);

TEST_CASE("a signature verifies under its key, domain and message, and no other") {
  const SecretKey secret = key_of(1);
  const PublicKey key = secret.public_key();
  const Bytes message = *from_hex("00ff10");
  const Signature signature = sign(secret, "parley/act/1", message);
  CHECK(verify(key, "parley/act/1", message, signature));
  CHECK_FALSE(verify(key_of(2).public_key(), "parley/act/1", message, signature));
  CHECK_FALSE(verify(key, "parley/act/2", message, signature));
  CHECK_FALSE(verify(key, "parley/act/", message, signature));
  CHECK_FALSE(verify(key, message, signature));
  CHECK_FALSE(verify(key, "parley/act/1", *from_hex("00ff11"), signature));
  CHECK(signature == sign(secret, "parley/act/1", message));
}

TEST_CASE("the domain is ASCII, then a zero byte, then the message") {
  const SecretKey secret = key_of(3);
  using namespace std::string_view_literals;
  CHECK(sign(secret, "a", bytes_of("b")) == sign(secret, bytes_of("a\0b"sv)));
  CHECK(verify(secret.public_key(), bytes_of("a\0b"sv), sign(secret, "a", bytes_of("b"))));
}

TEST_CASE("every bit of a signature and of a key counts") {
  const SecretKey secret = key_of(4);
  const Bytes message{1, 2, 3};
  const Signature signature = sign(secret, "d", message);
  for (std::size_t bit = 0; bit < 512; ++bit) {
    Signature damaged = signature;
    damaged.bytes[bit / 8] ^= static_cast<std::uint8_t>(1u << (bit % 8));
    CHECK_FALSE(verify(secret.public_key(), "d", message, damaged));
  }
  for (std::size_t bit = 0; bit < 256; ++bit) {
    PublicKey damaged = secret.public_key();
    damaged.bytes[bit / 8] ^= static_cast<std::uint8_t>(1u << (bit % 8));
    CHECK_FALSE(verify(damaged, "d", message, signature));
  }
}

TEST_CASE("property: any message under any domain verifies and no changed one") {
  CHECK(rc::check([](std::vector<std::uint8_t> message) {
    const SecretKey secret = key_of(*rc::gen::inRange<std::uint8_t>(0, 8));
    const auto domain = *rc::gen::container<std::string>(rc::gen::inRange<char>(33, 126));
    const Signature signature = sign(secret, domain, message);
    RC_ASSERT(verify(secret.public_key(), domain, message, signature));
    message.push_back(0);
    RC_ASSERT(!verify(secret.public_key(), domain, message, signature));
  }));
}

TEST_CASE("a moved-from key keeps nothing; the moved-to key signs the same") {
  SecretKey first = key_of(5);
  const Signature signature = sign(first, "d", {});
  SecretKey second = std::move(first);
  CHECK(sign(second, "d", {}) == signature);
  CHECK(Bytes(first.seed().begin(), first.seed().end()) == Bytes(32, 0));
  first = std::move(second);
  CHECK(sign(first, "d", {}) == signature);
  CHECK(Bytes(second.seed().begin(), second.seed().end()) == Bytes(32, 0));
}

TEST_CASE("generated keys differ, and are their seed's keys") {
  SystemRandom random;
  const SecretKey a = SecretKey::generate(random);
  const SecretKey b = SecretKey::generate(random);
  CHECK(a.public_key() != b.public_key());
  CHECK(SecretKey::from_seed(a.seed())->public_key() == a.public_key());
  CHECK_FALSE(SecretKey::from_seed(Bytes(31)));
  CHECK_FALSE(PublicKey::from(Bytes(33)));
  CHECK_FALSE(Signature::from(Bytes(63)));
}

TEST_CASE("a key's id is the key") {
  const PublicKey key = key_of(6).public_key();
  CHECK(key_id(key).bytes == key.bytes);
}

}  // namespace parley::record
