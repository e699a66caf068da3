// Decimal digits of any script.
//
// Promises: every decimal digit (Unicode 15, general category Nd) by a table in the source: ٣, ۳, ३
// and ３ are 3. Does not: know other numerals (Roman, Hebrew letters, circled, superscript).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace parley::text {

// 0 to 9, or none.
std::optional<int> digit_value(char32_t character);

// The text with every such digit as 0 to 9; bytes that are not UTF-8 stay as they are.
std::string ascii_digits(std::string_view text);

}  // namespace parley::text
