#include "exchange/checked_code.hpp"

#include <algorithm>

namespace parley::exchange {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXY";
static_assert(kAlphabet.size() == kCodeModulus);

unsigned check_of(std::span<const unsigned> digits) {
  unsigned sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) sum += digits[i] * static_cast<unsigned>(i + 2);
  return sum % kCodeModulus;
}

}  // namespace

std::string checked_code(std::span<const unsigned> digits, std::span<const std::size_t> hyphens) {
  std::string out;
  for (std::size_t i = 0; i <= digits.size(); ++i) {
    if (std::find(hyphens.begin(), hyphens.end(), i) != hyphens.end()) out += '-';
    out += kAlphabet[i < digits.size() ? digits[i] : check_of(digits)];
  }
  return out;
}

std::optional<std::vector<unsigned>> read_checked_code(std::string_view typed, std::size_t digits) {
  std::vector<unsigned> read;
  for (const char raw : typed) {
    if (raw == '-' || raw == ' ') continue;
    char c = raw >= 'a' && raw <= 'z' ? static_cast<char>(raw - 'a' + 'A') : raw;
    if (c == 'O') c = '0';
    if (c == 'I' || c == 'L') c = '1';
    const std::size_t at = kAlphabet.find(c);
    if (at == std::string_view::npos || read.size() > digits) return {};
    read.push_back(static_cast<unsigned>(at));
  }
  if (read.size() != digits + 1) return {};
  const unsigned check = read.back();
  read.pop_back();
  if (check != check_of(read)) return {};
  return read;
}

}  // namespace parley::exchange
