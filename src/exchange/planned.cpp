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

// After the plan's own fields (plan/codec.hpp).
enum : std::int64_t { kTermsField = 11, kOnField, kSizeField, kRootField };

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
  body.id(kTermsField, planned.terms);
  body.date(kOnField, planned.on);
  body.integer(kSizeField, static_cast<std::int64_t>(planned.size));
  body.array(kRootField, {cbor::Value(ByteView(planned.root))});
  Payload out = body.finish();
  for (const auto& [field, value] : planning::to_body(planned.plan)) out.body.emplace(field, value);
  return out;
}

Result<Planned> planned_from(const Payload& payload) {
  Payload frame = payload;
  const auto own = payload.body.lower_bound(kTermsField);
  const cbor::Map of_plan(payload.body.begin(), own);
  frame.body = cbor::Map(own, payload.body.end());
  BodyReader body(kPlanBody, frame);
  Planned planned;
  planned.terms = body.id(kTermsField, true).value_or(EntryId{});
  const auto on = body.date(kOnField);
  if (!on || on->precision() != Precision::kDay) body.fault(kOnField, "is not a day");
  planned.on = on.value_or(Date{});
  const auto size = body.integer(kSizeField, 1, kMost);
  if (!size) body.fault(kSizeField, "is missing");
  planned.size = static_cast<std::uint64_t>(size.value_or(0));
  const cbor::Array& root = body.array(kRootField);
  if (root.size() != 1 || root[0].bytes() == nullptr ||
      root[0].bytes()->size() != planned.root.size()) {
    body.fault(kRootField, "is not one digest");
  } else {
    std::copy(root[0].bytes()->begin(), root[0].bytes()->end(), planned.root.begin());
  }
  PARLEY_TRY(body.finish());
  PARLEY_ASSIGN(planned.plan, planning::plan_from(of_plan));
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
