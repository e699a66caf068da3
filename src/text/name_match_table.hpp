// The weights of name_match.hpp: written by learn/name_match_learn.cpp.
#pragma once

#include <array>

namespace parley::text {

// Millibits for one of MatchSigns, in their order; of kAgreement and kWeakest for 1000 millibits.
inline constexpr std::array<int, 11> kMatchWeights{-782,  82,    120,  355,  302,  -925,
                                                   -1116, -6616, -173, 2730, -2947};

}  // namespace parley::text
