#include "exchange/plan/settle.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <tuple>

#include "exchange/plan/together.hpp"

namespace parley::exchange::planning {
namespace {

// Each party with a ceiling has one corridor: exact, corridor by corridor.

// A model of one corridor alone.
Model only(const Model& model, std::size_t corridor) {
  Model one = model;
  one.circulation = false;
  one.corridors = {model.corridors[corridor]};
  one.lanes = {model.lanes[2 * corridor], model.lanes[2 * corridor + 1]};
  return one;
}

// One corridor with a rule of p for q, or with none.
class Alone {
 public:
  explicit Alone(const Model& one) : one_(one), rate_{one.corridors[0].p, one.corridors[0].q} {}

  Heads most() const {
    if (one_.corridors[0].rule == Rule::kAllForAll) {
      return reached({one_.lanes[0].others, one_.lanes[1].others});
    }
    return rate_[0] == rate_[1] ? most_one_for_one() : most_by_ratio();
  }

 private:
  using Pair = std::vector<std::int64_t>;

  // What goes if everybody of the first classes and so many others are to go.
  Heads reached(const Pair& others) const {
    return handed_over(one_, {{one_.lanes[0].first, one_.lanes[1].first}, others}, one_.ceiling,
                       one_.most_stages, kSharings[0]);
  }

  std::int64_t most_blocks() const {
    return std::min(one_.lanes[0].others / rate_[0], one_.lanes[1].others / rate_[1]);
  }

  // The most of the first classes beside so many blocks of others; or, if these cannot all go,
  // none, and `blocks` becomes a number below it that no plan can exceed.
  std::optional<Heads> beside(std::int64_t& blocks) const {
    const Pair others = {blocks * rate_[0], blocks * rate_[1]};
    const Heads moved = reached(others);
    const bool everyone = one_.counting == Counting::kEveryone;
    Heads out{{0, 0}, others};
    std::int64_t below = blocks;
    for (std::size_t l = 0; l < 2; ++l) {
      // Where all count alike, those who went as first can be others instead.
      const std::int64_t places = moved.others[l] + (everyone ? moved.first[l] : 0);
      if (places < others[l]) below = std::min({below, blocks - 1, places / rate_[l]});
      out.first[l] = everyone ? places - others[l] : moved.first[l];
    }
    if (below == blocks) return out;
    blocks = below;
    return {};
  }

  // A pair fewer can always go where a pair more can, and never takes a place from the first
  // classes: so the most pairs beside the most of these are found by halving.
  Heads most_one_for_one() const {
    std::int64_t low = 0;
    Heads best = *beside(low);
    const std::int64_t most_first = best.total_first();
    std::int64_t high = most_blocks() + 1;
    while (high - low > 1) {
      const std::int64_t middle = low + (high - low) / 2;
      std::int64_t blocks = middle;
      auto found = beside(blocks);
      if (found && found->total_first() == most_first) {
        best = *std::move(found);
        low = middle;
      } else {
        high = middle;
      }
    }
    return best;
  }

  // Where one side gives more, a block can make room for first classes of the other: every number
  // of blocks is tried, the most first, until nothing better can follow.
  Heads most_by_ratio() const {
    const std::int64_t all_first = heads_within(one_, one_.most_stages).total_first();
    std::optional<Heads> best;
    for (std::int64_t blocks = most_blocks(); blocks >= 0;) {
      auto found = beside(blocks);
      if (!found) continue;
      --blocks;
      if (!best || rank(one_, *found) > rank(one_, *best)) best = std::move(found);
      if (best->total_first() == all_first) break;
    }
    return *best;  // no block at all can always go
  }

  const Model& one_;
  std::array<std::int64_t, 2> rate_;
};

Settled settle_apart(const Model& model) {
  Settled settled;
  for (std::size_t c = 0; c < model.corridors.size(); ++c) {
    const Model one = only(model, c);
    const Heads heads = Alone(one).most();
    for (std::size_t l = 0; l < 2; ++l) {
      settled.heads.first.push_back(heads.first[l]);
      settled.heads.others.push_back(heads.others[l]);
    }
  }
  settled.at_most = settled.heads.total();
  return settled;
}

}  // namespace

Limits limits_of(const Model& model) {
  Limits limits;
  std::vector<std::int64_t> available;
  for (const Lane& lane : model.lanes) {
    limits.unstaged.first.push_back(lane.first);
    available.push_back(lane.others);
  }
  Totals totals = most_by_rule(model, available);
  limits.unstaged.others = std::move(totals.others);
  limits.unstaged_proof = std::move(totals.potential);

  limits.by_capacity = heads_within(model, model.most_stages);
  totals = most_by_rule(model, limits.by_capacity.others);
  limits.by_capacity.others = std::move(totals.others);
  limits.by_capacity_proof = std::move(totals.potential);
  return limits;
}

Settled settle(const Model& model, const Limits& limits, const Heads* start) {
  if (!model.has_ceilings()) {
    // Of all that are as many, those that need the fewest stages.
    const Rank most = rank(model, limits.by_capacity);
    std::int64_t low = 0;
    std::int64_t high = model.most_stages;
    Heads heads = limits.by_capacity;
    while (high - low > 1) {
      const std::int64_t middle = low + (high - low) / 2;
      Heads found = by_rule_within(model, heads_within(model, middle));
      if (rank(model, found) == most) {
        heads = std::move(found);
        high = middle;
      } else {
        low = middle;
      }
    }
    return {heads, heads.total()};
  }
  return model.is_uncoupled() ? settle_apart(model) : settle_together(model, limits, start);
}

}  // namespace parley::exchange::planning
