// Makes a plan of a problem.
//
// In this order: the most people of the first classes; the most of those that the terms must
// include; the most people; the fewest stages for these; the smallest worst exposure in these
// stages. First classes go before others on every way. Among equals: Person::order, then id.
//
// Promises: exact integers, no randomness; the same problem gives the same plan, whatever the order
// of its persons. Keeps every parity, capacity and ceiling. Numbers without stages are proved by
// the certificate (minimum-cost circulation: any number of parties). Staged numbers are best where
// no ceiling binds, or where each party with a ceiling has one corridor; elsewhere a heuristic
// stages, and Figures says how far from proved it stays.
// Does not: throw anybody out for being on the must-include list of a party that cannot be served;
// it counts them in Figures::must_left_out, and whoever calls decides whether that is a plan.
//
// Method: exposure is a token network: a party begins with as many tokens as its ceiling, hands one
// over with each head, and can use those it received from the next stage on.
#pragma once

#include "exchange/plan/plan.hpp"
#include "exchange/plan/problem.hpp"

namespace parley::exchange::planning {

// Error (kBadInput): what check_problem() refuses.
Result<Plan> make_plan(const Problem& problem);

}  // namespace parley::exchange::planning
