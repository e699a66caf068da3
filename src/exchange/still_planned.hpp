// Which of a plan's people could not enter a plan now: what was said since the plan was made.
//
// The plan's own terms and day are kept, so that only what was said of the people counts. Does not:
// say that the plan was wrong; it stands as made.
#pragma once

#include <vector>

#include "exchange/eligible.hpp"
#include "exchange/planned.hpp"

namespace parley::exchange {

// By stage and leg, as in the plan. `then`: what was decided when the plan was made.
Result<std::vector<Barred>> no_longer_ready(const View& now, const Identities& then,
                                            const planning::Terms& terms, const Planned& planned);

}  // namespace parley::exchange
