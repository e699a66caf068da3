// Short codes that people copy by hand: characters of 31, and one more to check.
//
// Promises: a slip of one character, or two neighbours exchanged, is noticed. How: Crockford's base
// 32 without Z; the check character is the sum of the digits weighted by place, modulo 31, which is
// prime and as many as there are characters.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parley::exchange {

constexpr unsigned kCodeModulus = 31;

// The digits and the check character, with a hyphen before the characters at `hyphens`.
std::string checked_code(std::span<const unsigned> digits, std::span<const std::size_t> hyphens);

// As a person may type it: small letters, spaces, O for 0, I and L for 1. Empty: not so many digits,
// another character, or the check character does not fit.
std::optional<std::vector<unsigned>> read_checked_code(std::string_view typed, std::size_t digits);

}  // namespace parley::exchange
