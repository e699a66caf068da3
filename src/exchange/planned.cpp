#include "exchange/planned.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace parley::exchange {
namespace {

using record::BodyKind;
using record::BodyReader;
using record::BodyWriter;
using record::EntryId;
using record::Payload;

constexpr BodyKind kTermsBody{kTermsKind};
constexpr BodyKind kPlanBody{planning::kPlanKind};
constexpr std::int64_t kMost = INT64_MAX;

}  // namespace

Payload terms_payload(const planning::Terms& terms) {
  BodyWriter body(kTermsBody);
  body.text(1, planning::to_toml(terms));
  return body.finish();
}

Result<planning::Terms> terms_from(const Payload& payload) {
  BodyReader body(kTermsBody, payload);
  const std::string text = body.text(1, true);
  PARLEY_TRY(body.finish());
  PARLEY_ASSIGN(planning::Terms terms, planning::read_terms("terms", text));
  if (planning::to_toml(terms) != text) {
    return fail(Fault::kBadInput, "terms, field 1: is not spelled as parley spells terms");
  }
  return terms;
}

Payload to_payload(const Planned& planned) {
  BodyWriter body(kPlanBody);
  body.id(1, planned.terms);
  body.date(2, planned.on);
  body.integer(3, static_cast<std::int64_t>(planned.size));
  body.array(4, {cbor::Value(ByteView(planned.root))});
  body.array(5, {cbor::Value(planning::to_body(planned.plan))});
  return body.finish();
}

Result<Planned> planned_from(const Payload& payload) {
  BodyReader body(kPlanBody, payload);
  Planned planned;
  planned.terms = body.id(1, true).value_or(EntryId{});
  const auto on = body.date(2);
  if (!on || on->precision() != Precision::kDay) body.fault(2, "is not a day");
  planned.on = on.value_or(Date{});
  planned.size = static_cast<std::uint64_t>(body.integer(3, 1, kMost).value_or(0));
  const cbor::Array root = body.array(4);
  if (root.size() != 1 || root[0].bytes() == nullptr ||
      root[0].bytes()->size() != planned.root.size()) {
    body.fault(4, "is not one digest");
  } else {
    std::copy(root[0].bytes()->begin(), root[0].bytes()->end(), planned.root.begin());
  }
  const cbor::Array plan = body.array(5);
  if (plan.size() != 1 || plan[0].map() == nullptr) body.fault(5, "is not one plan");
  PARLEY_TRY(body.finish());
  PARLEY_ASSIGN(planned.plan, planning::plan_from(*plan[0].map()));
  return planned;
}

const Plans::KeptTerms* Plans::terms_of(const Planned& planned) const {
  const auto found = std::find_if(terms.begin(), terms.end(),
                                  [&](const KeptTerms& one) { return one.id == planned.terms; });
  return found == terms.end() ? nullptr : &*found;
}

Plans fold_plans(const record::View& view) {
  Plans out;
  const auto problem = [&out](const record::Opened& entry, const Error& error) {
    out.problems.push_back(fmt::format("entry {}: {}", entry.index, error.text()));
  };
  for (const record::Opened& entry : view.entries) {
    if (entry.payload.kind == kTermsKind) {
      auto terms = terms_from(entry.payload);
      if (!terms) {
        problem(entry, terms.error());
        continue;
      }
      out.terms.push_back({entry.id, entry.index, *std::move(terms)});
    } else if (entry.payload.kind == planning::kPlanKind) {
      auto planned = planned_from(entry.payload);
      if (!planned) {
        problem(entry, planned.error());
        continue;
      }
      out.plans.push_back({entry.id, entry.index, *std::move(planned)});
    }
  }
  return out;
}

}  // namespace parley::exchange
