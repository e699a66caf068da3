// How many slips of a typist lie between two texts.
//
// Promises: edit_distance() is the optimal string alignment distance over bytes: the least number of
// characters added, left out, exchanged, or neighbours swapped, no substring edited twice; symmetric.
// Source: Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", 2003.
#pragma once

#include <cstddef>
#include <string_view>

namespace parley::text {

std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace parley::text
