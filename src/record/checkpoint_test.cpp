#include "record/checkpoint.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "record/cosignature.hpp"

namespace parley::record {
namespace {

using namespace std::string_literals;

SecretKey key_of(std::uint8_t fill) { return *SecretKey::from_seed(Bytes(32, fill)); }

const std::string kOrigin = "parley.example/dossier";
const std::string kRoot = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

Checkpoint some_checkpoint() {
  Checkpoint checkpoint{kOrigin, 42, {}, {}};
  checkpoint.root.fill(7);
  return checkpoint;
}

VerifierKey log_key(std::uint8_t fill) {
  return {kOrigin, NoteKeyType::kEd25519, key_of(fill).public_key()};
}

VerifierKey cosigner_key(std::string name, std::uint8_t fill) {
  return {std::move(name), NoteKeyType::kCosignature, key_of(fill).public_key()};
}

// By log key 1, cosigned by party.example with key 2 at `time`.
Note cosigned(std::uint64_t time) {
  Note note = *sign_checkpoint(some_checkpoint(), key_of(1));
  note.signatures.push_back(*cosign(note.text, "party.example", key_of(2), time));
  return note;
}

}  // namespace

TEST_CASE("a checkpoint's lines") {
  const std::string text = "example.com/behind-the-sofa\n20852163\n" + kRoot;
  const Checkpoint checkpoint = *parse_checkpoint(text);
  CHECK(checkpoint.origin == "example.com/behind-the-sofa");
  CHECK(checkpoint.size == 20852163);
  CHECK(to_base64(checkpoint.root) + '\n' == kRoot);
  CHECK(checkpoint.extensions.empty());
  CHECK(format_checkpoint(checkpoint) == text);

  const std::string more = text + "one\ntwo with spaces\n";
  CHECK(parse_checkpoint(more)->extensions == std::vector{"one"s, "two with spaces"s});
  CHECK(format_checkpoint(*parse_checkpoint(more)) == more);
  CHECK(parse_checkpoint("an origin with + and spaces\n0\n" + kRoot)->size == 0);
  CHECK(parse_checkpoint("o\n18446744073709551615\n" + kRoot)->size == ~std::uint64_t{0});
}

TEST_CASE("what is not a checkpoint") {
  for (const std::string& text : {
           ""s,
           "\n"s,
           "o\n"s,
           "o\n1\n"s,
           "\n1\n" + kRoot,
           "o\n\n" + kRoot,
           "o\n01\n" + kRoot,
           "o\n+1\n" + kRoot,
           "o\n-1\n" + kRoot,
           "o\n 1\n" + kRoot,
           "o\n1 \n" + kRoot,
           "o\n0x1\n" + kRoot,
           "o\n00\n" + kRoot,
           "o\n18446744073709551616\n" + kRoot,
           "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxqw==\n"s,
           "o\n1\n\n"s,
           "o\n1\n" + kRoot.substr(0, kRoot.size() - 1),
           "o\n1\n" + kRoot + "\n",
           "o\n1\n" + kRoot + "x\n\ny\n",
           "o\n1\n" + kRoot + "x",
           "o\r\n1\n" + kRoot,
       }) {
    CAPTURE(text);
    CHECK_FALSE(parse_checkpoint(text));
  }
}

TEST_CASE("a log signs under its origin") {
  const Note note = *sign_checkpoint(some_checkpoint(), key_of(1));
  CHECK(note.signatures.at(0).name == kOrigin);
  const std::string text = format_note(note);
  const VerifierKey known[] = {log_key(1)};
  const auto opened = open_checkpoint(text, kOrigin, known);
  REQUIRE(opened);
  CHECK(opened->checkpoint == some_checkpoint());
  CHECK(opened->logs == std::vector<VerifiedSignature>{{0, 0}});

  CHECK(open_checkpoint(text, "other", known).error().fault == Fault::kBroken);
  const VerifierKey other[] = {log_key(3)};
  CHECK(open_checkpoint(text, kOrigin, other).error().fault == Fault::kBroken);
  CHECK(open_checkpoint("t\n\n— a AAAAAAA=\n", kOrigin, known).error().fault == Fault::kBadInput);

  Checkpoint bad = some_checkpoint();
  bad.origin = "two words";
  CHECK_FALSE(sign_checkpoint(bad, key_of(1)));
  bad.origin = "two\nlines";
  CHECK_FALSE(sign_checkpoint(bad, key_of(1)));
  bad = some_checkpoint();
  bad.extensions = {""};
  CHECK_FALSE(sign_checkpoint(bad, key_of(1)));
  bad.extensions = {"a\nb"};
  CHECK_FALSE(sign_checkpoint(bad, key_of(1)));
}

TEST_CASE("a cosignature holds its time and its checkpoint") {
  const std::string text = format_note(cosigned(1389571200));
  const VerifierKey logs[] = {log_key(3), log_key(1)};
  const VerifierKey cosigners[] = {cosigner_key("nobody", 2), cosigner_key("party.example", 2)};
  const auto opened = open_checkpoint(text, kOrigin, logs, cosigners);
  REQUIRE(opened);
  CHECK(opened->logs == std::vector<VerifiedSignature>{{1, 0}});
  CHECK(opened->cosigners == std::vector<VerifiedSignature>{{1, 1389571200}});

  // A cosignature alone does not stand for the log's.
  CHECK_FALSE(open_checkpoint(text, kOrigin, {}, cosigners));
  CHECK_FALSE(open_checkpoint(text, kOrigin, std::span(logs).first(1), cosigners));
}

TEST_CASE("every bit of a cosignature counts, its time too") {
  const Note note = cosigned(5);
  const VerifierKey logs[] = {log_key(1)};
  const VerifierKey cosigners[] = {cosigner_key("party.example", 2)};
  REQUIRE(note.signatures[1].bytes.size() == 72);
  for (std::size_t bit = 0; bit < 72 * 8; ++bit) {
    Note damaged = note;
    damaged.signatures[1].bytes[bit / 8] ^= static_cast<std::uint8_t>(1u << (bit % 8));
    CHECK_FALSE(open_checkpoint(format_note(damaged), kOrigin, logs, cosigners));
  }
}

TEST_CASE("the cosigned message is the specification's") {
  const Note note = cosigned(1679315147);
  const ByteView bytes = note.signatures[1].bytes;
  CHECK(to_hex(bytes.first(8)) == "00000000641850cb");
  CHECK(verify(key_of(2).public_key(), bytes_of("cosignature/v1\ntime 1679315147\n" + note.text),
               *Signature::from(bytes.subspan(8))));
}

TEST_CASE("only checkpoints are cosigned, at a time of 63 bits") {
  const std::string text = format_checkpoint(some_checkpoint());
  constexpr std::uint64_t kLatest = 0x7fffffffffffffff;
  CHECK(cosign(text, "a", key_of(2), kLatest));
  CHECK(cosign(text, "a", key_of(2), 0));
  CHECK_FALSE(cosign(text, "a", key_of(2), kLatest + 1));
  CHECK_FALSE(cosign("not a checkpoint\n", "a", key_of(2), 1));
  CHECK_FALSE(cosign(text, "a b", key_of(2), 1));
}

TEST_CASE("of a cosigner's several statements the latest time counts") {
  Note note = cosigned(5);
  note.signatures.push_back(*cosign(note.text, "party.example", key_of(2), 9));
  note.signatures.push_back(*cosign(note.text, "party.example", key_of(2), 7));
  const VerifierKey logs[] = {log_key(1)};
  const VerifierKey cosigners[] = {cosigner_key("party.example", 2)};
  CHECK(open_checkpoint(format_note(note), kOrigin, logs, cosigners)->cosigners ==
        std::vector<VerifiedSignature>{{0, 9}});
}

TEST_CASE("property: checkpoints survive formatting") {
  CHECK(rc::check([] {
    const auto line =
        rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::inRange<char>(0x20, 0x7f)));
    Checkpoint checkpoint;
    checkpoint.origin = *line;
    checkpoint.size = *rc::gen::arbitrary<std::uint64_t>();
    for (std::uint8_t& byte : checkpoint.root) byte = *rc::gen::arbitrary<std::uint8_t>();
    checkpoint.extensions = *rc::gen::container<std::vector<std::string>>(line);
    RC_ASSERT(*parse_checkpoint(format_checkpoint(checkpoint)) == checkpoint);
  }));
}

}  // namespace parley::record
