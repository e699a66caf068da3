// The most people that parity lets go, stages aside. The planner's inside.
#pragma once

#include <cstdint>
#include <vector>

#include "exchange/plan/model.hpp"

namespace parley::exchange::planning {

struct Totals {
  std::vector<std::int64_t> others;     // by lane
  std::vector<std::int64_t> potential;  // as in Certificate
};

// Of at most `available` on each lane: the most of those that must go, then the most people, that
// keep every corridor's rule. Exact: the one-for-one corridors are a circulation of least cost.
Totals most_by_rule(const Model& model, const std::vector<std::int64_t>& available);

// All that could go by number (first classes and others), and no more than the corridors carry in
// so many stages; first classes before others.
Heads heads_within(const Model& model, std::int64_t stages);

}  // namespace parley::exchange::planning
