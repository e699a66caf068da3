#include "desk/record/checkpoint.hpp"

#include <fmt/core.h>

#include "record/checkpoint.hpp"
#include "record/cosignature.hpp"
#include "record/proof.hpp"
#include "record/tree.hpp"
#include "record/verify.hpp"

namespace parley::desk {
namespace {

Result<std::vector<Digest>> leaves(record::Store& store) {
  std::vector<Digest> out;
  PARLEY_ASSIGN(const std::uint64_t size, store.size());
  PARLEY_TRY(store.entries(0, size, [&](std::uint64_t, const record::StoredEntry& entry) {
    out.push_back(record::leaf_hash(entry.header));
    return Result<void>{};
  }));
  return out;
}

Result<record::OpenedCheckpoint> open_own(Session& session, const std::string& note,
                                          std::span<const record::VerifierKey> cosigners = {}) {
  const record::VerifierKey log = session.record().log_verifier();
  return record::open_checkpoint(note, log.name, {&log, 1}, cosigners);
}

}  // namespace

Result<void> holds(Session& session, std::uint64_t size, const Digest& root) {
  PARLEY_ASSIGN(const std::vector<Digest> all, leaves(session.record().store()));
  if (size > all.size()) {
    return fail(Fault::kBroken,
                fmt::format("the note covers {} entries, the record has {}", size, all.size()));
  }
  if (record::root_of(std::span(all).first(size)) != root) {
    return fail(Fault::kBroken, "the record's first entries are not those the note covers");
  }
  return {};
}

Result<std::string> checkpoint(record::Store& store, const std::optional<std::uint64_t>& size) {
  PARLEY_ASSIGN(std::optional<record::StoredAct> act, store.last_act());
  if (!act) return fail(Fault::kBroken, "the record has no checkpoint");
  if (size && *size != act->size) {
    act.reset();
    PARLEY_TRY(store.acts([&](const record::StoredAct& one) -> Result<void> {
      if (one.size == *size) act = one;
      return {};
    }));
    if (!act) return fail(Fault::kNotFound, fmt::format("no act ends at size {}", *size));
  }
  PARLEY_ASSIGN(const auto lines, store.cosignatures(act->size));
  std::string note = act->checkpoint;
  for (const std::string& line : lines) note += line + "\n";
  // What is handed out is the log's own note, and nothing that a file puts in its place.
  PARLEY_ASSIGN(const record::Meta meta, store.meta());
  const record::VerifierKey log{record::log_origin(meta.dossier), record::NoteKeyType::kEd25519,
                                meta.log_key};
  auto opened = record::open_checkpoint(note, log.name, {&log, 1});
  if (!opened || opened->checkpoint.size != act->size) {
    return fail(Fault::kBroken, fmt::format("the checkpoint at size {} is not the log's", act->size));
  }
  return note;
}

Result<std::string> verifier_key(record::Store& store) {
  PARLEY_ASSIGN(const record::Meta meta, store.meta());
  return record::format_verifier_key(
      {record::log_origin(meta.dossier), record::NoteKeyType::kEd25519, meta.log_key});
}

Result<Cosigned> cosign(Session& session, const std::optional<std::string>& given) {
  PARLEY_TRY(session.authorize(policy::Action::kCosign, policy::Standing::kAll, "record cosign"));
  std::string text;
  if (given) {
    text = *given;
  } else {
    PARLEY_ASSIGN(text, session.record().checkpoint());
  }
  PARLEY_ASSIGN(const record::OpenedCheckpoint opened, open_own(session, text));
  PARLEY_TRY(holds(session, opened.checkpoint.size, opened.checkpoint.root));
  PARLEY_ASSIGN(record::Note note, record::parse_note(text));
  const record::VerifierKey self = record::cosigner(session.self().id);
  PARLEY_ASSIGN(record::NoteSignature line,
                record::cosign(note.text, self.name, session.key(),
                               static_cast<std::uint64_t>(session.setting().clock.now())));
  note.signatures.push_back(std::move(line));
  return Cosigned{format_note(note), format_verifier_key(self)};
}

Result<std::uint64_t> attach_cosignatures(Session& session, const std::string& note) {
  PARLEY_TRY(session.authorize(policy::Action::kCosign, policy::Standing::kAll, "record cosign"));
  std::vector<record::VerifierKey> known;
  for (const policy::AdmittedKey& key : session.registry().keys()) {
    known.push_back(record::cosigner(key.id));
  }
  PARLEY_ASSIGN(const record::OpenedCheckpoint opened, open_own(session, note, known));
  PARLEY_TRY(holds(session, opened.checkpoint.size, opened.checkpoint.root));
  if (opened.cosigners.empty()) {
    return fail(Fault::kBadInput, "no admitted key has cosigned this note");
  }
  PARLEY_ASSIGN(const record::Note parsed, record::parse_note(note));
  session.record().end();
  for (const record::VerifiedSignature& signature : opened.cosigners) {
    const record::VerifierKey& key = known[signature.key];
    for (const record::NoteSignature& line : parsed.signatures) {
      if (line.name != key.name || line.key_id != key.id()) continue;
      // One line as a note prints it.
      record::Note single{parsed.text, {line}};
      std::string text = format_note(single).substr(parsed.text.size() + 1);
      text.pop_back();
      if (session.setting().dry_run) continue;
      PARLEY_TRY(session.record().store().add_cosignature(opened.checkpoint.size, text));
    }
  }
  return opened.cosigners.size();
}

Result<std::string> proof(Session& session, const std::string& digits) {
  const record::View& view = session.own();
  PARLEY_ASSIGN(const record::Opened* entry, find_entry(view, digits));
  PARLEY_ASSIGN(const std::vector<Digest> all, leaves(session.record().store()));
  record::Proof proof;
  proof.index = entry->index;
  PARLEY_ASSIGN(proof.path, record::inclusion_proof(all, entry->index, all.size()));
  PARLEY_ASSIGN(proof.checkpoint, session.record().checkpoint());
  return format_proof(proof);
}

}  // namespace parley::desk
