#include "exchange/pair_code.hpp"

#include <algorithm>
#include <array>

#include "base/hash.hpp"
#include "exchange/checked_code.hpp"

namespace parley::exchange {
namespace {

constexpr std::string_view kPurpose = "parley/pair/1";
constexpr std::string_view kShownPurpose = "parley/pair-shown/1";
constexpr std::size_t kDigits = 9;
constexpr std::size_t kShownDigits = 5;
constexpr std::array<std::size_t, 1> kHyphens = {5};

template <std::size_t N>
std::array<unsigned, N> digits_of(const Digest& digest) {
  static_assert(2 * N <= std::tuple_size_v<Digest>);
  std::array<unsigned, N> digits{};
  for (std::size_t i = 0; i < N; ++i) {
    digits[i] = (digest[2 * i] * 256u + digest[2 * i + 1]) % kCodeModulus;
  }
  return digits;
}

}  // namespace

std::string pair_code(const record::EntryId& a, const std::optional<record::EntryId>& b) {
  const record::EntryId other = b.value_or(a);
  return checked_code(digits_of<kDigits>(sha256({bytes_of(kPurpose), std::min(a, other).view(),
                                                 std::max(a, other).view()})),
                      kHyphens);
}

std::string shown_code(ByteView shown) {
  return checked_code(digits_of<kShownDigits>(sha256({bytes_of(kShownPurpose), shown})), {});
}

std::string text_of(const SheetCode& code) { return code.pair + ' ' + code.shown; }

std::optional<SheetCode> read_sheet_code(std::string_view typed) {
  // The last characters that are neither hyphen nor space are those of what was shown.
  std::size_t from = typed.size();
  for (std::size_t left = kShownDigits + 1; left > 0 && from > 0;) {
    --from;
    if (typed[from] != '-' && typed[from] != ' ') --left;
  }
  const auto pair = read_checked_code(typed.substr(0, from), kDigits);
  const auto shown = read_checked_code(typed.substr(from), kShownDigits);
  if (!pair || !shown) return {};
  return SheetCode{checked_code(*pair, kHyphens), checked_code(*shown, {})};
}

}  // namespace parley::exchange
