// What smallest change would free more: each kind of change is tried by planning again. The
// planner's inside.
#pragma once

#include <vector>

#include "exchange/plan/plan.hpp"
#include "exchange/plan/settle.hpp"

namespace parley::exchange::planning {

// By kind, then party; only what frees more than `freed` and no fewer of the first classes. Of each
// change the smallest amount tried that does: up to twice a corridor's p or q, which is as much as
// a whole block more can need.
std::vector<Unlock> unlocks_of(const Model& model, const Limits& limits, const Heads& freed);

}  // namespace parley::exchange::planning
