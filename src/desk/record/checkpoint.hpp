// Checkpoints: the notes that are handed out, cosigned, and held against the record later.
#pragma once

#include "desk/session.hpp"

namespace parley::desk {

// The last checkpoint, or that at an earlier size, with the cosignatures it has got. Needs no
// passphrase. Error (kNotFound): there is none at that size.
Result<std::string> checkpoint(record::Store& store, const std::optional<std::uint64_t>& size = {});
// The record's verifier key, "parley/<id>+<hash>+<key>". Needs no passphrase.
Result<std::string> verifier_key(record::Store& store);

// Error (kBroken): the record's first entries are not those that a checkpoint of that size and root
// covers.
Result<void> holds(Session& session, std::uint64_t size, const Digest& root);

// This key's statement, at this time, that it has seen that checkpoint: the note with one line
// more. Before signing, the record is verified against the note. The key's name in the line is
// "parley/key/<key in hex>". Error (kBroken): the record does not hold the note's entries.
struct Cosigned {
  std::string note;
  std::string verifier_key;  // of the cosigner
};
Result<Cosigned> cosign(Session& session, const std::optional<std::string>& note);

// Keeps a cosignature made elsewhere: each line of the note by an admitted key that verifies.
// Error (kBadInput): none does, or the note is of no checkpoint in this record.
Result<std::uint64_t> attach_cosignatures(Session& session, const std::string& note);

// That the entry is in the record, as a tlog-proof.
Result<std::string> proof(Session& session, const std::string& digits);

}  // namespace parley::desk
