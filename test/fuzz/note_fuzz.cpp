// Signed notes, checkpoints, proofs and verifier keys: whatever is read, is written back as it was.
#include <cstdlib>

#include "record/cosignature.hpp"
#include "record/proof.hpp"

using namespace parley;
using namespace parley::record;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void one_note(std::string_view text) {
  const auto note = parse_note(text);
  if (!note) return;
  require(format_note(*note) == text);
  require(check_note_text(note->text).has_value());
  for (const NoteSignature& signature : note->signatures) {
    require(is_key_name(signature.name));
    // Nobody has signed these; verifying must say so and survive.
    for (const NoteKeyType type : {NoteKeyType::kEd25519, NoteKeyType::kCosignature}) {
      const VerifierKey key{signature.name, type, PublicKey{}};
      NoteSignature known = signature;
      known.key_id = key.id();
      require(!verify_note({note->text, {known}}, std::span(&key, 1)));
    }
  }
}

void one_checkpoint(std::string_view text) {
  const auto checkpoint = parse_checkpoint(text);
  if (checkpoint) require(format_checkpoint(*checkpoint) == text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = text_of({data, size});
  one_note(text);
  one_checkpoint(text);
  if (const auto note = parse_note(text)) one_checkpoint(note->text);
  if (const auto proof = parse_proof(text)) require(format_proof(*proof) == text);
  if (const auto key = parse_verifier_key(text)) require(format_verifier_key(*key) == text);
  return 0;
}
