#include "record/proof.hpp"

#include <doctest/doctest.h>

#include "record/cosignature.hpp"
#include "record/tree.hpp"

namespace parley::record {
namespace {

using namespace std::string_literals;

const std::string kOrigin = "parley.example/dossier";

SecretKey key_of(std::uint8_t fill) { return *SecretKey::from_seed(Bytes(32, fill)); }

std::vector<Digest> some_leaves(std::size_t count) {
  std::vector<Digest> leaves;
  for (std::size_t i = 0; i < count; ++i) leaves.push_back(leaf_hash(Bytes{std::uint8_t(i)}));
  return leaves;
}

Proof some_proof(const std::vector<Digest>& leaves, std::uint64_t index) {
  const Checkpoint checkpoint{kOrigin, leaves.size(), root_of(leaves), {}};
  Note note = *sign_checkpoint(checkpoint, key_of(1));
  note.signatures.push_back(*cosign(note.text, "party.example", key_of(2), 77));
  return {std::nullopt, index, *inclusion_proof(leaves, index, leaves.size()), format_note(note)};
}

const std::vector<VerifierKey> kLogs{{kOrigin, NoteKeyType::kEd25519, key_of(1).public_key()}};
const std::vector<VerifierKey> kCosigners{
    {"party.example", NoteKeyType::kCosignature, key_of(2).public_key()}};

}  // namespace

TEST_CASE("a proof says where a leaf is, in one text") {
  const auto leaves = some_leaves(13);
  for (std::uint64_t index = 0; index < leaves.size(); ++index) {
    const Proof proof = some_proof(leaves, index);
    const std::string text = format_proof(proof);
    REQUIRE(parse_proof(text) == proof);
    const auto opened = verify_proof(proof, leaves[index], kOrigin, kLogs, kCosigners);
    REQUIRE(opened);
    CHECK(opened->checkpoint.size == 13);
    CHECK(opened->cosigners == std::vector<VerifiedSignature>{{0, 77}});
    CHECK(verify_proof(proof, leaf_hash({}), kOrigin, kLogs).error().fault == Fault::kBroken);
    CHECK_FALSE(verify_proof(proof, leaves[index], "other", kLogs));
    CHECK_FALSE(verify_proof(proof, leaves[index], kOrigin, {}, kCosigners));
  }
}

TEST_CASE("the form of a proof") {
  const auto leaves = some_leaves(2);
  Proof proof = some_proof(leaves, 1);
  proof.extra = Bytes{1, 2, 3};
  CHECK(format_proof(proof) == "c2sp.org/tlog-proof@v1\nextra AQID\nindex 1\n" +
                                   to_base64(leaves[0]) + "\n\n" + proof.checkpoint);
  CHECK(parse_proof(format_proof(proof)) == proof);
  // Other tools write a line for extra data of no bytes.
  proof.extra = Bytes{};
  CHECK(format_proof(proof).starts_with("c2sp.org/tlog-proof@v1\nextra \nindex 1\n"));
  CHECK(parse_proof(format_proof(proof)) == proof);
  // The only leaf of a tree has an empty path.
  const Proof lone = some_proof(some_leaves(1), 0);
  CHECK(format_proof(lone) == "c2sp.org/tlog-proof@v1\nindex 0\n\n" + lone.checkpoint);
  CHECK(parse_proof(format_proof(lone)) == lone);
  CHECK(verify_proof(lone, some_leaves(1)[0], kOrigin, kLogs));
}

TEST_CASE("what is not a proof") {
  const Proof proof = some_proof(some_leaves(2), 1);
  const std::string head = "c2sp.org/tlog-proof@v1\n";
  const std::string tail = "\n" + proof.checkpoint;
  const std::string hash = to_base64(proof.path[0]) + "\n";
  REQUIRE(parse_proof(head + "index 1\n" + hash + tail));
  for (const std::string& text : {
           ""s,
           head,
           head + "index 1\n",
           head + "index 1\n" + hash,
           head + "index 1\n" + hash + proof.checkpoint,  // no empty line
           head + "index 1\n" + hash + "\n" + tail,       // two of them
           "c2sp.org/tlog-proof@v2\nindex 1\n" + hash + tail,
           head + hash + tail,
           head + "index 01\n" + hash + tail,
           head + "index \n" + hash + tail,
           head + "index -1\n" + hash + tail,
           head + "Index 1\n" + hash + tail,
           head + "index 18446744073709551616\n" + hash + tail,
           head + "extra A\nindex 1\n" + hash + tail,
           head + "extra\nindex 1\n" + hash + tail,
           head + "index 1\nextra AQID\n" + hash + tail,
           head + "extra AQID\nextra AQID\nindex 1\n" + hash + tail,
           head + "index 1\nAQID\n" + tail,                      // no hash
           head + "index 1\n" + hash + "\nt\n\n— a AAAAAAA=\n",  // no checkpoint
           head + "index 1\n" + hash + tail + "\n",
           " " + head + "index 1\n" + hash + tail,
       }) {
    CAPTURE(text);
    CHECK_FALSE(parse_proof(text));
  }
  std::string path;
  for (int i = 0; i < 64; ++i) path += hash;
  CHECK(parse_proof(head + "index 1\n" + path + tail));
  CHECK_FALSE(parse_proof(head + "index 1\n" + path + hash + tail));
  CHECK_FALSE(parse_proof(std::string(kMaxProofBytes + 1, 'x')));
}

}  // namespace parley::record
