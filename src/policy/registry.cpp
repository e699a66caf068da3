#include "policy/registry.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "record/act.hpp"
#include "record/verify.hpp"

namespace parley::policy {
namespace {

using record::KeyId;
using record::Payload;

Result<KeyId> key_id_at(const cbor::Map& body, std::int64_t field) {
  PARLEY_ASSIGN(const Bytes raw, cbor::bytes_at(body, field));
  return KeyId::from(raw);
}

std::string optional_text(const cbor::Map& body, std::int64_t field) {
  const cbor::Value* value = cbor::find(body, field);
  return value != nullptr && value->text() != nullptr ? *value->text() : std::string{};
}

struct KeyEnd {
  KeyId id;
  std::string reason;
  std::optional<KeyId> successor;
};

Result<KeyEnd> end_from(const Payload& payload) {
  KeyEnd end;
  PARLEY_ASSIGN(end.id, key_id_at(payload.body, 1));
  end.reason = optional_text(payload.body, 2);
  if (payload.body.contains(3)) {
    PARLEY_ASSIGN(end.successor, key_id_at(payload.body, 3));
  }
  return end;
}

Payload of_kind(std::string_view kind) {
  Payload payload;
  payload.kind = kind;
  return payload;
}

}  // namespace

Payload to_payload(const Founding& founding) {
  Payload payload = of_kind(kDossierKind);
  payload.body.emplace(1, founding.title);
  payload.body.emplace(2, ByteView(founding.log.bytes));
  return payload;
}

Result<Founding> founding_from(const Payload& payload) {
  Founding founding;
  PARLEY_ASSIGN(founding.title, cbor::text_at(payload.body, 1));
  PARLEY_ASSIGN(const Bytes log, cbor::bytes_at(payload.body, 2));
  PARLEY_ASSIGN(founding.log, record::PublicKey::from(log));
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
  AdmittedKey key;
  PARLEY_ASSIGN(key.id, key_id_at(payload.body, 1));
  PARLEY_ASSIGN(const std::string role, cbor::text_at(payload.body, 2));
  const auto known = role_named(role);
  if (!known) return fail(Fault::kUnsupported, "a role this program does not know");
  key.role = *known;
  key.party = optional_text(payload.body, 3);
  PARLEY_ASSIGN(key.name, cbor::text_at(payload.body, 4));
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
  Audience audience;
  PARLEY_ASSIGN(const Bytes id, cbor::bytes_at(payload.body, 1));
  PARLEY_ASSIGN(audience.id, record::AudienceId::from(id));
  PARLEY_ASSIGN(audience.name, cbor::text_at(payload.body, 2));
  const cbor::Value* all = cbor::find(payload.body, 3);
  audience.all = all != nullptr && all->boolean() != nullptr && *all->boolean();
  if (payload.body.contains(4)) {
    PARLEY_ASSIGN(const cbor::Array parties, cbor::array_at(payload.body, 4));
    for (const cbor::Value& party : parties) {
      if (party.text() == nullptr) return fail(Fault::kBadInput, "a party is no text");
      audience.parties.insert(*party.text());
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
  Refusal refusal;
  PARLEY_ASSIGN(const std::string action, cbor::text_at(payload.body, 1));
  PARLEY_ASSIGN(const std::string standing, cbor::text_at(payload.body, 2));
  const auto* a = std::find_if(kActions.begin(), kActions.end(),
                               [&](Action candidate) { return name(candidate) == action; });
  const auto* s = std::find_if(kStandings.begin(), kStandings.end(),
                               [&](Standing candidate) { return name(candidate) == standing; });
  if (a == kActions.end() || s == kStandings.end()) {
    return fail(Fault::kUnsupported, "an action or audience this program does not know");
  }
  refusal.action = *a;
  refusal.standing = *s;
  PARLEY_ASSIGN(refusal.key, key_id_at(payload.body, 3));
  PARLEY_ASSIGN(refusal.what, cbor::text_at(payload.body, 4));
  return refusal;
}

Registry Registry::fold(const record::View& view) {
  Registry registry;
  for (const record::Opened& entry : view.entries) {
    const std::string& kind = entry.payload.kind;
    if (kind == kDossierKind && entry.index == 0) {
      if (auto founding = founding_from(entry.payload)) registry.founding_ = *std::move(founding);
    } else if (kind == kKeyKind) {
      auto key = key_from(entry.payload);
      if (!key || registry.key(key->id) != nullptr) continue;
      key->from = entry.index;
      registry.keys_.push_back(*std::move(key));
    } else if (kind == kKeyEndKind) {
      const auto end = end_from(entry.payload);
      if (!end) continue;
      for (AdmittedKey& key : registry.keys_) {
        if (key.id != end->id || key.until) continue;
        key.until = entry.index;
        key.reason = end->reason;
        key.successor = end->successor;
      }
    } else if (kind == kAudienceKind) {
      auto audience = audience_from(entry.payload);
      if (!audience || registry.audience(audience->id) != nullptr) continue;
      registry.audiences_.push_back(*std::move(audience));
    }
  }
  return registry;
}

const AdmittedKey* Registry::key(const KeyId& id) const {
  const auto it = std::find_if(keys_.begin(), keys_.end(),
                               [&id](const AdmittedKey& key) { return key.id == id; });
  return it == keys_.end() ? nullptr : &*it;
}

const AdmittedKey* Registry::active(const KeyId& id) const {
  const AdmittedKey* found = key(id);
  return found != nullptr && !found->until ? found : nullptr;
}

const Audience* Registry::audience(const record::AudienceId& id) const {
  const auto it = std::find_if(audiences_.begin(), audiences_.end(),
                               [&id](const Audience& audience) { return audience.id == id; });
  return it == audiences_.end() ? nullptr : &*it;
}

const Audience* Registry::audience_named(std::string_view wanted) const {
  const auto it =
      std::find_if(audiences_.begin(), audiences_.end(),
                   [&wanted](const Audience& audience) { return audience.name == wanted; });
  return it == audiences_.end() ? nullptr : &*it;
}

const Audience* Registry::audience_of(const std::set<std::string>& parties) const {
  const auto it = std::find_if(audiences_.begin(), audiences_.end(), [&](const Audience& audience) {
    return !audience.all && audience.parties == parties;
  });
  return it == audiences_.end() ? nullptr : &*it;
}

Standing Registry::standing(const AdmittedKey& key, const record::AudienceId& id) const {
  const Audience* found = audience(id);
  if (found == nullptr) return Standing::kDesk;  // unknown: nobody's but the desk's
  if (found->all) return Standing::kAll;
  if (found->parties.empty()) return Standing::kDesk;
  return found->parties.contains(key.party) ? Standing::kOwn : Standing::kOther;
}

bool Registry::may_read(const AdmittedKey& key, const record::AudienceId& id) const {
  return permitted(key.role, Action::kRead, standing(key, id));
}

bool Registry::party_may_read(std::string_view party, const record::AudienceId& id) const {
  const Audience* found = audience(id);
  return found != nullptr && (found->all || found->parties.contains(std::string(party)));
}

std::optional<Action> action_of_kind(std::string_view kind) {
  static const std::map<std::string_view, Action> kinds = {
      {kKeyKind, Action::kKeys},         {kKeyEndKind, Action::kKeys},
      {kAudienceKind, Action::kAudiences}, {record::kErasureKind, Action::kErase},
      {"party", Action::kDescribe},      {"place", Action::kDescribe},
      {"source", Action::kDescribe},     {"measure", Action::kDescribe},
      {"statement", Action::kState},     {"grade", Action::kGrade},
      {"correction", Action::kCorrect},
  };
  const auto it = kinds.find(kind);
  if (it == kinds.end()) return std::nullopt;
  return it->second;
}

namespace {

// Whether the key wrote nothing but its own replacement.
bool rotates_itself(const record::Opened& entry, const AdmittedKey& author,
                    const record::Opened* next) {
  if (entry.payload.kind == kKeyEndKind) {
    const auto end = end_from(entry.payload);
    return end && end->id == author.id && end->successor.has_value();
  }
  if (entry.payload.kind != kKeyKind || next == nullptr || next->payload.kind != kKeyEndKind) {
    return false;
  }
  const auto fresh = key_from(entry.payload);
  const auto end = end_from(next->payload);
  return fresh && end && end->id == author.id && end->successor == fresh->id &&
         fresh->role == author.role && fresh->party == author.party;
}

std::optional<std::string> judge(const Registry& registry, const record::Opened& entry,
                                 const record::Opened* next) {
  if (entry.payload.kind == kRefusalKind) {
    if (entry.author.bytes == registry.founding().log.bytes) return std::nullopt;
    return "a refusal that the record itself did not write";
  }
  const AdmittedKey* author = registry.key(entry.author);
  // The founder's first act admits the founder: it lies at the very beginning.
  const bool founding = author != nullptr && entry.index <= author->from && author->from < 4;
  if (author == nullptr || (author->from > entry.index && !founding)) {
    return "written by a key that was not admitted";
  }
  if (author->until && *author->until < entry.index) {
    return "written by a key that had been ended";
  }
  const auto action = action_of_kind(entry.payload.kind);
  if (!action || founding) return std::nullopt;
  if (*action == Action::kKeys && rotates_itself(entry, *author, next)) return std::nullopt;
  if (*action == Action::kAudiences && !author->party.empty()) {
    // A party may name itself: the audience of its own members alone.
    const auto audience = audience_from(entry.payload);
    if (audience && !audience->all && audience->parties == std::set<std::string>{author->party}) {
      return std::nullopt;
    }
  }
  const Standing standing = registry.standing(*author, entry.audience);
  const bool whole = *action == Action::kKeys || *action == Action::kAudiences;
  if (permitted(author->role, *action, whole ? Standing::kAll : standing)) return std::nullopt;
  return fmt::format("{} by a key of role {} for the audience {}: not permitted",
                     name(*action), name(author->role), name(standing));
}

}  // namespace

std::vector<Breach> breaches(const record::View& view) {
  const Registry registry = Registry::fold(view);
  std::vector<Breach> out;
  for (std::size_t i = 0; i < view.entries.size(); ++i) {
    const record::Opened& entry = view.entries[i];
    const record::Opened* next = i + 1 < view.entries.size() ? &view.entries[i + 1] : nullptr;
    if (auto text = judge(registry, entry, next)) out.push_back({entry.index, *std::move(text)});
  }
  return out;
}

}  // namespace parley::policy
