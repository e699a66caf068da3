// The Hijri and the Persian calendar, to and from days.
//
// Promises: integers only, from tables and rules in the source.
//   Gregorian  proleptic, as base/date.hpp.
//   Hijri      Umm al-Qura for the years 1300 to 1500 (12 November 1882 to 16 November 2077), a
//              table of month lengths that calendar_table.py takes from ICU 72 (which has them from
//              R. H. van Gent, "The Umm al-Qura Calendar of Saudi Arabia", Utrecht); outside it,
//              and without a gap at either end, the tabular calendar, civil epoch (16 July 622
//              Julian), leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29 of each 30.
//   Persian    solar, by the 33-year rule: a year is leap if (25 year + 11) mod 33 < 8. It agrees
//              with the astronomical calendar for the years 1206 to 1498, as published; ICU 72 has the same rule.
// Does not: know what day a month was said to begin where people look for the moon. It is often a
// day off, either way.
#pragma once

#include <cstdint>

namespace parley::text {

enum class Calendar : std::uint8_t { kGregorian, kHijri, kPersian };

struct CalendarDay {
  std::int32_t year = 1;
  std::int32_t month = 1;  // 1 to 12
  std::int32_t day = 1;    // from 1

  bool operator==(const CalendarDay&) const = default;
};

inline constexpr std::int32_t kLastCalendarYear = 9999;

// Preconditions everywhere: years 1 to kLastCalendarYear, months 1 to 12.
std::int32_t month_length(Calendar calendar, std::int32_t year, std::int32_t month);
bool is_day(Calendar calendar, const CalendarDay& day);  // takes any fields

// Days since 1970-01-01, and back. Precondition: is_day(), or a day from there on.
std::int64_t days_from(Calendar calendar, const CalendarDay& day);
CalendarDay day_in(Calendar calendar, std::int64_t days);

}  // namespace parley::text
