#include "record/checkpoint.hpp"

#include <algorithm>
#include <charconv>

namespace parley::record {
namespace {

// Takes the first line, without its newline, off `rest`, which ends in one if it is not empty.
std::string_view take_line(std::string_view& rest) {
  const std::string_view line = rest.substr(0, rest.find('\n'));
  rest.remove_prefix(std::min(rest.size(), line.size() + 1));
  return line;
}

}  // namespace

Result<std::uint64_t> parse_decimal(std::string_view text) {
  std::uint64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{} || stop != end || (text.size() > 1 && text.front() == '0')) {
    return fail(Fault::kBadInput, "not a decimal number of 64 bits without leading zeros");
  }
  return number;
}

Result<Checkpoint> parse_checkpoint(std::string_view text) {
  PARLEY_TRY(check_note_text(text));
  Checkpoint out;
  out.origin = take_line(text);
  if (out.origin.empty()) return fail(Fault::kBadInput, "a checkpoint without an origin");
  auto size = parse_decimal(take_line(text));
  if (!size) return within(std::move(size).error(), "the checkpoint's tree size");
  out.size = *size;
  auto root = from_base64(take_line(text));
  if (!root) return within(std::move(root).error(), "the checkpoint's root hash");
  if (root->size() != out.root.size()) {
    return fail(Fault::kBadInput, "the checkpoint's root hash is not of 32 bytes");
  }
  std::copy(root->begin(), root->end(), out.root.begin());
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    if (line.empty()) return fail(Fault::kBadInput, "the checkpoint has an empty extension line");
    out.extensions.emplace_back(line);
  }
  return out;
}

std::string format_checkpoint(const Checkpoint& checkpoint) {
  std::string out = checkpoint.origin + '\n' + std::to_string(checkpoint.size) + '\n' +
                    to_base64(checkpoint.root) + '\n';
  for (const std::string& line : checkpoint.extensions) {
    out += line;
    out += '\n';
  }
  return out;
}

Result<Note> sign_checkpoint(const Checkpoint& checkpoint, const SecretKey& log) {
  Note note{format_checkpoint(checkpoint), {}};
  const auto again = parse_checkpoint(note.text);
  if (!again || *again != checkpoint) {
    return fail(Fault::kBadInput, "the checkpoint's origin or extensions are not lines");
  }
  PARLEY_ASSIGN(NoteSignature signature, sign_note(note.text, checkpoint.origin, log));
  note.signatures.push_back(std::move(signature));
  return note;
}

Result<OpenedCheckpoint> open_checkpoint(std::string_view note, std::string_view origin,
                                         std::span<const VerifierKey> logs,
                                         std::span<const VerifierKey> cosigners) {
  PARLEY_ASSIGN(const Note parsed, parse_note(note));
  OpenedCheckpoint out;
  PARLEY_ASSIGN(out.checkpoint, parse_checkpoint(parsed.text));
  if (out.checkpoint.origin != origin) {
    return fail(Fault::kBroken, "the checkpoint is of another log");
  }
  std::vector<VerifierKey> known(logs.begin(), logs.end());
  known.insert(known.end(), cosigners.begin(), cosigners.end());
  PARLEY_ASSIGN(const auto verified, verify_note(parsed, known));
  for (VerifiedSignature signature : verified) {
    if (signature.key < logs.size()) {
      out.logs.push_back(signature);
    } else {
      signature.key -= logs.size();
      out.cosigners.push_back(signature);
    }
  }
  if (out.logs.empty()) return fail(Fault::kBroken, "no known key of the log has signed this");
  return out;
}

}  // namespace parley::record
