#include "exchange/pair_code.hpp"

#include <algorithm>
#include <array>

#include "base/hash.hpp"
#include "exchange/checked_code.hpp"

namespace parley::exchange {
namespace {

constexpr std::string_view kPurpose = "parley/pair/1";
constexpr std::size_t kDigits = 9;
constexpr std::array<std::size_t, 1> kHyphens = {5};

}  // namespace

std::string pair_code(const record::EntryId& a, const std::optional<record::EntryId>& b) {
  const record::EntryId other = b.value_or(a);
  const Digest digest =
      sha256({bytes_of(kPurpose), std::min(a, other).view(), std::max(a, other).view()});
  std::array<unsigned, kDigits> digits{};
  for (std::size_t i = 0; i < kDigits; ++i) {
    digits[i] = (digest[2 * i] * 256u + digest[2 * i + 1]) % kCodeModulus;
  }
  return checked_code(digits, kHyphens);
}

std::optional<std::string> read_pair_code(std::string_view typed) {
  const auto digits = read_checked_code(typed, kDigits);
  if (!digits) return {};
  return checked_code(*digits, kHyphens);
}

}  // namespace parley::exchange
