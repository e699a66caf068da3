// A cell of a table read as a span of days.
#pragma once

#include <optional>
#include <string_view>

#include "linkage/record.hpp"
#include "text/date_reading.hpp"

namespace parley::linkage {

// As text::read_date(), and 19151111. Absent: it is no date.
std::optional<DateSpan> date_in(std::string_view cell, const text::DateCustom& custom = {});

// Of four digits of a year, two of a month and two of a day, with or without marks between, whose
// month or day there is not (1856-86-18): the month, or the year. Absent: it is nothing like it.
std::optional<DateSpan> part_of_date_in(std::string_view cell);

// Eight digits that are a year, a month and a day.
bool is_compact_date(std::string_view cell);

}  // namespace parley::linkage
