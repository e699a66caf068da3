// Two versions' rows that say different things, linked as lists of different parties are
// (match_record.hpp): which are one person's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "exchange/list.hpp"

namespace parley::exchange {

struct LinkedRow {
  std::size_t index = 0;  // the caller's own
  const Reading* reading = nullptr;
  const std::vector<std::string>* cells = nullptr;
  const std::optional<Date>* on = nullptr;  // the day that ages are counted from
};

struct Linked {
  std::vector<std::pair<std::size_t, std::size_t>> sure;    // indices of each side
  std::vector<std::pair<std::size_t, std::size_t>> queued;  // the best of each that is not sure
};

// One-to-one. Nothing is linked where one side is empty.
Linked link_rows(const std::vector<LinkedRow>& before, const std::vector<LinkedRow>& after,
                 int threads);

}  // namespace parley::exchange
