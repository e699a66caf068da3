#include "exchange/plan/checker.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <functional>

#include "exchange/plan/planner.hpp"
#include "exchange/plan/testing.hpp"

namespace parley::exchange::planning {
namespace {

using testing::add;
using testing::any_problem;
using testing::corridor;

TEST_CASE("whatever the planner makes, holds") {
  CHECK(rc::check("on any problem", [] {
    const std::size_t parties = *rc::gen::inRange<std::size_t>(2, 6);
    const Problem problem =
        any_problem({.parties = parties, .persons = 200, .most_stages = 8, .most_heads = 20});
    const auto plan = make_plan(problem);
    RC_ASSERT(plan.has_value());
    const Check check = check_plan(problem, *plan);
    if (!check.holds()) RC_FAIL(check.findings.front());
    RC_ASSERT(check.must_left_out == plan->figures.must_left_out);
    if (problem.terms.corridors.size() <= 1) RC_ASSERT(check.most_proved);
    RC_CLASSIFY(check.most_proved);
    RC_ASSERT(*make_plan(problem) == *plan);
  }));
}

struct Sample {
  Problem problem;
  Plan plan;
};

Sample sample() {
  Sample out;
  Problem& problem = out.problem;
  problem.terms = testing::terms_between(2);
  problem.terms.corridors = {corridor(0, 1)};
  problem.terms.corridors[0].capacity = 4;
  problem.terms.ceiling = {4, 6};
  problem.terms.most_stages = 5;
  add(problem, 0, 1, 10);
  add(problem, 1, 0, 12);
  add(problem, 0, 1, 2, FirstClass::kChild);
  problem.persons[add(problem, 0, 1, 1)].refuses = true;
  problem.persons[add(problem, 1, 0, 1)].never = true;
  problem.persons[add(problem, 1, 0, 1)].agreed = false;
  problem.persons[add(problem, 1, 0, 1)].must = true;
  out.plan = *make_plan(problem);
  REQUIRE(check_plan(problem, out.plan).holds());
  REQUIRE(out.plan.stages.size() >= 3);
  return out;
}

// What the checker says of the sample after a change.
std::string said_of(const std::function<void(Sample&)>& change) {
  Sample given = sample();
  change(given);
  const Check check = check_plan(given.problem, given.plan);
  std::string all;
  for (const std::string& finding : check.findings) all += finding + "\n";
  CHECK((check.holds() || !check.most_proved));
  return all;
}

bool says(const std::string& all, std::string_view part) {
  return all.find(part) != std::string::npos;
}

Leg& leg(Sample& given, std::size_t stage, std::size_t index) {
  return given.plan.stages[stage].legs[index];
}

TEST_CASE("what a plan may not do is found") {
  CHECK(says(said_of([](Sample& s) { leg(s, 1, 0).others.pop_back(); }), "is not 1:1"));
  CHECK(says(said_of([](Sample& s) { leg(s, 1, 0).others.push_back(leg(s, 0, 0).first[0]); }),
             "goes already"));
  CHECK(says(said_of([](Sample& s) { leg(s, 1, 0).others[0] = testing::id_of(999); }),
             "is nobody of this exchange"));
  CHECK(says(said_of([](Sample& s) { std::swap(leg(s, 1, 0).others, leg(s, 1, 1).others); }),
             "is held by another"));
  CHECK(says(said_of([](Sample& s) { std::swap(leg(s, 1, 0).from, leg(s, 1, 0).to); }),
             "one stands twice"));
  CHECK(says(said_of([](Sample& s) { leg(s, 1, 0).to = 7; }), "without a corridor"));
  CHECK(says(said_of([](Sample& s) { std::swap(s.plan.stages[0], s.plan.stages[2]); }),
             "against the order of going"));
  CHECK(says(said_of([](Sample& s) { std::swap(leg(s, 0, 0).first, leg(s, 0, 0).others); }),
             "outside parity"));
  CHECK(says(said_of([](Sample& s) { std::swap(leg(s, 0, 0).first[0], leg(s, 0, 0).first[1]); }),
             "against the order of going"));
  CHECK(says(said_of([](Sample& s) { s.plan.stages.emplace_back().exposure = {0, 0}; }),
             "nobody goes"));
  CHECK(says(said_of([](Sample& s) { ++s.plan.stages[0].exposure[1]; }), "the exposure of"));
  CHECK(says(said_of([](Sample& s) { s.plan.parties[0] = "another"; }), "not those of the terms"));
  CHECK(says(said_of([](Sample& s) { ++s.plan.engine; }), "another engine"));
}

TEST_CASE("terms that a plan breaks are found") {
  CHECK(says(said_of([](Sample& s) { s.problem.terms.ceiling[0] = 1; }), "above its ceiling"));
  CHECK(says(said_of([](Sample& s) { s.problem.terms.corridors[0].capacity = 1; }),
             "where the corridor carries 1"));
  CHECK(
      says(said_of([](Sample& s) { s.problem.terms.most_stages = 2; }), "where the terms allow 2"));
  CHECK(
      says(said_of([](Sample& s) { s.problem.terms.first.pop_back(); }), "is not outside parity"));
  for (bool Person::* flag : {&Person::refuses, &Person::never}) {
    CHECK(says(said_of([flag](Sample& s) { s.problem.persons[0].*flag = true; }), "does not go"));
  }
  CHECK(says(said_of([](Sample& s) { s.problem.persons[0].agreed = false; }), "does not go"));
  // Somebody else ought to have gone first.
  CHECK(says(said_of([](Sample& s) { s.problem.persons[21].must = true; }),
             "against the order of going"));
}

TEST_CASE("figures, reasons and certificates that are not so are found") {
  for (std::int64_t Figures::* figure :
       {&Figures::eligible, &Figures::eligible_first, &Figures::freed, &Figures::freed_first,
        &Figures::must_left_out, &Figures::most_unstaged, &Figures::most_by_capacity,
        &Figures::worst_exposure}) {
    CHECK_FALSE(said_of([&](Sample& s) { ++(s.plan.figures.*figure); }).empty());
    CHECK_FALSE(said_of([&](Sample& s) { --(s.plan.figures.*figure); }).empty());
  }
  CHECK(says(said_of([](Sample& s) { s.plan.figures.at_most = s.plan.figures.freed - 1; }),
             "beyond what the plan"));
  CHECK(says(said_of([](Sample& s) { s.plan.certificate.unstaged[0] += 2 * kMustWeight; }),
             "the certificate does not show"));
  CHECK(says(said_of([](Sample& s) { s.plan.certificate.unstaged[0] = INT64_MIN; }),
             "the certificate does not show"));
  CHECK(says(said_of([](Sample& s) { s.plan.certificate.by_capacity.pop_back(); }),
             "the certificate does not show"));
  CHECK(says(said_of([](Sample& s) { s.plan.omissions.pop_back(); }), "accounted for"));
  CHECK(says(said_of([](Sample& s) { s.plan.omissions[0].id = leg(s, 0, 0).first[0]; }), "goes"));
  CHECK(says(said_of([](Sample& s) {
               for (Omission& omission : s.plan.omissions) omission.reason = Reason::kRefuses;
             }),
             "for another reason"));
  CHECK(said_of([](Sample& s) { s.plan.omissions.clear(); }).empty());  // withheld
}

// Replans under `tighter` terms, and holds the result against the sample's.
TEST_CASE("a plan that is less than the best is found") {
  const auto said = [](const std::function<void(Terms&)>& tighter) {
    Sample given = sample();
    Problem problem = given.problem;
    tighter(problem.terms);
    Plan plan = *make_plan(problem);
    plan.certificate = given.plan.certificate;
    plan.figures.most_by_capacity = given.plan.figures.most_by_capacity;
    plan.figures.at_most = given.plan.figures.at_most;
    const Check check = check_plan(given.problem, plan);
    CHECK_FALSE(check.most_proved);
    return check.findings.empty() ? std::string() : check.findings.front();
  };
  CHECK(said([](Terms& terms) { terms.most_stages = 2; }) ==
        "more could go within stages, capacities and ceilings");
  CHECK(says(said([](Terms& terms) { terms.corridors[0].capacity = 3; }), "could"));
  const auto small = [](Terms& terms) { terms.ceiling = {3, 3}; };
  CHECK(says(said(small), "could"));

  // Without ceilings the certificate alone shows it, among any number of parties.
  Problem problem;
  problem.terms = testing::terms_between(3);
  problem.terms.corridors = {corridor(0, 1), corridor(1, 2), corridor(2, 0)};
  problem.terms.circulation = true;
  for (PartyIndex i = 0; i < 3; ++i) add(problem, i, (i + 1) % 3, 4 + i);
  Plan plan = *make_plan(problem);
  const Check best = check_plan(problem, plan);
  CHECK(best.holds());
  CHECK(best.most_proved);
  for (Leg& one : plan.stages[0].legs) {
    plan.omissions.push_back({one.others.back(), Reason::kParity});
    one.others.pop_back();
  }
  for (std::int64_t& heads : plan.stages[0].exposure) --heads;
  --plan.figures.worst_exposure;
  plan.figures.exposure_at_least = 0;
  plan.figures.freed -= 3;
  std::sort(plan.omissions.begin(), plan.omissions.end(),
            [](const Omission& a, const Omission& b) { return a.id < b.id; });
  const Check fewer = check_plan(problem, plan);
  REQUIRE(fewer.findings.size() == 1);
  CHECK(fewer.findings[0] == "no ceiling binds, and yet fewer go than could");
}

// Changes a plan, if it has what is changed so.
bool mutate(Plan& plan, int kind) {
  const auto pick = [](std::size_t size) { return *rc::gen::inRange<std::size_t>(0, size); };
  Stage& stage = plan.stages[pick(plan.stages.size())];
  Leg& one = stage.legs[pick(stage.legs.size())];
  auto& ids = one.others.empty() ? one.first : one.others;
  switch (kind) {
    case 0: ids.pop_back(); return true;
    case 1: ids.push_back(ids.front()); return true;
    case 2: {
      Stage& other = plan.stages[pick(plan.stages.size())];
      if (other == stage) return false;
      std::swap(other, stage);
      return true;
    }
    case 3:
      if (plan.omissions.empty()) return false;
      ids.push_back(plan.omissions[pick(plan.omissions.size())].id);
      return true;
    case 4:
      if (plan.omissions.empty()) return false;
      ids[pick(ids.size())] = plan.omissions[pick(plan.omissions.size())].id;
      return true;
    case 5: stage.legs.pop_back(); return true;
    case 6: std::swap(one.from, one.to); return true;
    default: {
      Stage& other = plan.stages[pick(plan.stages.size())];
      Leg& from = other.legs[pick(other.legs.size())];
      if (&from == &one || from.others.empty() || one.others.empty()) return false;
      std::swap(from.others.front(), one.others.back());
      return true;
    }
  }
}

TEST_CASE("a plan that was changed is found") {
  CHECK(rc::check("whatever was changed", [] {
    const std::size_t parties = *rc::gen::inRange<std::size_t>(2, 5);
    const Problem problem =
        any_problem({.parties = parties, .persons = 80, .most_stages = 6, .most_heads = 8});
    Plan plan = *make_plan(problem);
    RC_CLASSIFY(plan.stages.empty(), "nothing to change");
    if (plan.stages.empty()) return;
    if (!mutate(plan, *rc::gen::inRange(0, 8))) mutate(plan, 0);
    RC_ASSERT_FALSE(check_plan(problem, plan).holds());
  }));
}

}  // namespace
}  // namespace parley::exchange::planning
