// The weights of name_match.hpp: written by learn/name_match_learn.cpp.
#pragma once

#include <array>

namespace parley::text {

// Millibits for one of MatchSigns, in their order; of kAgreement and kWeakest for 1000 millibits.
inline constexpr std::array<int, 11> kMatchWeights{-6'000, 700,  300, -9'000, -2'000, -700,
                                                   -3'500, -800, 0,   2'000,  -2'500};

}  // namespace parley::text
