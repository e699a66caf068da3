// Dates and ages as people write them in lists.
//
// Promises: a pure function; Gregorian, Hijri and Persian calendars (calendar.hpp); digits of any
// script; month names in Arabic (Levantine, Egyptian and Maghreb), English, French, Russian,
// Ukrainian, Hebrew and Persian, Hijri and Persian month names in Arabic and Latin script; year
// only, month and year, a span of years; a time after the date is left out. What could be read two
// ways says so. Never throws, whatever the bytes.
// Does not: read a spreadsheet's day numbers (the reader of the file knows its dates), free text in
// which a date stands, or a date in words. Guess silently.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "text/calendar.hpp"

namespace parley::text {

enum class DayOrder : std::uint8_t { kDayFirst, kMonthFirst };

struct DateCustom {
  DayOrder order = DayOrder::kDayFirst;
  // Two-digit years are read as the latest such year not after it (a Gregorian year).
  std::int32_t latest_year = 2100;
  // The order is known (a saved mapping, or guess_order() found it shown): not marked as assumed.
  bool order_known = false;
  // The calendar of a date that does not say, where its year allows it.
  std::optional<Calendar> calendar = std::nullopt;
};

// The first and the last day that something may mean, both of day precision.
struct DaySpan {
  Date first, last;

  bool operator==(const DaySpan&) const = default;
};

struct ReadDate {
  Date date;  // Gregorian, as precise as the text allows; the first day it may mean lies in it
  std::optional<Date> last;  // the last day it may mean, where `date` alone does not say
  Calendar calendar = Calendar::kGregorian;  // in which it was written
  bool approximate = false;       // "about 1980", "~1980"; the 30th of a Hijri month that has 29
  bool order_assumed = false;     // 03/04/1980: day and month could be the other way round
  bool likely_unknown = false;    // the first day of the year: often written for "year only"
  bool calendar_assumed = false;  // 1365: Hijri or Persian; read as Hijri
  bool century_assumed = false;   // 05/03/80
  std::optional<Date> first =
      std::nullopt;  // as `last`: a Hijri year begins within a Gregorian one

  DaySpan span() const {
    return {first.value_or(date.first_day()), last.value_or(date.last_day())};
  }
  bool operator==(const ReadDate&) const = default;
};

// Error (kBadInput): why it is no date ("there is no such month"), without the text itself.
Result<ReadDate> read_date(std::string_view written, const DateCustom& custom = {});

// True of what people put where they have nothing: "-", "unknown", "غير معروف", "неизвестно", and
// of white space alone.
bool says_unknown(std::string_view written);

// An age in whole years, 0 to 130, in digits of any script, perhaps with words ("34 года", "about
// 30", "30-35", "6 months": 0).
struct ReadAge {
  std::int32_t years = 0;
  std::int32_t most = 0;  // above `years` where a range is written
  bool approximate = false;
};
Result<ReadAge> read_age_range(std::string_view written);

// The same as one number; a range is an error.
Result<std::int32_t> read_age(std::string_view written);

// The first and last day of birth of somebody of that age on that day (or within that month or
// year). Somebody born on 29 February comes of age on 1 March.
using BirthSpan = DaySpan;
BirthSpan born_by_age(std::int32_t age, const Date& on);

// Which day order a column of dates has: month-first only if some need it and none forbid it.
// `conflict` if some cells need one and some the other.
struct OrderGuess {
  DayOrder order = DayOrder::kDayFirst;
  bool conflict = false;
  bool shown = false;  // some cells need this order and none the other
};
OrderGuess guess_order(std::span<const std::string> column);
OrderGuess guess_order(std::span<const std::string_view> column);

// The calendar that a column's undecided dates (1365/05/31) should be read in: Hijri or Persian if
// some cells show it and none the other; else none.
std::optional<Calendar> guess_calendar(std::span<const std::string> column);

}  // namespace parley::text
