// Any bytes as a date and as an age: no crash, and what is read is a date whose span is in order.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "text/date_reading.hpp"
#include "text/digits.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace parley;
  using namespace parley::text;
  const std::string text(reinterpret_cast<const char*>(data), size);
  for (const auto& calendar : {std::optional<Calendar>(), std::optional(Calendar::kPersian),
                               std::optional(Calendar::kHijri)}) {
    for (const DayOrder order : {DayOrder::kDayFirst, DayOrder::kMonthFirst}) {
      const auto read =
          read_date(text, {.order = order, .latest_year = 2025, .calendar = calendar});
      if (!read) continue;
      const DaySpan span = read->span();
      if (!is_date(read->date) || !is_date(span.first) || !is_date(span.last)) std::abort();
      if (span.first > span.last) std::abort();
      if (span.first < read->date.first_day() || span.first > read->date.last_day()) std::abort();
      // The digits' script changes nothing.
      const auto again = read_date(ascii_digits(text),
                                   {.order = order, .latest_year = 2025, .calendar = calendar});
      if (!again || *again != *read) std::abort();
    }
  }
  const auto age = read_age_range(text);
  if (age && (age->years < 0 || age->most < age->years || age->most > 130)) std::abort();
  says_unknown(text);
  guess_order(std::vector<std::string>{text});
  guess_calendar(std::vector<std::string>{text});
  return 0;
}
