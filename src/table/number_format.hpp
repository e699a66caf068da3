// What a spreadsheet's number format shows of a number: a date, a time, or the number.
//
// Promises: the built-in formats of ECMA-376 part 1, 18.8.30, with the dates of its East Asian and
// Thai lists; format codes as Excel writes them (English letters), by their first section. Does
// not: know colours, conditions, or months written by a code in another language.
#pragma once

#include <cstdint>
#include <string_view>

namespace parley::table {

struct NumberFormat {
  enum class Shown : std::uint8_t {
    kNumber,
    kDay,       // a date
    kMonth,     // a date without its day
    kYear,      // a date without its month
    kDateTime,  // a date with a time of day
    kTime,      // a time of day
  };
  Shown shown = Shown::kNumber;
  std::uint8_t digits = 0;  // "00000" shows at least this many; 0 or 1: as they come

  bool operator==(const NumberFormat&) const = default;
};

NumberFormat builtin_number_format(std::uint32_t id);
NumberFormat number_format_of_code(std::string_view code);

}  // namespace parley::table
