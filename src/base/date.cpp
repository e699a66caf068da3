#include "base/date.hpp"

#include <fmt/core.h>

namespace parley {
namespace {

// The number of exactly the given digits, or -1.
std::int32_t digits(std::string_view text) {
  std::int32_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::string_view name(Precision precision) {
  switch (precision) {
    case Precision::kDay: return "day";
    case Precision::kMonth: return "month";
    case Precision::kYear: return "year";
  }
  return "unknown";
}

Date Date::coarsened(Precision to) const {
  Date out = *this;
  if (to != Precision::kDay) out.day = 0;
  if (to == Precision::kYear) out.month = 0;
  return out;
}

Date Date::first_day() const { return {year, month == 0 ? 1 : month, day == 0 ? 1 : day}; }

Date Date::last_day() const {
  const std::int32_t last_month = month == 0 ? 12 : month;
  return {year, last_month, day == 0 ? days_in_month(year, last_month) : day};
}

std::string Date::iso() const {
  if (month == 0) return fmt::format("{:04}", year);
  if (day == 0) return fmt::format("{:04}-{:02}", year, month);
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

bool is_date(const Date& date) {
  if (date.year < 1 || date.year > 9999) return false;
  if (date.month == 0) return date.day == 0;
  if (date.month < 1 || date.month > 12) return false;
  return date.day >= 0 && date.day <= days_in_month(date.year, date.month);
}

Result<Date> parse_date(std::string_view text) {
  Date date;
  bool good = text.size() == 4 || text.size() == 7 || text.size() == 10;
  if (good) {
    date.year = digits(text.substr(0, 4));
    if (text.size() >= 7) {
      date.month = text[4] == '-' ? digits(text.substr(5, 2)) : -1;
      good = date.month != 0;
    }
    if (text.size() == 10) {
      date.day = text[7] == '-' ? digits(text.substr(8, 2)) : -1;
      good = good && date.day != 0;
    }
  }
  if (!good || !is_date(date)) {
    return fail(Fault::kBadInput, "not a date: write 2014-01-13, 2014-01 or 2014");
  }
  return date;
}

bool is_leap_year(std::int32_t year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

std::int32_t days_in_month(std::int32_t year, std::int32_t month) {
  if (month == 2) return is_leap_year(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

std::int64_t days_from_civil(const Date& date) {
  // Years begin in March, so that a leap day is the last of its year; eras of 400 years.
  const std::int64_t year = date.month <= 2 ? date.year - 1 : date.year;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year = (153 * ((date.month + 9) % 12) + 2) / 5 + date.day - 1;
  const std::int64_t day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

Date civil_from_days(std::int64_t days) {
  const std::int64_t shifted = days + 719468;
  const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const std::int64_t day_of_era = shifted - era * 146097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
  Date date;
  date.day = static_cast<std::int32_t>(day_of_year - (153 * month_from_march + 2) / 5 + 1);
  date.month = static_cast<std::int32_t>((month_from_march + 2) % 12 + 1);
  date.year = static_cast<std::int32_t>(year_of_era + era * 400 + (date.month <= 2 ? 1 : 0));
  return date;
}

Date day_of_seconds(std::int64_t seconds) {
  constexpr std::int64_t kDay = 86400;
  const std::int64_t days = seconds / kDay - (seconds % kDay < 0 ? 1 : 0);
  return civil_from_days(days);
}

}  // namespace parley
