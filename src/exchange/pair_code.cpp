#include "exchange/pair_code.hpp"

#include <algorithm>
#include <array>

#include "base/hash.hpp"

namespace parley::exchange {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXY";
constexpr std::string_view kPurpose = "parley/pair/1";
constexpr std::size_t kDigits = 9;
constexpr unsigned kModulus = 31;  // prime, and as many as there are characters
static_assert(kAlphabet.size() == kModulus);

using Digits = std::array<unsigned, kDigits>;

char check_of(const Digits& digits) {
  unsigned sum = 0;
  for (std::size_t i = 0; i < kDigits; ++i) sum += digits[i] * static_cast<unsigned>(i + 2);
  return kAlphabet[sum % kModulus];
}

std::string written(const Digits& digits) {
  std::string out;
  for (std::size_t i = 0; i < kDigits; ++i) {
    if (i == 5) out += '-';
    out += kAlphabet[digits[i]];
  }
  return out + check_of(digits);
}

}  // namespace

std::string pair_code(const record::EntryId& a, const std::optional<record::EntryId>& b) {
  const record::EntryId other = b.value_or(a);
  const Digest digest =
      sha256({bytes_of(kPurpose), std::min(a, other).view(), std::max(a, other).view()});
  Digits digits{};
  for (std::size_t i = 0; i < kDigits; ++i) {
    digits[i] = (digest[2 * i] * 256u + digest[2 * i + 1]) % kModulus;
  }
  return written(digits);
}

std::optional<std::string> read_pair_code(std::string_view typed) {
  Digits digits{};
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
