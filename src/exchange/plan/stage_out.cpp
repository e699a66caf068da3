// The fewest stages for people who are settled, and the smallest worst exposure in them.
#include <algorithm>

#include "exchange/plan/together.hpp"

namespace parley::exchange::planning {
namespace {

std::int64_t up(std::int64_t a, std::int64_t b) { return (a + b - 1) / b; }

std::int64_t counted(const Model& model, const Heads& heads, std::size_t l) {
  return heads.others[l] + (model.counting == Counting::kEveryone ? heads.first[l] : 0);
}

std::int64_t stages_bound(const Model& model, const Heads& heads) {
  std::int64_t least = heads.total() > 0 ? 1 : 0;
  std::int64_t total = 0;
  for (std::size_t l = 0; l < model.lanes.size(); ++l) {
    const Lane& lane = model.lanes[l];
    least = std::max(least, up(heads.first[l] + heads.others[l], lane.capacity));
    total += counted(model, heads, l);
  }
  const std::int64_t held = tokens(model);
  return held > 0 && held < kNoLimit ? std::max(least, up(total, held)) : least;
}

std::int64_t exposure_bound(const Model& model, const Heads& heads, std::int64_t stages) {
  std::int64_t total = 0;
  std::vector<std::int64_t> given(model.parties, 0);
  std::vector<std::int64_t> received(model.parties, 0);
  for (std::size_t l = 0; l < model.lanes.size(); ++l) {
    const std::int64_t heads_here = counted(model, heads, l);
    given[model.lanes[l].from] += heads_here;
    received[model.lanes[l].to] += heads_here;
    total += heads_here;
  }
  if (total == 0) return 0;
  std::int64_t givers = 0;
  std::int64_t least = 1;
  for (PartyIndex i = 0; i < model.parties; ++i) {
    givers += given[i] > 0 ? 1 : 0;
    least = std::max(least, given[i] - (stages > 1 ? received[i] : 0));
  }
  // Tokens go round: a stage moves no more than all the givers' together.
  return std::max(least, up(total, givers * stages));
}

std::vector<std::int64_t> lowered(std::vector<std::int64_t> ceiling, std::int64_t most) {
  for (std::int64_t& heads : ceiling) heads = std::min(heads, most);
  return ceiling;
}

// One corridor a party: nothing to share, so handing over is as far as anyone can be.
bool has_no_choice(const Model& model) {
  std::vector<int> lanes(model.parties, 0);
  for (const Lane& lane : model.lanes) ++lanes[lane.from];
  return std::all_of(lanes.begin(), lanes.end(), [](int count) { return count <= 1; });
}

}  // namespace

Staged stage_out(const Model& model, const Heads& heads) {
  Staged staged;
  staged.schedule = best_hand_over(model, heads, model.ceiling, model.most_stages);
  const auto stages = static_cast<std::int64_t>(staged.schedule.stages.size());
  const bool exact = has_no_choice(model);
  staged.stages_at_least = exact || !model.has_ceilings() ? stages : stages_bound(model, heads);
  staged.exposure_at_least = stages == 0 ? 0 : exposure_bound(model, heads, stages);

  const auto keep_better = [&](Schedule found) {
    if (found.moved != heads || static_cast<std::int64_t>(found.stages.size()) > stages)
      return false;
    if (found.worst >= staged.schedule.worst) return true;
    staged.schedule = std::move(found);
    return true;
  };
  std::int64_t low = std::max<std::int64_t>(staged.exposure_at_least, 0) - 1;  // does not do
  std::int64_t high = staged.schedule.worst;                                   // does
  while (high - low > 1) {
    const std::int64_t middle = low + (high - low) / 2;
    const bool does =
        keep_better(best_hand_over(model, heads, lowered(model.ceiling, middle), stages));
    (does ? high : low) = middle;
  }
  if (exact) {
    staged.exposure_at_least = staged.schedule.worst;
    return staged;
  }
  const Schedule even = spread_evenly(model, heads, stages);
  if (even.worst < staged.schedule.worst) {
    const auto by_stage = exposures(model, even.stages);
    const bool within = std::all_of(by_stage.begin(), by_stage.end(), [&](const auto& by_party) {
      for (PartyIndex i = 0; i < by_party.size(); ++i) {
        if (by_party[i] > model.ceiling[i]) return false;
      }
      return true;
    });
    if (within) keep_better(even);
  }
  return staged;
}

}  // namespace parley::exchange::planning
