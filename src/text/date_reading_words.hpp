// The words of dates and ages; for date_reading*.cpp only.
//
// Promises: spellings as people write them, folded (fold_date_text()) and found as one key whether
// they are written as one word or several: "ذو القعدة" and "ذوالقعدة". Does not: hold words that
// stand for two things; a test says so.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.hpp"
#include "text/calendar.hpp"

namespace parley::text {

enum class DateWordKind : std::uint8_t {
  kMonth,
  kCalendar,     // "AH", "م"
  kFiller,       // "year", "في", "Monday"
  kBorn,         // "مواليد": a two-digit number after it is a year
  kApproximate,  // "circa"
  kAlso,         // "الموافق": the same day in another calendar follows
  kClock,        // "pm", "UTC"; "T" between date and time
  // Of ages.
  kYears,
  kMonths,
  kWeeks,
  kDays,
};

struct DateWord {
  DateWordKind kind = DateWordKind::kFiller;
  Calendar calendar = Calendar::kGregorian;
  std::int32_t value =
      0;  // of a month, 1 to 12; of a unit of age that bears its number ("سنتان"), 2

  bool operator==(const DateWord&) const = default;
};

// Compatibility decomposition, lower case, without marks, vowel signs, tatweel, apostrophes and
// what has no width; Arabic and Persian look-alike letters as one; digits as 0 to 9.
// Error (kBadInput): not UTF-8.
Result<std::u32string> fold_date_text(std::string_view text);

struct DateWords {
  std::unordered_map<std::u32string, DateWord> words;
  std::size_t clashes = 0;  // words that stand for two things: none

  const DateWord* find(const std::u32string& folded) const {
    const auto found = words.find(folded);
    return found == words.end() ? nullptr : &found->second;
  }
};
const DateWords& date_words();
const DateWords& age_words();
const DateWords& unknown_words();

}  // namespace parley::text
