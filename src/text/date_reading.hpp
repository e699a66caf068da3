// Dates and ages as people write them in lists.
//
// Promises: a pure function; Gregorian, Hijri (Umm al-Qura; tabular outside its table) and Persian
// calendars; digits of any script; month names in Arabic (both the Levantine and the Egyptian
// names), English, French, Russian, Ukrainian, Persian, and Hijri month names in Arabic and Latin
// script; year only, month and year. Does not: guess silently: what could be read two ways says so.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"

namespace parley::text {

enum class Calendar : std::uint8_t { kGregorian, kHijri, kPersian };

enum class DayOrder : std::uint8_t { kDayFirst, kMonthFirst };

struct DateCustom {
  DayOrder order = DayOrder::kDayFirst;
  // Two-digit years are read as the latest such year not after it.
  std::int32_t latest_year = 2100;
};

struct ReadDate {
  Date date;  // Gregorian; as precise as the text allows (a Hijri year alone spans two: see last)
  std::optional<Date> last;  // the last day it may mean, where `date` alone does not say
  Calendar calendar = Calendar::kGregorian;
  bool approximate = false;        // "about 1980", "~1980"
  bool order_assumed = false;      // 03/04/1980: day and month could be the other way round
  bool likely_unknown = false;     // 1 January (Gregorian): often written for "year only"
};

// Error (kBadInput): why it is no date ("there is no month 13"), without the text itself.
Result<ReadDate> read_date(std::string_view written, const DateCustom& custom = {});

// A whole number of years, 0 to 130, in digits of any script, perhaps with a word for years.
Result<std::int32_t> read_age(std::string_view written);

// The first and last day of birth of somebody of that age on that day.
struct BirthSpan {
  Date first, last;
};
BirthSpan born_by_age(std::int32_t age, const Date& on);

// Which day order a column of dates has: month-first only if some need it and none forbid it.
// `conflict` if some cells need one and some the other.
struct OrderGuess {
  DayOrder order = DayOrder::kDayFirst;
  bool conflict = false;
};

}  // namespace parley::text
