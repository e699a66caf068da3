#include "record/verify.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <deque>
#include <future>
#include <map>

#include "record/act.hpp"
#include "record/checkpoint.hpp"
#include "record/cosignature.hpp"
#include "record/record.hpp"
#include "record/tree.hpp"

namespace parley::record {
namespace {

constexpr std::size_t kBatch = 2048;

// What one thread makes of one stretch of entries.
struct Batch {
  std::uint64_t first = 0;
  std::vector<StoredEntry> entries;
};

struct Checked {
  EntryId id;
  KeyId author;
  bool header_good = false;
  bool missing = false;  // the payload is not there
  std::optional<Opened> opened;
  std::vector<std::int64_t> parts;  // present
};

struct BatchResult {
  std::vector<Checked> entries;
  std::vector<Finding> findings;
};

Checked check_entry(std::uint64_t index, const StoredEntry& entry, const DossierId& dossier,
                    const SymmetricKey* key, std::vector<Finding>& findings) {
  const std::string place = fmt::format("entry {}", index);
  Checked out;
  out.id = entry_id(entry.header);
  out.missing = entry.text.empty();
  if (out.missing && !entry.key.empty()) {
    findings.push_back({Verdict::kBroken, place, "its payload is gone, but the payload's key is left"});
  }
  for (const StoredPart& part : entry.parts) out.parts.push_back(part.field);
  const auto header = decode_header(entry.header);
  if (!header) {
    const bool newer = header.error().fault == Fault::kUnsupported;
    findings.push_back({newer ? Verdict::kUnchecked : Verdict::kBroken, place,
                        header.error().message});
    return out;
  }
  if (header->dossier != dossier) {
    findings.push_back({Verdict::kBroken, place, "the header belongs to another dossier"});
    return out;
  }
  out.header_good = true;
  out.author = header->author;
  if (key == nullptr || out.missing) return out;
  auto opened = open_entry(*key, index, entry);
  if (!opened) {
    findings.push_back({Verdict::kBroken, place, opened.error().message});
  } else {
    out.opened = *std::move(opened);
  }
  return out;
}

// Acts, signatures and trees: what needs the entries in order.
class Sequence {
 public:
  Sequence(Verified& out, const Meta& meta, const SymmetricKey* key, std::vector<StoredAct> acts,
           std::optional<Checkpoint> against)
      : out_(out),
        log_{log_origin(meta.dossier), NoteKeyType::kEd25519, meta.log_key},
        key_(key),
        acts_(std::move(acts)),
        against_(std::move(against)) {
    out_.view.dossier = meta.dossier;
    if (against_ && against_->size == 0) compare_outside();
  }

  void take(Checked&& entry) {
    const std::uint64_t index = tree_.size();
    tree_.append(entry.id.bytes);
    pending_.push_back(entry.id);
    prefixes_.emplace_back(prefix(entry.id), index);
    if (entry.missing) missing_.push_back({index, entry.id});
    for (const std::int64_t field : entry.parts) present_parts_.push_back({index, entry.id, field});
    const bool closes = next_ < acts_.size() && acts_[next_].size == tree_.size();
    if (closes) {
      close(entry);
    } else if (entry.header_good) {
      authors_.push_back(entry.author);
      if (entry.opened && entry.opened->payload.kind == kActKind) {
        broken(fmt::format("entry {}", index), "closes an act, but the act's signature is missing");
      }
    }
    if (against_ && against_->size == tree_.size()) compare_outside();
    if (entry.opened) open(std::move(entry));
  }

  // Signature checks cost most; they are collected and done by threads afterwards.
  struct Signed {
    std::string place;
    std::optional<PublicKey> author;  // absent where the closing header cannot be read
    EntryId closing;
    Signature signature;
    std::string checkpoint;
    std::uint64_t size;
    Digest root;
  };
  const std::vector<Signed>& signed_acts() const { return signed_; }
  const VerifierKey& log() const { return log_; }

