// The planner against trying everything, on problems so small that one can.
#include <doctest/doctest.h>

#include <map>
#include <tuple>

#include "exchange/plan/checker.hpp"
#include "exchange/plan/planner.hpp"
#include "exchange/plan/testing.hpp"

namespace parley::exchange::planning {
namespace {

struct Group {  // people who differ in nothing that a number tells
  PartyIndex from = 0;
  PartyIndex to = 0;
  std::size_t corridor = 0;
  bool first = false;
  int size = 0;
  int musts = 0;
};
using Counts = std::vector<int>;        // by group
using Aim = std::tuple<int, int, int>;  // first classes, musts, people

struct Found {
  Aim aim{-1, 0, 0};
  int stages = 0;
  std::int64_t worst = 0;
  int stages_for = -1;         // the fewest stages of the people whom the plan takes
  std::int64_t worst_for = 0;  // and the smallest worst exposure in the plan's number of stages
};

class Twin {
 public:
  explicit Twin(const Problem& problem) : terms_(problem.terms) {
    for (const Person& person : problem.persons) place(person);
  }

  // `taken`, by group, and `stages` are those of the plan that is compared.
  Found run(const Counts& taken, int stages) {
    std::map<Counts, std::int64_t> reached{{Counts(groups_.size(), 0), 0}};  // with worst exposure
    Found found;
    for (int k = 0; k <= terms_.most_stages; ++k) {
      for (const auto& [counts, worst] : reached) {
        if (counts == taken && found.stages_for < 0) found.stages_for = k;
        if (counts == taken && k == stages) found.worst_for = worst;
        if (!keeps_rules(counts)) continue;
        const Aim aim = aim_of(counts);
        if (aim > found.aim || (aim == found.aim && k == found.stages && worst < found.worst)) {
          found.aim = aim;
          found.stages = k;
          found.worst = worst;
        }
      }
      std::map<Counts, std::int64_t> next;
      for (const auto& [counts, worst] : reached) step(counts, counts, worst, 0, next);
      reached = std::move(next);
    }
    return found;
  }

  Counts taken(const Plan& plan) const {
    Counts counts(groups_.size(), 0);
    for (const Stage& stage : plan.stages) {
      for (const Leg& leg : stage.legs) {
        for (std::size_t g = 0; g < groups_.size(); ++g) {
          if (groups_[g].from != leg.from || groups_[g].to != leg.to) continue;
          counts[g] += static_cast<int>(groups_[g].first ? leg.first.size() : leg.others.size());
        }
      }
    }
    return counts;
  }

 private:
  void place(const Person& person) {
    if (!person.agreed || person.refuses || person.never) return;
    Group group;
    bool has_corridor = false;
    for (std::size_t c = 0; c < terms_.corridors.size(); ++c) {
      const Corridor& way = terms_.corridors[c];
      if (std::minmax(way.a, way.b) != std::minmax(person.holder, person.claimant)) continue;
      group.corridor = c;
      has_corridor = true;
    }
    if (!has_corridor) return;
    for (const FirstGroup& named : terms_.first) {
      group.first = group.first || person.first == named.first;
    }
    group.from = person.holder;
    group.to = person.claimant;
    for (Group& known : groups_) {
      if (std::tie(known.from, known.to, known.first) !=
          std::tie(group.from, group.to, group.first)) {
        continue;
      }
      ++known.size;
      known.musts += person.must ? 1 : 0;
      return;
    }
    group.size = 1;
    group.musts = person.must ? 1 : 0;
    groups_.push_back(group);
  }

  Aim aim_of(const Counts& counts) const {
    Aim aim{0, 0, 0};
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      if (groups_[g].first) {
        std::get<0>(aim) += counts[g];
      } else {
        std::get<1>(aim) += std::min(counts[g], groups_[g].musts);
      }
      std::get<2>(aim) += counts[g];
    }
    return aim;
  }

