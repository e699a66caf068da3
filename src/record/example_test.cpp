// Holds doc/format/worked-example.md against the program: every value on that page is computed here
// from the inputs the page gives, and the page has no value that is not.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

#include "record/act.hpp"
#include "record/checkpoint.hpp"
#include "record/cosignature.hpp"
#include "record/proof.hpp"
#include "record/record.hpp"
#include "record/verify.hpp"

namespace parley::record {
namespace {

// The n-th draw is the byte n throughout.
class Counting final : public Random {
 public:
  void fill(std::span<std::uint8_t> out) override {
    ++draws_;
    std::fill(out.begin(), out.end(), draws_);
  }

 private:
  std::uint8_t draws_ = 0;
};

// The values of a page: inside its fences, "label = value", a value going on in indented lines,
// whose white space is not part of it; and whole fenced blocks, for texts of several lines.
class Page {
 public:
  explicit Page(const std::string& name) {
    const char* source = std::getenv("PARLEY_SOURCE");
    std::ifstream file(std::string(source ? source : ".") + "/" + name);
    REQUIRE(file.good());
    bool fenced = false;
    std::string label;
    std::string block;
    for (std::string line; std::getline(file, line);) {
      if (line.starts_with("```")) {
        if (fenced && label.empty()) blocks_.push_back(block);
        fenced = !fenced;
        label.clear();
        block.clear();
        continue;
      }
      if (!fenced) continue;
      block += line + "\n";
      const std::size_t equals = line.find(" = ");
      const std::size_t from = equals == std::string::npos ? 0 : equals + 3;
      if (from > 0) {
        label = line.substr(0, equals);
        REQUIRE(values_.emplace(label, "").second);
      }
      if (label.empty()) continue;
      for (const char c : line.substr(from)) {
        if (c != ' ') values_[label] += c;
      }
    }
  }

  void expect(const std::string& label, const std::string& value) {
    CAPTURE(label);
    CHECK(values_[label] == value);
    values_.erase(label);
  }
  void expect(const std::string& label, ByteView bytes) { expect(label, to_hex(bytes)); }
  void expect_block(const std::string& text) {
    const auto found = std::find(blocks_.begin(), blocks_.end(), text);
    CAPTURE(text);
    CHECK(found != blocks_.end());
    if (found != blocks_.end()) blocks_.erase(found);
  }
  void expect_no_more() {
    for (const auto& [label, value] : values_) FAIL_CHECK("nothing computes ", label);
    CHECK(blocks_.empty());
  }

