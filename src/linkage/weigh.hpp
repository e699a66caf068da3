// What an agreement is worth: Fellegi-Sunter weights.
//
// For each feature and level, m is how often one person's two records agree so, u how often two
// people's do; the weight is log2(m / u), in millibits.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "linkage/level.hpp"

namespace parley::linkage {

// What was fitted, quantised: recorded with a result, it makes the result exact.
struct Fitted {
  struct Weights {
    std::array<std::uint32_t, kLevels>
        m_ppm{};  // in millionths, of the pairs that have the feature
    std::array<std::uint32_t, kLevels> u_ppm{};
    bool operator==(const Weights&) const = default;
  };
  std::vector<Weights> features;  // one a feature of the schema
  std::uint32_t matched_ppm = 0;  // of the smaller list's people, how many stand in the other
  std::uint32_t iterations = 0;

  bool operator==(const Fitted&) const = default;
};

}  // namespace parley::linkage
