// The body of an entry of kind "plan", version 1.
//
// Promises: one encoding a plan; the reader accepts only what the writer writes. What is for the
// desk alone (omissions, unlocks) stands in fields of its own, so that it can be given an audience
// of its own; a body without them reads as a plan that has none.
// Does not: check that the plan holds (checker.hpp).
#pragma once

#include <string_view>

#include "base/cbor.hpp"
#include "exchange/plan/plan.hpp"

namespace parley::exchange::planning {

constexpr std::string_view kPlanKind = "plan";
constexpr std::int64_t kPlanVersion = 1;

namespace plan_field {
enum : std::int64_t {
  kEngine = 1,
  kParties,
  kStages,
  kFigures,
  kCertificate,
  kOmissions,  // desk only
  kUnlocks,    // desk only
};
}

cbor::Map to_body(const Plan& plan);
// Error (kBadInput): not a body that to_body() writes.
Result<Plan> plan_from(const cbor::Map& body);

}  // namespace parley::exchange::planning
