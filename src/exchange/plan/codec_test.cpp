#include "exchange/plan/codec.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "exchange/plan/planner.hpp"
#include "exchange/plan/testing.hpp"

namespace parley::exchange::planning {
namespace {

Plan sample() {
  Problem problem;
  problem.terms = testing::terms_between(2);
  problem.terms.corridors = {testing::corridor(0, 1)};
  problem.terms.ceiling = {2, 2};
  problem.terms.most_stages = 2;
  testing::add(problem, 0, 1, 6);
  testing::add(problem, 1, 0, 5);
  testing::add(problem, 1, 0, 1, FirstClass::kChild);
  auto plan = make_plan(problem);
  REQUIRE(plan);
  REQUIRE_FALSE(plan->omissions.empty());
  REQUIRE_FALSE(plan->unlocks.empty());
  return *plan;
}

TEST_CASE("a plan comes back from its bytes") {
  CHECK(rc::check("to_body and back", [] {
    const std::size_t parties = *rc::gen::inRange<std::size_t>(2, 5);
    const auto plan = make_plan(testing::any_problem({.parties = parties, .persons = 30}));
    RC_ASSERT(plan.has_value());
    const Bytes bytes = cbor::encode(to_body(*plan));
    const auto value = cbor::decode(bytes);
    RC_ASSERT(value.has_value());
    const auto again = plan_from(*value->map());
    RC_ASSERT(again.has_value());
    RC_ASSERT(*again == *plan);
    RC_ASSERT(cbor::encode(to_body(*again)) == bytes);
  }));
}

TEST_CASE("without what is for the desk alone a plan is still one") {
  const Plan plan = sample();
  cbor::Map body = to_body(plan);
  body.erase(plan_field::kOmissions);
  body.erase(plan_field::kUnlocks);
  const auto shown = plan_from(body);
  REQUIRE(shown);
  CHECK(shown->stages == plan.stages);
  CHECK(shown->omissions.empty());
  CHECK(shown->unlocks.empty());
}

// Every value of the tree in turn, replaced: by what is of another type, and by nothing.
void each_change(cbor::Value& value, const std::function<void()>& changed) {
  const cbor::Value kept = value;
  const cbor::Value other = value.text() == nullptr ? cbor::Value("text") : cbor::Value(-7);
  value = other;
  changed();
  value = nullptr;
  changed();
  if (kept.array() != nullptr) {
    cbor::Array array = *kept.array();
    for (std::size_t i = 0; i < array.size(); ++i) {
      each_change(array[i], [&] {
        value = array;
        changed();
      });
    }
  } else if (kept.map() != nullptr) {
    cbor::Map map = *kept.map();
    for (const auto& [key, unchanged] : *kept.map()) {
      each_change(map[key], [&] {
        value = map;
        changed();
      });
    }
    map.emplace(99, 1);
    value = map;
    changed();
  }
  value = kept;
}

TEST_CASE("what the writer does not write is refused") {
  cbor::Value root = to_body(sample());
  int refused = 0;
  each_change(root, [&] {
    if (root.map() == nullptr) return;
    const auto plan = plan_from(*root.map());
    // A party's handle may be any text; nothing else may be another type, or absent.
    if (plan && plan->parties == sample().parties) MESSAGE("accepted");
    CHECK((!plan || plan->parties != sample().parties));
    if (!plan) ++refused;
  });
  CHECK(refused > 100);

  for (const std::int64_t field : {1, 2, 3, 4, 5}) {
    cbor::Map body = to_body(sample());
    body.erase(field);
    CHECK_FALSE(plan_from(body));
  }
  cbor::Map body = to_body(sample());
  body[plan_field::kOmissions] = cbor::Array{};
  CHECK_FALSE(plan_from(body));
  body = to_body(sample());
  cbor::Array omissions = *body[plan_field::kOmissions].array();
  std::swap(omissions[0], omissions[1]);
  body[plan_field::kOmissions] = omissions;
  CHECK_FALSE(plan_from(body));
  Plan plan = sample();
  std::swap(plan.stages[0].legs[0], plan.stages[0].legs[1]);
  CHECK_FALSE(plan_from(to_body(plan)));
  plan = sample();
  plan.figures.freed = INT64_MAX;
  CHECK_FALSE(plan_from(to_body(plan)));
  plan = sample();
  plan.certificate.unstaged[0] = INT64_MIN;
  CHECK_FALSE(plan_from(to_body(plan)));
}

}  // namespace
}  // namespace parley::exchange::planning
