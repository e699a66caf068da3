#include "exchange/plan/together.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

namespace parley::exchange::planning {
namespace {

Heads part_of(Heads heads, std::int64_t part, std::int64_t whole) {
  for (auto* side : {&heads.first, &heads.others}) {
    for (std::int64_t& count : *side) count = count * part / whole;
  }
  return heads;
}

// Shrinks the target to what went, as far as the rules allow, until all of it goes.
Heads fit(const Model& model, Heads target) {
  constexpr int kPatience = 32;
  target = by_rule_within(model, std::move(target));
  for (int tries = 0;; ++tries) {
    Heads moved = best_hand_over(model, target, model.ceiling, model.most_stages).moved;
    if (moved == target) return target;
    if (tries >= kPatience) moved = part_of(std::move(moved), 15, 16);
    target = by_rule_within(model, std::move(moved));
  }
}

// A few more on every lane, within `high`; of the others alone if not `first_too`.
Heads a_little_more(const Heads& low, const Heads& high, std::int64_t step, bool first_too) {
  Heads out = low;
  for (std::size_t l = 0; l < low.first.size(); ++l) {
    if (first_too) out.first[l] = std::min(high.first[l], low.first[l] + step);
    out.others[l] = std::min(high.others[l], low.others[l] + step);
  }
  return out;
}

// A closed leg: the fewest people who can be added without breaking a rule.
struct ClosedLeg {
  std::vector<std::size_t> lanes;
  std::vector<std::int64_t> heads;  // by lane of `lanes`
  bool first = false;
};

std::vector<ClosedLeg> closed_legs(const Model& model) {
  std::vector<ClosedLeg> legs;
  for (std::size_t l = 0; l < model.lanes.size(); ++l) {
    if (model.lanes[l].first > 0) legs.push_back({{l}, {1}, true});
  }
  for (std::size_t c = 0; c < model.corridors.size(); ++c) {
    const Corridor& corridor = model.corridors[c];
    if (corridor.rule == Rule::kAllForAll) {
      legs.push_back({{2 * c}, {1}, false});
      legs.push_back({{2 * c + 1}, {1}, false});
    } else {
      legs.push_back({{2 * c, 2 * c + 1}, {corridor.p, corridor.q}, false});
    }
  }
  // Rings of three; with many parties there are too many, and longer ones are left to chance.
  constexpr std::size_t kManyParties = 12;
  if (!model.circulation || model.parties > kManyParties) return legs;
  const auto is_arc = [&](std::size_t l) {
    return model.corridors[l / 2].rule == Rule::kOneForOne && model.lanes[l].others > 0;
  };
  for (std::size_t x = 0; x < model.lanes.size(); ++x) {
    for (std::size_t y = 0; y < model.lanes.size() && is_arc(x); ++y) {
      const bool follows = model.lanes[y].from == model.lanes[x].to && y != (x ^ 1U);
      for (std::size_t z = 0; z < model.lanes.size() && follows && is_arc(y); ++z) {
        const bool closes =
            model.lanes[z].from == model.lanes[y].to && model.lanes[z].to == model.lanes[x].from;
        if (closes && is_arc(z) && x < y && x < z) legs.push_back({{x, y, z}, {1, 1, 1}, false});
      }
    }
  }
  return legs;
}

// `times` of the leg beside `heads`, or none if there are not so many people.
std::optional<Heads> with_leg(const Model& model, const Heads& heads, const ClosedLeg& leg,
                              std::int64_t times) {
  Heads out = heads;
  for (std::size_t i = 0; i < leg.lanes.size(); ++i) {
    const std::size_t l = leg.lanes[i];
    const Lane& lane = model.lanes[l];
    (leg.first ? out.first : out.others)[l] += times * leg.heads[i];
    if (out.first[l] > lane.first || out.others[l] > lane.others ||
        out.first[l] + out.others[l] > model.room(lane, model.most_stages)) {
      return {};
    }
  }
  return out;
}

bool fits(const Model& model, const Heads& target) {
  return std::any_of(kSharings.begin(), kSharings.end(), [&](Sharing sharing) {
    return handed_over(model, target, model.ceiling, model.most_stages, sharing) == target;
  });
}

// Adds closed legs until none can be added that still could be handed over.
Heads climb(const Model& model, Heads best, std::int64_t times) {
  constexpr int kMostPasses = 16;
  const std::vector<ClosedLeg> legs = closed_legs(model);
  for (; times >= 1; times /= 4) {
    bool added = true;
    for (int pass = 0; pass < kMostPasses && added; ++pass) {
      added = false;
      for (const ClosedLeg& leg : legs) {
        auto more = with_leg(model, best, leg, times);
        if (!more || !fits(model, *more)) continue;
        best = *std::move(more);
        added = true;
      }
    }
  }
  return best;
}

std::int64_t bound(const Model& model, const Limits& limits, const Heads& heads) {
  const Heads& top = limits.by_capacity;
  std::int64_t most = top.total();
  // If first classes or musts had to give way, others may have come in their place: then only a
  // bound that ranks nobody holds.
  if (heads.total_first() < top.total_first() || heads.musts(model) < top.musts(model)) {
    Model equal = model;
    std::vector<std::int64_t> available;
    for (Lane& lane : equal.lanes) {
      lane.must = 0;
      available.push_back(std::min(lane.others, model.room(lane, model.most_stages)));
    }
    const auto others = most_by_rule(equal, available).others;
    most = std::accumulate(others.begin(), others.end(), top.total_first());
  }
  const std::int64_t held = tokens(model);
  if (held >= kNoLimit) return most;
  const std::int64_t apart = model.counting == Counting::kEveryone ? 0 : top.total_first();
  return std::min(most, apart + held * model.most_stages);
}

}  // namespace

Rank rank(const Model& model, const Heads& heads) {
  return {heads.total_first(), heads.musts(model), heads.total()};
}

// Of the sharings, the schedule that moves the most, then in the fewest stages.
Schedule best_hand_over(const Model& model, const Heads& target,
                        const std::vector<std::int64_t>& ceiling, std::int64_t most_stages) {
  Schedule best;
  bool none = true;
  for (const Sharing sharing : kSharings) {
    Schedule found = hand_over(model, target, ceiling, most_stages, sharing);
    if (!none) {
      const Rank a = rank(model, found.moved);
      const Rank b = rank(model, best.moved);
      if (a < b || (a == b && found.stages.size() >= best.stages.size())) continue;
    }
    best = std::move(found);
    none = false;
  }
  return best;
}

Heads by_rule_within(const Model& model, Heads available) {
  available.others = most_by_rule(model, available.others).others;
  return available;
}

std::int64_t tokens(const Model& model) {
  std::int64_t sum = 0;
  std::vector<bool> gives(model.parties, false);
  for (const Lane& lane : model.lanes)
    gives[lane.from] = gives[lane.from] || lane.first + lane.others > 0;
  for (PartyIndex i = 0; i < model.parties; ++i) {
    if (!gives[i]) continue;
    if (!model.has_ceiling(i)) return kNoLimit;
    sum += model.ceiling[i];
  }
  return sum;
}

Settled settle_together(const Model& model, const Limits& limits, const Heads* start) {
  const Heads& top = limits.by_capacity;
  if (start != nullptr && fits(model, *start)) {
    Heads best = climb(model, *start, 1);
    const std::int64_t at_most = bound(model, limits, best);
    return {std::move(best), at_most};
  }
  Heads best = fit(model, top);
  const auto consider = [&](Heads target) {
    Heads found = fit(model, std::move(target));
    if (rank(model, found) <= rank(model, best)) return false;
    best = std::move(found);
    return true;
  };
  if (rank(model, best) == rank(model, top)) return {best, best.total()};
  // The first classes alone, then the others beside them: going all at once, more of the first
  // classes may start than can end.
  Heads alone = part_of(top, 0, 1);
  alone.first = top.first;
  alone = fit(model, std::move(alone));
  const Heads bare = alone;
  alone.others = top.others;
  consider(alone);
  for (std::int64_t part = 1; part < 16; ++part) consider(part_of(top, part, 16));
  for (std::int64_t step = 4096; step >= 1; step /= 4) {
    for (const bool first_too : {true, false}) {
      for (int tries = 0; tries < 8; ++tries) {
        if (!consider(a_little_more(best, top, step, first_too))) break;
      }
    }
  }
  best = climb(model, std::move(best), 1024);
  Heads other = climb(model, bare, 1024);
  if (rank(model, other) > rank(model, best)) best = std::move(other);
  const std::int64_t at_most = bound(model, limits, best);
  return {std::move(best), at_most};
}

}  // namespace parley::exchange::planning
