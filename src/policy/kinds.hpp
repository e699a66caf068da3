// The kinds of entry this folder owns, and their bytes (doc/format/policy.md).
//
// "dossier", the first entry; "key" admits a key; "key-end" revokes or replaces one; "audience"
// defines an audience; "refusal" records an attempt that the table does not permit, written by the
// record itself. Parties are named by their handle.
// The readers accept only what the writers write: kUnsupported for a later version, or a name that
// a later program has added; kBadInput for anything else. But a founding entry of any version is
// read.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "policy/permission.hpp"
#include "policy/role.hpp"
#include "record/ids.hpp"
#include "record/payload.hpp"
#include "record/signature.hpp"

namespace parley::policy {

constexpr std::string_view kDossierKind = "dossier";
constexpr std::string_view kKeyKind = "key";
constexpr std::string_view kKeyEndKind = "key-end";
constexpr std::string_view kAudienceKind = "audience";
constexpr std::string_view kRefusalKind = "refusal";

// The newest version of each of these kinds that this program reads and writes.
constexpr std::int64_t kNewestVersion = 1;

struct Founding {
  std::string title;
  record::PublicKey log;
};

struct AdmittedKey {
  record::KeyId id;
  Role role = Role::kReader;
  std::string party;                   // handle; empty where none
  std::string name;                    // of the holder or the office, as the desk wrote it
  std::uint64_t from = 0;              // index of the entry that admits it
  std::optional<std::uint64_t> until;  // index of the entry that ends it
  std::string reason;                  // of the end
  std::optional<record::KeyId> successor;
};

struct KeyEnd {
  record::KeyId id;
  std::string reason;  // may be empty
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

// `from` and what stands after it belong to the registry and are not written.
record::Payload to_payload(const Founding& founding);
record::Payload to_payload(const AdmittedKey& key);
record::Payload end_payload(const record::KeyId& id, const std::string& reason,
                            const std::optional<record::KeyId>& successor);
record::Payload to_payload(const Audience& audience);
record::Payload to_payload(const Refusal& refusal);

Result<Founding> founding_from(const record::Payload& payload);
Result<AdmittedKey> key_from(const record::Payload& payload);
Result<KeyEnd> end_from(const record::Payload& payload);
Result<Audience> audience_from(const record::Payload& payload);
Result<Refusal> refusal_from(const record::Payload& payload);

}  // namespace parley::policy
