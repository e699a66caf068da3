#include "exchange/number.hpp"

#include <sodium.h>

#include <array>
#include <cstdint>

#include "exchange/checked_code.hpp"

namespace parley::exchange {
namespace {

constexpr std::size_t kDigits = 8;
constexpr std::array<std::size_t, 2> kHyphens = {4, 8};

std::string draw(const NumberKey& key, const record::EntryId& recipient,
                 const record::EntryId& person, std::uint8_t attempt) {
  crypto_auth_hmacsha512256_state state;
  crypto_auth_hmacsha512256_init(&state, key.data(), key.size());
  crypto_auth_hmacsha512256_update(&state, recipient.bytes.data(), recipient.bytes.size());
  crypto_auth_hmacsha512256_update(&state, person.bytes.data(), person.bytes.size());
  crypto_auth_hmacsha512256_update(&state, &attempt, 1);
  std::array<std::uint8_t, crypto_auth_hmacsha512256_BYTES> out{};
  crypto_auth_hmacsha512256_final(&state, out.data());
  std::array<unsigned, kDigits> digits{};
  for (std::size_t i = 0; i < kDigits; ++i) digits[i] = out[i] % kCodeModulus;
  return checked_code(digits, kHyphens);
}

}  // namespace

Numbers::Numbers(const NumberKey& key, const record::EntryId& recipient,
                 const std::vector<record::EntryId>& people) {
  for (const record::EntryId& person : people) {
    std::uint8_t attempt = 0;
    std::string number = draw(key, recipient, person, attempt);
    while (people_.contains(number)) number = draw(key, recipient, person, ++attempt);
    people_.emplace(number, person);
    numbers_.emplace(person, std::move(number));
  }
}

std::optional<record::EntryId> Numbers::person(std::string_view number) const {
  const auto found = people_.find(std::string(number));
  if (found == people_.end()) return {};
  return found->second;
}

std::optional<std::string> read_number(std::string_view typed) {
  const auto digits = read_checked_code(typed, kDigits);
  if (!digits) return {};
  return checked_code(*digits, kHyphens);
}

}  // namespace parley::exchange
