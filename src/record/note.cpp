#include "record/note.hpp"

#include <algorithm>

#include "base/hash.hpp"
#include "record/cosignature.hpp"

namespace parley::record {
namespace {

constexpr std::string_view kLinePrefix = "\u2014 ";

void append_big_endian(Bytes& out, std::uint32_t number) {
  for (int shift = 24; shift >= 0; shift -= 8) {
    out.push_back(static_cast<std::uint8_t>(number >> shift));
  }
}

std::uint32_t big_endian(ByteView bytes) {
  std::uint32_t number = 0;
  for (const std::uint8_t byte : bytes.first(4)) number = number << 8 | byte;
  return number;
}

bool has_control(std::string_view text, bool allow_newline) {
  return std::any_of(text.begin(), text.end(), [&](char c) {
    return static_cast<unsigned char>(c) < 0x20 && !(allow_newline && c == '\n');
  });
}

// The characters of Unicode's White_Space property above U+0020, as UTF-8.
constexpr std::string_view kUnicodeSpaces[] = {
    "\u0085", "\u00a0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003",
    "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200a",
    "\u2028", "\u2029", "\u202f", "\u205f", "\u3000",
};

Result<NoteSignature> parse_line(std::string_view line) {
  if (!line.starts_with(kLinePrefix)) {
    return fail(Fault::kBadInput, "does not begin with an em dash and a space");
  }
  line.remove_prefix(kLinePrefix.size());
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos || !is_key_name(line.substr(0, space))) {
    return fail(Fault::kBadInput, "has no proper key name");
  }
  PARLEY_ASSIGN(const Bytes raw, from_base64(line.substr(space + 1)));
  if (raw.size() < 5) return fail(Fault::kBadInput, "is shorter than a key id and a signature");
  return NoteSignature{std::string(line.substr(0, space)), big_endian(raw),
                       Bytes(raw.begin() + 4, raw.end())};
}

// The time of a cosignature, or 0.
Result<std::uint64_t> verify_one(std::string_view text, const NoteSignature& line,
                                 const VerifierKey& key) {
  if (key.type == NoteKeyType::kCosignature) {
    return verify_cosignature(text, line, key.key);
  }
  const auto signature = Signature::from(line.bytes);
  if (!signature || !verify(key.key, bytes_of(text), *signature)) {
    return fail(Fault::kBroken, "the signature does not verify");
  }
  return 0;
}

}  // namespace

Result<void> check_note_text(std::string_view text) {
  if (!text.ends_with('\n')) return fail(Fault::kBadInput, "the text does not end in a newline");
  if (!is_utf8(text)) return fail(Fault::kBadInput, "the text is not UTF-8");
  if (has_control(text, true)) return fail(Fault::kBadInput, "the text has a control character");
  return {};
}

bool is_key_name(std::string_view name) {
  if (name.empty() || !is_utf8(name) || has_control(name, false)) return false;
  if (name.find_first_of(" +") != std::string_view::npos) return false;
  return std::none_of(std::begin(kUnicodeSpaces), std::end(kUnicodeSpaces),
                      [&](std::string_view space) { return name.find(space) != name.npos; });
}

Result<Note> parse_note(std::string_view note) {
  if (note.size() > kMaxNoteBytes) return fail(Fault::kBadInput, "the signed note is too large");
  const std::size_t blank = note.rfind("\n\n");
  if (blank == std::string_view::npos) {
    return fail(Fault::kBadInput, "not a signed note: no empty line before the signatures");
  }
  Note out;
  out.text = note.substr(0, blank + 1);
  PARLEY_TRY(check_note_text(out.text));
  std::string_view lines = note.substr(blank + 2);
  if (!lines.ends_with('\n')) {
    return fail(Fault::kBadInput, "not a signed note: no newline at the end of a signature");
  }
  while (!lines.empty()) {
    if (out.signatures.size() == kMaxNoteSignatures) {
      return fail(Fault::kBadInput, "the signed note has too many signatures");
    }
    const std::size_t end = lines.find('\n');
    auto signature = parse_line(lines.substr(0, end));
    if (!signature) {
      return within(std::move(signature).error(),
                    "signature line " + std::to_string(out.signatures.size() + 1));
    }
    out.signatures.push_back(*std::move(signature));
    lines.remove_prefix(end + 1);
  }
  return out;
}

