// Rivals of a pair in other lists.
#pragma once

#include <vector>

#include "exchange/linked.hpp"

namespace parley::exchange {

// A person may stand on a third list: a claim that is sure in one pair of lists is queued if either
// of its rows has, with a row of another list, a pair less than `margin` millibits below it; unless
// the two others are themselves likely one person (a duplicate's pair of even odds or more).
void doubt_rivals_elsewhere(std::vector<LinkedSet>& sets, std::int32_t margin);

}  // namespace parley::exchange
