#include "record/act.hpp"

#include <fmt/core.h>

#include "record/checkpoint.hpp"

namespace parley::record {

std::string log_origin(const DossierId& dossier) { return "parley/" + dossier.hex(); }

Payload closing_payload(std::vector<EntryId> ids, std::uint64_t size_before,
                        const Digest& root_before) {
  Payload closing;
  closing.kind = kActKind;
  closing.version = kActVersion;
  closing.refs = std::move(ids);
  closing.body.emplace(kActSizeBefore, static_cast<std::int64_t>(size_before));
  closing.body.emplace(kActRootBefore, ByteView(root_before));
  return closing;
}

ActBuilder::ActBuilder(const DossierId& dossier, const SymmetricKey& dossier_key,
                       const SecretKey& author, Random& random)
    : dossier_(dossier),
      dossier_key_(dossier_key),
      author_(author),
      author_id_(key_id(author.public_key())),
      random_(random) {}

StoredEntry ActBuilder::seal_entry(const AudienceId& audience, ByteView payload, EntryId& id) {
  Salt salt;
  random_.fill(salt);
  StoredEntry entry;
  entry.header = encode(Header{dossier_, author_id_, audience, commit(salt, payload)});
  id = entry_id(entry.header);
  Sealed sealed = seal(dossier_key_, id.view(), salt, payload, random_);
  entry.key = std::move(sealed.key);
  entry.text = std::move(sealed.text);
  return entry;
}

Result<EntryId> ActBuilder::add(Draft draft) {
  struct Part {
    std::int64_t field;
    Salt salt;
    Bytes value;
  };
  if (draft.payload.kind == kActKind) return fail(Fault::kBadInput, "only finish() closes an act");
  std::vector<Part> parts;
  for (const PartDraft& part : draft.parts) {
    Part sealed{part.field, {}, cbor::encode(part.value)};
    random_.fill(sealed.salt);
    const PartDigest digest{part.audience, commit_part(sealed.salt, sealed.value)};
    if (!draft.payload.parts.emplace(part.field, digest).second) {
      return fail(Fault::kBadInput, fmt::format("field {} is a part twice", part.field));
    }
    parts.push_back(std::move(sealed));
  }
  draft.payload.author = author_id_;
  const Bytes payload = encode(draft.payload);
  // What cannot be read back must not be written: an act is for ever.
  PARLEY_TRY(decode_payload(payload));
  for (const Part& part : parts) PARLEY_TRY(cbor::decode(part.value));

  EntryId id;
  StoredEntry entry = seal_entry(draft.audience, payload, id);
  for (const Part& part : parts) {
    Sealed sealed =
        seal(dossier_key_, part_context(id, part.field), part.salt, part.value, random_);
    entry.parts.push_back({part.field, std::move(sealed.key), std::move(sealed.text)});
  }
  ids_.push_back(id);
  entries_.push_back(std::move(entry));
  return id;
}

Result<NewAct> ActBuilder::finish(CompactTree tree, const SecretKey& log,
                                  std::vector<Erasure> erasures) {
  const Payload closing = closing_payload(ids_, tree.size(), tree.root());
  EntryId closing_id;
  entries_.push_back(seal_entry(kEveryone, encode(closing), closing_id));

  for (const EntryId& id : ids_) tree.append(id.bytes);
  tree.append(closing_id.bytes);

  NewAct act;
  act.entries = std::move(entries_);
  act.erasures = std::move(erasures);
  act.act.size = tree.size();
  act.act.signature = sign(author_, kActDomain, closing_id.view());
  act.act.frontier = tree.frontier();
  const Checkpoint checkpoint{log_origin(dossier_), tree.size(), tree.root(), {}};
  PARLEY_ASSIGN(const Note note, sign_checkpoint(checkpoint, log));
  act.act.checkpoint = format_note(note);
  return act;
}

}  // namespace parley::record
