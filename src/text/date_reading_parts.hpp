// A date's text taken apart: what stands in it, before anybody says what it means; for
// date_reading*.cpp only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "text/date_reading_words.hpp"

namespace parley::text {

inline constexpr std::size_t kLongestDate = 256;  // bytes

struct DateToken {
  enum class Kind : std::uint8_t { kNumber, kWord, kBlank, kMark };  // a blank: "??", "xx"
  Kind kind = Kind::kMark;
  bool spaced = false;  // white space stands before it
  char32_t mark = 0;
  std::int32_t value = 0;
  std::int32_t digits = 0;
  std::u32string text;  // of a word

  bool is(char32_t c) const { return kind == Kind::kMark && mark == c; }
  bool is_number(std::int32_t most_digits) const {
    return kind == Kind::kNumber && digits <= most_digits;
  }
};

// Error (kBadInput): not UTF-8, too long, a character that no date has, a number too long.
Result<std::vector<DateToken>> date_tokens(std::string_view written);

// The word that begins at tokens[at], and how many tokens it takes; none if it is none.
struct FoundWord {
  const DateWord* word = nullptr;
  std::size_t tokens = 1;
};
FoundWord find_word(const std::vector<DateToken>& tokens, std::size_t at, const DateWords& words);

// A number, a blank or a month's name, in the order written.
struct DateItem {
  enum class Kind : std::uint8_t { kNumber, kBlank, kMonth };
  Kind kind = Kind::kNumber;
  std::int32_t value = 0;  // 0 of a blank
  std::int32_t digits = 0;

  bool full_year() const { return kind == Kind::kNumber && digits == 4; }
};

struct DateParts {
  std::vector<DateItem> items;
  std::optional<Calendar> month_calendar;
  std::optional<Calendar> marker;
  bool approximate = false;
  bool born = false;
};

// The parts, without a time of day; two where a date is written in two calendars ("الموافق").
Result<std::vector<DateParts>> date_parts(std::string_view written);

}  // namespace parley::text
