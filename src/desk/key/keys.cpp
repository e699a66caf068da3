#include "desk/key/keys.hpp"

#include <fmt/core.h>

namespace parley::desk {
namespace {

Result<Written> write_for_all(Session& session, std::vector<record::Payload> payloads) {
  const policy::Audience* all = session.registry().audience_named(policy::kAllName);
  if (all == nullptr) return fail(Fault::kBroken, "the dossier has no audience 'all'");
  record::ActBuilder act = session.act();
  for (record::Payload& payload : payloads) {
    PARLEY_TRY(act.add({all->id, session.stamped(std::move(payload)), {}}));
  }
  PARLEY_ASSIGN(record::Appended appended, session.write(act));
  return Written{std::move(appended.ids), appended.size};
}

Result<void> check(const Session& session, const AdmitRequest& request) {
  const auto role = name(request.role);
  if (session.registry().key(record::key_id(request.key)) != nullptr) {
    return fail(Fault::kUsage, "this key is known in the dossier already; a key is admitted once");
  }
  if (!record::is_usable(request.key)) {
    return fail(Fault::kUsage, "this is no public key: nothing could ever be signed with it");
  }
  if (request.name.empty()) return fail(Fault::kUsage, "the key needs a name");
  if (needs_party(request.role) && request.party.empty()) {
    return fail(Fault::kUsage, fmt::format("a key of role {} needs a party", role));
  }
  if (!may_have_party(request.role) && !request.party.empty()) {
    return fail(Fault::kUsage, fmt::format("a key of role {} belongs to no party", role));
  }
  if (request.party.empty()) return {};
  PARLEY_ASSIGN(const dossier::Dossier dossier, dossier::fold(session.all()));
  if (!dossier.find(dossier::Kind::kParty, request.party)) {
    return fail(Fault::kNotFound, fmt::format("there is no party '{}'", request.party));
  }
  return {};
}

policy::AdmittedKey admitted(const AdmitRequest& request) {
  policy::AdmittedKey key;
  key.id = record::key_id(request.key);
  key.role = request.role;
  key.party = request.party;
  key.name = request.name;
  return key;
}

}  // namespace

Result<Written> admit_key(Session& session, const AdmitRequest& request) {
  PARLEY_TRY(session.authorize(policy::Action::kKeys, policy::Standing::kAll, "key admit"));
  PARLEY_TRY(check(session, request));
  return write_for_all(session, {policy::to_payload(admitted(request))});
}

Result<Written> rotate_key(Session& session, const record::PublicKey& successor) {
  const policy::AdmittedKey& self = session.self();
  const AdmitRequest request{successor, self.role, self.party, self.name};
  PARLEY_TRY(check(session, request));
  const record::KeyId id = record::key_id(successor);
  return write_for_all(session, {policy::to_payload(admitted(request)),
                                 policy::end_payload(self.id, "replaced", id)});
}

Result<Written> revoke_key(Session& session, const std::string& digits,
                           const std::string& reason) {
  PARLEY_TRY(session.authorize(policy::Action::kKeys, policy::Standing::kAll, "key revoke"));
  if (digits.size() < 8) return fail(Fault::kUsage, "name the key by 8 digits at least");
  const policy::AdmittedKey* found = nullptr;
  std::size_t desks = 0;
  for (const policy::AdmittedKey& key : session.registry().keys()) {
    if (key.until) continue;
    if (key.role == policy::Role::kDesk) ++desks;
    if (!key.id.hex().starts_with(digits)) continue;
    if (found != nullptr) return fail(Fault::kUsage, "more than one key begins with " + digits);
    found = &key;
  }
  if (found == nullptr) return fail(Fault::kNotFound, "no key in use begins with " + digits);
  if (found->role == policy::Role::kDesk && desks == 1) {
    return fail(Fault::kRefused, "the last key of the desk cannot be ended; admit another first");
  }
  return write_for_all(session, {policy::end_payload(found->id, reason, {})});
}

}  // namespace parley::desk