  bool keeps_rules(const Counts& counts) const {
    std::vector<int> balance(terms_.parties.size(), 0);
    for (std::size_t c = 0; c < terms_.corridors.size(); ++c) {
      const Corridor& way = terms_.corridors[c];
      std::int64_t from_a = 0;
      std::int64_t from_b = 0;
      for (std::size_t g = 0; g < groups_.size(); ++g) {
        if (groups_[g].first || groups_[g].corridor != c) continue;
        (groups_[g].from == way.a ? from_a : from_b) += counts[g];
        if (way.rule != Rule::kOneForOne) continue;
        balance[groups_[g].from] += counts[g];
        balance[groups_[g].to] -= counts[g];
      }
      if (way.rule == Rule::kAllForAll) continue;
      if (way.rule == Rule::kOneForOne && terms_.circulation) continue;
      if (from_a * way.q != from_b * way.p) return false;
    }
    if (!terms_.circulation) return true;
    return std::all_of(balance.begin(), balance.end(), [](int heads) { return heads == 0; });
  }

  // Every stage that can follow `before`: `counts` is complete up to group g.
  void step(const Counts& before, Counts counts, std::int64_t worst, std::size_t g,
            std::map<Counts, std::int64_t>& next) const {
    if (g < groups_.size()) {
      for (; counts[g] <= groups_[g].size; ++counts[g]) step(before, counts, worst, g + 1, next);
      return;
    }
    if (!carried(before, counts) || !first_before_others(before, counts)) return;
    for (PartyIndex i = 0; i < terms_.parties.size(); ++i) {
      std::int64_t ahead = 0;
      for (std::size_t j = 0; j < groups_.size(); ++j) {
        if (groups_[j].first && terms_.counting == Counting::kParity) continue;
        if (groups_[j].from == i) ahead += counts[j];
        if (groups_[j].to == i) ahead -= before[j];
      }
      if (terms_.ceiling[i] && ahead > *terms_.ceiling[i]) return;
      worst = std::max(worst, ahead);
    }
    const auto [at, is_new] = next.emplace(counts, worst);
    if (!is_new) at->second = std::min(at->second, worst);
  }

  bool carried(const Counts& before, const Counts& after) const {
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      const auto& capacity = terms_.corridors[groups_[g].corridor].capacity;
      std::int64_t heads = 0;
      for (std::size_t j = 0; j < groups_.size(); ++j) {
        if (groups_[j].from == groups_[g].from && groups_[j].to == groups_[g].to) {
          heads += after[j] - before[j];
        }
      }
      if (capacity && heads > *capacity) return false;
    }
    return true;
  }

  // No first after others on the same way: others went before this stage, and now a first.
  bool first_before_others(const Counts& before, const Counts& after) const {
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      if (!groups_[g].first || after[g] == before[g]) continue;
      for (std::size_t j = 0; j < groups_.size(); ++j) {
        const bool same = groups_[j].from == groups_[g].from && groups_[j].to == groups_[g].to;
        if (same && !groups_[j].first && before[j] > 0) return false;
      }
    }
    return true;
  }

  const Terms& terms_;
  std::vector<Group> groups_;
};

struct Compared {
  Plan plan;
  Found best;
  Aim aim;
};

Compared compared(const Problem& problem) {
  auto plan = make_plan(problem);
  RC_ASSERT(plan.has_value());
  const Check check = check_plan(problem, *plan);
  if (!check.holds()) RC_FAIL(check.findings.front());
  Twin twin(problem);
  const auto stages = static_cast<int>(plan->stages.size());
  Compared out{*plan, twin.run(twin.taken(*plan), stages), {}};
  std::map<record::EntryId, const Person*> persons;
  for (const Person& person : problem.persons) persons.emplace(person.id, &person);
  int musts = 0;
  for (const Stage& stage : plan->stages) {
    for (const Leg& leg : stage.legs) {
      for (const auto& id : leg.others) musts += persons.at(id)->must ? 1 : 0;
    }
  }
  out.aim = {static_cast<int>(plan->figures.freed_first), musts,
             static_cast<int>(plan->figures.freed)};
  if (check.most_proved) RC_ASSERT(out.aim == out.best.aim);
  // What is claimed as proved is true.
  const Figures& figures = plan->figures;
  RC_ASSERT(out.best.aim >= out.aim);
  RC_ASSERT(std::get<2>(out.best.aim) <= figures.at_most);
  RC_ASSERT(figures.stages_at_least <= out.best.stages_for);
  RC_ASSERT(figures.exposure_at_least <= out.best.worst_for);
  RC_ASSERT(out.best.worst_for <= figures.worst_exposure);
  return out;
}

