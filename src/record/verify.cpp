#include "record/verify.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/run/in_order.hpp"
#include "record/act.hpp"
#include "record/checkpoint.hpp"
#include "record/cosignature.hpp"
#include "record/record.hpp"
#include "record/sequence.hpp"

namespace parley::record {
namespace {

constexpr std::size_t kBatch = 2048;

// What one thread makes of one stretch of entries.
struct Batch {
  std::uint64_t first = 0;
  std::vector<StoredEntry> entries;
};

// An entry to be checked later. Without a key only whether something is there is looked at.
StoredEntry keep(const StoredEntry& entry, const SymmetricKey* key) {
  if (key != nullptr) return entry;
  StoredEntry out;
  out.header = entry.header;
  out.key.resize(std::min<std::size_t>(entry.key.size(), 1));
  out.text.resize(std::min<std::size_t>(entry.text.size(), 1));
  for (const StoredPart& part : entry.parts) out.parts.push_back({part.field, {}, {}});
  return out;
}

struct BatchResult {
  std::vector<Checked> entries;
  std::vector<Finding> findings;
};

Checked check_entry(std::uint64_t index, const StoredEntry& entry, const DossierId& dossier,
                    const SymmetricKey* key, std::vector<Finding>& findings) {
  Checked out;
  const auto found = [&](Verdict verdict, std::string text) {
    findings.push_back({verdict, fmt::format("entry {}", index), std::move(text)});
  };
  out.id = entry_id(entry.header);
  out.missing = entry.text.empty();
  if (out.missing && !entry.key.empty()) {
    found(Verdict::kBroken, "its payload is gone, but the payload's key is left");
  }
  for (const StoredPart& part : entry.parts) out.parts.push_back(part.field);
  const auto header = decode_header(entry.header);
  if (!header) {
    const bool newer = header.error().fault == Fault::kUnsupported;
    found(newer ? Verdict::kUnchecked : Verdict::kBroken, header.error().message);
    return out;
  }
  if (header->dossier != dossier) {
    found(Verdict::kBroken, "the header belongs to another dossier");
    return out;
  }
  out.header_good = true;
  out.author = header->author;
  if (key == nullptr || out.missing) return out;
  auto opened = open_entry(*key, index, entry);
  if (!opened) {
    found(Verdict::kBroken, opened.error().message);
  } else {
    out.opened = *std::move(opened);
  }
  return out;
}

// What others signed under the record's checkpoints.
Result<void> check_cosignatures(Store& store, std::span<const Sequence::Signed> acts,
                                std::vector<Finding>& findings) {
  return store.all_cosignatures([&](std::uint64_t size, const std::string& line) -> Result<void> {
    const std::string place = fmt::format("a cosignature at size {}", size);
    const auto act = std::lower_bound(
        acts.begin(), acts.end(), size,
        [](const Sequence::Signed& one, std::uint64_t wanted) { return one.size < wanted; });
    if (act == acts.end() || act->size != size) {
      findings.push_back({Verdict::kBroken, place, "there is no checkpoint of that size"});
      return {};
    }
    const auto checkpoint = parse_note(act->checkpoint);
    if (!checkpoint) return {};  // already a finding of its own
    const auto note = parse_note(checkpoint->text + "\n" + line + "\n");
    if (!note || note->signatures.size() != 1) {
      findings.push_back({Verdict::kBroken, place, "not a signature line"});
      return {};
    }
    const auto known = cosigner_named(note->signatures[0].name);
    if (!known) {
      findings.push_back(
          {Verdict::kUnchecked, place, "by a cosigner that is no key of the dossier's"});
    } else if (const auto good = verify_note(*note, {&*known, 1}); !good) {
      findings.push_back({Verdict::kBroken, place, good.error().message});
    }
    return {};
  });
}

std::vector<Finding> check_signatures(std::span<const Sequence::Signed> acts,
                                      const VerifierKey& log) {
  std::vector<Finding> findings;
  for (const Sequence::Signed& act : acts) {
    if (act.author && !verify(*act.author, kActDomain, act.closing.view(), act.signature)) {
      findings.push_back({Verdict::kBroken, act.place, "its author's signature does not verify"});
    }
    const auto opened = open_checkpoint(act.checkpoint, log.name, {&log, 1});
    if (!opened) {
      findings.push_back({Verdict::kBroken, act.place, "checkpoint: " + opened.error().text()});
    } else if (opened->checkpoint.size != act.size || opened->checkpoint.root != act.root) {
      findings.push_back({Verdict::kBroken, act.place,
                          "the entries up to here do not give the root that was signed"});
    }
  }
  return findings;
}

Result<std::optional<Checkpoint>> outside_checkpoint(const VerifyRequest& request,
                                                     const VerifierKey& log) {
  if (!request.against) return std::optional<Checkpoint>{};
  // Another record's note, or none at all, is a mistake in the asking, not a fault of this record.
  PARLEY_ASSIGN(const Note note, parse_note(*request.against));
  PARLEY_ASSIGN(const Checkpoint asked, parse_checkpoint(note.text));
  if (asked.origin != log.name) {
    return fail(Fault::kBadInput, "the note is a checkpoint of another record");
  }
  auto opened = open_checkpoint(*request.against, log.name, {&log, 1});
  if (!opened) return within(std::move(opened).error(), "the checkpoint from outside");
  return std::optional<Checkpoint>(opened->checkpoint);
}

}  // namespace

bool Verified::broken() const {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& f) { return f.verdict == Verdict::kBroken; });
}

