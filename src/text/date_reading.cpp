#include "text/date_reading.hpp"

#include <algorithm>
#include <utility>

#include "text/date_reading_fields.hpp"
#include "text/date_reading_parts.hpp"

namespace parley::text {
namespace {

constexpr std::int32_t kEarliestGregorian = 1000;
constexpr std::int32_t kLatestGregorian = 2199;
constexpr std::int32_t kLatestOther = 1600;
// Bare years in which no date of a list is Gregorian.
constexpr std::int32_t kOtherFrom = 1300;
constexpr std::int32_t kOtherTo = 1500;

Date civil(Calendar calendar, const CalendarDay& day) {
  return civil_from_days(days_from(calendar, day));
}

// The days that the fields may mean.
Result<DaySpan> span_of(Calendar calendar, const DateFields& fields) {
  const bool gregorian = calendar == Calendar::kGregorian;
  const std::int32_t least = gregorian ? kEarliestGregorian : 1;
  const std::int32_t most = gregorian ? kLatestGregorian : kLatestOther;
  for (const std::int32_t year : {fields.year, fields.last_year}) {
    if (year < least || year > most) return fail(Fault::kBadInput, "the year is out of range");
  }
  if (fields.month > 12) return fail(Fault::kBadInput, "there is no such month");
  if (fields.month == 0) {
    const std::int32_t length = month_length(calendar, fields.last_year, 12);
    return DaySpan{civil(calendar, {fields.year, 1, 1}),
                   civil(calendar, {fields.last_year, 12, length})};
  }
  const std::int32_t length = month_length(calendar, fields.year, fields.month);
  if (fields.day == 0) {
    return DaySpan{civil(calendar, {fields.year, fields.month, 1}),
                   civil(calendar, {fields.year, fields.month, length})};
  }
  // By sighting the moon a month may have had a day more than the table says.
  const std::int32_t longest = calendar == Calendar::kHijri ? 30 : length;
  if (fields.day > longest) return fail(Fault::kBadInput, "the month has no such day");
  const std::int64_t days = days_from(calendar, {fields.year, fields.month, 1}) + fields.day - 1;
  return DaySpan{civil_from_days(days), civil_from_days(days)};
}

Result<Calendar> named_calendar(const DateParts& parts) {
  if (!parts.month_calendar) return *parts.marker;
  // A bare ه after a Persian month is short for ه‍.ش.
  const bool solar = parts.month_calendar == Calendar::kPersian && parts.marker == Calendar::kHijri;
  if (parts.marker && parts.marker != parts.month_calendar && !solar) {
    return fail(Fault::kBadInput, "the month is of another calendar than the one named");
  }
  return *parts.month_calendar;
}

// Undecided between Hijri and Persian.
Result<Calendar> settle(const DateFields& fields, const DateCustom& custom, ReadDate& out) {
  if (custom.calendar == Calendar::kGregorian) return Calendar::kGregorian;
  const auto hijri = span_of(Calendar::kHijri, fields);
  const auto persian = span_of(Calendar::kPersian, fields);
  const bool can_be_persian = persian && persian->first.year <= custom.latest_year;
  if (!hijri && !can_be_persian) return tl::unexpected<Error>(hijri.error());
  if (!hijri) return Calendar::kPersian;
  if (!can_be_persian) return Calendar::kHijri;
  if (custom.calendar) return *custom.calendar;
  out.calendar_assumed = true;
  return Calendar::kHijri;
}

// The full year of a two-digit one: the latest not after the custom's.
std::int32_t with_century(std::int32_t year, Calendar calendar, std::int32_t latest) {
  if (calendar != Calendar::kGregorian) {
    latest = day_in(calendar, days_from_civil({std::clamp(latest, 1000, 9000), 12, 31})).year;
  }
  return latest - ((latest - year) % 100 + 100) % 100;
}

Result<ReadDate> read(const DateParts& parts, const DateCustom& custom) {
  PARLEY_ASSIGN(DateFields fields, date_fields(parts, custom));
  ReadDate out;
  out.approximate = parts.approximate;
  out.order_assumed = fields.order_assumed;
  const bool named = parts.month_calendar || parts.marker;
  Calendar calendar = custom.calendar.value_or(Calendar::kGregorian);
  if (named) {
    PARLEY_ASSIGN(calendar, named_calendar(parts));
  }
  if (fields.year_digits <= 2) {
    fields.year = fields.last_year = with_century(fields.year, calendar, custom.latest_year);
    out.century_assumed = true;
  } else if (!named) {
    calendar = Calendar::kGregorian;
    if (fields.year >= kOtherFrom && fields.year <= kOtherTo) {
      PARLEY_ASSIGN(calendar, settle(fields, custom, out));
    }
  }
  if (named && calendar == Calendar::kGregorian && !parts.marker && fields.year >= kOtherFrom &&
      fields.year <= kOtherTo) {
    return fail(Fault::kBadInput, "a Gregorian month with a year of another calendar");
  }
  PARLEY_ASSIGN(const DaySpan span, span_of(calendar, fields));
  out.calendar = calendar;
  out.likely_unknown = fields.day == 1 && fields.month == 1;
  const bool day_beyond = fields.day != 0 && fields.month != 0 &&
                          fields.day > month_length(calendar, fields.year, fields.month);
  out.approximate = out.approximate || day_beyond;
  out.date = span.first.coarsened(fields.month == 0 ? Precision::kYear
                                  : fields.day == 0 ? Precision::kMonth
                                                    : Precision::kDay);
  if (span.first != out.date.first_day()) out.first = span.first;
  if (span.last != out.date.last_day()) out.last = span.last;
  return out;
}

}  // namespace

Result<ReadDate> read_date(std::string_view written, const DateCustom& custom) {
  PARLEY_ASSIGN(const std::vector<DateParts> all, date_parts(written));
  PARLEY_ASSIGN(ReadDate first, read(all.front(), custom));
  if (all.size() == 1) return first;
  PARLEY_ASSIGN(ReadDate second, read(all.back(), custom));
  // Two calendars may differ by a day or two, by the sighting of the moon.
  constexpr std::int64_t kApart = 2;
  const DaySpan a = first.span();
  const DaySpan b = second.span();
  if (days_from_civil(a.first) > days_from_civil(b.last) + kApart ||
      days_from_civil(b.first) > days_from_civil(a.last) + kApart) {
    return fail(Fault::kBadInput, "the dates in two calendars do not agree");
  }
  return second.calendar == Calendar::kGregorian ? second : first;
}

bool says_unknown(std::string_view written) {
  const auto tokens = date_tokens(written);
  if (!tokens) return false;
  std::u32string key;
  for (const DateToken& token : *tokens) {
    if (token.kind == DateToken::Kind::kNumber && token.value != 0) return false;
    if (token.is('/')) key += '/';
    key += token.kind == DateToken::Kind::kWord ? token.text : U"";
  }
  if (std::all_of(key.begin(), key.end(), [](char32_t c) { return c == '/'; })) return true;
  return unknown_words().find(key) != nullptr;
}

}  // namespace parley::text