std::string format_note(const Note& note) {
  std::string out = note.text;
  out += '\n';
  for (const NoteSignature& signature : note.signatures) {
    Bytes raw;
    append_big_endian(raw, signature.key_id);
    append(raw, signature.bytes);
    out += kLinePrefix;
    out += signature.name;
    out += ' ';
    out += to_base64(raw);
    out += '\n';
  }
  return out;
}

std::uint32_t VerifierKey::id() const {
  const std::uint8_t middle[] = {'\n', static_cast<std::uint8_t>(type)};
  return big_endian(sha256({bytes_of(name), middle, key.bytes}));
}

Result<VerifierKey> parse_verifier_key(std::string_view text) {
  // The name and the id have no plus; base64 may.
  const std::size_t first = text.find('+');
  const std::size_t second = first == text.npos ? text.npos : text.find('+', first + 1);
  if (second == text.npos || !is_key_name(text.substr(0, first))) {
    return fail(Fault::kBadInput, "not a verifier key");
  }
  const std::string_view id = text.substr(first + 1, second - first - 1);
  PARLEY_ASSIGN(const Bytes id_bytes, from_hex(id));
  if (id_bytes.size() != 4 || to_hex(id_bytes) != id) {
    return fail(Fault::kBadInput, "the verifier key's id is not 8 lower-case hex digits");
  }
  PARLEY_ASSIGN(const Bytes material, from_base64(text.substr(second + 1)));
  if (material.empty()) return fail(Fault::kBadInput, "the verifier key is empty");
  const auto type = static_cast<NoteKeyType>(material.front());
  if (type != NoteKeyType::kEd25519 && type != NoteKeyType::kCosignature) {
    return fail(Fault::kUnsupported,
                "a verifier key of type " + std::to_string(int{material.front()}));
  }
  PARLEY_ASSIGN(const PublicKey key, PublicKey::from(ByteView(material).subspan(1)));
  VerifierKey out{std::string(text.substr(0, first)), type, key};
  if (out.id() != big_endian(id_bytes)) {
    return fail(Fault::kBadInput, "the verifier key's id is not the key's");
  }
  return out;
}

std::string format_verifier_key(const VerifierKey& key) {
  Bytes id;
  append_big_endian(id, key.id());
  Bytes material{static_cast<std::uint8_t>(key.type)};
  append(material, key.key.bytes);
  return key.name + '+' + to_hex(id) + '+' + to_base64(material);
}

Result<NoteSignature> sign_note(std::string_view text, std::string_view name,
                                const SecretKey& secret) {
  PARLEY_TRY(check_note_text(text));
  if (!is_key_name(name)) return fail(Fault::kBadInput, "not a key name");
  const VerifierKey key{std::string(name), NoteKeyType::kEd25519, secret.public_key()};
  const Signature signature = sign(secret, bytes_of(text));
  return NoteSignature{key.name, key.id(), Bytes(signature.bytes.begin(), signature.bytes.end())};
}

Result<std::vector<VerifiedSignature>> verify_note(const Note& note,
                                                   std::span<const VerifierKey> known) {
  std::vector<VerifiedSignature> out;
  for (const NoteSignature& line : note.signatures) {
    const auto is_signer = [&](const VerifierKey& key) {
      return key.name == line.name && key.id() == line.key_id;
    };
    const auto key = std::find_if(known.begin(), known.end(), is_signer);
    if (key == known.end()) continue;
    if (std::any_of(key, known.end(),
                    [&](const VerifierKey& other) { return is_signer(other) && other != *key; })) {
      return fail(Fault::kUsage, "two known keys share a name and an id");
    }
    auto time = verify_one(note.text, line, *key);
    if (!time) return within(std::move(time).error(), "signed by " + line.name);
    const auto position = static_cast<std::size_t>(key - known.begin());
    const auto before = std::find_if(out.begin(), out.end(), [&](const VerifiedSignature& other) {
      return other.key == position;
    });
    if (before == out.end()) {
      out.push_back({position, *time});
    } else {
      before->time = std::max(before->time, *time);
    }
  }
  if (out.empty()) return fail(Fault::kBroken, "no known key has signed this");
  return out;
}

}  // namespace parley::record
