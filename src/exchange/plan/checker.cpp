#include "exchange/plan/checker.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <tuple>
#include <unordered_map>

#include "exchange/plan/checker_best.hpp"

namespace parley::exchange::planning {
namespace {

using record::EntryId;

std::string shown(const EntryId& id) { return id.hex().substr(0, 16); }

// What a person's own entry says of travelling.
std::optional<Reason> bar_of(const Person& person) {
  if (person.refuses) return Reason::kRefuses;
  if (!person.agreed) return Reason::kNotAgreed;
  if (person.never) return Reason::kWillNotRelease;
  return {};
}

class Checker {
 public:
  Checker(const Problem& problem, const Plan& plan)
      : problem_(problem),
        terms_(problem.terms),
        plan_(plan),
        ways_(terms_.corridors.size()),
        place_(problem.persons.size(), 0) {}

  Check run() {
    if (plan_.engine != kPlanEngine) {
      say("made by another engine, number {}, than this checker knows", plan_.engine);
      return std::move(check_);
    }
    if (plan_.parties != terms_.parties) {
      say("the parties are not those of the terms");
      return std::move(check_);
    }
    count_eligible();
    read_stages();
    check_order();
    check_rules();
    check_exposure();
    check_figures();
    check_omissions();
    Best best = check_best(terms_, ways_, plan_);
    for (std::string& finding : best.findings) check_.findings.push_back(std::move(finding));
    check_.most_proved = best.most_proved && check_.holds();
    return std::move(check_);
  }

 private:
  template <class... Args>
  void say(fmt::format_string<Args...> text, Args&&... args) {
    check_.findings.push_back(fmt::format(text, std::forward<Args>(args)...));
  }

  // Corridor and side, if the terms have one from there to there.
  std::optional<std::pair<std::size_t, std::size_t>> way(PartyIndex from, PartyIndex to) const {
    for (std::size_t c = 0; c < terms_.corridors.size(); ++c) {
      const Corridor& corridor = terms_.corridors[c];
      if (corridor.a == from && corridor.b == to) return std::pair(c, std::size_t{0});
      if (corridor.b == from && corridor.a == to) return std::pair(c, std::size_t{1});
    }
    return {};
  }

  // Where the terms name the person's class, its place among the classes.
  std::optional<std::size_t> outside_parity(const Person& person) const {
    for (std::size_t i = 0; i < terms_.first.size(); ++i) {
      if (person.first == terms_.first[i].first) return i;
    }
    return {};
  }

  void count_eligible() {
    const std::size_t parties = terms_.parties.size();
    std::vector<std::optional<std::pair<std::size_t, std::size_t>>> ways(parties * parties);
    for (PartyIndex i = 0; i < parties; ++i) {
      for (PartyIndex j = 0; j < parties; ++j) ways[i * parties + j] = way(i, j);
    }
    for (std::size_t i = 0; i < problem_.persons.size(); ++i) {
      const Person& person = problem_.persons[i];
      by_id_.emplace(person.id, i);
      const auto at = ways[person.holder * parties + person.claimant];
      way_of_.push_back(at);
      if (!at || bar_of(person)) continue;
      Way& counts = ways_[at->first][at->second];
      if (outside_parity(person)) {
        ++counts.first;
      } else {
        ++counts.others;
        if (person.must) ++counts.must;
      }
    }
  }

  void read_stages() {
    if (static_cast<std::int64_t>(plan_.stages.size()) > terms_.most_stages) {
      say("{} stages, where the terms allow {}", plan_.stages.size(), terms_.most_stages);
    }
    others_began_.assign(2 * ways_.size(), 0);
    for (std::size_t k = 0; k < plan_.stages.size(); ++k) {
      const Stage& stage = plan_.stages[k];
      if (stage.legs.empty()) say("stage {}: nobody goes", k + 1);
      for (std::size_t i = 0; i < stage.legs.size(); ++i) {
        if (i > 0 && std::tie(stage.legs[i - 1].from, stage.legs[i - 1].to) >=
                         std::tie(stage.legs[i].from, stage.legs[i].to)) {
          say("stage {}: the legs are not in order, or one stands twice", k + 1);
        }
        read_leg(k, stage.legs[i]);
      }
    }
  }

