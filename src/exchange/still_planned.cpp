#include "exchange/still_planned.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace parley::exchange {
namespace {

using record::EntryId;

// A key says "different" of a pair that two keys had confirmed.
bool told_apart(const Identities& now, const Identities& then, const EntryId& claim) {
  const auto apart = [&](const std::optional<EntryId>& other) {
    const Identities::Standing* standing = now.of(claim, other);
    return then.confirmed(claim, other) && standing != nullptr && !standing->different.empty();
  };
  const auto& beside = then.beside(claim);
  return apart(std::nullopt) || std::any_of(beside.begin(), beside.end(), apart);
}

}  // namespace

Result<std::vector<Barred>> no_longer_ready(const View& now, const Identities& then,
                                            const planning::Terms& terms, const Planned& planned) {
  PARLEY_ASSIGN(const Eligible ready, eligible(now, terms, planned.on));
  std::set<EntryId> persons;
  for (const planning::Person& person : ready.problem.persons) persons.insert(person.id);
  std::map<EntryId, Bar> bars;
  for (const Barred& one : ready.barred) bars.emplace(one.claim, one.bar);

  std::vector<Barred> out;
  const auto look = [&](const EntryId& claim) {
    if (persons.contains(claim)) return;
    const auto found = bars.find(claim);
    Bar bar = found == bars.end() ? Bar::kWithdrawn : found->second;
    if (bar == Bar::kNotConfirmed && told_apart(now.identities, then, claim)) {
      bar = Bar::kDifferentPerson;
    }
    out.push_back({claim, bar});
  };
  for (const planning::Stage& stage : planned.plan.stages) {
    for (const planning::Leg& leg : stage.legs) {
      std::for_each(leg.first.begin(), leg.first.end(), look);
      std::for_each(leg.others.begin(), leg.others.end(), look);
    }
  }
  return out;
}

}  // namespace parley::exchange
