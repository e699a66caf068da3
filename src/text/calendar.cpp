#include "text/calendar.hpp"

#include <algorithm>

#include "base/date.hpp"
#include "text/calendar_table.hpp"

namespace parley::text {
namespace {

// 1 Muharram 1 of the civil epoch (Julian day 1948440) and 1 Farvardin 1 (1948320).
constexpr std::int64_t kHijriEpoch = -492148;
constexpr std::int64_t kPersianEpoch = -492268;

bool in_table(std::int32_t year) { return year >= kUmmAlQuraFirst && year <= kUmmAlQuraLast; }

bool is_leap(Calendar calendar, std::int32_t year) {
  switch (calendar) {
    case Calendar::kGregorian: return is_leap_year(year);
    case Calendar::kHijri: return (11 * year + 14) % 30 < 11;  // tabular only
    case Calendar::kPersian: return (25 * year + 11) % 33 < 8;
  }
  return false;
}

std::int64_t year_start(Calendar calendar, std::int32_t year) {
  switch (calendar) {
    case Calendar::kGregorian: return days_from_civil({year, 1, 1});
    case Calendar::kHijri:
      if (in_table(year)) return kUmmAlQura[year - kUmmAlQuraFirst].start;
      return kHijriEpoch + 354 * (std::int64_t{year} - 1) + (11 * std::int64_t{year} + 3) / 30;
    case Calendar::kPersian:
      return kPersianEpoch + 365 * (std::int64_t{year} - 1) + (8 * std::int64_t{year} + 21) / 33;
  }
  return 0;
}

}  // namespace

std::int32_t month_length(Calendar calendar, std::int32_t year, std::int32_t month) {
  switch (calendar) {
    case Calendar::kGregorian: return days_in_month(year, month);
    case Calendar::kHijri:
      if (in_table(year)) {
        return 29 + (kUmmAlQura[year - kUmmAlQuraFirst].long_months >> (month - 1) & 1);
      }
      return month == 12 && is_leap(calendar, year) ? 30 : 29 + month % 2;
    case Calendar::kPersian:
      if (month <= 6) return 31;
      return month < 12 || is_leap(calendar, year) ? 30 : 29;
  }
  return 0;
}

bool is_day(Calendar calendar, const CalendarDay& day) {
  return day.year >= 1 && day.year <= kLastCalendarYear && day.month >= 1 && day.month <= 12 &&
         day.day >= 1 && day.day <= month_length(calendar, day.year, day.month);
}

std::int64_t days_from(Calendar calendar, const CalendarDay& day) {
  std::int64_t days = year_start(calendar, day.year) + day.day - 1;
  for (std::int32_t month = 1; month < day.month; ++month) {
    days += month_length(calendar, day.year, month);
  }
  return days;
}

CalendarDay day_in(Calendar calendar, std::int64_t days) {
  if (calendar == Calendar::kGregorian) {
    const Date date = civil_from_days(days);
    return {date.year, date.month, date.day};
  }
  // Years are 354 or 355, 365 or 366 days long: the guess is never late and at most one early.
  const bool hijri = calendar == Calendar::kHijri;
  const std::int64_t since = days - (hijri ? kHijriEpoch : kPersianEpoch);
  CalendarDay day;
  day.year = static_cast<std::int32_t>(hijri ? (30 * since) / 10631 : (33 * since) / 12053);
  day.year = std::max(day.year, 1);
  while (year_start(calendar, day.year + 1) <= days) ++day.year;
  std::int64_t left = days - year_start(calendar, day.year);
  while (day.month < 12 && left >= month_length(calendar, day.year, day.month)) {
    left -= month_length(calendar, day.year, day.month);
    ++day.month;
  }
  day.day = static_cast<std::int32_t>(left) + 1;
  return day;
}

}  // namespace parley::text
