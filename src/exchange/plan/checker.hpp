// Checks a plan against its problem, sharing nothing with the planner but the plain structs.
//
// Checked: everyone at most once, only who may go, from holder to claimant; must-include and
// will-not-release; the rule of each corridor; capacities; exposure recomputed, and ceilings; first
// classes before others; every figure; everyone accounted for; and that no more can be freed, by
// the certificate, in time linear in the plan (but for a sort). Where ceilings keep people back,
// "no more" is checked only if the terms have one corridor; Check says what is proved.
#pragma once

#include <string>
#include <vector>

#include "exchange/plan/plan.hpp"
#include "exchange/plan/problem.hpp"

namespace parley::exchange::planning {

struct Check {
  std::vector<std::string> findings;  // in words, with ids and handles only; none: the plan holds
  bool most_proved = false;           // that no plan under these terms frees more

  bool holds() const { return findings.empty(); }
};

// Precondition: check_problem() has no fault with `problem`.
Check check_plan(const Problem& problem, const Plan& plan);

}  // namespace parley::exchange::planning
