// Whether a plan is the best there is. The checker's inside: no code of the planner.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "exchange/plan/plan.hpp"
#include "exchange/plan/problem.hpp"

namespace parley::exchange::planning {

// One way over a corridor: who could go, who goes.
struct Way {
  std::int64_t first = 0;
  std::int64_t others = 0;
  std::int64_t must = 0;  // of `others`
  std::int64_t first_gone = 0;
  std::int64_t others_gone = 0;
  std::int64_t must_gone = 0;
};
using Ways = std::vector<std::array<Way, 2>>;  // by corridor: from a, from b

struct Best {
  std::vector<std::string> findings;
  bool most_proved = false;
};
Best check_best(const Terms& terms, const Ways& ways, const Plan& plan);

}  // namespace parley::exchange::planning
