// How many go on each lane, and in which stages: all of a plan but the names. The planner's inside.
#pragma once

#include <cstdint>

#include "exchange/plan/staging.hpp"
#include "exchange/plan/totals.hpp"

namespace parley::exchange::planning {

// How many could go if less stood in the way, with the proofs.
struct Limits {
  Heads unstaged;     // neither capacity nor ceiling
  Heads by_capacity;  // no ceiling
  std::vector<std::int64_t> unstaged_proof;
  std::vector<std::int64_t> by_capacity_proof;
};
Limits limits_of(const Model& model);

struct Settled {
  Heads heads;
  std::int64_t at_most = 0;  // proved, of heads.total()
};
// The most people, within stages, capacities and ceilings. `start`: where known, a plan of almost
// the same model, to begin a search from.
Settled settle(const Model& model, const Limits& limits, const Heads* start = nullptr);

struct Staged {
  Schedule schedule;
  std::int64_t stages_at_least = 0;    // proved
  std::int64_t exposure_at_least = 0;  // proved, for this number of stages
};
// The fewest stages, then the smallest worst exposure. Precondition: settle() gave `heads`.
Staged stage_out(const Model& model, const Heads& heads);

}  // namespace parley::exchange::planning
