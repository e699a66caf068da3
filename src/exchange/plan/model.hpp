// A problem in numbers: how many could go on each way. The planner's inside; the checker does not
// use it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "exchange/plan/problem.hpp"

namespace parley::exchange::planning {

// More than any count here, and small enough to add and subtract.
constexpr std::int64_t kNoLimit = std::numeric_limits<std::int64_t>::max() / 4;

// One direction of a corridor. Corridor c of the terms has the lanes 2c (a to b) and 2c + 1.
struct Lane {
  PartyIndex from = 0;
  PartyIndex to = 0;
  std::int64_t first = 0;            // who may go outside parity
  std::int64_t others = 0;           // who may go by the rule
  std::int64_t must = 0;             // of `others`
  std::int64_t capacity = kNoLimit;  // a stage
};

struct Model {
  std::size_t parties = 0;
  bool circulation = false;
  Counting counting = Counting::kEveryone;
  std::int64_t most_stages = 1;
  std::vector<std::int64_t> ceiling;  // by party, kNoLimit where none
  std::vector<Corridor> corridors;
  std::vector<Lane> lanes;

  // Heads on this lane in all stages together, as far as capacity goes.
  std::int64_t room(const Lane& lane, std::int64_t stages) const;
  bool has_ceiling(PartyIndex party) const { return ceiling[party] < kNoLimit; }
  // Each party with a ceiling stands at one corridor only, and no parity goes over several: then
  // ceilings tie nothing together but the two ways of a corridor.
  bool is_uncoupled() const;
  bool has_ceilings() const;
};

// Heads by lane.
struct Heads {
  std::vector<std::int64_t> first;
  std::vector<std::int64_t> others;

  std::int64_t total_first() const;
  std::int64_t total() const;
  std::int64_t musts(const Model& model) const;  // met among `others`
  bool operator==(const Heads&) const = default;
};

// Who may go on each lane, as indices of Problem::persons in the order of going.
struct Queues {
  std::vector<std::vector<std::size_t>> first;
  std::vector<std::vector<std::size_t>> others;
};

// Whether the terms put the person outside parity: the rank of the class, or none.
std::optional<std::size_t> first_rank(const Terms& terms, const Person& person);

// Lane of a person, if the terms have a corridor for it.
class LaneFinder {
 public:
  explicit LaneFinder(const Terms& terms);
  std::optional<std::size_t> lane(const Person& person) const;

 private:
  std::size_t parties_;
  std::vector<std::optional<std::size_t>> by_pair_;
};

Queues queues_of(const Problem& problem, const LaneFinder& lanes);
Model model_of(const Problem& problem, const Queues& queues);

}  // namespace parley::exchange::planning
