// Does the record hold? Hashes, signatures, tree, checkpoints, and what is missing.
//
// Checks of the record itself, in order: the file's pages; each header; with the dossier key, each
// payload and part against its commitment; each act's closing list and its author's signature; the
// tree at each act against its checkpoint; each checkpoint's signature by the log; the cosignatures
// that are readable; an outside checkpoint, where one is given.
// Does not: check that authors were allowed to do what they did; that is policy's, on the view.
// Deterministic: the same findings in the same order at any thread count.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "record/note.hpp"
#include "record/seal.hpp"
#include "record/store.hpp"
#include "record/view.hpp"

namespace parley::record {

enum class Verdict {
  kBroken,     // the record is not what was signed: alarming
  kUnchecked,  // could not be checked here, and why; not alarming
};

struct Finding {
  Verdict verdict = Verdict::kBroken;
  std::string place;  // "entry 12", "the act at size 40", "page 3 (bytes 8192 to 12287)"
  std::string text;
};

struct VerifyRequest {
  const SymmetricKey* dossier_key = nullptr;  // without it, sealed payloads are not checked
  std::optional<std::string> against;         // a signed checkpoint from outside
  int threads = 1;
  // Told now and then how many entries of how many have been read; may be empty.
  std::function<void(std::uint64_t done, std::uint64_t total)> progress = {};
};

struct Verified {
  std::uint64_t size = 0;
  std::uint64_t acts = 0;
  Digest root{};
  std::uint64_t opened = 0;  // payloads checked against their commitments
  std::uint64_t erased = 0;  // payloads missing under an erasure order
  std::vector<Finding> findings;
  View view;  // what was opened, for the checks above the record; empty without a dossier key

  bool broken() const;
};

// The kinds that this folder owns beside "act": an order to destroy payloads. Its refs are the
// entries, in order; its body holds, under 1, the reason and, under 2, either nothing or the
// numbers of the fields to destroy instead of the whole payload (of every entry it refers to).
constexpr std::string_view kErasureKind = "erasure";
constexpr std::int64_t kErasureVersion = 1;
constexpr std::int64_t kErasureReason = 1;
constexpr std::int64_t kErasureFields = 2;

// What `size` entries the record had, it has still: its first entries give the note's root.
// Error: only where the store cannot be read at all; a broken record is findings.
Result<Verified> verify(Store& store, const VerifyRequest& request);

}  // namespace parley::record
