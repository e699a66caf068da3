// Which words of two lists stand for one another, seen from pairs that are surely one person:
// "حلب" and "Aleppo", "teacher" and "вчитель".
//
// Two values correspond if at least kLeastTogether sure pairs have them, at least half of the sure
// pairs that have the one (or the other) have both, and they meet more often than chance would make
// them by at least kLeastDeviations standard deviations (of a Poisson count). Nothing is translated
// and no table is needed; what too few people share is not told apart from chance and stays as it
// is. Promises: deterministic, the same on every machine, symmetric in the two lists. A value that
// corresponds to nothing is in no group. Does not: look at spelling; believe in chains: each value
// joins the group of its best partner only.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace parley::linkage {

constexpr std::uint64_t kLeastTogether = 5;
constexpr int kLeastDeviations = 4;

// One value of the first list and one of the second, by numbers of their own.
using Meeting = std::pair<std::uint32_t, std::uint32_t>;

// What each sure pair has on either side, in any order. Returns corresponding values, sorted.
std::vector<Meeting> correspondences(std::vector<Meeting> meetings);

}  // namespace parley::linkage
