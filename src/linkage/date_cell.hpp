// A cell of a table read as a span of days.
#pragma once

#include <optional>
#include <string_view>

#include "linkage/record.hpp"
#include "text/date_reading.hpp"

namespace parley::linkage {

// As text::read_date(), and 19151111. Absent: it is no date.
std::optional<DateSpan> date_in(std::string_view cell, const text::DateCustom& custom = {});

// Eight digits that are a year, a month and a day.
bool is_compact_date(std::string_view cell);

}  // namespace parley::linkage
