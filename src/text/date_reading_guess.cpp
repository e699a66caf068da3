#include "text/date_reading.hpp"
#include "text/date_reading_fields.hpp"
#include "text/date_reading_parts.hpp"

namespace parley::text {
namespace {

template <class String>
OrderGuess guess(std::span<const String> column) {
  bool day_first = false;
  bool month_first = false;
  for (const String& cell : column) {
    const auto parts = date_parts(cell);
    if (!parts) continue;
    for (const DateParts& one : *parts) {
      const auto fields = date_fields(one, {});
      if (!fields || !fields->order_needed) continue;
      (fields->order_needed == DayOrder::kDayFirst ? day_first : month_first) = true;
    }
  }
  OrderGuess out;
  out.order = month_first && !day_first ? DayOrder::kMonthFirst : DayOrder::kDayFirst;
  out.conflict = month_first && day_first;
  out.shown = month_first != day_first;
  return out;
}

}  // namespace

OrderGuess guess_order(std::span<const std::string> column) { return guess(column); }
OrderGuess guess_order(std::span<const std::string_view> column) { return guess(column); }

std::optional<Calendar> guess_calendar(std::span<const std::string> column) {
  bool hijri = false;
  bool persian = false;
  for (const std::string& cell : column) {
    const auto read = read_date(cell);
    if (!read || read->calendar_assumed) continue;
    hijri = hijri || read->calendar == Calendar::kHijri;
    persian = persian || read->calendar == Calendar::kPersian;
  }
  if (hijri == persian) return std::nullopt;
  return hijri ? Calendar::kHijri : Calendar::kPersian;
}

}  // namespace parley::text
