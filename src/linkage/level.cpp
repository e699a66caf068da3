#include "linkage/level.hpp"

#include <array>

namespace parley::linkage {

std::string_view name(Level level) {
  constexpr std::array<std::string_view, kLevels> kNames = {
      "absent",   "exact",     "near",       "across",  "alike",    "weak",      "initial",
      "moved",    "swapped",   "same-year",  "overlap", "one-digit", "few-days", "other-day", "other-year",
      "one-year", "two-years", "five-years", "within",  "beside",   "different",
  };
  return kNames[static_cast<std::size_t>(level)];
}

}  // namespace parley::linkage
