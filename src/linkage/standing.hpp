// From the totals of all pairs to ranks, rivals and probabilities.
//
// Promises: between lists a person seldom stands twice (marginal.hpp). Within a list pairs stand for
// themselves. Exact from the totals on.
#pragma once

#include <cstdint>
#include <vector>

#include "linkage/encode.hpp"
#include "linkage/weigh.hpp"

namespace parley::linkage {

struct Scored {
  std::uint32_t a = 0, b = 0;  // people, by their number in Encoded
  std::int32_t total = 0;      // millibits, without the prior odds
};

struct Stood {
  std::uint32_t probability_ppm = 0;
  std::uint32_t alone_ppm = 0;           // were there no rivals
  std::uint32_t rank_a = 0, rank_b = 0;  // 1: best
  std::int32_t rival_gap = 0;            // over the best other candidate of either
  bool assigned = false;
};

constexpr std::int32_t kNoRival = 1'000'000;  // a gap in millibits

// `scored` by a, then b. `groups`: within a list, each person's group, else empty: pairs within one
// group are no rivals of each other.
std::vector<Stood> stand(const Encoded& lists, const std::vector<Scored>& scored,
                         std::int32_t prior, std::uint32_t again_ppm,
                         const std::vector<std::uint32_t>& groups);

}  // namespace parley::linkage
