// Ed25519 cosignatures (C2SP tlog-cosignature, type 0x04): a second party's statement that, at a
// time, a checkpoint was the largest consistent one it had seen of that log.
//
// Promises: the signed message and the line of the specification, "cosignature/v1".
// Does not: check consistency; whoever cosigns has verified it first. Makes no ML-DSA cosignatures.
// One key is one cosigner: the message does not hold the cosigner's name.
#pragma once

#include <cstdint>
#include <string_view>

#include "record/note.hpp"

namespace parley::record {

// A signature line over a checkpoint's text, at `time` (seconds since 1970-01-01 UTC).
// Error: kBadInput if the text is no checkpoint, the name no key name, or time is over 2^63 - 1.
Result<NoteSignature> cosign(std::string_view checkpoint_text, std::string_view name,
                             const SecretKey& secret, std::uint64_t time);

// The cosignature's time. Error (kBroken): it does not verify, or is not well-formed.
Result<std::uint64_t> verify_cosignature(std::string_view checkpoint_text,
                                         const NoteSignature& line, const PublicKey& key);

// How a key of a dossier cosigns: under the name "parley/key/<key in hex>".
VerifierKey cosigner(const KeyId& key);
// The key that a line's name names. Error (kBadInput): another kind of name.
Result<VerifierKey> cosigner_named(std::string_view name);

}  // namespace parley::record
