// Why two rows may be one person, as JSON: for this folder's own files.
#pragma once

#include "desk/link/pair_told.hpp"
#include "wire/json.hpp"

namespace parley::wire {

Json bits(std::int32_t millibits);
Json probability(std::uint32_t ppm);
Json tokens(const std::vector<linkage::Doubt>& doubts);
// doc/reference/json.md, "explanation".
Json explanation(const linkage::Explanation& of);

}  // namespace parley::wire
