// Flows of least cost in a directed network, in integers.
//
// Promises: exact; the same network gives the same flow and the same potentials on every machine.
// Any number of arcs between two nodes, lower bounds, costs of either sign.
// Does not: throw; read a clock; use threads. Only flow.cpp includes LEMON.
#pragma once

#include <cstdint>
#include <vector>

#include "base/result.hpp"

namespace parley::solve {

struct Arc {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  std::int64_t lower = 0;  // 0 to upper
  std::int64_t upper = 0;
  std::int64_t cost = 0;  // of one unit

  bool operator==(const Arc&) const = default;
};

struct Network {
  std::uint32_t nodes = 0;
  std::vector<Arc> arcs;
  std::vector<std::int64_t> supply;  // by node, sum 0; empty: 0 everywhere, a circulation
};

struct Flow {
  std::vector<std::int64_t> units;      // by arc
  std::vector<std::int64_t> potential;  // by node: with reduced = cost + potential[from] -
                                        // potential[to], an arc with reduced > 0 carries lower, one
                                        // with reduced < 0 carries upper
  std::int64_t cost = 0;
};

// Bounds on what is accepted, so that no sum overflows.
constexpr std::int64_t kMostUnits = std::int64_t{1} << 31;
constexpr std::int64_t kMostCost = std::int64_t{1} << 31;

// A flow of least cost, with the potentials that prove it. Error (kBadInput): a malformed network,
// or one beyond the bounds; (kNotFound): no flow meets the bounds and supplies.
// Source: network simplex, Király and Kovács, arXiv:1207.6381 (LEMON 1.3.1).
Result<Flow> least_cost_flow(const Network& network);

}  // namespace parley::solve
