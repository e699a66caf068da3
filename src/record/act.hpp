// An act: one command's entries, closed by an entry that lists their ids and is signed once.
//
// The closing entry has kind "act", no author and no time; its refs are the ids of the act's entries
// in order; its body holds the size and the root of the tree that the act was put on, so that every
// author vouches for the history before; its audience is kEveryone. The signature is Ed25519 by the
// author of all the act's entries over the closing entry's id, in the domain "parley/act/1".
#pragma once

#include <string_view>
#include <vector>

#include "base/random.hpp"
#include "record/payload.hpp"
#include "record/seal.hpp"
#include "record/signature.hpp"
#include "record/store.hpp"
#include "record/tree.hpp"

namespace parley::record {

// The audience of what every holder of any bundle may read.
constexpr AudienceId kEveryone{};
constexpr std::string_view kActKind = "act";
constexpr std::int64_t kActVersion = 1;
constexpr std::int64_t kActSizeBefore = 1;  // body fields
constexpr std::int64_t kActRootBefore = 2;
constexpr std::string_view kActDomain = "parley/act/1";

// The name of a dossier's log in notes and proofs: "parley/<id in hex>".
std::string log_origin(const DossierId& dossier);

struct PartDraft {
  std::int64_t field = 0;
  AudienceId audience;
  cbor::Value value;
};

// What an act's author signs for, through the closing entry's id.
Payload closing_payload(std::vector<EntryId> ids, std::uint64_t size_before,
                        const Digest& root_before);

// A payload to be written. The author is filled in; `parts` become digests in the payload.
struct Draft {
  AudienceId audience;
  Payload payload;
  std::vector<PartDraft> parts;
};

// Seals drafts one by one, so that later drafts can refer to earlier ones of the same act.
class ActBuilder {
 public:
  ActBuilder(const DossierId& dossier, const SymmetricKey& dossier_key, const SecretKey& author,
             Random& random);

  // The new entry's id. Error (kBadInput): text that is not UTF-8, nested too deeply, one field
  // twice, or the kind of a closing entry.
  Result<EntryId> add(Draft draft);
  std::size_t size() const { return ids_.size(); }

  // Closes the act on top of `tree` and makes its checkpoint, signed by the log.
  Result<NewAct> finish(CompactTree tree, const SecretKey& log, std::vector<Erasure> erasures = {});

 private:
  StoredEntry seal_entry(const AudienceId& audience, ByteView payload, EntryId& id);

  DossierId dossier_;
  const SymmetricKey& dossier_key_;
  const SecretKey& author_;
  KeyId author_id_;
  Random& random_;
  std::vector<EntryId> ids_;
  std::vector<StoredEntry> entries_;
};

}  // namespace parley::record
