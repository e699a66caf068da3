// Which rows of one list are one person's: groups that resist chains.
//
// Promises: average linkage: two groups become one while the mean worth of all pairs between them
// is above 0 and the greatest of all; a pair without an edge counts kNoEdge. So A like B and B like
// C do not make A and C one person if they speak against it. Exact; ties by the smaller numbers.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "linkage/assign.hpp"

namespace parley::linkage {

constexpr std::int32_t kNoEdge = -10'000;  // millibits

// For each of n people the smallest number in its group. Edges join a < b, each pair once.
std::vector<std::uint32_t> cluster(std::uint32_t n, std::span<const Edge> edges);

}  // namespace parley::linkage
