// Makes a plan of a problem.
//
// In this order: the most people of the first classes; the most of those that the terms must
// include; the most people; the fewest stages for these; the smallest worst exposure in these
// stages. First classes go before others on every way. Among equals: Person::order, then id.
//
// Promises: exact integers, no randomness; the same problem gives the same plan, whatever the order
// of its persons. Keeps every parity, capacity and ceiling. Numbers without stages are proved by
// the certificate (circulation of least cost: any number of parties). In stages the number of
// people is the most, where no party has a ceiling, or each that has one stands at one corridor
// only; the number of stages is the least where there are no ceilings, and, like the worst
// exposure, where no party at all stands at two corridors. Elsewhere it is searched, and Figures
// says how far from proved it stays; unlocks are then what the same search finds. Does not: throw
// anybody out for being on the must-include list of a party that cannot be served; it counts them
// in Figures::must_left_out, and whoever calls decides whether that is a plan.
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
