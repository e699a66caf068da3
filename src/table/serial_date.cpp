#include "table/serial_date.hpp"

#include <cmath>
#include <cstdint>

#include <fmt/core.h>

namespace parley::table {
namespace {

using Shown = NumberFormat::Shown;

constexpr std::int64_t kSecondsOfDay = 86'400;

std::optional<Date> day_of(std::int64_t serial, DateSystem system) {
  std::int64_t first = days_from_civil({1904, 1, 1});
  if (system == DateSystem::k1900) {
    if (serial == 0 || serial == 60) return {};
    // Day 1 is 1 January 1900, day 60 the 29 February that never was.
    first = days_from_civil({1899, 12, serial < 60 ? 31 : 30});
  }
  if (serial < 0 || first + serial > days_from_civil({9999, 12, 31})) return {};
  return civil_from_days(first + serial);
}

}  // namespace

std::optional<std::string> serial_to_iso(double serial, NumberFormat::Shown shown,
                                         DateSystem system) {
  if (shown == Shown::kNumber || !(serial >= 0) || serial > 4e6) return {};
  const auto seconds = static_cast<std::int64_t>(std::floor(serial * kSecondsOfDay + 0.5));
  std::int64_t day = seconds / kSecondsOfDay;
  const std::int64_t rest = seconds % kSecondsOfDay;
  const auto time = [&] {
    return fmt::format("{:02}:{:02}:{:02}", rest / 3600, rest / 60 % 60, rest % 60);
  };
  if (shown == Shown::kTime || (shown == Shown::kDateTime && day == 0)) return time();
  if (shown != Shown::kDateTime) day = static_cast<std::int64_t>(std::floor(serial));
  const auto date = day_of(day, system);
  if (!date) return {};
  switch (shown) {
    case Shown::kMonth: return date->coarsened(Precision::kMonth).iso();
    case Shown::kYear: return date->coarsened(Precision::kYear).iso();
    case Shown::kDateTime: return rest == 0 ? date->iso() : date->iso() + "T" + time();
    default: return date->iso();
  }
}

}  // namespace parley::table
