#include "linkage/teach.hpp"

#include <array>

namespace parley::linkage {
namespace {

constexpr std::uint64_t kMillion = 1'000'000;

std::uint64_t uncertainty(const Pair& pair) {
  if (pair.standing != Standing::kQueued) return 0;
  return 4 * std::uint64_t{pair.probability_ppm} * (kMillion - pair.probability_ppm) / kMillion;
}

}  // namespace

void rate_teaching(std::size_t features, std::vector<Pair>& pairs) {
  std::uint64_t all = 0;
  std::vector<std::array<std::uint64_t, kLevels>> with(features);  // uncertainty of such pairs
  for (const Pair& pair : pairs) {
    const std::uint64_t mine = uncertainty(pair);
    all += mine;
    for (const Contribution& said : pair.contributions) {
      if (said.feature != kKinship)
        with[said.feature][static_cast<std::size_t>(said.level)] += mine;
    }
  }
  for (Pair& pair : pairs) {
    pair.teaches = 0;
    std::uint64_t shares = 0, present = 0;
    for (const Contribution& said : pair.contributions) {
      if (said.feature == kKinship) continue;
      const std::uint64_t same = with[said.feature][static_cast<std::size_t>(said.level)];
      shares += all == 0 ? 0 : same * kMillion / all;
      ++present;
    }
    if (present == 0) continue;
    pair.teaches = static_cast<std::uint32_t>(uncertainty(pair) * (shares / present) / kMillion);
  }
}

}  // namespace parley::linkage
