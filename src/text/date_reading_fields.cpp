#include "text/date_reading_fields.hpp"

namespace parley::text {
namespace {

using Items = std::vector<DateItem>;
using ItemKind = DateItem::Kind;

tl::unexpected<Error> bad(const char* why) { return fail(Fault::kBadInput, why); }

void set_year(DateFields& fields, const DateItem& item) {
  fields.year = fields.last_year = item.value;
  fields.year_digits = item.digits;
}

// Two numbers beside a year that stands at the end.
Result<void> set_day_and_month(DateFields& fields, std::int32_t a, std::int32_t b,
                               const DateCustom& custom) {
  bool day_first = custom.order == DayOrder::kDayFirst;
  if (a > 12 && b > 12) return bad("there is no such month");
  if (a > 12 || b > 12) {
    day_first = a > 12;
    fields.order_needed = day_first ? DayOrder::kDayFirst : DayOrder::kMonthFirst;
  } else if (a != b && a != 0 && b != 0) {
    fields.order_assumed = !custom.order_known;
  }
  fields.day = day_first ? a : b;
  fields.month = day_first ? b : a;
  if (fields.month == 0) fields.day = 0;  // "12/??/1980" says the year only
  return {};
}

// "19800305" or "05031980".
Result<DateFields> compact(std::int32_t value, const DateCustom& custom) {
  const auto plausible = [](std::int32_t year) { return year >= 1300 && year <= 2199; };
  DateFields fields;
  fields.month = value / 100 % 100;
  fields.day = value % 100;
  if (plausible(value / 10000) && fields.month <= 12 && fields.day <= 31) {
    fields.year = fields.last_year = value / 10000;
    if (fields.month == 0) fields.day = 0;
    return fields;
  }
  fields = {};
  fields.year = fields.last_year = value % 10000;
  if (!plausible(fields.year)) return bad("eight digits that are no date");
  PARLEY_TRY(set_day_and_month(fields, value / 1000000, value / 10000 % 100, custom));
  return fields;
}

Result<DateFields> one(const DateItem& item, const DateParts& parts, const DateCustom& custom) {
  DateFields fields;
  set_year(fields, item);
  if (item.digits == 4) return fields;
  if (item.digits == 8) return compact(item.value, custom);
  if (item.digits == 2 && parts.born) return fields;
  if (item.digits == 5) return bad("a number alone: perhaps a spreadsheet's count of days");
  return bad("no year is given");
}

Result<DateFields> two(const DateItem& a, const DateItem& b) {
  DateFields fields;
  if (a.full_year() && b.full_year()) {
    constexpr std::int32_t kWidest = 50;
    if (b.value < a.value || b.value - a.value > kWidest) return bad("two years that are no span");
    set_year(fields, a);
    fields.last_year = b.value;
    return fields;
  }
  const DateItem& year = a.full_year() ? a : b;
  const DateItem& other = a.full_year() ? b : a;
  if (!year.full_year()) return bad("no year is given");
  if (other.digits > 2) return bad("a number that is no part of a date");
  set_year(fields, year);
  const std::int32_t ends = year.value / 100 * 100 + other.value;  // "1980/81"
  if (a.full_year() && other.value > 12 && ends > year.value) {
    fields.last_year = ends;
    return fields;
  }
  if (other.value > 12) return bad("there is no such month");
  fields.month = other.value;
  return fields;
}

Result<DateFields> three(const Items& items, const DateCustom& custom) {
  std::size_t year = items.size();
  std::size_t full = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].digits > 2) {
      if (!items[i].full_year()) return bad("a number that is no part of a date");
      year = i;
      ++full;
    }
  }
  if (full > 1) return bad("more than one year");
  DateFields fields;
  if (full == 0) {
    year = items[0].value > 31 ? 0 : 2;
    if (items[year].kind == ItemKind::kBlank) return bad("no year is given");
  }
  set_year(fields, items[year]);
  if (year == 1) return bad("the year stands between day and month");
  if (year == 2) {
    PARLEY_TRY(set_day_and_month(fields, items[0].value, items[1].value, custom));
  } else {
    fields.month = items[1].value;
    fields.day = items[2].value;
    if (fields.month > 12 && fields.day <= 12) std::swap(fields.month, fields.day);
    if (fields.month == 0) fields.day = 0;
  }
  // 05/03/08 may begin with its year as well.
  if (full == 0 && year == 2) fields.order_assumed = !custom.order_known;
  return fields;
}

// Beside a month's name.
Result<DateFields> named(std::int32_t month, const Items& numbers) {
  DateFields fields;
  fields.month = month;
  if (numbers.size() == 1) {
    set_year(fields, numbers[0]);
    if (numbers[0].digits == 4 || (numbers[0].digits == 2 && numbers[0].value > 31)) return fields;
    return bad("no year is given");
  }
  if (numbers.size() != 2) return bad(numbers.empty() ? "no year is given" : "too many numbers");
  const bool first = numbers[0].full_year() || (!numbers[1].full_year() && numbers[0].value > 31);
  const DateItem& year = numbers[first ? 0 : 1];
  const DateItem& day = numbers[first ? 1 : 0];
  if (year.digits != 4 && year.digits != 2) return bad("no year is given");
  if (day.digits > 2) return bad("a number that is no part of a date");
  set_year(fields, year);
  fields.day = day.value;
  return fields;
}

}  // namespace

Result<DateFields> date_fields(const DateParts& parts, const DateCustom& custom) {
  std::int32_t month = 0;
  Items numbers;
  for (const DateItem& item : parts.items) {
    if (item.kind == ItemKind::kMonth) {
      month = item.value;
    } else {
      numbers.push_back(item);
    }
  }
  if (month != 0) return named(month, numbers);
  switch (numbers.size()) {
    case 0: return bad("there is no date in it");
    case 1: return one(numbers[0], parts, custom);
    case 2: return two(numbers[0], numbers[1]);
    case 3: return three(numbers, custom);
    default: return bad("more numbers than a date has");
  }
}

}  // namespace parley::text