 private:
  std::map<std::string, std::string> values_;
  std::vector<std::string> blocks_;
};

SymmetricKey symmetric(std::uint8_t fill) {
  SymmetricKey key;
  std::fill(key.span().begin(), key.span().end(), fill);
  return key;
}

Bytes context(std::string_view purpose, const DossierId& dossier) {
  Bytes out;
  append(out, bytes_of(purpose));
  append(out, dossier.view());
  return out;
}

}  // namespace

TEST_CASE("the worked example of the format") {
  Page page("doc/format/worked-example.md");

  // What is given.
  DossierId dossier;
  dossier.bytes.fill(0xD0);
  AudienceId desk;
  desk.bytes.fill(0xDE);
  const SymmetricKey dossier_key = symmetric(0xC1);
  const SecretKey author = *SecretKey::from_seed(Bytes(32, 0xA1));
  const SecretKey log = *SecretKey::from_seed(Bytes(32, 0xA2));
  const SecretKey cosigner = *SecretKey::from_seed(Bytes(32, 0xA3));
  page.expect("author", author.public_key().bytes);
  page.expect("log", log.public_key().bytes);
  page.expect("cosigner", cosigner.public_key().bytes);

  Counting random;
  ActBuilder act(dossier, dossier_key, author, random);

  // Entry 0, with one field of its own audience.
  Draft first;
  first.audience = kEveryone;
  first.payload.kind = "example";
  first.payload.time = 1389614400;
  first.payload.office = "Montreux";
  first.payload.body.emplace(1, "both sides draw up lists");
  first.payload.body.emplace(2, cbor::Array{true, nullptr, -500, Bytes{0x01, 0x02}});
  first.parts.push_back({3, desk, "a name"});
  const EntryId id0 = *act.add(first);

  Salt part_salt;
  part_salt.fill(1);
  Salt salt0;
  salt0.fill(2);
  const Bytes part_value = cbor::encode("a name");
  const Digest part_digest = commit_part(part_salt, part_value);
  page.expect("part 3 value", part_value);
  page.expect("part 3 digest", part_digest);
  Payload payload0 = first.payload;
  payload0.author = key_id(author.public_key());
  payload0.parts[3] = {desk, part_digest};
  const Bytes bytes0 = encode(payload0);
  page.expect("payload 0", bytes0);
  page.expect("commitment 0", commit(salt0, bytes0));

  // Entry 1 speaks of entry 0.
  Draft second;
  second.audience = desk;
  second.payload.kind = "example";
  second.payload.refs = {id0};
  const EntryId id1 = *act.add(second);
  Salt salt1;
  salt1.fill(7);
  Payload payload1 = second.payload;
  payload1.author = key_id(author.public_key());
  const Bytes bytes1 = encode(payload1);
  page.expect("payload 1", bytes1);
  page.expect("commitment 1", commit(salt1, bytes1));

  const NewAct done = *act.finish({}, log);
  REQUIRE(done.entries.size() == 3);
  page.expect("header 0", done.entries[0].header);
  page.expect("id 0", id0.view());
  page.expect("header 1", done.entries[1].header);
  page.expect("id 1", id1.view());

  // Entry 2 closes the act, which is put on an empty tree.
  const Digest nothing = sha256(ByteView{});
  page.expect("empty root", nothing);
  Payload closing;
  closing.kind = kActKind;
  closing.refs = {id0, id1};
  closing.body.emplace(kActSizeBefore, 0);
  closing.body.emplace(kActRootBefore, ByteView(nothing));
  const Bytes bytes2 = encode(closing);
  Salt salt2;
  salt2.fill(10);
  page.expect("payload 2", bytes2);
  page.expect("commitment 2", commit(salt2, bytes2));
  page.expect("header 2", done.entries[2].header);
  const EntryId id2 = entry_id(done.entries[2].header);
  page.expect("id 2", id2.view());
  Bytes message;
  append(message, bytes_of(kActDomain));
  message.push_back(0);
  append(message, id2.view());
  page.expect("signed message", message);
  page.expect("signature", done.act.signature.bytes);
  CHECK(verify(author.public_key(), message, done.act.signature));
  CHECK(decode_header(done.entries[0].header)->commitment == commit(salt0, bytes0));
  CHECK(decode_header(done.entries[1].header)->commitment == commit(salt1, bytes1));
  CHECK(decode_header(done.entries[2].header)->commitment == commit(salt2, bytes2));

  // The tree and its checkpoint.
  const Digest node = node_hash(id0.bytes, id1.bytes);
  const Digest root = node_hash(node, id2.bytes);
  page.expect("node 0-1", node);
  page.expect("root", root);
  page.expect("frontier", done.act.frontier);
  Payload next;
  next.kind = kActKind;
  next.body.emplace(kActSizeBefore, 3);
  next.body.emplace(kActRootBefore, ByteView(root));
  page.expect("next closing payload", encode(next));
  CHECK(next == closing_payload({}, 3, root));
  const VerifierKey log_key{log_origin(dossier), NoteKeyType::kEd25519, log.public_key()};
  page.expect("log verifier key", format_verifier_key(log_key));
  const Checkpoint checkpoint{log_origin(dossier), 3, root, {}};
  CHECK(open_checkpoint(done.act.checkpoint, log_origin(dossier), {&log_key, 1})->checkpoint ==
        checkpoint);
  const Note by_log = *parse_note(done.act.checkpoint);
  page.expect_block(by_log.text);
  page.expect_block(done.act.checkpoint);

  // A cosignature, and a proof of inclusion.
  Note cosigned = by_log;
  cosigned.signatures = {*cosign(by_log.text, "party.example", cosigner, 1389700800)};
  const VerifierKey cosigner_key{"party.example", NoteKeyType::kCosignature, cosigner.public_key()};
  page.expect("cosigner verifier key", format_verifier_key(cosigner_key));
  page.expect_block("cosignature/v1\ntime 1389700800\n" + by_log.text);
  const std::string line = format_note(cosigned).substr(by_log.text.size() + 1);
  page.expect_block(line);
  const Proof proof{{}, 1, {id0.bytes, id2.bytes}, done.act.checkpoint};
  CHECK(verify_proof(proof, id1.bytes, log_origin(dossier), {&log_key, 1}));
  page.expect_block(format_proof(proof));

  // Sealing.
  page.expect("entry 0 key", done.entries[0].key);
  page.expect("entry 0 text", done.entries[0].text);
  REQUIRE(done.entries[0].parts.size() == 1);
  page.expect("part 3 context", part_context(id0, 3));
  page.expect("part 3 key", done.entries[0].parts[0].key);
  page.expect("part 3 text", done.entries[0].parts[0].text);
  const auto opened = open_entry(dossier_key, 0, done.entries[0]);
  REQUIRE((opened && *opened));
  CHECK((*opened)->payload.body.at(3) == cbor::Value("a name"));

  // The passphrase. So small a cost is for this page alone.
  Kdf cost{1, 64, {}};
  cost.salt.fill(0x51);
  const SymmetricKey slot_key = *derive(Passphrase("lake of Geneva"), cost);
  page.expect("slot kdf", cbor::encode(cbor::Array{1, 64, ByteView(cost.salt)}));
  page.expect("slot key", slot_key.span());
  const Bytes slot_context = context("parley/slot/1", dossier);
  const Bytes slot = wrap(slot_key, slot_context, dossier_key.span(), random);
  page.expect("slot context", slot_context);
  page.expect("slot wrapped", slot);
  const Bytes log_context = context("parley/log/1", dossier);
  page.expect("log context", log_context);
  page.expect("wrapped-log-key", wrap(dossier_key, log_context, log.seed(), random));

  // An order of erasure.
  Payload order;
  order.kind = kErasureKind;
  order.author = key_id(author.public_key());
  order.refs = {id0};
  order.body.emplace(kErasureReason, "named by mistake");
  page.expect("erasure of entry 0", encode(order));
  order.body.emplace(kErasureFields, cbor::Array{3});
  page.expect("erasure of part 3", encode(order));

  page.expect_no_more();
}

}  // namespace parley::record
