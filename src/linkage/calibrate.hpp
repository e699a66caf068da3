// What is fitted on all scored pairs, where fit() looked at those of some people.
//
// Between lists: how many people have a partner, and how likely a further one is beside the first
// (a list may hold a person twice): the fixed point under which what is believed (marginal.hpp)
// is what was assumed.
// Promises: the same on every machine and at any thread count. Within a list nothing is changed but
// that found_ppm is matched_ppm.
#pragma once

#include <vector>

#include "linkage/standing.hpp"

namespace parley::linkage {

// `scored`: totals that do not depend on what is fitted here.
void calibrate(const Encoded& lists, const std::vector<Scored>& scored, Fitted& fitted);

// log2 of the odds before anything is compared, with what was fitted here, if anything was.
std::int32_t final_prior(const Encoded& lists, const Fitted& fitted);

}  // namespace parley::linkage
