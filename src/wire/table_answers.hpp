// Linkage of any tables, as JSON; as wire/answers.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "desk/link/tables.hpp"

namespace parley::wire {

// What the run took, where the front door measured it. Seconds, and megabytes of 10^6 bytes.
struct Took {
  double seconds = 0, cpu_seconds = 0, peak_mb = 0;
};
std::string to_json(const desk::TablesAnswer& answer, const Took& took);

}  // namespace parley::wire
