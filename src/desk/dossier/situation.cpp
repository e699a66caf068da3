#include "desk/dossier/situation.hpp"

#include <algorithm>

namespace parley::desk {
namespace {

// The record's own latest day, so that a result does not depend on the reader's clock.
Date latest_day(const dossier::Dossier& dossier) {
  Date latest{1, 1, 1};
  for (const auto& statement : dossier.statements) {
    if (statement.withdrawn()) continue;
    if (const auto known = dossier::known_on(statement.value())) latest = std::max(latest, *known);
  }
  return latest;
}

}  // namespace

Result<Situation> situation(const Session& session, const SituationRequest& request) {
  PARLEY_ASSIGN(const record::View view, session.readable(request.party));
  Situation out;
  out.title = session.registry().founding().title;
  out.origin = record::log_origin(view.dossier);
  out.withheld = view.withheld;
  out.erased = view.erased;
  out.party = request.party;
  PARLEY_ASSIGN(out.dossier, dossier::fold(view));
  const Date as_of = request.as_of ? request.as_of->last_day() : latest_day(out.dossier);
  out.status = dossier::status(out.dossier, as_of);
  out.timeline = dossier::timeline(out.dossier, as_of);
  return out;
}

}  // namespace parley::desk
