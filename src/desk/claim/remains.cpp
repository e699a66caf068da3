#include "desk/claim/remains.hpp"

#include <algorithm>

#include "desk/claim/claim_entry.hpp"

namespace parley::desk {

Result<Written> add_remains(Session& session, const RemainsRequest& request) {
  PARLEY_ASSIGN(const policy::Audience audience,
                own_audience(session, policy::Action::kList, "remains add"));
  if (!dossier::is_handle(request.key)) {
    return fail(Fault::kUsage, "HANDLE is 1 to 64 of a-z, 0-9 and '-' between them");
  }
  PARLEY_ASSIGN(const exchange::View view, open_whole_exchange(session));
  const bool taken = std::any_of(view.claims.remains.begin(), view.claims.remains.end(),
                                 [&](const auto& one) { return one.key == request.key; });
  if (taken) return fail(Fault::kUsage, "there is a case of that handle already");
  exchange::Remains remains;
  remains.key = request.key;
  PARLEY_ASSIGN(remains.by, party_of(view, request.by, "--by"));
  if (session.self().role == policy::Role::kFocalPoint &&
      view.handle_of(remains.by) != session.self().party) {
    PARLEY_TRY(session.refuse(policy::Action::kList, audience.id, "remains add",
                              "a focal point says what its own party says"));
  }
  remains.place = request.place;
  remains.found = request.found;
  for (const std::string& wanted : request.claims) {
    PARLEY_ASSIGN(const exchange::Claim* claim, find_claim(session, view, wanted));
    if (std::find(remains.claims.begin(), remains.claims.end(), claim->id) ==
        remains.claims.end()) {
      remains.claims.push_back(claim->id);
    }
  }
  remains.note = request.note;
  return write_entry(session, audience, to_payload(remains));
}

Result<std::vector<RemainsLine>> list_remains(const Session& session) {
  PARLEY_ASSIGN(const exchange::View view, open_exchange(session));
  std::vector<RemainsLine> out;
  for (const exchange::Remains& remains : view.claims.remains) {
    out.push_back({remains, view.handle_of(remains.by)});
  }
  return out;
}

}  // namespace parley::desk
