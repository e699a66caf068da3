// Which answers teach most: the order in which people are asked.
//
// A queued pair's answer tells of the pair itself, the more the nearer it is to even odds, and of
// how often one person's rows agree in the way that these do: that bears on every undecided pair
// in which the same features stand at the same levels.
// teaches = the pair's uncertainty, 4 p (1 - p), times the mean, over the features that both have,
// of the share of the whole queue's uncertainty that lies in pairs with the same level there.
// Promises: millionths, 0 to 1,000,000; 0 for what is not queued; exact integers; depends on the
// set of pairs, not on their order. Does not: tell p (a high number may be any side of even odds).
#pragma once

#include <vector>

#include "linkage/link.hpp"

namespace parley::linkage {

// Fills in Pair::teaches of all. `features`: how many the schema has.
void rate_teaching(std::size_t features, std::vector<Pair>& pairs);

}  // namespace parley::linkage
