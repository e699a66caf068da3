// Which of a date's parts is the year, the month and the day; for date_reading*.cpp only.
#pragma once

#include "text/date_reading.hpp"
#include "text/date_reading_parts.hpp"

namespace parley::text {

struct DateFields {
  std::int32_t year = 0;
  std::int32_t last_year = 0;  // after `year` in "1980-1985"
  std::int32_t year_digits = 4;
  std::int32_t month = 0;  // 0: not known
  std::int32_t day = 0;
  bool order_assumed = false;
  // Whether day or month stands first could be told from the numbers alone; none: not asked.
  std::optional<DayOrder> order_needed;
};

Result<DateFields> date_fields(const DateParts& parts, const DateCustom& custom);

}  // namespace parley::text
