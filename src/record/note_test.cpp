#include "record/note.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace parley::record {
namespace {

using namespace std::string_literals;

SecretKey key_of(std::uint8_t fill) { return *SecretKey::from_seed(Bytes(32, fill)); }

VerifierKey verifier(std::string name, const SecretKey& secret,
                     NoteKeyType type = NoteKeyType::kEd25519) {
  return {std::move(name), type, secret.public_key()};
}

Note signed_by(std::string text, std::initializer_list<std::pair<std::string, int>> signers) {
  Note note{std::move(text), {}};
  for (const auto& [name, fill] : signers) {
    note.signatures.push_back(*sign_note(note.text, name, key_of(static_cast<std::uint8_t>(fill))));
  }
  return note;
}

bool parses(std::string_view text) { return parse_note(text).has_value(); }

constexpr std::string_view kLine = "— a AAAAAAA=\n";  // id 0, one byte

}  // namespace

TEST_CASE("a note is a text, an empty line, and signatures") {
  const Note note = *parse_note("one\ntwo\n\n— a.example/k AQIDBAU=\n— b BQYHCAkK\n");
  CHECK(note.text == "one\ntwo\n");
  REQUIRE(note.signatures.size() == 2);
  CHECK(note.signatures[0] == NoteSignature{"a.example/k", 0x01020304, {5}});
  CHECK(note.signatures[1] == NoteSignature{"b", 0x05060708, {9, 10}});
}

TEST_CASE("the last empty line divides") {
  const std::string line(kLine);
  CHECK(parse_note("one\n\ntwo\n\n" + line)->text == "one\n\ntwo\n");
  CHECK(parse_note("one\n\n\n" + line)->text == "one\n\n");
  CHECK(parse_note("\n\n" + line)->text == "\n");
  CHECK(parse_note("one\n\n" + line + "\n" + line)->text == "one\n\n" + line);
}

TEST_CASE("what is not a signed note") {
  const std::string line(kLine);
  for (const std::string& text : {
           ""s,
           "\n"s,
           "\n\n"s,
           "one"s,
           "one\n"s,
           "one\n\n"s,
           "one\n" + line,
           "\n" + line,
           line,
           "one\n\n\n"s,
           "one\n\n— a AAAAAAA="s,
           "one\n\n" + line + "x",
           "one\n\n" + line + "\n",   // nothing after the last empty line
           "one\n\n- a AAAAAAA=\n"s,  // hyphen
           "one\n\n—a AAAAAAA=\n"s,   // no space
           "one\n\n—  AAAAAAA=\n"s,   // no name
           "one\n\n— a\n"s,
           "one\n\n— a \n"s,             // no signature
           "one\n\n— a  AAAAAAA=\n"s,    // two spaces
           "one\n\n— a AAAAAAA= \n"s,    // trailing space
           "one\n\n— a AAAAAA==\n"s,     // an id and no signature
           "one\n\n— a AAAAAAA\n"s,      // no padding
           "one\n\n— a AAAAAAB=\n"s,     // bits in the padding
           "one\n\n— a AAAA-AA=\n"s,     // another alphabet
           "one\n\n— a AAAA\301AA=\n"s,  // 'A' with the high bit set
           "one\n\n— a+b AAAAAAA=\n"s,   // plus
           "one\n\n— a\u00a0b AAAAAAA=\n"s,
           "one\n\n— a\u3000 AAAAAAA=\n"s,
           "one\r\n\n— a AAAAAAA=\n"s,
           "on\te\n\n— a AAAAAAA=\n"s,
           "on\0e\n\n— a AAAAAAA=\n"s,
           "on\x1f"s + "e\n\n" + line,
           "on\xff" + "e\n\n"s + line,
           "one\n\n— \xff AAAAAAA=\n"s,
           "on\xed\xa0\x80"s + "e\n\n" + line,  // a surrogate
           "one\n\n— a\r AAAAAAA=\n"s,
       }) {
    CAPTURE(text);
    CHECK_FALSE(parses(text));
  }
}

TEST_CASE("what the specification leaves free is kept") {
  CHECK(parses("on\177e \u2028 \u0085\n\n" + std::string(kLine)));
  CHECK(parses("one\n\n— Ω.example/é AAAAAAA=\n"));
}

TEST_CASE("limits: sixteen large signatures pass, too many or too much does not") {
  Note note{"one\n", {}};
  for (int i = 0; i < 16; ++i) note.signatures.push_back({"post.quantum", 7, Bytes(5000, 1)});
  CHECK(parse_note(format_note(note)) == note);
  note.signatures.assign(kMaxNoteSignatures, {"a", 1, {1}});
  CHECK(parse_note(format_note(note)) == note);
  note.signatures.push_back({"a", 1, {1}});
  CHECK_FALSE(parses(format_note(note)));
  note.signatures.resize(1);
  const std::size_t rest = format_note(note).size() - note.text.size();
  note.text = std::string(kMaxNoteBytes - rest - 1, 'x') + '\n';
  CHECK(parses(format_note(note)));
  note.text = 'x' + note.text;
  CHECK_FALSE(parses(format_note(note)));
}

