// Handing people over in stages without anybody getting too far ahead. The planner's inside.
//
// A party starts with as many tokens as its ceiling; each head it hands over takes one, each head
// it receives brings one, from the next stage on. Every stage, everyone hands over all that its
// tokens and the capacities allow. Where no party with a ceiling has a choice between lanes, this
// is as far as anyone can be at any stage: what each side has given only helps the other to give.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "exchange/plan/model.hpp"

namespace parley::exchange::planning {

// How a party shares too few tokens among its lanes.
enum class Sharing : std::uint8_t {
  kRemaining,  // so that what is left is even
  kNeed,       // to those who have too few tokens for what they still have to give
  kBoth,
  kOwed,         // to those from whom more has come on the same corridor
  kOwedToParty,  // to those who are furthest ahead
};
inline constexpr std::array kSharings = {Sharing::kRemaining, Sharing::kNeed, Sharing::kBoth,
                                         Sharing::kOwed, Sharing::kOwedToParty};

struct Schedule {
  std::vector<Heads> stages;  // none is without anybody
  Heads moved;
  std::int64_t worst = 0;  // exposure, over all parties and stages
};

// At most `target` on each lane, in at most `most_stages`, with these ceilings by party.
Schedule hand_over(const Model& model, const Heads& target,
                   const std::vector<std::int64_t>& ceiling, std::int64_t most_stages,
                   Sharing sharing);

// The same, but only who has gone in the end.
Heads handed_over(const Model& model, const Heads& target, const std::vector<std::int64_t>& ceiling,
                  std::int64_t most_stages, Sharing sharing);

// `target` whole, the same part of each lane in every stage, as near as whole people allow.
Schedule spread_evenly(const Model& model, const Heads& target, std::int64_t stages);

// By party, at each stage.
std::vector<std::vector<std::int64_t>> exposures(const Model& model,
                                                 const std::vector<Heads>& stages);

}  // namespace parley::exchange::planning
