// The Umm al-Qura calendar's years 1300 to 1500; for calendar.cpp only.
#pragma once

#include <cstdint>

namespace parley::text {

struct UmmAlQuraYear {
  std::int32_t start;         // days since 1970-01-01 of 1 Muharram
  std::uint16_t long_months;  // bit m - 1: month m has 30 days, else 29
};

inline constexpr std::int32_t kUmmAlQuraFirst = 1300;
inline constexpr std::int32_t kUmmAlQuraLast = 1500;
extern const UmmAlQuraYear kUmmAlQura[kUmmAlQuraLast - kUmmAlQuraFirst + 1];

}  // namespace parley::text
