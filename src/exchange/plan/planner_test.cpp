#include "exchange/plan/planner.hpp"

#include <doctest/doctest.h>

#include "exchange/plan/checker.hpp"
#include "exchange/plan/testing.hpp"

namespace parley::exchange::planning {
namespace {

using testing::add;
using testing::all_for_all;
using testing::corridor;
using testing::terms_between;

Plan planned(const Problem& problem) {
  const auto plan = make_plan(problem);
  REQUIRE(plan);
  const Check check = check_plan(problem, *plan);
  for (const std::string& finding : check.findings) MESSAGE(finding);
  CHECK(check.holds());
  return *plan;
}

std::int64_t count(const Plan& plan, Reason reason) {
  return std::count_if(plan.omissions.begin(), plan.omissions.end(),
                       [&](const Omission& omission) { return omission.reason == reason; });
}

const Unlock* unlock(const Plan& plan, Change change, PartyIndex from) {
  for (const Unlock& unlock : plan.unlocks) {
    if (unlock.change == change && unlock.from == from) return &unlock;
  }
  return nullptr;
}

Problem between_two(Corridor way, std::int64_t from_a, std::int64_t from_b) {
  Problem problem;
  problem.terms = terms_between(2);
  problem.terms.corridors = {way};
  add(problem, 0, 1, from_a);
  add(problem, 1, 0, from_b);
  return problem;
}

TEST_CASE("one for one frees the shorter list from both sides, at once if nothing forbids") {
  const Plan plan = planned(between_two(corridor(0, 1), 30, 50));
  CHECK(plan.figures.freed == 60);
  CHECK(plan.figures.at_most == 60);
  CHECK(plan.stages.size() == 1);
  CHECK(plan.figures.worst_exposure == 30);
  CHECK(plan.omissions.size() == 20);
  CHECK(count(plan, Reason::kParity) == 20);
  REQUIRE(plan.unlocks.size() == 1);
  CHECK(plan.unlocks[0] == Unlock{Change::kPersons, 0, 1, 1, 2});
}

TEST_CASE("ceilings make stages, as few and as even as can be") {
  Problem problem = between_two(corridor(0, 1), 100, 100);
  problem.terms.ceiling = {20, 30};
  const Plan plan = planned(problem);
  CHECK(plan.figures.freed == 200);
  CHECK(plan.stages.size() == 4);  // both give 20, 30 by turns
  CHECK(plan.figures.stages_at_least == 4);
  CHECK(plan.figures.worst_exposure == plan.figures.exposure_at_least);

  // A side that will never be ahead: the other begins.
  problem.terms.ceiling = {0, 25};
  const Plan after = planned(problem);
  CHECK(after.figures.freed == 200);
  CHECK(after.stages.size() == 8);
  CHECK(after.stages[0].legs.size() == 1);
  CHECK(after.stages[0].legs[0].from == 1);
}

TEST_CASE("what ceilings and stages cost is said, and what would help") {
  Problem problem = between_two(corridor(0, 1), 100, 90);
  problem.terms.ceiling = {10, 10};
  problem.terms.most_stages = 3;
  const Plan plan = planned(problem);
  CHECK(plan.figures.freed == 60);
  CHECK(plan.figures.at_most == 60);
  CHECK(plan.figures.most_by_capacity == 180);
  CHECK(plan.figures.most_unstaged == 180);
  CHECK(count(plan, Reason::kCeiling) == 120);
  CHECK(count(plan, Reason::kParity) == 10);
  REQUIRE(unlock(plan, Change::kStages, 0) != nullptr);
  CHECK(*unlock(plan, Change::kStages, 0) == Unlock{Change::kStages, 0, 0, 1, 20});
  REQUIRE(unlock(plan, Change::kCeiling, 0) != nullptr);
  CHECK(unlock(plan, Change::kCeiling, 0)->more == 2);
  CHECK(unlock(plan, Change::kPersons, 0) == nullptr);

  problem.terms.ceiling = {std::nullopt, std::nullopt};
  problem.terms.corridors[0].capacity = 25;
  const Plan narrow = planned(problem);
  CHECK(narrow.figures.freed == 150);
  CHECK(narrow.figures.most_by_capacity == 150);
  CHECK(count(narrow, Reason::kCapacity) == 30);
  REQUIRE(unlock(narrow, Change::kCapacity, 0) != nullptr);
  CHECK(unlock(narrow, Change::kCapacity, 0)->more == 6);
}

TEST_CASE("first classes stand outside parity and go first") {
  Problem problem = between_two(corridor(0, 1), 5, 5);
  add(problem, 0, 1, 3, FirstClass::kChild);
  const std::size_t sick = add(problem, 0, 1, 2, FirstClass::kWoundedOrSick);
  add(problem, 1, 0, 1, FirstClass::kElderly);  // the terms do not name it
  problem.terms.corridors[0].capacity = 4;
  const Plan plan = planned(problem);
  CHECK(plan.figures.freed == 15);
  CHECK(plan.figures.freed_first == 5);
  CHECK(plan.stages.size() == 3);
  REQUIRE(plan.stages[0].legs[0].first.size() == 4);
  CHECK(plan.stages[0].legs[0].first[0] == problem.persons[sick].id);
  CHECK(plan.stages[0].legs[0].others.empty());
}

TEST_CASE("ceilings hold for first classes too, unless the terms count parity alone") {
  Problem problem;
  problem.terms = terms_between(2);
  problem.terms.corridors = {corridor(0, 1)};
  problem.terms.ceiling = {10, 10};
  add(problem, 0, 1, 30, FirstClass::kWoundedOrSick);
  add(problem, 0, 1, 8);
  add(problem, 1, 0, 8);
  const Plan all = planned(problem);
  CHECK(all.figures.freed_first == 10);
  CHECK(all.figures.freed == 26);  // the other side's go before, one for one
  problem.terms.counting = Counting::kParity;
  const Plan parity = planned(problem);
  CHECK(parity.figures.freed_first == 30);
  CHECK(parity.figures.freed == 46);
  CHECK(parity.stages.size() == 1);
}

TEST_CASE("a ratio goes by whole blocks") {
  const Problem problem = between_two(corridor(0, 1, 3, 1), 20, 9);
  const Plan plan = planned(problem);
  CHECK(plan.figures.freed == 24);
  CHECK(count(plan, Reason::kParity) == 5);
  REQUIRE(unlock(plan, Change::kPersons, 0) != nullptr);
  CHECK(*unlock(plan, Change::kPersons, 0) == Unlock{Change::kPersons, 0, 1, 1, 4});

  Problem staged = between_two(corridor(0, 1, 3, 1), 30, 10);
  staged.terms.ceiling = {23, std::nullopt};  // it ends 20 ahead
  const Plan within = planned(staged);
  CHECK(within.figures.freed == 40);
  CHECK(within.figures.worst_exposure <= 23);
}

TEST_CASE("all for all lets everyone go") {
  Problem problem = between_two(all_for_all(0, 1), 40, 10);
  CHECK(planned(problem).figures.freed == 50);
  problem.terms.ceiling = {15, 15};
  const Plan plan = planned(problem);
  CHECK(plan.figures.freed == 35);  // 10 come, and no more than 15 beyond
  CHECK(plan.figures.at_most == 35);
  CHECK(count(plan, Reason::kCeiling) == 15);
}

TEST_CASE("circulation closes a ring that corridors alone do not") {
  Problem problem;
  problem.terms = terms_between(3);
  problem.terms.corridors = {corridor(0, 1), corridor(1, 2), corridor(0, 2)};
  add(problem, 0, 1, 7);
  add(problem, 1, 2, 5);
  add(problem, 2, 0, 6);
  CHECK(planned(problem).figures.freed == 0);
  problem.terms.circulation = true;
  const Plan plan = planned(problem);
  CHECK(plan.figures.freed == 15);
  CHECK(plan.figures.at_most == 15);
  const auto has = [&](const Unlock& wanted) {
    return std::find(plan.unlocks.begin(), plan.unlocks.end(), wanted) != plan.unlocks.end();
  };
  CHECK(has({Change::kPersons, 1, 2, 1, 3}));  // the ring once more
  CHECK(has({Change::kPersons, 1, 0, 1, 2}));  // two who remain, for each other
  CHECK(has({Change::kPersons, 0, 2, 1, 2}));
}

TEST_CASE("a party in the middle goes further with what it receives") {
  Problem problem;
  problem.terms = terms_between(3);
  problem.terms.corridors = {corridor(0, 1), corridor(0, 2)};
  problem.terms.ceiling = {34, 34, 34};
  problem.terms.most_stages = 2;
  for (const PartyIndex other : {1U, 2U}) {
    add(problem, 0, other, 50);
    add(problem, other, 0, 50);
  }
  const Plan plan = planned(problem);
  CHECK(plan.figures.freed == 200);  // 50 a stage of an even spread would break the ceiling
  CHECK(plan.figures.worst_exposure == 34);
  CHECK(plan.figures.exposure_at_least == 34);
}

TEST_CASE("lists of the terms are obeyed, and those who must go and cannot are counted") {
  Problem problem = between_two(corridor(0, 1), 6, 3);
  for (std::size_t i = 0; i < 6; ++i) problem.persons[i].order = i;
  problem.persons[5].must = true;
  problem.persons[0].never = true;
  problem.persons[1].refuses = true;
  problem.persons[2].agreed = false;
  problem.persons[7].never = true;
  const Plan plan = planned(problem);
  CHECK(plan.figures.eligible == 5);
  CHECK(plan.figures.freed == 4);
  CHECK(plan.figures.must_left_out == 0);
  CHECK(plan.stages[0].legs[0].others == std::vector{problem.persons[5].id, problem.persons[3].id});
  CHECK(count(plan, Reason::kWillNotRelease) == 2);
  CHECK(count(plan, Reason::kRefuses) == 1);
  CHECK(count(plan, Reason::kNotAgreed) == 1);
  CHECK(count(plan, Reason::kParity) == 1);
  problem.persons[5].refuses = true;
  CHECK(planned(problem).figures.must_left_out == 1);
}

TEST_CASE("the order of persons changes nothing") {
  Problem problem = between_two(corridor(0, 1), 20, 15);
  add(problem, 0, 1, 4, FirstClass::kChild);
  problem.terms.ceiling = {6, 7};
  const Plan plan = planned(problem);
  std::reverse(problem.persons.begin(), problem.persons.end());
  CHECK(planned(problem) == plan);
}

TEST_CASE("nobody, and nowhere to go") {
  Problem problem;
  problem.terms = terms_between(2);
  CHECK(planned(problem).stages.empty());
  add(problem, 0, 1, 3);
  const Plan plan = planned(problem);
  CHECK(plan.figures.eligible == 0);
  CHECK(count(plan, Reason::kNoCorridor) == 3);
  CHECK(plan.unlocks.empty());
}

TEST_CASE("what is no problem is refused") {
  const Problem good = between_two(corridor(0, 1), 2, 2);
  Problem problem = good;
  problem.persons[1].id = problem.persons[0].id;
  CHECK_FALSE(make_plan(problem));
  problem = good;
  problem.persons[0].claimant = 0;
  CHECK_FALSE(make_plan(problem));
  problem = good;
  problem.persons[0].holder = 2;
  CHECK_FALSE(make_plan(problem));
  problem = good;
  problem.persons[0].must = problem.persons[0].never = true;
  CHECK_FALSE(make_plan(problem));
  problem = good;
  problem.terms.most_stages = 0;
  CHECK_FALSE(make_plan(problem));
}

}  // namespace
}  // namespace parley::exchange::planning
