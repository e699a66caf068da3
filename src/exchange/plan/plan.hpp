// A plan: who goes in which stage, with what it takes to check that, and why the others do not.
//
// What the sides read is `stages`; omissions and unlocks are for the desk alone (codec.hpp keeps
// them in fields of their own, so that they can have an audience of their own).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/plan/terms.hpp"
#include "record/ids.hpp"

namespace parley::exchange::planning {

constexpr std::int64_t kPlanEngine = 1;  // changes when the same problem may give another plan

// The people whom one party hands to another in one stage. All legs of a stage are simultaneous.
struct Leg {
  PartyIndex from = 0;
  PartyIndex to = 0;
  std::vector<record::EntryId> first;   // outside parity, in the order of going
  std::vector<record::EntryId> others;  // by the corridor's rule, in the order of going

  bool operator==(const Leg&) const = default;
};

struct Stage {
  std::vector<Leg> legs;               // by (from, to); none is empty
  std::vector<std::int64_t> exposure;  // by party, in heads, once this stage's are handed over:
                                       // given in stages 1..k minus received in 1..k-1
  bool operator==(const Stage&) const = default;
};

enum class Reason : std::uint8_t {
  kNotAgreed,
  kRefuses,
  kWillNotRelease,
  kNoCorridor,  // the terms have no way between holder and claimant
  kParity,      // the other side's list is too short
  kCapacity,    // the corridor carries no more in so many stages
  kCeiling,     // somebody would be further ahead than agreed
};
std::string_view name(Reason reason);  // "parity"

struct Omission {
  record::EntryId id;
  Reason reason = Reason::kParity;

  bool operator==(const Omission&) const = default;
};

enum class Change : std::uint8_t {
  kPersons,   // `amount` more agreed people held by `from`, claimed by `to`
  kStages,    // `amount` more stages
  kCeiling,   // a ceiling higher by `amount` for `from`
  kCapacity,  // `amount` more heads each way in a stage, between `from` and `to`
};
std::string_view name(Change change);  // "persons"

// The smallest change of one kind that would free more.
struct Unlock {
  Change change = Change::kPersons;
  PartyIndex from = 0;  // 0 where the kind has none
  PartyIndex to = 0;
  std::int64_t amount = 0;
  std::int64_t more = 0;  // people freed beyond this plan's, including those added

  bool operator==(const Unlock&) const = default;
};

// Heads. "At most" and "at least" are proved; a plan is the best where it reaches them.
struct Figures {
  std::int64_t eligible = 0;           // agreed, not refusing, not withheld, with a corridor
  std::int64_t eligible_first = 0;     // of these, outside parity
  std::int64_t freed = 0;              // in this plan
  std::int64_t freed_first = 0;        // of these, outside parity
  std::int64_t must_left_out = 0;      // of those that the terms must include
  std::int64_t most_unstaged = 0;      // freed if stages, capacities and ceilings were no limit
  std::int64_t most_by_capacity = 0;   // freed if ceilings were no limit
  std::int64_t at_most = 0;            // nobody can free more under these terms
  std::int64_t stages_at_least = 0;    // for these people
  std::int64_t worst_exposure = 0;     // over all parties and stages
  std::int64_t exposure_at_least = 0;  // for these people in this number of stages

  bool operator==(const Figures&) const = default;
};

// Dual potentials of the maximum flow over the one-for-one corridors. Circulation: one a party.
// Otherwise two a corridor of the terms, for a and b (0, 0 where its rule is another). With
// heads x, weights w (1, or 1 + kMustWeight for must-include) and the numbers available u on
// each way h -> c, weak duality says: sum w x <= sum u max(0, w - potential(h) + potential(c)).
constexpr std::int64_t kMustWeight = 1'000'000'000;
struct Certificate {
  std::vector<std::int64_t> unstaged;
  std::vector<std::int64_t> by_capacity;  // u no more than stages * capacity - first classes

  bool operator==(const Certificate&) const = default;
};

struct Plan {
  std::int64_t engine = kPlanEngine;
  std::vector<std::string> parties;  // handles, as in the terms
  std::vector<Stage> stages;
  Figures figures;
  Certificate certificate;
  std::vector<Omission> omissions;  // by id; everyone of the problem who does not go
  std::vector<Unlock> unlocks;

  bool operator==(const Plan&) const = default;
};

}  // namespace parley::exchange::planning
