// A civil date that may be known only to the month or the year.
//
// Promises: the proleptic Gregorian calendar, years 1 to 9999, in integers; one spelling a value
// ("2014-01-13", "2014-01", "2014"). The order is by the earliest day meant, the coarser first.
// Does not: read a clock, know time zones or locales, or convert other calendars.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace parley {

enum class Precision : std::uint8_t { kDay, kMonth, kYear };

std::string_view name(Precision precision);  // "day", "month", "year"

struct Date {
  std::int32_t year = 1;
  std::int32_t month = 0;  // 1 to 12; 0: known to the year only
  std::int32_t day = 0;    // 1 to 31; 0: known to the month only

  auto operator<=>(const Date&) const = default;

  Precision precision() const {
    return month == 0 ? Precision::kYear : day == 0 ? Precision::kMonth : Precision::kDay;
  }
  // The same date, said no more precisely than `to`.
  Date coarsened(Precision to) const;
  // The first and the last day it may mean, both of day precision.
  Date first_day() const;
  Date last_day() const;

  std::string iso() const;  // "2014-01"
};

// Error (kBadInput): another spelling, or no such day.
Result<Date> parse_date(std::string_view text);

// True if the fields are a date as described above.
bool is_date(const Date& date);

bool is_leap_year(std::int32_t year);
std::int32_t days_in_month(std::int32_t year, std::int32_t month);  // month 1 to 12

// Days since 1970-01-01, and back. Precondition: day precision. Source: Howard Hinnant,
// "chrono-Compatible Low-Level Date Algorithms", days_from_civil and civil_from_days.
std::int64_t days_from_civil(const Date& date);
Date civil_from_days(std::int64_t days);

// The UTC day of an instant in seconds since 1970-01-01, rounding towards the past.
Date day_of_seconds(std::int64_t seconds);

}  // namespace parley
