// Who is who in a dossier: the keys admitted to it and the audiences defined in it.
//
// Kinds owned here (doc/format/policy.md): "dossier", the first entry; "key" admits a key; "key-end"
// revokes or replaces one; "audience" defines an audience; "refusal" records an attempt that the
// table does not permit, written by the record itself.
// Parties are named by their handle. An audience never inherits: a coalition's does not hold its
// members', nor the other way round.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "policy/permission.hpp"
#include "policy/role.hpp"
#include "record/signature.hpp"
#include "record/view.hpp"

namespace parley::policy {

constexpr std::string_view kDossierKind = "dossier";
constexpr std::string_view kKeyKind = "key";
constexpr std::string_view kKeyEndKind = "key-end";
constexpr std::string_view kAudienceKind = "audience";
constexpr std::string_view kRefusalKind = "refusal";

// The names of the two audiences every dossier has.
constexpr std::string_view kAllName = "all";
constexpr std::string_view kDeskName = "desk";

struct Founding {
  std::string title;
  record::PublicKey log;
};

struct AdmittedKey {
  record::KeyId id;
  Role role = Role::kReader;
  std::string party;  // handle; empty where none
  std::string name;   // of the holder or the office, as the desk wrote it
  std::uint64_t from = 0;              // index of the entry that admits it
  std::optional<std::uint64_t> until;  // index of the entry that ends it
  std::string reason;                  // of the end
  std::optional<record::KeyId> successor;
};

struct Audience {
  record::AudienceId id;
  std::string name;
  bool all = false;
  std::set<std::string> parties;  // empty and not all: the desk alone
};

struct Refusal {
  Action action = Action::kRead;
  Standing standing = Standing::kDesk;
  record::KeyId key;
  std::string what;  // the command, without its arguments
};

class Registry {
 public:
  // From everything the desk can read. Entries that do not decode are skipped here and reported by
  // breaches().
  static Registry fold(const record::View& view);

  const Founding& founding() const { return founding_; }
  const std::vector<AdmittedKey>& keys() const { return keys_; }
  const std::vector<Audience>& audiences() const { return audiences_; }

  // The key if it is admitted and not ended at the end of the view.
  const AdmittedKey* active(const record::KeyId& id) const;
  const AdmittedKey* key(const record::KeyId& id) const;
  const Audience* audience(const record::AudienceId& id) const;
  const Audience* audience_named(std::string_view name) const;
  // The audience of exactly these parties, if one is defined.
  const Audience* audience_of(const std::set<std::string>& parties) const;

  Standing standing(const AdmittedKey& key, const record::AudienceId& id) const;
  bool may_read(const AdmittedKey& key, const record::AudienceId& id) const;
  // Whether somebody of that party may read it.
  bool party_may_read(std::string_view party, const record::AudienceId& id) const;

 private:
  Founding founding_;
  std::vector<AdmittedKey> keys_;
  std::vector<Audience> audiences_;
};

// What an entry of that kind is, as an action; nullopt for kinds this program does not know (a
// newer program's), which are not judged.
std::optional<Action> action_of_kind(std::string_view kind);

// Acts that the table did not permit when they were written: the record holds, but somebody went
// round the program. One line each, by entry.
struct Breach {
  std::uint64_t index = 0;
  std::string text;
};
std::vector<Breach> breaches(const record::View& view);

record::Payload to_payload(const Founding& founding);
record::Payload to_payload(const AdmittedKey& key);
record::Payload end_payload(const record::KeyId& id, const std::string& reason,
                            const std::optional<record::KeyId>& successor);
record::Payload to_payload(const Audience& audience);
record::Payload to_payload(const Refusal& refusal);

Result<Founding> founding_from(const record::Payload& payload);
Result<AdmittedKey> key_from(const record::Payload& payload);
Result<Audience> audience_from(const record::Payload& payload);
Result<Refusal> refusal_from(const record::Payload& payload);

}  // namespace parley::policy
