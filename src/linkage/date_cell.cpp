#include "linkage/date_cell.hpp"

#include <string>

#include "text/digits.hpp"

namespace parley::linkage {
namespace {

constexpr std::size_t kDigits = 8;

bool are_digits(std::string_view text) {
  return text.size() == kDigits && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::optional<Date> compact(std::string_view cell) {
  if (cell.size() < kDigits) return {};
  const std::string digits = text::ascii_digits(cell);
  if (!are_digits(digits)) return {};
  const auto date =
      parse_date(digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6, 2));
  if (!date || date->year < 1000 || date->year > 2200) return {};
  return *date;
}

}  // namespace

bool is_compact_date(std::string_view cell) { return compact(cell).has_value(); }

std::optional<DateSpan> date_in(std::string_view cell, const text::DateCustom& custom) {
  if (const auto date = compact(cell)) return span_of(*date);
  const auto read = text::read_date(cell, custom);
  if (!read) return {};
  const text::DaySpan span = read->span();
  if (span.last < span.first) return {};
  return DateSpan{span.first, span.last, read->likely_unknown};
}

std::optional<DateSpan> part_of_date_in(std::string_view cell) {
  std::string digits = text::ascii_digits(cell);
  constexpr std::string_view kMarks = "-/.";
  if (digits.size() == kDigits + 2 && digits[4] == digits[7] &&
      kMarks.find(digits[4]) != std::string_view::npos) {
    digits.erase(7, 1).erase(4, 1);
  }
  if (!are_digits(digits)) return {};
  const std::string year = digits.substr(0, 4);
  if (year < "1000" || year > "2200") return {};
  const auto month = parse_date(year + "-" + digits.substr(4, 2));
  if (month) return span_of(*month);
  return span_of(*parse_date(year));
}

}  // namespace parley::linkage
