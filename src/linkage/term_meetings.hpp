// What surely linked rows of two lists say in each field of terms, and which of those words
// therefore stand for one another.
//
// Promises: texts folded; terms with ids are left out, for tables know them. Deterministic.
#pragma once

#include <utility>
#include <vector>

#include "linkage/encode.hpp"
#include "linkage/records.hpp"

namespace parley::linkage {

// `pairs`: places in `a` and `b`. Correspondences (correspondence.hpp) of different texts.
std::vector<SameTerms> same_terms_of(
    const Records& a, const Records& b,
    const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs);

}  // namespace parley::linkage