TEST_CASE("known keys must verify, unknown ones are ignored, none is an error") {
  const std::vector<VerifierKey> known{verifier("a", key_of(1)), verifier("b", key_of(2))};
  CHECK(*verify_note(signed_by("t\n", {{"b", 2}}), known) ==
        std::vector<VerifiedSignature>{{1, 0}});
  CHECK(*verify_note(signed_by("t\n", {{"b", 2}, {"c", 3}, {"a", 1}}), known) ==
        std::vector<VerifiedSignature>{{1, 0}, {0, 0}});
  CHECK(verify_note(signed_by("t\n", {{"c", 3}}), known).error().fault == Fault::kBroken);
  CHECK_FALSE(verify_note(signed_by("t\n", {{"a", 1}}), {}));
  // A known name with an unknown key, and a known key under another name, are unknown.
  CHECK_FALSE(verify_note(signed_by("t\n", {{"a", 2}}), known));
  CHECK_FALSE(verify_note(signed_by("t\n", {{"c", 1}}), known));

  Note bad = signed_by("t\n", {{"a", 1}, {"b", 2}});
  bad.signatures[1].bytes[10] ^= 1;
  CHECK(verify_note(bad, known).error().fault == Fault::kBroken);
  CHECK(verify_note(bad, std::span(known).first(1)));
  Note cut = signed_by("t\n", {{"a", 1}});
  cut.signatures[0].bytes.pop_back();
  CHECK_FALSE(verify_note(cut, known));
  Note other = signed_by("t\n", {{"a", 1}});
  other.text = "u\n";
  CHECK_FALSE(verify_note(other, known));
}

TEST_CASE("a key that signs twice counts once") {
  const std::vector<VerifierKey> known{verifier("a", key_of(1))};
  CHECK(verify_note(signed_by("t\n", {{"a", 1}, {"a", 1}}), known)->size() == 1);
  Note second_bad = signed_by("t\n", {{"a", 1}, {"a", 1}});
  second_bad.signatures[1].bytes[0] ^= 1;
  CHECK_FALSE(verify_note(second_bad, known));
}

TEST_CASE("the same known key twice is one key") {
  const std::vector<VerifierKey> known{verifier("a", key_of(1)), verifier("a", key_of(1))};
  CHECK(verify_note(signed_by("t\n", {{"a", 1}}), known)->size() == 1);
}

TEST_CASE("one key under two types has two ids") {
  const SecretKey secret = key_of(1);
  CHECK(verifier("a", secret).id() != verifier("a", secret, NoteKeyType::kCosignature).id());
  const std::vector<VerifierKey> known{verifier("a", secret, NoteKeyType::kCosignature)};
  CHECK_FALSE(verify_note(signed_by("t\n", {{"a", 1}}), known));
}

TEST_CASE("signing refuses what would not be a note") {
  const SecretKey secret = key_of(1);
  CHECK_FALSE(sign_note("t", "a", secret));
  CHECK_FALSE(sign_note("t\t\n", "a", secret));
  CHECK_FALSE(sign_note("t\n", "a b", secret));
  CHECK_FALSE(sign_note("t\n", "a+b", secret));
  CHECK_FALSE(sign_note("t\n", "", secret));
  CHECK_FALSE(sign_note("t\n", "a\n", secret));
}

TEST_CASE("verifier keys: one spelling, the right id, a known type") {
  const VerifierKey key = verifier("example.com/foo", key_of(9));
  const std::string text = format_verifier_key(key);
  CHECK(*parse_verifier_key(text) == key);

  const std::string id = text.substr(16, 8);
  const std::string material = text.substr(25);
  CHECK(parse_verifier_key("example.com/foo+" + id + "+" + material));
  for (const std::string& bad : {
           ""s,
           "+"s,
           "++"s,
           "example.com/foo"s,
           "example.com/foo+" + id,
           "+" + id + "+" + material,
           "example.com/fop+" + id + "+" + material,  // another name: another id
           "example.com/foo+00000000+" + material,
           "example.com/foo+" + id + "0+" + material,
           "example.com/foo+" + id.substr(1) + "+" + material,
           "a b+" + id + "+" + material,
           text + "+",
           text + "\n",
           " " + text,
           "example.com/foo+" + id + "+",
           "example.com/foo+" + id + "+AQ==",
       }) {
    CAPTURE(bad);
    CHECK_FALSE(parse_verifier_key(bad));
  }
  // Upper-case hex is another spelling; some key has a letter in its id.
  const std::string known = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
  CHECK(parse_verifier_key(known));
  CHECK_FALSE(parse_verifier_key("example.com/foo+530D903A+" + known.substr(25)));

  Bytes ecdsa{2};
  ecdsa.resize(33);
  CHECK(parse_verifier_key("a+00000000+" + to_base64(ecdsa)).error().fault == Fault::kUnsupported);
}

TEST_CASE("property: notes survive formatting, and any text signed verifies") {
  CHECK(rc::check([] {
    const auto character = rc::gen::element<std::string>("a", "\n", " ", "+", "—", "é", "— a AAAA");
    std::string text;
    for (const std::string& part : *rc::gen::container<std::vector<std::string>>(character)) {
      text += part;
    }
    text += '\n';
    const Note note = signed_by(text, {{"a.example", 1}, {"b.example", 2}});
    RC_ASSERT(parse_note(format_note(note)) == note);
    const std::vector<VerifierKey> known{verifier("b.example", key_of(2))};
    RC_ASSERT(verify_note(note, known).has_value());
  }));
}

}  // namespace parley::record
