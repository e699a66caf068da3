#include "policy/kinds.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace parley::policy {
namespace {

using record::KeyId;
using record::Payload;

Payload of_kind(std::string_view kind) {
  Payload payload;
  payload.kind = kind;
  payload.version = kNewestVersion;
  return payload;
}

// Fields are 1 to `fields`. What a later version may add is that version's to say.
Result<void> check(const Payload& payload, std::string_view kind, std::int64_t fields) {
  if (payload.kind != kind) return fail(Fault::kBadInput, fmt::format("not of kind {}", kind));
  if (payload.version > kNewestVersion) {
    return fail(Fault::kUnsupported,
                fmt::format("a {} of version {}, newer than this program", kind, payload.version));
  }
  for (const auto& [field, value] : payload.body) {
    if (field < 1 || field > fields) {
      return fail(Fault::kBadInput, fmt::format("{} is no field of kind {}", field, kind));
    }
  }
  return {};
}

Result<KeyId> key_id_at(const cbor::Map& body, std::int64_t field) {
  PARLEY_ASSIGN(const Bytes* raw, cbor::bytes_at(body, field));
  return KeyId::from(*raw);
}

// Empty where the field is absent; there, it is not empty.
Result<std::string> optional_text(const cbor::Map& body, std::int64_t field) {
  if (!body.contains(field)) return std::string();
  PARLEY_ASSIGN(std::string text, cbor::text_at(body, field));
  if (text.empty()) return fail(Fault::kBadInput, fmt::format("field {} is empty", field));
  return text;
}

}  // namespace

Payload to_payload(const Founding& founding) {
  Payload payload = of_kind(kDossierKind);
  payload.body.emplace(1, founding.title);
  payload.body.emplace(2, ByteView(founding.log.bytes));
  return payload;
}

Result<Founding> founding_from(const Payload& payload) {
  // Verification needs the log's key: these two fields mean the same in every version.
  if (payload.kind != kDossierKind) return fail(Fault::kBadInput, "not of kind dossier");
  Founding founding;
  PARLEY_ASSIGN(founding.title, cbor::text_at(payload.body, 1));
  PARLEY_ASSIGN(const Bytes* log, cbor::bytes_at(payload.body, 2));
  PARLEY_ASSIGN(founding.log, record::PublicKey::from(*log));
  return founding;
}

Payload to_payload(const AdmittedKey& key) {
  Payload payload = of_kind(kKeyKind);
  payload.body.emplace(1, key.id.view());
  payload.body.emplace(2, name(key.role));
  if (!key.party.empty()) payload.body.emplace(3, key.party);
  payload.body.emplace(4, key.name);
  return payload;
}

Result<AdmittedKey> key_from(const Payload& payload) {
  PARLEY_TRY(check(payload, kKeyKind, 4));
  AdmittedKey key;
  PARLEY_ASSIGN(key.id, key_id_at(payload.body, 1));
  PARLEY_ASSIGN(const std::string role, cbor::text_at(payload.body, 2));
  PARLEY_ASSIGN(key.party, optional_text(payload.body, 3));
  PARLEY_ASSIGN(key.name, cbor::text_at(payload.body, 4));
  const auto known = role_named(role);
  if (!known) return fail(Fault::kUnsupported, "a role this program does not know");
  key.role = *known;
  if (needs_party(key.role) ? key.party.empty() : !may_have_party(key.role) && !key.party.empty()) {
    return fail(Fault::kBadInput, fmt::format("a key of role {} {} a party", role,
                                              key.party.empty() ? "needs" : "has no"));
  }
  return key;
}

Payload end_payload(const KeyId& id, const std::string& reason,
                    const std::optional<KeyId>& successor) {
  Payload payload = of_kind(kKeyEndKind);
  payload.body.emplace(1, id.view());
  if (!reason.empty()) payload.body.emplace(2, reason);
  if (successor) payload.body.emplace(3, successor->view());
  return payload;
}

Result<KeyEnd> end_from(const Payload& payload) {
  PARLEY_TRY(check(payload, kKeyEndKind, 3));
  KeyEnd end;
  PARLEY_ASSIGN(end.id, key_id_at(payload.body, 1));
  PARLEY_ASSIGN(end.reason, optional_text(payload.body, 2));
  if (payload.body.contains(3)) {
    PARLEY_ASSIGN(end.successor, key_id_at(payload.body, 3));
  }
  return end;
}

Payload to_payload(const Audience& audience) {
  Payload payload = of_kind(kAudienceKind);
  payload.body.emplace(1, audience.id.view());
  payload.body.emplace(2, audience.name);
  if (audience.all) payload.body.emplace(3, true);
  if (!audience.parties.empty()) {
    cbor::Array parties;
    for (const std::string& party : audience.parties) parties.emplace_back(party);
    payload.body.emplace(4, std::move(parties));
  }
  return payload;
}

Result<Audience> audience_from(const Payload& payload) {
  PARLEY_TRY(check(payload, kAudienceKind, 4));
  Audience audience;
  PARLEY_ASSIGN(const Bytes* id, cbor::bytes_at(payload.body, 1));
  PARLEY_ASSIGN(audience.id, record::AudienceId::from(*id));
  PARLEY_ASSIGN(audience.name, cbor::text_at(payload.body, 2));
  if (const cbor::Value* all = cbor::find(payload.body, 3)) {
    if (all->boolean() == nullptr || !*all->boolean()) {
      return fail(Fault::kBadInput, "field 3 is there and not true");
    }
    audience.all = true;
  }
  if (payload.body.contains(4)) {
    PARLEY_ASSIGN(const cbor::Array* parties, cbor::array_at(payload.body, 4));
    for (const cbor::Value& party : *parties) {
      // A party without a name would be that of every key without a party.
      if (party.text() == nullptr || party.text()->empty()) {
        return fail(Fault::kBadInput, "a party is no handle");
      }
      if (!audience.parties.empty() && *party.text() <= *audience.parties.rbegin()) {
        return fail(Fault::kBadInput, "the parties are not in order");
      }
      audience.parties.insert(*party.text());
    }
    if (audience.parties.empty() || audience.all) {
      return fail(Fault::kBadInput, "a list of parties is empty, or stands beside 'all'");
    }
  }
  return audience;
}

Payload to_payload(const Refusal& refusal) {
  Payload payload = of_kind(kRefusalKind);
  payload.body.emplace(1, name(refusal.action));
  payload.body.emplace(2, name(refusal.standing));
  payload.body.emplace(3, refusal.key.view());
  payload.body.emplace(4, refusal.what);
  return payload;
}

Result<Refusal> refusal_from(const Payload& payload) {
  PARLEY_TRY(check(payload, kRefusalKind, 4));
  Refusal refusal;
  PARLEY_ASSIGN(const std::string action, cbor::text_at(payload.body, 1));
  PARLEY_ASSIGN(const std::string standing, cbor::text_at(payload.body, 2));
  PARLEY_ASSIGN(refusal.key, key_id_at(payload.body, 3));
  PARLEY_ASSIGN(refusal.what, cbor::text_at(payload.body, 4));
  const auto* a = std::find_if(kActions.begin(), kActions.end(),
                               [&](Action candidate) { return name(candidate) == action; });
  const auto* s = std::find_if(kStandings.begin(), kStandings.end(),
                               [&](Standing candidate) { return name(candidate) == standing; });
  if (a == kActions.end() || s == kStandings.end()) {
    return fail(Fault::kUnsupported, "an action or audience this program does not know");
  }
  refusal.action = *a;
  refusal.standing = *s;
  return refusal;
}

}  // namespace parley::policy
