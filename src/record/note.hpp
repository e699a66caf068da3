// Signed notes (C2SP signed-note): a text, and under it who signed it.
//
// Promises: parse_note() accepts exactly the notes of the specification within the limits below,
// and what it accepts formats back to the same bytes; verify_note() ignores unknown keys and lets
// no signature of a known key pass that does not verify. Signature types: 0x01 Ed25519 and 0x04
// Ed25519 cosignatures with a time (C2SP tlog-cosignature). Other types are carried, not verified.
// Does not: say anything of an unverified note's text, or trust it. Errors never quote a text.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "record/signature.hpp"

namespace parley::record {

// Sixteen post-quantum signatures of nearly 5 kB each must fit.
constexpr std::size_t kMaxNoteBytes = 256 * 1024;
constexpr std::size_t kMaxNoteSignatures = 128;

struct NoteSignature {
  std::string name;
  std::uint32_t key_id = 0;
  Bytes bytes;  // what follows the key id; never empty

  bool operator==(const NoteSignature&) const = default;
};

struct Note {
  std::string text;  // ends in a newline
  std::vector<NoteSignature> signatures;

  bool operator==(const Note&) const = default;
};

// Error (kBadInput): not a signed note, or over a limit.
Result<Note> parse_note(std::string_view note);
// Precondition: check_note_text() and is_key_name() hold, and there is a signature.
std::string format_note(const Note& note);

// Error (kBadInput): not UTF-8, a control character other than newline, or no newline at the end.
Result<void> check_note_text(std::string_view text);
// Not empty, UTF-8, without Unicode spaces, control characters and plus.
bool is_key_name(std::string_view name);

enum class NoteKeyType : std::uint8_t { kEd25519 = 0x01, kCosignature = 0x04 };

// Whom a verifier knows: name+id+key, "example.com/foo+530d903a+AekyeRrm...".
struct VerifierKey {
  std::string name;
  NoteKeyType type = NoteKeyType::kEd25519;
  PublicKey key;

  // The first four bytes of SHA-256(name || 0x0A || type || key), big-endian.
  std::uint32_t id() const;
  bool operator==(const VerifierKey&) const = default;
};

// Error: kBadInput if malformed or the id is not the key's; kUnsupported if of another type.
Result<VerifierKey> parse_verifier_key(std::string_view text);
// Precondition: is_key_name(name).
std::string format_verifier_key(const VerifierKey& key);

// A signature line by an Ed25519 key (type 0x01) over the text.
// Error (kBadInput): check_note_text() or is_key_name() does not hold.
Result<NoteSignature> sign_note(std::string_view text, std::string_view name,
                                const SecretKey& secret);

struct VerifiedSignature {
  std::size_t key = 0;     // position in the known keys
  std::uint64_t time = 0;  // of a cosignature, seconds since 1970-01-01 UTC; else 0

  bool operator==(const VerifiedSignature&) const = default;
};

// Which known keys signed, each once, in the order of the note; where a cosigner signed more than
// once, its latest time. Error: kBroken if a signature by a known key does not verify, or none is
// by a known key; kUsage if two different known keys share name and id.
Result<std::vector<VerifiedSignature>> verify_note(const Note& note,
                                                   std::span<const VerifierKey> known);

}  // namespace parley::record
