// Who is paired with whom, one to one, so that the sum of the edges' worth is greatest.
//
// Promises: exact; nobody twice; no edge whose worth is not above 0. Of equally good answers one
// that depends only on the edges' numbers. Time: within each connected component, people times
// edges times a logarithm at worst. Source: successive shortest augmenting paths with potentials,
// after Jonker & Volgenant (1987).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace parley::linkage {

struct Edge {
  std::uint32_t a = 0, b = 0;
  std::int32_t worth = 0;
};

// For each edge whether it is taken. Of several edges of one pair the first of the best counts.
std::vector<bool> assign(std::span<const Edge> edges);

}  // namespace parley::linkage