  void finish() {
    out_.size = tree_.size();
    out_.root = tree_.root();
    out_.acts = acts_.size();
    out_.view.size = out_.size;
    out_.view.root = out_.root;
    if (out_.size == 0) broken("the record", "it has no entries; a dossier has its founding act at least");
    find_repeated();
    if (!pending_.empty()) {
      broken(fmt::format("entry {}", tree_.size() - pending_.size()),
             fmt::format("{} entries at the end belong to no act", pending_.size()));
    }
    for (; next_ < acts_.size(); ++next_) {
      broken(fmt::format("the act at size {}", acts_[next_].size),
             acts_[next_].size > tree_.size() ? "its entries are missing"
                                              : "it does not end where entries begin");
    }
    if (against_ && against_->size > tree_.size()) {
      broken("the end of the record",
             fmt::format("the checkpoint from outside covers {} entries, the record has {}: its "
                         "tail is lost",
                         against_->size, tree_.size()));
    }
    judge_missing();
  }

 private:
  void broken(std::string place, std::string text) {
    out_.findings.push_back({Verdict::kBroken, std::move(place), std::move(text)});
  }

  void close(const Checked& closing) {
    const StoredAct& act = acts_[next_];
    const std::string place = fmt::format("the act at size {}", act.size);
    if (act.frontier != tree_.frontier()) {
      broken(place, "the tree kept for appending is not that of its entries");
    }
    signed_.push_back({place, {}, closing.id, act.signature, act.checkpoint, act.size,
                       tree_.root()});
    if (closing.header_good) {
      signed_.back().author = PublicKey{closing.author.bytes};
      const bool alike = std::all_of(authors_.begin(), authors_.end(),
                                     [&](const KeyId& author) { return author == closing.author; });
      if (!alike) broken(place, "its entries have different authors");
    }
    pending_.pop_back();
    if (closing.opened) {
      check_closing(place, *closing.opened);
    } else if (closing.missing) {
      broken(place, "its closing list is missing");
    }
    pending_.clear();
    authors_.clear();
    size_before_ = tree_.size();
    root_before_ = tree_.root();
    ++next_;
  }

  void check_closing(const std::string& place, const Opened& closing) {
    const Payload& payload = closing.payload;
    if (payload.kind != kActKind) {
      broken(place, "its last entry does not close an act");
    } else if (payload.version > kActVersion) {
      out_.findings.push_back({Verdict::kUnchecked, place, "closed by a newer program"});
    } else if (payload.refs != pending_) {
      broken(place, "the entries are not those its author signed for");
    } else if (payload != closing_payload(pending_, size_before_, root_before_)) {
      broken(place, "its author put it on another tree than this one");
    } else if (closing.audience != kEveryone) {
      broken(place, "its closing list is not for everyone");
    }
  }

  static std::uint64_t prefix(const EntryId& id) {
    std::uint64_t out = 0;
    for (std::size_t i = 0; i < 8; ++i) out = out << 8 | id.bytes[i];
    return out;
  }

  // Salts are random: an entry that occurs twice was put there twice.
  void find_repeated() {
    std::sort(prefixes_.begin(), prefixes_.end());
    for (std::size_t i = 1; i < prefixes_.size(); ++i) {
      if (prefixes_[i].first == prefixes_[i - 1].first) {
        broken(fmt::format("entry {}", prefixes_[i].second),
               fmt::format("it is entry {} again", prefixes_[i - 1].second));
      }
    }
  }

  void compare_outside() {
    if (against_->root != tree_.root()) {
      broken(fmt::format("the first {} entries", against_->size),
             "they are not those that the checkpoint from outside covers: history was rewritten");
    }
  }

  void open(Checked&& entry) {
    ++out_.opened;
    Opened& opened = *entry.opened;
    if (opened.payload.kind != kActKind && !opened.payload.author) {
      broken(fmt::format("entry {}", opened.index), "its payload names no author");
    }
    if (opened.payload.kind == kErasureKind) take_order(opened);
    for (const auto& [field, part] : opened.payload.parts) {
      if (std::find(entry.parts.begin(), entry.parts.end(), field) == entry.parts.end()) {
        missing_parts_.push_back({opened.index, opened.id, field});
      }
    }
    if (opened.payload.kind != kActKind) out_.view.entries.push_back(std::move(opened));
  }

