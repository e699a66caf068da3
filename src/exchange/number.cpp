#include "exchange/number.hpp"

#include <sodium.h>

#include <array>
#include <cstdint>

namespace parley::exchange {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXY";
constexpr std::size_t kDigits = 8;
constexpr unsigned kModulus = 31;  // prime, and as many as there are characters
static_assert(kAlphabet.size() == kModulus);

char check_of(const std::array<unsigned, kDigits>& digits) {
  unsigned sum = 0;
  for (std::size_t i = 0; i < kDigits; ++i) {
    sum += digits[i] * static_cast<unsigned>(i + 2);
  }
  return kAlphabet[sum % kModulus];
}

std::string written(const std::array<unsigned, kDigits>& digits) {
  std::string out;
  for (std::size_t i = 0; i < kDigits; ++i) {
    if (i == kDigits / 2) out += '-';
    out += kAlphabet[digits[i]];
  }
  out += '-';
  out += check_of(digits);
  return out;
}

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
  for (std::size_t i = 0; i < kDigits; ++i) digits[i] = out[i] % kModulus;
  return written(digits);
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
  std::array<unsigned, kDigits> digits{};
  std::size_t count = 0;
  char check = 0;
  for (const char raw : typed) {
    if (raw == '-' || raw == ' ') continue;
    char c = raw >= 'a' && raw <= 'z' ? static_cast<char>(raw - 'a' + 'A') : raw;
    if (c == 'O') c = '0';
    if (c == 'I' || c == 'L') c = '1';
    const std::size_t at = kAlphabet.find(c);
    if (at == std::string_view::npos || count > kDigits) return {};
    if (count < kDigits) digits[count] = static_cast<unsigned>(at);
    if (count == kDigits) check = c;
    ++count;
  }
  if (count != kDigits + 1 || check != check_of(digits)) return {};
  return written(digits);
}

}  // namespace parley::exchange
