// Who may enter a plan: agreed claims of people not known to refuse, as a planner's problem.
//
// Enters: a claim agreed by both sides as held; of a person not reported dead, at liberty, or
// unwilling to travel; confirmed by two keys, with a row of the holder's list or as answered. Of
// several claims for one person, the first in the record; and what befell the person on any row that
// somebody says is the same counts. Everyone else of the claims is named with
// the reason, for the desk alone.
// Among equals the longest held goes first (date of capture; unknown last): a rule that can be
// published. Does not: decide anyone's status, or make classes that the terms do not name.
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "exchange/plan/problem.hpp"
#include "exchange/view.hpp"

namespace parley::exchange {

enum class Bar : std::uint8_t {
  kNotAgreed,
  kNotHeld,       // agreed, but on another answer than "held"
  kDead,
  kAtLiberty,
  kDoesNotTravel,
  kNotConfirmed,  // fewer than two keys have confirmed who the person is
  kSamePerson,    // as an earlier claim
  kNoParty,       // holder or claimant belongs to no party of the terms
  // Only of people in a plan made before (still_planned.hpp).
  kDifferentPerson,  // a key now says so of the pair that was confirmed
  kWithdrawn,        // by the claimant, or erased
};
std::string_view name(Bar bar);  // "not-confirmed"
inline constexpr std::size_t kBarCount = static_cast<std::size_t>(Bar::kWithdrawn) + 1;

struct Barred {
  record::EntryId claim;
  Bar bar = Bar::kNotAgreed;
};

struct Eligible {
  planning::Problem problem;       // persons by order, then as in the record; ids are the claims'
  std::map<record::EntryId, record::EntryId> held_row;  // of those confirmed with one
  std::vector<Barred> barred;      // by claim, in the order of the record
  planning::NamedAbsent named_absent;  // whom the terms name, and who is not among the persons
};

// The party that stands for `party` in the terms: itself, or the nearest it belongs to.
std::optional<planning::PartyIndex> party_in_terms(const View& view, const planning::Terms& terms,
                                                   const record::EntryId& party);

// `on`: the day on which people's ages count. Error (kBadInput): terms naming a party or person
// that is not there.
Result<Eligible> eligible(const View& view, const planning::Terms& terms, const Date& on);

}  // namespace parley::exchange
