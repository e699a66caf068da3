// Proofs of inclusion that stand alone (C2SP tlog-proof): an index, a path, a signed checkpoint.
//
// Promises: parse and format are exact inverses; verify_proof() ties a leaf to a checkpoint that a
// known key of the log has signed.
// Does not: authenticate `extra`; decide which cosigners are enough (the caller sees who signed).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "record/checkpoint.hpp"

namespace parley::record {

constexpr std::size_t kMaxProofBytes = kMaxNoteBytes + 64 * 1024;

struct Proof {
  std::optional<Bytes> extra;  // the application's own, not authenticated
  std::uint64_t index = 0;
  std::vector<Digest> path;  // from the leaf's sibling upwards, at most 64
  std::string checkpoint;    // the signed note, verbatim

  bool operator==(const Proof&) const = default;
};

// Error (kBadInput): not a proof, or the note in it not a signed checkpoint.
Result<Proof> parse_proof(std::string_view text);
// Precondition: `checkpoint` is a signed checkpoint.
std::string format_proof(const Proof& proof);

// The checkpoint that includes `leaf` (a leaf's hash) at the proof's index.
// Error (kBroken): the path does not lead to the root; else as open_checkpoint().
Result<OpenedCheckpoint> verify_proof(const Proof& proof, const Digest& leaf,
                                      std::string_view origin, std::span<const VerifierKey> logs,
                                      std::span<const VerifierKey> cosigners = {});

}  // namespace parley::record