TEST_CASE("on one corridor the planner is exact in everything") {
  CHECK(rc::check("against trying everything", [] {
    const Problem problem = testing::any_problem({.parties = 2, .persons = 10, .most_stages = 4});
    const Compared found = compared(problem);
    RC_ASSERT(found.aim == found.best.aim);
    RC_ASSERT(static_cast<int>(found.plan.stages.size()) == found.best.stages);
    RC_ASSERT(found.plan.figures.worst_exposure == found.best.worst);
    RC_ASSERT(found.plan.figures.exposure_at_least == found.best.worst);
    RC_ASSERT(found.plan.figures.at_most == found.plan.figures.freed);
  }));
}

TEST_CASE("without ceilings the planner frees the most, in the fewest stages, among any parties") {
  CHECK(rc::check("against trying everything", [] {
    const Problem problem =
        testing::any_problem({.parties = 3, .persons = 8, .most_stages = 3, .ceilings = false});
    const Compared found = compared(problem);
    RC_ASSERT(found.aim == found.best.aim);
    RC_ASSERT(static_cast<int>(found.plan.stages.size()) == found.best.stages);
  }));
}

// Every way has somebody, every party a low ceiling.
Problem crowded_problem() {
  Problem problem;
  problem.terms = testing::terms_between(3);
  Terms& terms = problem.terms;
  terms.circulation = *rc::gen::arbitrary<bool>();
  terms.most_stages = *rc::gen::inRange<std::int64_t>(2, 6);
  for (const auto& [a, b] : {std::pair(0U, 1U), std::pair(1U, 2U), std::pair(0U, 2U)}) {
    terms.corridors.push_back(testing::any_corridor(a, b, 3));
    if (*rc::gen::inRange(0, 3) != 0) terms.corridors.back() = testing::corridor(a, b);
    testing::add(problem, a, b, *rc::gen::inRange(1, 4));
    testing::add(problem, b, a, *rc::gen::inRange(1, 4));
    if (*rc::gen::inRange(0, 3) == 0) testing::add(problem, a, b, 1, FirstClass::kChild);
  }
  for (auto& ceiling : terms.ceiling) ceiling = *rc::gen::inRange<std::int64_t>(0, 3);
  return problem;
}

TEST_CASE("with ceilings among three parties the bounds hold") {
  CHECK(rc::check("against trying everything", [] {
    const Problem problem =
        *rc::gen::inRange(0, 2) == 0
            ? crowded_problem()
            : testing::any_problem(
                  {.parties = 3, .persons = 12, .most_stages = 4, .most_heads = 2});
    const Compared found = compared(problem);
    // How often the search stays below what the bounds leave open; no promise is broken.
    const bool binds = found.plan.figures.freed < found.plan.figures.most_by_capacity;
    const bool misses = found.aim != found.best.aim;
    const bool slower = found.best.stages_for < static_cast<int>(found.plan.stages.size());
    const bool wider = found.best.worst_for < found.plan.figures.worst_exposure;
    RC_CLASSIFY(binds, "ceilings bind");
    RC_CLASSIFY(misses, "more could go");
    RC_CLASSIFY(slower, "fewer stages could do");
    RC_CLASSIFY(wider, "a smaller exposure could do");
  }));
}

}  // namespace
}  // namespace parley::exchange::planning
