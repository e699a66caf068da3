#include "linkage/standing.hpp"

#include <algorithm>

#include "linkage/assign.hpp"
#include "linkage/bits.hpp"
#include "linkage/marginal.hpp"

namespace parley::linkage {
namespace {

// Each person's pairs, best first. People of the second list are numbered on after the first's.
class Neighbours {
 public:
  Neighbours(const Encoded& lists, const std::vector<Scored>& scored)
      : offset_(lists.one_list ? 0 : lists.a.size()), of_(lists.a.size() + lists.b.size()) {
    for (std::uint32_t i = 0; i < scored.size(); ++i) {
      of_[scored[i].a].push_back(i);
      of_[offset_ + scored[i].b].push_back(i);
    }
    for (std::vector<std::uint32_t>& pairs : of_) {
      std::stable_sort(pairs.begin(), pairs.end(), [&](std::uint32_t x, std::uint32_t y) {
        return scored[x].total > scored[y].total;
      });
    }
  }
  const std::vector<std::uint32_t>& of_a(std::uint32_t person) const { return of_[person]; }
  const std::vector<std::uint32_t>& of_b(std::uint32_t person) const {
    return of_[offset_ + person];
  }

 private:
  std::uint32_t offset_;
  std::vector<std::vector<std::uint32_t>> of_;
};

std::uint32_t to_ppm(double probability) {
  return static_cast<std::uint32_t>(std::clamp(probability, 0.0, 1.0) * 1e6 + 0.5);
}

void assign_one_to_one(const std::vector<Scored>& scored, std::int32_t prior,
                       std::vector<Stood>& out) {
  std::vector<Edge> edges;
  for (const Scored& pair : scored) edges.push_back({pair.a, pair.b, pair.total + prior});
  const std::vector<bool> taken = assign(edges);
  for (std::size_t i = 0; i < taken.size(); ++i) out[i].assigned = taken[i];
}

}  // namespace

std::vector<Stood> stand(const Encoded& lists, const std::vector<Scored>& scored,
                         std::int32_t prior, std::uint32_t again_ppm,
                         const std::vector<std::uint32_t>& groups) {
  std::vector<Stood> out(scored.size());
  const Neighbours neighbours(lists, scored);
  const auto odds = [&](std::uint32_t pair) { return exp2_millibits(scored[pair].total + prior); };
  std::vector<Possible> possible;
  if (!lists.one_list) {
    for (std::uint32_t i = 0; i < scored.size(); ++i) {
      possible.push_back({scored[i].a, scored[i].b, odds(i)});
    }
  }
  const Marginals shared =
      marginals(lists.a.size(), lists.b.size(), possible, static_cast<double>(again_ppm) / 1e6);

  const auto rank = [&](const std::vector<std::uint32_t>& best_first, bool as_a, bool as_b,
                        std::uint32_t person) {
    for (std::uint32_t at = 0; at < best_first.size(); ++at) {
      const std::uint32_t pair = best_first[at];
      if (as_a && scored[pair].a == person) out[pair].rank_a = at + 1;
      if (as_b && scored[pair].b == person) out[pair].rank_b = at + 1;
    }
  };
  for (std::uint32_t a = 0; a < lists.a.size(); ++a) {
    rank(neighbours.of_a(a), true, lists.one_list, a);
  }
  for (std::uint32_t b = 0; b < lists.b.size(); ++b) rank(neighbours.of_b(b), false, true, b);
  const auto in_one_group = [&](std::uint32_t pair) {
    return !groups.empty() && groups[scored[pair].a] == groups[scored[pair].b];
  };
  const auto gap = [&](std::uint32_t pair, const std::vector<std::uint32_t>& best_first) {
    for (const std::uint32_t other : best_first) {
      if (other == pair || (in_one_group(pair) && in_one_group(other))) continue;
      return scored[pair].total - scored[other].total;
    }
    return kNoRival;
  };
  for (std::uint32_t i = 0; i < scored.size(); ++i) {
    const std::vector<std::uint32_t>& mine = neighbours.of_a(scored[i].a);
    const std::vector<std::uint32_t>& theirs = neighbours.of_b(scored[i].b);
    const double with = odds(i);
    out[i].alone_ppm = to_ppm(with / (1 + with));
    out[i].probability_ppm = lists.one_list ? out[i].alone_ppm : to_ppm(shared.probability[i]);
    out[i].rival_gap = std::min(gap(i, mine), gap(i, theirs));
    out[i].assigned = in_one_group(i);
  }
  if (!lists.one_list) assign_one_to_one(scored, prior, out);
  return out;
}

}  // namespace parley::linkage
