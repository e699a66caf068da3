// The Store port: where a record's bytes live. It knows headers, sealed bytes, signatures and
// notes as bytes; it opens nothing and judges nothing.
//
// Promises: append() is atomic and durable: when it returns, the whole act, its checkpoint and its
// erasures are on disk; killed before that, none of it is. Reads between begin_read() and end()
// see one state. One writer at a time.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "record/ids.hpp"
#include "record/signature.hpp"

namespace parley::record {

struct StoredPart {
  std::int64_t field = 0;
  Bytes key;   // wrapped
  Bytes text;  // sealed
};

// key and text are both empty where the payload was erased or never given.
struct StoredEntry {
  Bytes header;
  Bytes key;
  Bytes text;
  std::vector<StoredPart> parts;
};

// An act, its entries, and the checkpoint that covers it.
struct StoredAct {
  std::uint64_t size = 0;  // of the tree once this act is in it
  Signature signature;
  std::string checkpoint;  // a signed note
  Bytes frontier;          // of the tree at `size`: see CompactTree
};

// What to destroy with an act: a whole payload, or one part of it.
struct Erasure {
  std::uint64_t index = 0;
  std::optional<std::int64_t> field;
};

struct NewAct {
  std::vector<StoredEntry> entries;
  StoredAct act;
  std::vector<Erasure> erasures;
};

// A way to open the dossier key.
struct Slot {
  std::string label;
  Bytes kdf;      // canonical CBOR [operations, memory KiB, salt]
  Bytes wrapped;  // the dossier key
  bool operator==(const Slot&) const = default;
};

struct Meta {
  DossierId dossier;
  PublicKey log_key;
  Bytes wrapped_log_key;                   // the log's secret key, under the dossier key
  std::vector<Slot> slots;
};

using EntryVisitor = std::function<Result<void>(std::uint64_t index, const StoredEntry& entry)>;
using ActVisitor = std::function<Result<void>(const StoredAct& act)>;

using CosignatureVisitor =
    std::function<Result<void>(std::uint64_t size, const std::string& line)>;

class Store {
 public:
  virtual ~Store() = default;

  // Waits for other writers up to the store's patience; then kBusy, saying who holds it.
  virtual Result<void> begin_write() = 0;
  virtual Result<void> begin_read() = 0;
  // Ends a read, or a write that appended nothing. Never fails; harmless when nothing is begun.
  virtual void end() = 0;

  virtual Result<void> create(const Meta& meta) = 0;
  virtual Result<Meta> meta() = 0;
  virtual Result<void> replace_slots(const std::vector<Slot>& slots) = 0;

  // Within begin_write(): writes all of it, commits and ends the write.
  virtual Result<void> append(const NewAct& act) = 0;

  virtual Result<std::uint64_t> size() = 0;  // entries
  virtual Result<std::optional<StoredAct>> last_act() = 0;
  // Entries from..to (exclusive) in order. A gap in the sequence is kBroken, naming the place.
  virtual Result<void> entries(std::uint64_t from, std::uint64_t to, const EntryVisitor& visit) = 0;
  virtual Result<void> acts(const ActVisitor& visit) = 0;

  // Cosignature lines that others put under the checkpoint of that size.
  virtual Result<void> add_cosignature(std::uint64_t size, const std::string& line) = 0;
  virtual Result<std::vector<std::string>> cosignatures(std::uint64_t size) = 0;
  virtual Result<void> all_cosignatures(const CosignatureVisitor& visit) = 0;

  // Damage to the file itself, below the record's own level: "page 7 (bytes 24576 to 28671)".
  virtual Result<std::vector<std::string>> damage() = 0;
};

}  // namespace parley::record