  void take_order(const Opened& order) {
    if (order.payload.version > kErasureVersion) {
      newer_orders_ = true;
      out_.findings.push_back({Verdict::kUnchecked, fmt::format("entry {}", order.index),
                               "an erasure order of a newer program"});
      return;
    }
    const cbor::Value* fields = cbor::find(order.payload.body, kErasureFields);
    if (fields == nullptr) {
      ordered_.insert(order.payload.refs.begin(), order.payload.refs.end());
      return;
    }
    const cbor::Array* numbers = fields->array();
    if (numbers == nullptr ||
        std::any_of(numbers->begin(), numbers->end(),
                    [](const cbor::Value& number) { return number.integer() == nullptr; })) {
      broken(fmt::format("entry {}", order.index), "an erasure order that does not say what to erase");
      return;
    }
    for (const EntryId& ref : order.payload.refs) {
      for (const cbor::Value& number : *numbers) ordered_parts_.insert({ref, *number.integer()});
    }
  }

  // An order that cannot be read here may have named it.
  void missing_without_order(std::string place, std::string text) {
    out_.findings.push_back({newer_orders_ ? Verdict::kUnchecked : Verdict::kBroken,
                             std::move(place), std::move(text)});
  }

  void judge_missing() {
    if (key_ == nullptr) {
      if (!missing_.empty()) {
        out_.findings.push_back({Verdict::kUnchecked, fmt::format("{} payloads", missing_.size()),
                                 "missing; the erasure orders cannot be read without the "
                                 "passphrase"});
      }
      return;
    }
    for (const Missing& missing : missing_) {
      if (ordered_.contains(missing.id)) {
        ++out_.erased;
      } else {
        missing_without_order(fmt::format("entry {}", missing.index),
                              "its payload is missing, and no erasure order names it");
      }
    }
    out_.view.erased = out_.erased;
    for (const Part& part : missing_parts_) {
      if (!ordered(part)) {
        missing_without_order(fmt::format("entry {}, field {}", part.index, part.field),
                              "the field is missing, and no erasure order names it");
      }
    }
    for (const Part& part : present_parts_) {
      if (ordered(part)) {
        broken(fmt::format("entry {}, field {}", part.index, part.field),
               "the field is here although an erasure order destroyed it");
      }
    }
    for (const Opened& entry : out_.view.entries) {
      if (ordered_.contains(entry.id)) {
        broken(fmt::format("entry {}", entry.index),
               "its payload is here although an erasure order destroyed it");
      }
    }
  }

  struct Missing {
    std::uint64_t index;
    EntryId id;
  };
  struct Part {
    std::uint64_t index;
    EntryId id;
    std::int64_t field;
  };
  bool ordered(const Part& part) const {
    return ordered_.contains(part.id) || ordered_parts_.contains({part.id, part.field});
  }

  Verified& out_;
  VerifierKey log_;
  const SymmetricKey* key_;
  std::vector<StoredAct> acts_;
  std::optional<Checkpoint> against_;
  std::size_t next_ = 0;
  CompactTree tree_;
  std::vector<EntryId> pending_;
  std::vector<KeyId> authors_;
  std::vector<Signed> signed_;
  std::vector<Missing> missing_;
  std::vector<Part> missing_parts_;
  std::vector<Part> present_parts_;
  std::uint64_t size_before_ = 0;  // of the tree when the act in hand began
  Digest root_before_ = empty_root();
  std::vector<std::pair<std::uint64_t, std::uint64_t>> prefixes_;  // of ids, with positions
  bool newer_orders_ = false;
  std::set<EntryId> ordered_;
  std::set<std::pair<EntryId, std::int64_t>> ordered_parts_;
};

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
      findings.push_back({Verdict::kUnchecked, place, "by a cosigner that is no key of the dossier's"});
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

// Runs `work` on each item of a stream in order, `threads` at a time, and hands on results in order.
template <class Out>
class InOrder {
 public:
  explicit InOrder(int threads, std::function<void(Out&&)> done)
      : threads_(threads), done_(std::move(done)) {}

  template <class Work>
  void add(Work work) {
    if (threads_ <= 1) {
      done_(work());
      return;
    }
    running_.push_back(std::async(std::launch::async, std::move(work)));
    while (running_.size() > static_cast<std::size_t>(threads_)) take();
  }
  void finish() {
    while (!running_.empty()) take();
  }

 private:
  void take() {
    Out out = running_.front().get();
    running_.pop_front();
    done_(std::move(out));
  }

  int threads_;
  std::function<void(Out&&)> done_;
  std::deque<std::future<Out>> running_;
};

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
    out.findings.push_back({Verdict::kBroken, "the checkpoint from outside", against.error().message});
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
        if (batch.entries.empty()) batch.first = index;
        batch.entries.push_back(entry);
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
