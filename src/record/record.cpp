#include "record/record.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/run/in_order.hpp"
#include "record/checkpoint.hpp"

namespace parley::record {
namespace {

constexpr std::string_view kSlotContext = "parley/slot/1";
constexpr std::size_t kMaxSlots = 16;  // each costs a derivation to try
// What all of them together may cost: passes times KiB. A hostile file must not stall the opening.
constexpr std::uint64_t kMaxSlotCost = std::uint64_t{32} * 1024 * 1024;
constexpr std::string_view kLogContext = "parley/log/1";

Bytes encode_kdf(const Kdf& kdf) {
  return cbor::encode(cbor::Array{static_cast<std::int64_t>(kdf.operations),
                                  static_cast<std::int64_t>(kdf.memory_kib), ByteView(kdf.salt)});
}

Result<Kdf> decode_kdf(ByteView bytes) {
  PARLEY_ASSIGN(const cbor::Value value, cbor::decode(bytes));
  const cbor::Array* array = value.array();
  if (array == nullptr || array->size() != 3 || (*array)[0].integer() == nullptr ||
      (*array)[1].integer() == nullptr || (*array)[2].bytes() == nullptr) {
    return fail(Fault::kBroken, "a passphrase slot is malformed");
  }
  Kdf kdf;
  const Bytes& salt = *(*array)[2].bytes();
  if (salt.size() != kdf.salt.size() || *(*array)[0].integer() < 0 || *(*array)[1].integer() < 0) {
    return fail(Fault::kBroken, "a passphrase slot is malformed");
  }
  kdf.operations = static_cast<std::uint64_t>(*(*array)[0].integer());
  kdf.memory_kib = static_cast<std::uint64_t>(*(*array)[1].integer());
  std::copy(salt.begin(), salt.end(), kdf.salt.begin());
  return kdf;
}

Bytes context(std::string_view purpose, const DossierId& dossier) {
  const ByteView name = bytes_of(purpose);
  Bytes out(name.begin(), name.end());
  append(out, dossier.view());
  return out;
}

Result<Slot> make_slot(const std::string& label, const Passphrase& passphrase, Kdf cost,
                       const DossierId& dossier, const SymmetricKey& dossier_key, Random& random) {
  random.fill(cost.salt);
  PARLEY_ASSIGN(const SymmetricKey key, derive(passphrase, cost));
  return Slot{label, encode_kdf(cost),
              wrap(key, context(kSlotContext, dossier), dossier_key.span(), random)};
}

SymmetricKey to_key(Bytes& raw) {
  SymmetricKey key;
  std::copy(raw.begin(), raw.end(), key.span().begin());
  wipe(raw);
  return key;
}

Result<SymmetricKey> open_slots(const Meta& meta, const Passphrase& passphrase) {
  // One slot that is damaged or too dear here does not keep the others shut.
  std::optional<Error> trouble;
  std::uint64_t spent = 0;
  const std::size_t count = std::min(meta.slots.size(), kMaxSlots);
  for (const Slot& slot : std::span(meta.slots).first(count)) {
    auto kdf = decode_kdf(slot.kdf);
    if (kdf && kdf->operations <= kMaxKdfOperations && kdf->memory_kib <= kMaxKdfMemoryKib) {
      spent += kdf->operations * kdf->memory_kib;
      if (spent > kMaxSlotCost) kdf = fail(Fault::kUnsupported, "the slots together cost too much");
    }
    const auto derived = kdf ? derive(passphrase, *kdf) : tl::unexpected<Error>(kdf.error());
    if (!derived) {
      trouble = derived.error();
      continue;
    }
    const SymmetricKey& key = *derived;
    auto raw = unwrap(key, context(kSlotContext, meta.dossier), slot.wrapped);
    if (raw && raw->size() == SymmetricKey::size()) return to_key(*raw);
  }
  return fail(Fault::kLocked,
              "the passphrase does not open this dossier" +
                  (trouble ? "; a slot could not be tried: " + trouble->text() : std::string{}));
}

}  // namespace

Record::Record(std::unique_ptr<Store> store, Meta meta, SymmetricKey dossier_key, SecretKey log)
    : store_(std::move(store)),
      meta_(std::move(meta)),
      dossier_key_(std::move(dossier_key)),
      log_(std::move(log)) {}

Result<Record> Record::create(
    std::unique_ptr<Store> store, const Passphrase& passphrase, Kdf cost, const SecretKey& founder,
    Random& random,
    const std::function<Result<void>(const PublicKey& log, ActBuilder& act)>& found) {
  Meta meta;
  meta.dossier = random.id<DossierId>();
  SymmetricKey dossier_key;
  random.fill(dossier_key.span());
  SecretKey log = SecretKey::generate(random);
  meta.log_key = log.public_key();
  meta.wrapped_log_key = wrap(dossier_key, context(kLogContext, meta.dossier), log.seed(), random);
  PARLEY_ASSIGN(Slot slot, make_slot("main", passphrase, cost, meta.dossier, dossier_key, random));
  meta.slots.push_back(std::move(slot));

  PARLEY_TRY(store->begin_write());
  Record record(std::move(store), std::move(meta), std::move(dossier_key), std::move(log));
  ActBuilder act = record.act(founder, random);
  auto founded = record.store_->create(record.meta_);
  if (founded) founded = found(record.meta_.log_key, act);
  if (!founded) {
    record.end();
    return tl::unexpected<Error>(std::move(founded).error());
  }
  PARLEY_TRY(record.append(act));
  return record;
}

Result<Record> Record::open(std::unique_ptr<Store> store, const Passphrase& passphrase) {
  PARLEY_ASSIGN(Meta meta, store->meta());
  PARLEY_ASSIGN(SymmetricKey dossier_key, open_slots(meta, passphrase));
  auto seed = unwrap(dossier_key, context(kLogContext, meta.dossier), meta.wrapped_log_key);
  if (!seed) return fail(Fault::kBroken, "the log's key was changed");
  auto log = SecretKey::from_seed(*seed);
  wipe(*seed);
  if (!log || log->public_key() != meta.log_key) {
    return fail(Fault::kBroken, "the log's key was changed");
  }
  return Record(std::move(store), std::move(meta), std::move(dossier_key), *std::move(log));
}

VerifierKey Record::log_verifier() const {
  return {origin(), NoteKeyType::kEd25519, meta_.log_key};
}

Result<std::optional<Opened>> open_entry(const SymmetricKey& dossier_key, std::uint64_t index,
                                         const StoredEntry& entry) {
  const std::string place = fmt::format("entry {}", index);
  auto header = decode_header(entry.header);
  if (!header) return within(std::move(header).error(), place);
  if (entry.text.empty()) return std::optional<Opened>{};
  Opened opened{entry_id(entry.header), index, header->author, header->audience, {}};
  auto unsealed = unseal(dossier_key, opened.id.view(), entry.key, entry.text);
  if (!unsealed) return within(std::move(unsealed).error(), place);
  if (commit(unsealed->salt, unsealed->bytes) != header->commitment) {
    return within({Fault::kBroken, "the payload is not the one that was committed to", {}}, place);
  }
  auto payload = decode_payload(unsealed->bytes);
  if (!payload) {
    return within({Fault::kBroken, payload.error().text(), {}}, place);
  }
  if (payload->author && *payload->author != header->author) {
    return within({Fault::kBroken, "the payload names another author than the header", {}}, place);
  }
  opened.payload = *std::move(payload);
  for (const StoredPart& part : entry.parts) {
    const std::string where = fmt::format("entry {}, field {}", index, part.field);
    const auto promised = opened.payload.parts.find(part.field);
    if (promised == opened.payload.parts.end()) {
      return within({Fault::kBroken, "a part that the payload does not have", {}}, where);
    }
    auto value = unseal(dossier_key, part_context(opened.id, part.field), part.key, part.text);
    if (!value) return within(std::move(value).error(), where);
    if (commit_part(value->salt, value->bytes) != promised->second.digest) {
      return within({Fault::kBroken, "the part is not the one that was committed to", {}}, where);
    }
    auto decoded = cbor::decode(value->bytes);
    if (!decoded) return within({Fault::kBroken, decoded.error().text(), {}}, where);
    opened.payload.body.emplace(part.field, *std::move(decoded));
  }
  return std::optional<Opened>(std::move(opened));
}

namespace {

constexpr std::size_t kBatch = 1024;
using OpenedBatch = Result<std::vector<std::optional<Opened>>>;

OpenedBatch open_batch(const SymmetricKey& dossier_key, std::uint64_t first,
                       const std::vector<StoredEntry>& entries) {
  std::vector<std::optional<Opened>> out;
  out.reserve(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    PARLEY_ASSIGN(auto opened, open_entry(dossier_key, first + i, entries[i]));
    out.push_back(std::move(opened));
  }
  return out;
}

}  // namespace

Result<View> Record::view(int threads) {
  View view;
  view.dossier = meta_.dossier;
  PARLEY_ASSIGN(const auto last, store_->last_act());
  PARLEY_ASSIGN(view.size, store_->size());
  if (last) {
    if (last->size != view.size) {
      return fail(Fault::kBroken, fmt::format("the last checkpoint covers {} entries of {}",
                                              last->size, view.size));
    }
    PARLEY_ASSIGN(const CompactTree tree, CompactTree::from_frontier(last->size, last->frontier));
    view.root = tree.root();
  }
  view.entries.reserve(view.size);
  // A broken entry ends the reading; the first in the order of the record is the one that is named.
  Result<void> state;
  InOrder<OpenedBatch> batches(threads, [&](OpenedBatch&& batch) {
    if (!state) return;
    if (!batch) {
      state = tl::unexpected<Error>(std::move(batch).error());
      return;
    }
    for (auto& opened : *batch) {
      if (!opened) {
        ++view.erased;
      } else if (opened->payload.kind != kActKind) {
        view.entries.push_back(*std::move(opened));
      }
    }
  });
  std::vector<StoredEntry> waiting;
  std::uint64_t first = 0;
  const auto send = [&] {
    batches.add([this, first, entries = std::move(waiting)] {
      return open_batch(dossier_key_, first, entries);
    });
    first += kBatch;
    waiting = {};
  };
  const auto read = store_->entries(
      0, view.size, [&](std::uint64_t, const StoredEntry& entry) -> Result<void> {
        waiting.push_back(entry);
        if (waiting.size() == kBatch) send();
        return state;
      });
  if (read && !waiting.empty()) send();
  batches.finish();
  PARLEY_TRY(state);
  PARLEY_TRY(read);
  return view;
}

Result<Appended> Record::append(ActBuilder& act, std::vector<Erasure> erasures) {
  const auto close = [&]() -> Result<NewAct> {
    PARLEY_ASSIGN(const auto last, store_->last_act());
    PARLEY_ASSIGN(const std::uint64_t size, store_->size());
    const std::uint64_t covered = last ? last->size : 0;
    if (covered != size) {
      return fail(Fault::kBroken,
                  fmt::format("the last checkpoint covers {} entries of {}", covered, size));
    }
    CompactTree tree;
    if (last) {
      PARLEY_ASSIGN(tree, CompactTree::from_frontier(last->size, last->frontier));
      const VerifierKey log = log_verifier();
      PARLEY_ASSIGN(const OpenedCheckpoint opened,
                    open_checkpoint(last->checkpoint, origin(), {&log, 1}));
      if (opened.checkpoint.size != tree.size() || opened.checkpoint.root != tree.root()) {
        return fail(Fault::kBroken,
                    "the tree kept for appending is not that of the last checkpoint");
      }
    }
    return act.finish(std::move(tree), log_, std::move(erasures));
  };
  auto closed = close();
  if (!closed) {
    store_->end();
    return tl::unexpected<Error>(std::move(closed).error());
  }
  Appended out;
  out.size = closed->act.size;
  out.checkpoint = closed->act.checkpoint;
  out.ids.reserve(closed->entries.size() - 1);
  for (std::size_t i = 0; i + 1 < closed->entries.size(); ++i) {
    out.ids.push_back(entry_id(closed->entries[i].header));
  }
  PARLEY_TRY(store_->append(*closed));
  return out;
}

Result<void> Record::set_passphrase(const std::string& label, const Passphrase& passphrase,
                                    Kdf cost, Random& random) {
  PARLEY_ASSIGN(Slot slot, make_slot(label, passphrase, cost, meta_.dossier, dossier_key_, random));
  std::vector<Slot> slots = meta_.slots;
  const auto same = std::find_if(slots.begin(), slots.end(),
                                 [&label](const Slot& s) { return s.label == label; });
  if (same != slots.end()) {
    *same = std::move(slot);
  } else {
    if (slots.size() >= kMaxSlots) {
      return fail(Fault::kUsage, "a dossier has 16 passphrases at most");
    }
    slots.push_back(std::move(slot));
  }
  // One that opening would not try must not be promised.
  std::uint64_t spent = 0;
  for (const Slot& one : slots) {
    if (const auto kdf = decode_kdf(one.kdf)) spent += kdf->operations * kdf->memory_kib;
  }
  if (spent > kMaxSlotCost) {
    return fail(Fault::kUsage, "the passphrases together would cost too much to try; choose a lower "
                               "cost, or take one away");
  }
  PARLEY_TRY(store_->replace_slots(slots));
  meta_.slots = std::move(slots);
  return {};
}

Result<void> Record::remove_passphrase(const std::string& label) {
  std::vector<Slot> slots = meta_.slots;
  if (std::erase_if(slots, [&label](const Slot& s) { return s.label == label; }) == 0) {
    return fail(Fault::kNotFound, "there is no passphrase of that label");
  }
  if (slots.empty()) return fail(Fault::kUsage, "the last passphrase cannot be removed");
  PARLEY_TRY(store_->replace_slots(slots));
  meta_.slots = std::move(slots);
  return {};
}

std::vector<std::string> Record::passphrase_labels() const {
  std::vector<std::string> labels;
  for (const Slot& slot : meta_.slots) labels.push_back(slot.label);
  return labels;
}

Result<std::string> Record::checkpoint() {
  PARLEY_ASSIGN(const auto last, store_->last_act());
  if (!last) return fail(Fault::kBroken, "the record has no checkpoint");
  PARLEY_ASSIGN(const auto lines, store_->cosignatures(last->size));
  std::string note = last->checkpoint;
  for (const std::string& line : lines) note += line + "\n";
  return note;
}

View restrict(View view, const std::function<bool(const AudienceId&)>& may_read) {
  const std::size_t all = view.entries.size();
  std::erase_if(view.entries, [&](const Opened& entry) { return !may_read(entry.audience); });
  view.withheld += all - view.entries.size();
  for (Opened& entry : view.entries) {
    for (const auto& [field, part] : entry.payload.parts) {
      if (!may_read(part.audience)) entry.payload.body.erase(field);
    }
  }
  return view;
}

}  // namespace parley::record
