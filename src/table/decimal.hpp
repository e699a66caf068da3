// Numbers as spreadsheets store them, as the text that a person would write.
//
// Promises: at most the 15 digits that a spreadsheet shows, without an exponent below 10^21,
// without trailing zeros: "1980.0" is "1980", "0.30000000000000004" is "0.3", "9.6E11" is
// "960000000000". Independent of the locale.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace parley::table {

// A decimal number with or without exponent; nothing if the text is none, or is not finite.
std::optional<double> decimal_value(std::string_view text);
std::optional<std::string> shortest_decimal(std::string_view text);

}  // namespace parley::table
