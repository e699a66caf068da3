#include "exchange/plan/unlocks.hpp"

#include <algorithm>

namespace parley::exchange::planning {
namespace {

class Trial {
 public:
  Trial(const Model& model, const Heads& freed) : model_(model), freed_(freed) {}

  // `apply(model, amount)` makes the change.
  template <class Apply>
  void tries(Unlock unlock, std::int64_t most, const Apply& apply) {
    for (unlock.amount = 1; unlock.amount <= most; ++unlock.amount) {
      Model changed = model_;
      apply(changed, unlock.amount);
      const Heads found = settle(changed, limits_of(changed), &freed_).heads;
      unlock.more = found.total() - freed_.total();
      if (unlock.more <= 0 || found.total_first() < freed_.total_first()) continue;
      found_.push_back(unlock);
      return;
    }
  }

  std::vector<Unlock> found() && { return std::move(found_); }

 private:
  const Model& model_;
  const Heads& freed_;
  std::vector<Unlock> found_;
};

std::int64_t block(const Corridor& corridor) { return std::max(corridor.p, corridor.q); }

}  // namespace

std::vector<Unlock> unlocks_of(const Model& model, const Limits& limits, const Heads& freed) {
  std::int64_t eligible = 0;
  for (const Lane& lane : model.lanes) eligible += lane.first + lane.others;
  Trial trial(model, freed);
  if (freed.total() == eligible) return {};

  for (std::size_t l = 0; l < model.lanes.size(); ++l) {
    const Corridor& corridor = model.corridors[l / 2];
    if (corridor.rule == Rule::kAllForAll) continue;  // the one who comes is all it adds
    const Unlock unlock{Change::kPersons, model.lanes[l].from, model.lanes[l].to, 0, 0};
    const std::int64_t most = l % 2 == 0 ? corridor.p : corridor.q;
    trial.tries(unlock, most,
                [l](Model& changed, std::int64_t amount) { changed.lanes[l].others += amount; });
  }
  // Stages, ceilings and capacities keep nobody back who is not kept back by them now.
  if (freed == limits.unstaged) return std::move(trial).found();

  std::int64_t widest = 1;
  for (const Corridor& corridor : model.corridors) widest = std::max(widest, block(corridor));
  const std::int64_t most_stages = std::min<std::int64_t>(kMostStages - model.most_stages, 4);
  trial.tries({Change::kStages, 0, 0, 0, 0}, most_stages,
              [](Model& changed, std::int64_t amount) { changed.most_stages += amount; });
  for (PartyIndex party = 0; party < model.parties; ++party) {
    if (!model.has_ceiling(party)) continue;
    trial.tries({Change::kCeiling, party, 0, 0, 0}, std::min<std::int64_t>(2 * widest, 64),
                [party](Model& changed, std::int64_t amount) { changed.ceiling[party] += amount; });
  }
  for (std::size_t c = 0; c < model.corridors.size(); ++c) {
    const Corridor& corridor = model.corridors[c];
    if (!corridor.capacity) continue;
    trial.tries({Change::kCapacity, corridor.a, corridor.b, 0, 0},
                std::min<std::int64_t>(2 * block(corridor), 64),
                [c](Model& changed, std::int64_t amount) {
                  changed.lanes[2 * c].capacity += amount;
                  changed.lanes[2 * c + 1].capacity += amount;
                });
  }
  return std::move(trial).found();
}

}  // namespace parley::exchange::planning
