#include "dossier/correction.hpp"

#include "dossier/body.hpp"

namespace parley::dossier {

Flaws flaws(const Correction& correction) {
  Flaws flaws;
  check_line("reason", correction.reason, flaws);
  if (correction.of.is_zero()) flaws.push_back({"of", "is missing"});
  if (correction.withdrawn == !correction.replacement.kind.empty()) {
    flaws.push_back({"withdrawn", "a correction withdraws or has a new body"});
  }
  return flaws;
}

record::Payload to_payload(const Correction& correction) {
  using namespace correction_field;
  const record::Payload& replacement = correction.replacement;
  BodyWriter body(Kind::kCorrection, {});
  body.id(kOf, correction.of);
  body.text(kReason, correction.reason);
  body.flag(kWithdrawn, correction.withdrawn);
  body.text(kKind, replacement.kind);
  if (!replacement.kind.empty()) body.integer(kVersion, replacement.version);
  for (const record::EntryId& ref : replacement.refs) body.refer(kNewBody, ref);
  record::Payload payload = body.finish();
  for (const auto& [field, value] : replacement.body) {
    payload.body.emplace(kNewBody + field, value);
  }
  for (const auto& [field, part] : replacement.parts) {
    payload.parts.emplace(kNewBody + field, part);
  }
  return payload;
}

Result<Correction> correction_from(const record::Payload& payload) {
  using namespace correction_field;
  BodyReader body(Kind::kCorrection, payload);
  Correction correction;
  const auto of = body.id(kOf);
  if (!of) body.fault(kOf, "is missing");
  correction.of = of.value_or(record::EntryId{});
  correction.reason = body.text(kReason, true);
  correction.withdrawn = body.flag(kWithdrawn);
  record::Payload& replacement = correction.replacement;
  replacement.kind = body.text(kKind, !correction.withdrawn);
  const auto version = body.integer(kVersion, 1, INT64_MAX);
  replacement.body = body.map_from(kNewBody);
  for (const auto& [field, part] : payload.parts) {
    if (field >= kNewBody) replacement.parts.emplace(field - kNewBody, part);
  }
  if (correction.withdrawn) {
    if (!replacement.kind.empty() || version || !replacement.body.empty()) {
      body.fault(kWithdrawn, "stands beside a new body");
    }
  } else if (!version) {
    body.fault(kVersion, "is missing");
  }
  PARLEY_TRY(body.finish());
  if (!correction.withdrawn) {
    replacement.version = *version;
    // The first ref is the corrected entry's, unless the new body names that entry too.
    replacement.refs = payload.refs;
    std::erase(replacement.refs, correction.of);
  }
  return correction;
}

}  // namespace parley::dossier
