#include "linkage/date_cell.hpp"

#include <string>

#include "text/digits.hpp"

namespace parley::linkage {
namespace {

std::optional<Date> compact(std::string_view cell) {
  constexpr std::size_t kDigits = 8;
  if (cell.size() < kDigits) return {};
  const std::string digits = text::ascii_digits(cell);
  if (digits.size() != kDigits || digits.find_first_not_of("0123456789") != std::string::npos) {
    return {};
  }
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

}  // namespace parley::linkage
