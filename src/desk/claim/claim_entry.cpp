#include "desk/claim/claim_entry.hpp"

namespace parley::desk {

Result<policy::Audience> desk_audience(Session& session, policy::Action action,
                                       const std::string& what) {
  PARLEY_ASSIGN(policy::Audience desk, session.audience(std::string(policy::kDeskName)));
  PARLEY_TRY(session.authorize(action, desk.id, what));
  return desk;
}

Result<policy::Audience> own_audience(Session& session, policy::Action action,
                                      const std::string& what) {
  const bool of_party = session.self().role == policy::Role::kFocalPoint;
  PARLEY_ASSIGN(policy::Audience audience,
                session.audience(of_party ? session.self().party : std::string(policy::kDeskName)));
  PARLEY_TRY(session.authorize(action, audience.id, what));
  return audience;
}

Result<const exchange::Claim*> find_claim(Session& session, const exchange::View& whole,
                                          const std::string& wanted) {
  PARLEY_ASSIGN(const exchange::Row* row, find_row(session, whole, wanted));
  const exchange::Claim* claim = whole.claims.claim(row->id);
  if (claim == nullptr) {
    return fail(Fault::kUsage, "that person stands on a list of those held, and is no claim");
  }
  return claim;
}

Result<Written> write_entry(Session& session, const policy::Audience& audience,
                            record::Payload payload) {
  record::ActBuilder act = session.act();
  PARLEY_TRY(session.add_new_audiences(act));
  PARLEY_ASSIGN(const record::EntryId id,
                act.add({audience.id, session.stamped(std::move(payload)), {}}));
  PARLEY_ASSIGN(const record::Appended appended, session.write(act));
  return Written{{id}, appended.size};
}

}  // namespace parley::desk
