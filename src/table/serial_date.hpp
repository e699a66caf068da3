// Days and times as spreadsheets count them.
//
// Promises: both systems, days since the last day of 1899 with the leap day of 1900 that never was,
// and days since 1904; times to the second, rounded. Does not: know time zones.
#pragma once

#include <optional>
#include <string>

#include "base/date.hpp"
#include "table/number_format.hpp"

namespace parley::table {

enum class DateSystem : std::uint8_t { k1900, k1904 };

// As ISO text, no more of it than `shown` shows: "1980-03-05", "1980-03", "1980",
// "1980-03-05T14:30:00", "14:30:00"; midnight is left out after a date. Nothing: no day of the
// years up to 9999 (a negative number, 29 February 1900, the day before 1900), or kNumber.
std::optional<std::string> serial_to_iso(double serial, NumberFormat::Shown shown,
                                         DateSystem system);

}  // namespace parley::table
