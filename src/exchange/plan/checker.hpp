// Checks a plan against its problem, sharing nothing with the planner but the plain structs.
//
// Checked: everyone at most once, only who may go, from holder to claimant; the order of going; the
// rule of each corridor; the number of stages, capacities, exposure recomputed, ceilings; first
// classes before others on every way; every figure but the bounds that only the planner can prove;
// the reasons of omission that a person alone shows. That no more can be freed: by the certificate,
// in time linear in the plan (but for a sort); where ceilings keep people back, only if the terms
// have one corridor, by trying every number. Check says what is proved.
// Does not: check unlocks, or omissions where the plan comes without any (they may be withheld).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "exchange/plan/plan.hpp"
#include "exchange/plan/problem.hpp"

namespace parley::exchange::planning {

struct Check {
  std::vector<std::string> findings;  // in words, with ids and handles only; none: the plan holds
  bool most_proved = false;  // that no plan under these terms, in their order of aims, frees more
  std::int64_t must_left_out = 0;  // of those that the terms must include: for a person to judge

  bool holds() const { return findings.empty(); }
};

// Precondition: check_problem() has no fault with `problem`.
Check check_plan(const Problem& problem, const Plan& plan);

}  // namespace parley::exchange::planning
