// Which rows of one list are one person's: groups that resist chains.
//
// Promises: two groups become one while their worth is above 0 and the greatest of all: three
// fifths of it the mean worth of all pairs between them (average linkage), two fifths the best
// pair's (single linkage); a pair without an edge counts kNoEdge. So A like B and B like C do not
// make A and C one person if they speak against it, and a row that says little still joins the one
// it is sure of. Exact; ties by the smaller numbers.
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
