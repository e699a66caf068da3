#include "exchange/plan/staging.hpp"

#include <algorithm>

namespace parley::exchange::planning {
namespace {

// Beyond every count of heads: what a level or a need may be.
constexpr std::int64_t kFar = 1'000'000'000'000;

Heads nobody(const Model& model) {
  const std::vector<std::int64_t> none(model.lanes.size(), 0);
  return {none, none};
}

// Shares `total` out, no more than wants[i] each, so that the highest of height[i] - share[i]
// becomes as low as can be; what is left over goes to those that come first.
std::vector<std::int64_t> share(std::int64_t total, const std::vector<std::int64_t>& wants,
                                const std::vector<std::int64_t>& height) {
  const auto taken = [&](std::size_t i, std::int64_t level) {
    return std::clamp<std::int64_t>(height[i] - level, 0, wants[i]);
  };
  const auto sum = [&](std::int64_t level) {
    std::int64_t out = 0;
    for (std::size_t i = 0; i < wants.size(); ++i) out += taken(i, level);
    return out;
  };
  std::int64_t low = -4 * kFar;  // takes everything wanted, which is more than total
  std::int64_t high = 4 * kFar;  // takes nothing
  while (high - low > 1) {
    const std::int64_t middle = low + (high - low) / 2;
    (sum(middle) <= total ? high : low) = middle;
  }
  std::vector<std::int64_t> out(wants.size());
  for (std::size_t i = 0; i < wants.size(); ++i) out[i] = taken(i, high);
  std::int64_t left = total - sum(high);
  for (std::size_t i = 0; i < wants.size() && left > 0; ++i) {
    if (taken(i, low) == out[i]) continue;
    ++out[i];
    --left;
  }
  return out;
}

class Run {
 public:
  Run(const Model& model, Heads target, const std::vector<std::int64_t>& ceiling, Sharing sharing)
      : model_(model),
        left_(std::move(target)),
        tokens_(ceiling),
        sharing_(sharing),
        moved_(model.lanes.size(), 0),
        ahead_(model.parties, 0),
        capacity_(model.lanes.size(), 0),
        need_(model.parties, 0) {
    out_.resize(model.parties);
    for (std::size_t l = 0; l < model.lanes.size(); ++l) out_[model.lanes[l].from].push_back(l);
  }

  // False if nobody went. Precondition: `stage` has nobody yet.
  bool step(Heads& stage) {
    for (std::size_t l = 0; l < capacity_.size(); ++l) capacity_[l] = model_.lanes[l].capacity;
    const bool first_count = model_.counting == Counting::kEveryone;
    // A lane's others wait until all its first have gone.
    pass(left_.first, stage.first, first_count);
    for (std::size_t l = 0; l < capacity_.size(); ++l) {
      if (left_.first[l] > 0) capacity_[l] = 0;
    }
    pass(left_.others, stage.others, true);
    return receive(stage, first_count);
  }

 private:
  // What everyone can hand over of `left` with the tokens it has.
  void pass(std::vector<std::int64_t>& left, std::vector<std::int64_t>& given, bool counts) {
    if (counts && (sharing_ == Sharing::kNeed || sharing_ == Sharing::kBoth)) find_needs(left);
    for (PartyIndex party = 0; party < out_.size(); ++party) {
      const std::vector<std::size_t>& lanes = out_[party];
      std::int64_t wanted = 0;
      for (const std::size_t l : lanes) {
        given[l] = std::min(left[l], capacity_[l]);
        wanted += given[l];
      }
      if (wanted == 0) continue;
      if (counts && wanted > tokens_[party]) {
        share_out(lanes, left, given, tokens_[party]);
        wanted = tokens_[party];
      }
      for (const std::size_t l : lanes) {
        left[l] -= given[l];
        capacity_[l] -= given[l];
      }
      if (counts) tokens_[party] -= wanted;
    }
  }

  void share_out(const std::vector<std::size_t>& lanes, const std::vector<std::int64_t>& left,
                 std::vector<std::int64_t>& given, std::int64_t total) const {
    if (lanes.size() == 1 || total == 0) {
      for (const std::size_t l : lanes) given[l] = total;
      return;
    }
    std::vector<std::int64_t> wants;
    std::vector<std::int64_t> height;
    for (const std::size_t l : lanes) {
      wants.push_back(given[l]);
      height.push_back(height_of(l, left));
    }
    const std::vector<std::int64_t> shares = share(total, wants, height);
    for (std::size_t i = 0; i < lanes.size(); ++i) given[lanes[i]] = shares[i];
  }

  std::int64_t height_of(std::size_t l, const std::vector<std::int64_t>& left) const {
    const std::int64_t claimant = need_[model_.lanes[l].to];
    switch (sharing_) {
      case Sharing::kRemaining: return left[l];
      case Sharing::kNeed: return claimant;
      case Sharing::kBoth: return left[l] + claimant;
      case Sharing::kOwed: return moved_[l ^ 1U] - moved_[l];
      case Sharing::kOwedToParty: return ahead_[model_.lanes[l].to];
    }
    return 0;
  }

