#include "record/proof.hpp"

#include <algorithm>

#include "record/tree.hpp"

namespace parley::record {
namespace {

constexpr std::string_view kFirstLine = "c2sp.org/tlog-proof@v1";
constexpr std::size_t kMaxPath = 64;

// Takes the first line, without its newline, off `rest`. Error: there is no newline.
Result<std::string_view> take_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  if (end == std::string_view::npos) return fail(Fault::kBadInput, "the proof is cut short");
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end + 1);
  return line;
}

bool take_prefix(std::string_view& line, std::string_view prefix) {
  if (!line.starts_with(prefix)) return false;
  line.remove_prefix(prefix.size());
  return true;
}

}  // namespace

Result<Proof> parse_proof(std::string_view text) {
  if (text.size() > kMaxProofBytes) return fail(Fault::kBadInput, "the proof is too large");
  Proof out;
  PARLEY_ASSIGN(std::string_view line, take_line(text));
  if (line != kFirstLine) return fail(Fault::kBadInput, "not a tlog-proof of version 1");
  PARLEY_ASSIGN(line, take_line(text));
  if (take_prefix(line, "extra ")) {
    PARLEY_ASSIGN(out.extra, from_base64(line));
    PARLEY_ASSIGN(line, take_line(text));
  }
  if (!take_prefix(line, "index ")) return fail(Fault::kBadInput, "the proof has no index");
  PARLEY_ASSIGN(out.index, parse_decimal(line));
  for (;;) {
    PARLEY_ASSIGN(line, take_line(text));
    if (line.empty()) break;
    if (out.path.size() == kMaxPath) return fail(Fault::kBadInput, "the proof's path is too long");
    PARLEY_ASSIGN(const Bytes hash, from_base64(line));
    Digest digest;
    if (hash.size() != digest.size()) {
      return fail(Fault::kBadInput, "a hash of the proof's path is not of 32 bytes");
    }
    std::copy(hash.begin(), hash.end(), digest.begin());
    out.path.push_back(digest);
  }
  PARLEY_ASSIGN(const Note note, parse_note(text));
  PARLEY_TRY(parse_checkpoint(note.text));
  out.checkpoint = text;
  return out;
}

std::string format_proof(const Proof& proof) {
  std::string out(kFirstLine);
  out += '\n';
  if (proof.extra) out += "extra " + to_base64(*proof.extra) + '\n';
  out += "index " + std::to_string(proof.index) + '\n';
  for (const Digest& hash : proof.path) {
    out += to_base64(hash);
    out += '\n';
  }
  out += '\n';
  out += proof.checkpoint;
  return out;
}

Result<OpenedCheckpoint> verify_proof(const Proof& proof, const Digest& leaf,
                                      std::string_view origin, std::span<const VerifierKey> logs,
                                      std::span<const VerifierKey> cosigners) {
  PARLEY_ASSIGN(OpenedCheckpoint out, open_checkpoint(proof.checkpoint, origin, logs, cosigners));
  PARLEY_TRY(
      verify_inclusion(leaf, proof.index, out.checkpoint.size, proof.path, out.checkpoint.root));
  return out;
}

}  // namespace parley::record
