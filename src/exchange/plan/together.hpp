// The most people where ceilings tie corridors together: a search, with a proved bound. The
// planner's inside.
//
// What is sought has no network of its own (each person goes once, whatever the stage), so targets
// are tried: all that parity lets go, shrunk to what could be handed over; then closed legs added
// one kind after the other, many at first, as long as they can be.
#pragma once

#include <tuple>

#include "exchange/plan/settle.hpp"

namespace parley::exchange::planning {

// What a plan is measured by before its stages: first classes, musts, people.
using Rank = std::tuple<std::int64_t, std::int64_t, std::int64_t>;
Rank rank(const Model& model, const Heads& heads);

Heads by_rule_within(const Model& model, Heads available);

// `start`, if given, is a plan that may only need a few more.
Settled settle_together(const Model& model, const Limits& limits, const Heads* start);

// Of the ways to share, the schedule that moves the most, then in the fewest stages.
Schedule best_hand_over(const Model& model, const Heads& target,
                        const std::vector<std::int64_t>& ceiling, std::int64_t most_stages);

// All tokens of those who have anybody to give; kNoLimit if one of them has no ceiling.
std::int64_t tokens(const Model& model);

}  // namespace parley::exchange::planning
