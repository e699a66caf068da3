#include "record/cosignature.hpp"

#include <string>

#include "record/checkpoint.hpp"

namespace parley::record {
namespace {

constexpr std::string_view kCosignerPrefix = "parley/key/";
constexpr std::uint64_t kLatest = 0x7fffffffffffffff;

std::string message_of(std::string_view text, std::uint64_t time) {
  std::string out = "cosignature/v1\ntime " + std::to_string(time) + '\n';
  out += text;
  return out;
}

}  // namespace

Result<NoteSignature> cosign(std::string_view checkpoint_text, std::string_view name,
                             const SecretKey& secret, std::uint64_t time) {
  PARLEY_TRY(parse_checkpoint(checkpoint_text));
  if (!is_key_name(name)) return fail(Fault::kBadInput, "not a key name");
  if (time > kLatest) return fail(Fault::kBadInput, "a cosignature's time is out of range");
  const VerifierKey key{std::string(name), NoteKeyType::kCosignature, secret.public_key()};
  Bytes bytes;
  for (int shift = 56; shift >= 0; shift -= 8) {
    bytes.push_back(static_cast<std::uint8_t>(time >> shift));
  }
  append(bytes, sign(secret, bytes_of(message_of(checkpoint_text, time))).bytes);
  return NoteSignature{key.name, key.id(), std::move(bytes)};
}

Result<std::uint64_t> verify_cosignature(std::string_view checkpoint_text,
                                         const NoteSignature& line, const PublicKey& key) {
  if (line.bytes.size() != 8 + 64 || !parse_checkpoint(checkpoint_text)) {
    return fail(Fault::kBroken, "not a cosignature of a checkpoint");
  }
  const ByteView bytes = line.bytes;
  std::uint64_t time = 0;
  for (const std::uint8_t byte : bytes.first(8)) time = time << 8 | byte;
  PARLEY_ASSIGN(const Signature signature, Signature::from(bytes.subspan(8)));
  if (time > kLatest || !verify(key, bytes_of(message_of(checkpoint_text, time)), signature)) {
    return fail(Fault::kBroken, "the cosignature does not verify");
  }
  return time;
}

VerifierKey cosigner(const KeyId& key) {
  return {std::string(kCosignerPrefix) + key.hex(), NoteKeyType::kCosignature, PublicKey{key.bytes}};
}

Result<VerifierKey> cosigner_named(std::string_view name) {
  if (!name.starts_with(kCosignerPrefix)) {
    return fail(Fault::kBadInput, "the name is not that of a dossier's key");
  }
  PARLEY_ASSIGN(const KeyId key, KeyId::from_hex_text(name.substr(kCosignerPrefix.size())));
  VerifierKey out = cosigner(key);
  if (out.name != name) return fail(Fault::kBadInput, "the key is not in lower-case hex");
  return out;
}

}  // namespace parley::record