  void read_leg(std::size_t stage, const Leg& leg) {
    const std::size_t parties = terms_.parties.size();
    const auto at = leg.from < parties && leg.to < parties ? way(leg.from, leg.to) : std::nullopt;
    if (!at) {
      say("stage {}: a leg without a corridor in the terms", stage + 1);
      return;
    }
    const std::string where = fmt::format("stage {}, {} to {}", stage + 1, terms_.parties[leg.from],
                                          terms_.parties[leg.to]);
    if (leg.first.empty() && leg.others.empty()) say("{}: nobody goes", where);
    const auto& capacity = terms_.corridors[at->first].capacity;
    const auto heads = static_cast<std::int64_t>(leg.first.size() + leg.others.size());
    if (capacity && heads > *capacity) {
      say("{}: {} people, where the corridor carries {}", where, heads, *capacity);
    }
    // All of the first must be gone when the first of the others goes.
    char& others_began = others_began_[2 * at->first + at->second];
    if (others_began != 0 && !leg.first.empty()) say("{}: first classes after others", where);
    if (!leg.others.empty()) others_began = 1;
    for (const EntryId& id : leg.first) read_person(where, leg, id, true, stage);
    for (const EntryId& id : leg.others) read_person(where, leg, id, false, stage);
  }

  void read_person(const std::string& where, const Leg& leg, const EntryId& id, bool first,
                   std::size_t stage) {
    const auto found = by_id_.find(id);
    if (found == by_id_.end()) {
      say("{}: {} is nobody of this exchange", where, shown(id));
      return;
    }
    const Person& person = problem_.persons[found->second];
    if (place_[found->second] != 0) {
      say("{}: {} goes already in stage {}", where, shown(id), place_[found->second]);
      return;
    }
    place_[found->second] = stage + 1;
    if (person.holder != leg.from) say("{}: {} is held by another", where, shown(id));
    if (person.claimant != leg.to) say("{}: {} is claimed by another", where, shown(id));
    if (const auto bar = bar_of(person))
      say("{}: {} does not go: {}", where, shown(id), name(*bar));
    if (first != outside_parity(person).has_value()) {
      say("{}: {} {} outside parity", where, shown(id), first ? "is not" : "is");
    }
    if (person.holder != leg.from || person.claimant != leg.to) return;
    const auto at = *way_of_[found->second];
    Way& counts = ways_[at.first][at.second];
    ++(first ? counts.first_gone : counts.others_gone);
    if (!first && person.must) ++counts.must_gone;
    sequence_.push_back(found->second);
  }

  // On each way, by class, then must-include, then order, then id.
  bool before(const Person& a, const Person& b) const {
    const auto class_a = outside_parity(a);
    const auto class_b = outside_parity(b);
    // Others, who have no class, come after all classes.
    if (class_a.has_value() != class_b.has_value()) return class_a.has_value();
    return std::tie(class_a, b.must, a.order, a.id) < std::tie(class_b, a.must, b.order, b.id);
  }

  void check_order() {
    // The last who went on each way, of the first and of the others.
    std::vector<std::array<const Person*, 2>> last(2 * ways_.size(), {nullptr, nullptr});
    const auto slot = [&](std::size_t i) -> const Person*& {
      return last[2 * way_of_[i]->first + way_of_[i]->second]
                 [outside_parity(problem_.persons[i]) ? 0 : 1];
    };
    for (const std::size_t i : sequence_) {
      const Person*& latest = slot(i);
      const Person& person = problem_.persons[i];
      if (latest != nullptr && before(person, *latest)) {
        say("{} goes after {}, against the order of going", shown(person.id), shown(latest->id));
      } else {
        latest = &person;
      }
    }
    for (std::size_t i = 0; i < problem_.persons.size(); ++i) {
      const Person& person = problem_.persons[i];
      if (person.must && place_[i] == 0) ++check_.must_left_out;
      if (place_[i] != 0 || !way_of_[i] || bar_of(person)) continue;
      const Person* latest = slot(i);
      if (latest != nullptr && before(person, *latest)) {
        say("{} stays and {} goes, against the order of going", shown(person.id),
            shown(latest->id));
      }
    }
  }

  void check_rules() {
    std::vector<std::int64_t> balance(terms_.parties.size(), 0);
    for (std::size_t c = 0; c < ways_.size(); ++c) {
      const Corridor& corridor = terms_.corridors[c];
      const std::int64_t from_a = ways_[c][0].others_gone;
      const std::int64_t from_b = ways_[c][1].others_gone;
      if (corridor.rule == Rule::kAllForAll) continue;
      if (corridor.rule == Rule::kOneForOne && terms_.circulation) {
        balance[corridor.a] += from_a - from_b;
        balance[corridor.b] += from_b - from_a;
      } else if (from_a * corridor.q != from_b * corridor.p) {
        say("{} and {}: {} for {} people is not {}:{}", terms_.parties[corridor.a],
            terms_.parties[corridor.b], from_a, from_b, corridor.p, corridor.q);
      }
    }
    for (PartyIndex i = 0; i < balance.size(); ++i) {
      if (balance[i] != 0) {
        say("{}: gives {} more than it receives, against parity", terms_.parties[i], balance[i]);
      }
    }
  }