Result<Verified> verify(Store& store, const VerifyRequest& request) {
  Verified out;
  PARLEY_TRY(store.begin_read());
  struct End {
    Store& store;
    ~End() { store.end(); }
  } end{store};

  PARLEY_ASSIGN(const auto damage, store.damage());
  for (const std::string& page : damage) out.findings.push_back({Verdict::kBroken, page, ""});

  // From here on, what cannot be read is a finding, not an end.
  const auto note_error = [&out](const Error& error) {
    out.findings.push_back({Verdict::kBroken, "the file", error.text()});
  };
  auto meta = store.meta();
  if (!meta) {
    note_error(meta.error());
    return out;
  }
  const VerifierKey log{log_origin(meta->dossier), NoteKeyType::kEd25519, meta->log_key};
  auto against = outside_checkpoint(request, log);
  if (!against) {
    if (against.error().fault != Fault::kBroken) return tl::unexpected<Error>(against.error());
    out.findings.push_back(
        {Verdict::kBroken, "the checkpoint from outside", against.error().message});
    against = std::optional<Checkpoint>{};
  }
  std::vector<StoredAct> acts;
  const auto read_acts = store.acts([&acts](const StoredAct& act) -> Result<void> {
    acts.push_back(act);
    return {};
  });
  if (!read_acts) note_error(read_acts.error());

  Sequence sequence(out, *meta, request.dossier_key, std::move(acts), *against);
  InOrder<BatchResult> batches(request.threads, [&](BatchResult&& result) {
    std::move(result.findings.begin(), result.findings.end(), std::back_inserter(out.findings));
    for (Checked& entry : result.entries) sequence.take(std::move(entry));
  });
  Batch batch;
  const auto flush = [&] {
    if (batch.entries.empty()) return;
    batches.add([batch = std::move(batch), dossier = meta->dossier, key = request.dossier_key] {
      BatchResult result;
      result.entries.reserve(batch.entries.size());
      std::uint64_t index = batch.first;
      for (const StoredEntry& entry : batch.entries) {
        result.entries.push_back(check_entry(index++, entry, dossier, key, result.findings));
      }
      return result;
    });
    batch = Batch{};
  };
  auto size = store.size();
  if (!size) note_error(size.error());
  const auto read = store.entries(
      0, size.value_or(0), [&](std::uint64_t index, const StoredEntry& entry) -> Result<void> {
        if (batch.entries.empty()) {
          batch.first = index;
          batch.entries.reserve(kBatch);
        }
        batch.entries.push_back(keep(entry, request.dossier_key));
        if (batch.entries.size() == kBatch) {
          flush();
          if (request.progress) request.progress(index + 1, *size);
        }
        return {};
      });
  flush();
  batches.finish();
  if (!read) note_error(read.error());
  sequence.finish();

  InOrder<std::vector<Finding>> signatures(request.threads, [&out](std::vector<Finding>&& found) {
    std::move(found.begin(), found.end(), std::back_inserter(out.findings));
  });
  const std::span<const Sequence::Signed> signed_acts = sequence.signed_acts();
  for (std::size_t at = 0; at < signed_acts.size(); at += kBatch / 16) {
    const auto some = signed_acts.subspan(at, std::min(kBatch / 16, signed_acts.size() - at));
    signatures.add([some, &log] { return check_signatures(some, log); });
  }
  signatures.finish();
  const auto cosigned = check_cosignatures(store, signed_acts, out.findings);
  if (!cosigned) note_error(cosigned.error());
  return out;
}

}  // namespace parley::record