  void find_needs(const std::vector<std::int64_t>& left) {
    for (PartyIndex i = 0; i < need_.size(); ++i) need_[i] = -std::min(tokens_[i], kFar);
    for (std::size_t l = 0; l < left.size(); ++l) need_[model_.lanes[l].from] += left[l];
  }

  bool receive(const Heads& stage, bool first_count) {
    std::int64_t gone = 0;
    for (std::size_t l = 0; l < model_.lanes.size(); ++l) {
      const std::int64_t counted = stage.others[l] + (first_count ? stage.first[l] : 0);
      tokens_[model_.lanes[l].to] += counted;
      ahead_[model_.lanes[l].to] -= counted;
      ahead_[model_.lanes[l].from] += counted;
      moved_[l] += counted;
      gone += stage.others[l] + stage.first[l];
    }
    return gone > 0;
  }

  const Model& model_;
  Heads left_;
  std::vector<std::int64_t> tokens_;
  Sharing sharing_;
  std::vector<std::int64_t> moved_;            // by lane
  std::vector<std::int64_t> ahead_;            // by party
  std::vector<std::int64_t> capacity_;         // by lane, what is left of it in this stage
  std::vector<std::int64_t> need_;             // by party
  std::vector<std::vector<std::size_t>> out_;  // lanes by holder
};

void add(Heads& sum, const Heads& stage) {
  for (std::size_t l = 0; l < sum.first.size(); ++l) {
    sum.first[l] += stage.first[l];
    sum.others[l] += stage.others[l];
  }
}

std::int64_t worst_of(const Model& model, const std::vector<Heads>& stages) {
  std::int64_t worst = 0;
  for (const auto& by_party : exposures(model, stages)) {
    for (const std::int64_t heads : by_party) worst = std::max(worst, heads);
  }
  return worst;
}

}  // namespace

Schedule hand_over(const Model& model, const Heads& target,
                   const std::vector<std::int64_t>& ceiling, std::int64_t most_stages,
                   Sharing sharing) {
  Schedule schedule;
  schedule.moved = nobody(model);
  Run run(model, target, ceiling, sharing);
  while (static_cast<std::int64_t>(schedule.stages.size()) < most_stages) {
    Heads stage = nobody(model);
    if (!run.step(stage)) break;
    add(schedule.moved, stage);
    schedule.stages.push_back(std::move(stage));
  }
  schedule.worst = worst_of(model, schedule.stages);
  return schedule;
}

Heads handed_over(const Model& model, const Heads& target, const std::vector<std::int64_t>& ceiling,
                  std::int64_t most_stages, Sharing sharing) {
  Heads moved = nobody(model);
  Heads stage = moved;
  Run run(model, target, ceiling, sharing);
  for (std::int64_t k = 0; k < most_stages && run.step(stage); ++k) {
    add(moved, stage);
    for (auto* side : {&stage.first, &stage.others}) std::fill(side->begin(), side->end(), 0);
  }
  return moved;
}

Schedule spread_evenly(const Model& model, const Heads& target, std::int64_t stages) {
  Schedule schedule;
  schedule.moved = nobody(model);
  for (std::int64_t k = 1; k <= stages; ++k) {
    Heads stage = nobody(model);
    std::int64_t gone = 0;
    for (std::size_t l = 0; l < model.lanes.size(); ++l) {
      const std::int64_t all = target.first[l] + target.others[l];
      const std::int64_t by_now = (all * k + stages - 1) / stages;
      const std::int64_t first = std::min(target.first[l], by_now);
      stage.first[l] = first - schedule.moved.first[l];
      stage.others[l] = by_now - first - schedule.moved.others[l];
      gone += stage.first[l] + stage.others[l];
    }
    if (gone == 0) continue;
    add(schedule.moved, stage);
    schedule.stages.push_back(std::move(stage));
  }
  schedule.worst = worst_of(model, schedule.stages);
  return schedule;
}

std::vector<std::vector<std::int64_t>> exposures(const Model& model,
                                                 const std::vector<Heads>& stages) {
  std::vector<std::vector<std::int64_t>> out;
  std::vector<std::int64_t> ahead(model.parties, 0);
  const bool first_count = model.counting == Counting::kEveryone;
  for (const Heads& stage : stages) {
    const auto heads = [&](std::size_t l) {
      return stage.others[l] + (first_count ? stage.first[l] : 0);
    };
    for (std::size_t l = 0; l < model.lanes.size(); ++l) ahead[model.lanes[l].from] += heads(l);
    out.push_back(ahead);
    for (std::size_t l = 0; l < model.lanes.size(); ++l) ahead[model.lanes[l].to] -= heads(l);
  }
  return out;
}

}  // namespace parley::exchange::planning
