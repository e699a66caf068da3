// Checkpoints (C2SP tlog-checkpoint): the size and root of a tree, as the text of a signed note.
//
// Promises: parse and format are exact inverses; open_checkpoint() gives only what a known log key
// has signed for the origin that was asked for.
// Does not: compare checkpoints with one another or with a tree; see verify_consistency().
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.hpp"
#include "record/note.hpp"

namespace parley::record {

struct Checkpoint {
  std::string origin;  // the log's name; one line, not empty
  std::uint64_t size = 0;
  Digest root{};
  std::vector<std::string> extensions;  // further lines, opaque, each not empty

  bool operator==(const Checkpoint&) const = default;
};

// From and to a note's text. Error (kBadInput): not a checkpoint's text.
Result<Checkpoint> parse_checkpoint(std::string_view text);
// Precondition: origin and extensions are lines of a note's text, not empty.
std::string format_checkpoint(const Checkpoint& checkpoint);

// The checkpoint as a note with the log's signature, type 0x01, under the origin as key name.
// Error (kBadInput): the origin is not a key name, or an extension not a line.
Result<Note> sign_checkpoint(const Checkpoint& checkpoint, const SecretKey& log);

struct OpenedCheckpoint {
  Checkpoint checkpoint;
  std::vector<VerifiedSignature> logs;       // .key is a position in `logs`; at least one
  std::vector<VerifiedSignature> cosigners;  // .key is a position in `cosigners`
};

// The checkpoint in a signed note. Error: kBadInput if it is none; kBroken if the origin is
// another, no key of `logs` has signed, or a signature of a known key does not verify; kUsage as
// verify_note.
Result<OpenedCheckpoint> open_checkpoint(std::string_view note, std::string_view origin,
                                         std::span<const VerifierKey> logs,
                                         std::span<const VerifierKey> cosigners = {});

// An ASCII decimal of 64 bits without leading zeros. Error (kBadInput): anything else.
Result<std::uint64_t> parse_decimal(std::string_view text);

}  // namespace parley::record