  void check_exposure() {
    std::vector<std::int64_t> given(terms_.parties.size(), 0);
    std::vector<std::int64_t> received(terms_.parties.size(), 0);
    for (std::size_t k = 0; k < plan_.stages.size(); ++k) {
      const Stage& stage = plan_.stages[k];
      const auto add = [&](std::vector<std::int64_t>& to, PartyIndex party, const Leg& leg) {
        if (party >= to.size()) return;
        const bool everyone = terms_.counting == Counting::kEveryone;
        to[party] +=
            static_cast<std::int64_t>(leg.others.size() + (everyone ? leg.first.size() : 0));
      };
      for (const Leg& leg : stage.legs) add(given, leg.from, leg);
      if (stage.exposure.size() != given.size()) say("stage {}: not one exposure a party", k + 1);
      for (PartyIndex i = 0; i < given.size(); ++i) {
        const std::int64_t ahead = given[i] - received[i];
        worst_ = std::max(worst_, ahead);
        if (i < stage.exposure.size() && stage.exposure[i] != ahead) {
          say("stage {}: the exposure of {} is {}, not {}", k + 1, terms_.parties[i], ahead,
              stage.exposure[i]);
        }
        if (terms_.ceiling[i] && ahead > *terms_.ceiling[i]) {
          say("stage {}: {} is {} ahead, above its ceiling of {}", k + 1, terms_.parties[i], ahead,
              *terms_.ceiling[i]);
        }
      }
      for (const Leg& leg : stage.legs) add(received, leg.to, leg);
    }
  }

  void check_figures() {
    std::int64_t eligible = 0;
    std::int64_t eligible_first = 0;
    std::int64_t freed = 0;
    std::int64_t freed_first = 0;
    for (const auto& both : ways_) {
      for (const Way& way : both) {
        eligible += way.first + way.others;
        eligible_first += way.first;
        freed += way.first_gone + way.others_gone;
        freed_first += way.first_gone;
      }
    }
    const Figures& said = plan_.figures;
    const auto same = [&](std::string_view what, std::int64_t value, std::int64_t claimed) {
      if (value != claimed) say("{}: {}, not {}", what, value, claimed);
    };
    same("people who may go", eligible, said.eligible);
    same("of these outside parity", eligible_first, said.eligible_first);
    same("people who go", freed, said.freed);
    same("of these outside parity", freed_first, said.freed_first);
    same("of those who must go, left out", check_.must_left_out, said.must_left_out);
    same("the worst exposure", worst_, said.worst_exposure);
    const auto stages = static_cast<std::int64_t>(plan_.stages.size());
    if (said.at_most < freed || said.stages_at_least > stages ||
        said.exposure_at_least > said.worst_exposure) {
      say("a bound is beyond what the plan itself reaches");
    }
  }

  void check_omissions() {
    if (plan_.omissions.empty()) return;
    const EntryId* previous = nullptr;
    std::size_t omitted = 0;
    for (const Omission& omission : plan_.omissions) {
      if (previous != nullptr && *previous >= omission.id) say("omissions are not in order");
      previous = &omission.id;
      const auto found = by_id_.find(omission.id);
      if (found == by_id_.end()) {
        say("omitted: {} is nobody of this exchange", shown(omission.id));
        continue;
      }
      ++omitted;
      if (place_[found->second] != 0) say("omitted: {} goes", shown(omission.id));
      auto reason = bar_of(problem_.persons[found->second]);
      if (!reason && !way_of_[found->second]) reason = Reason::kNoCorridor;
      const bool by_number = omission.reason == Reason::kParity ||
                             omission.reason == Reason::kCapacity ||
                             omission.reason == Reason::kCeiling;
      if (reason ? *reason != omission.reason : !by_number) {
        say("omitted: {} for another reason than {}", shown(omission.id), name(omission.reason));
      }
    }
    const auto stay = static_cast<std::size_t>(std::count(place_.begin(), place_.end(), 0U));
    if (omitted != stay) say("{} stay, and {} are accounted for", stay, omitted);
  }

  const Problem& problem_;
  const Terms& terms_;
  const Plan& plan_;
  Check check_;
  Ways ways_;
  std::unordered_map<EntryId, std::size_t, IdHash> by_id_;
  std::vector<std::optional<std::pair<std::size_t, std::size_t>>> way_of_;  // by person
  std::vector<std::size_t> place_;     // by person: the stage from 1, or 0
  std::vector<std::size_t> sequence_;  // persons in the order of going
  std::vector<char> others_began_;     // by way
  std::int64_t worst_ = 0;
};

}  // namespace

Check check_plan(const Problem& problem, const Plan& plan) { return Checker(problem, plan).run(); }

}  // namespace parley::exchange::planning
