#include "desk/dossier/situation.hpp"

#include <algorithm>

namespace parley::desk {
namespace {

// The record's own latest day, so that a result does not depend on the reader's clock. Before the
// first statement, the day the dossier was last written to.
Date latest_day(const dossier::Dossier& dossier, const record::View& view) {
  std::optional<Date> latest;
  for (const auto& statement : dossier.statements) {
    if (statement.withdrawn()) continue;
    const auto known = dossier::known_on(statement.value());
    if (known && (!latest || *known > *latest)) latest = known;
  }
  if (latest) return *latest;
  std::int64_t written = 0;
  for (const record::Opened& entry : view.entries) {
    written = std::max(written, entry.payload.time.value_or(0));
  }
  return day_of_seconds(written);
}

}  // namespace

Result<Situation> situation(const Session& session, const SituationRequest& request) {
  std::optional<std::string> party = request.party;
  if (!party && !session.self().party.empty()) party = session.self().party;
  PARLEY_ASSIGN(const record::View view, session.readable(party));
  Situation out;
  out.title = session.registry().founding().title;
  out.origin = record::log_origin(view.dossier);
  out.withheld = view.withheld;
  out.erased = view.erased;
  out.party = party;
  for (const policy::AdmittedKey& key : session.registry().keys()) {
    if (key.role != policy::Role::kDesk) out.others.emplace(key.id, key.name);
  }
  PARLEY_ASSIGN(out.dossier, dossier::fold(view));
  const Date as_of = request.as_of ? request.as_of->last_day() : latest_day(out.dossier, view);
  out.status = dossier::status(out.dossier, as_of);
  out.timeline = dossier::timeline(out.dossier, as_of);
  return out;
}

}  // namespace parley::desk
