#include "linkage/calibrate.hpp"

#include <algorithm>

#include "linkage/bits.hpp"
#include "linkage/marginal.hpp"

namespace parley::linkage {
namespace {

constexpr int kRounds = 6;
// Before any pair is seen: one in fifty rows is a person's second, as if so many rows had shown it.
constexpr double kTwice = 0.02, kTwiceRows = 50;

double sum_of(const std::vector<double>& all) {
  double sum = 0;
  for (const double one : all) sum += one;
  return sum;
}

std::uint32_t to_ppm(double share) {
  return static_cast<std::uint32_t>(std::clamp(share, 0.0, 1.0) * 1e6 + 0.5);
}

}  // namespace

void calibrate(const Encoded& lists, const std::vector<Scored>& scored, Fitted& fitted) {
  fitted.found_ppm = fitted.matched_ppm;
  if (lists.one_list || scored.empty()) return;
  const double a = lists.a.size(), b = lists.b.size(), shorter = std::min(a, b);
  double twice = kTwice;
  for (int round = 0; round < kRounds; ++round) {
    const std::int32_t prior = prior_of(lists, fitted.found_ppm);
    // A further partner's odds are those of any row, of which `twice` are somebody's second.
    const double again = twice / std::max(a, b) / exp2_millibits(prior);
    fitted.again_ppm = std::max(to_ppm(again), 1u);
    std::vector<Possible> possible;
    for (const Scored& pair : scored) {
      possible.push_back({pair.a, pair.b, exp2_millibits(pair.total + prior)});
    }
    const Marginals found = marginals(lists.a.size(), lists.b.size(), possible,
                                      static_cast<double>(fitted.again_ppm) / 1e6);
    const double pairs = sum_of(found.probability);
    const double some_a = sum_of(found.some_a), some_b = sum_of(found.some_b);
    twice = (std::max(0.0, 2 * pairs - some_a - some_b) + kTwice * kTwiceRows) /
            (some_a + some_b + kTwiceRows);
    const double some = a < b ? some_a : some_b;
    fitted.found_ppm = std::max(to_ppm((some + 1) / (shorter + 2)), 1u);
  }
}

std::int32_t final_prior(const Encoded& lists, const Fitted& fitted) {
  return prior_of(lists, fitted.found_ppm != 0 ? fitted.found_ppm : fitted.matched_ppm);
}

}  // namespace parley::linkage
