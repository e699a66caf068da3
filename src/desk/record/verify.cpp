#include "desk/record/verify.hpp"

namespace parley::desk {

Result<VerifyAnswer> verify(std::unique_ptr<record::Store> store, const VerifyRequest& request) {
  VerifyAnswer out;
  record::VerifyRequest inner;
  inner.against = request.against;
  inner.threads = request.threads;
  inner.progress = request.progress;
  if (request.passphrase == nullptr) {
    PARLEY_ASSIGN(out.verified, record::verify(*store, inner));
    return out;
  }
  auto damage = store->damage();
  auto record = record::Record::open(std::move(store), *request.passphrase);
  if (!record) {
    // A damaged file may not open at all; say what is damaged, not that the passphrase is wrong.
    if (!damage || damage->empty()) return tl::unexpected<Error>(std::move(record).error());
    for (const std::string& page : *damage) {
      out.verified.findings.push_back({record::Verdict::kBroken, page, ""});
    }
    return out;
  }
  inner.dossier_key = &record->dossier_key();
  PARLEY_ASSIGN(out.verified, record::verify(record->store(), inner));
  out.opened = true;
  const auto registry = policy::Registry::fold(out.verified.view);
  if (!out.verified.view.entries.empty() &&
      registry.founding().log != record->log_verifier().key) {
    out.verified.findings.push_back({record::Verdict::kBroken, "entry 0",
                                     "the record's first entry names another log key"});
  }
  out.breaches = policy::breaches(out.verified.view);
  return out;
}

}  // namespace parley::desk
