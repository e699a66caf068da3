#include "exchange/plan/settle.hpp"

#include <algorithm>
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

// The most of the first classes beside exactly these others, or none if the others cannot all go.
std::optional<Heads> most_beside(const Model& one, const std::vector<std::int64_t>& others) {
  const Heads wanted{{one.lanes[0].first, one.lanes[1].first}, others};
  const Heads moved = hand_over(one, wanted, one.ceiling, one.most_stages, kSharings[0]).moved;
  Heads out{{0, 0}, others};
  for (std::size_t l = 0; l < 2; ++l) {
    // Where all count alike, those who went as first can be others instead.
    const std::int64_t gone = moved.first[l] + moved.others[l];
    const std::int64_t first =
        one.counting == Counting::kEveryone ? gone - others[l] : moved.first[l];
    if (first < 0 || gone < first + others[l]) return {};
    out.first[l] = std::min(first, one.lanes[l].first);
  }
  return out;
}

Heads most_all_for_all(const Model& one) {
  const Heads wanted{{one.lanes[0].first, one.lanes[1].first},
                     {one.lanes[0].others, one.lanes[1].others}};
  return hand_over(one, wanted, one.ceiling, one.most_stages, kSharings[0]).moved;
}

// Tries every number of blocks, the most first; ends where nothing better can follow.
Heads most_on_corridor(const Model& one) {
  const Corridor& corridor = one.corridors[0];
  if (corridor.rule == Rule::kAllForAll) return most_all_for_all(one);
  const Heads within = heads_within(one, one.most_stages);
  std::vector<std::int64_t> available;
  for (std::size_t l = 0; l < 2; ++l) {
    available.push_back(std::min(one.lanes[l].others, one.room(one.lanes[l], one.most_stages)));
  }
  Heads best{{0, 0}, {0, 0}};
  Rank best_rank{-1, 0, 0};
  for (std::int64_t n = std::min(available[0] / corridor.p, available[1] / corridor.q); n >= 0;
       --n) {
    const auto heads = most_beside(one, {n * corridor.p, n * corridor.q});
    if (!heads) continue;
    const Rank found = rank(one, *heads);
    if (found > best_rank) {
      best = *heads;
      best_rank = found;
    }
    if (best.total_first() == within.total_first()) break;  // fewer blocks add nothing
  }
  return best;
}

Settled settle_apart(const Model& model) {
  Settled settled;
  for (std::size_t c = 0; c < model.corridors.size(); ++c) {
    const Heads heads = most_on_corridor(only(model, c));
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
