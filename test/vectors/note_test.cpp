// Signed notes, checkpoints and cosignatures as the C2SP specifications print them.
#include "record/note.hpp"

#include <doctest/doctest.h>

#include "record/checkpoint.hpp"

namespace parley::vectors {
namespace {

using namespace record;

constexpr const char* kExample =
    "This is an example message.\n"
    "\n"
    "— example.com/foo "
    "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHj"
    "G1Yu72IneyaQM=\n";

// tlog-cosignature's example; its first signature line is also tlog-checkpoint's.
constexpr const char* kCosigned =
    "example.com/behind-the-sofa\n"
    "20852163\n"
    "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
    "\n"
    "— example.com/behind-the-sofa "
    "Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1g"
    "GzGku9nTo+zyWE+xeMcTOAYQ8=\n"
    "— witness.example.com/w1 "
    "jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin"
    "1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n";

}  // namespace

TEST_CASE("signed-note: the example key verifies the example note") {
  const VerifierKey key =
      *parse_verifier_key("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
  const Note note = *parse_note(kExample);
  CHECK(note.text == "This is an example message.\n");
  CHECK(key.id() == 0x530d903a);
  CHECK(verify_note(note, std::vector{key})->size() == 1);
  CHECK(format_note(note) == kExample);
  CHECK(format_verifier_key(key) ==
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
}

TEST_CASE("signed-note: the opening example is read, its key is not known") {
  const std::string text =
      "Ognuno sta solo sul cuor della terra\n"
      "trafitto da un raggio di sole:\n"
      "\n"
      "ed è subito sera.\n"
      "\n"
      "— quasimodo.example/salvatore "
      "NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0"
      "xMcXxj99ihAQwaqP3ZekRwNtIc=\n";
  CHECK(format_note(*parse_note(text)) == text);
  CHECK(parse_note(text)->text.ends_with("\n\ned è subito sera.\n"));
}

// The specification gives no keys for these lines, so only their form can be checked as printed.
TEST_CASE("tlog-cosignature: the example is read and written byte for byte") {
  const Note note = *parse_note(kCosigned);
  CHECK(format_note(note) == kCosigned);
  const Checkpoint checkpoint = *parse_checkpoint(note.text);
  CHECK(checkpoint.origin == "example.com/behind-the-sofa");
  CHECK(checkpoint.size == 20852163);
  REQUIRE(note.signatures.size() == 2);
  CHECK(note.signatures[1].name == "witness.example.com/w1");
  CHECK(note.signatures[1].bytes.size() == 8 + 64);
  CHECK(to_hex(ByteView(note.signatures[1].bytes).first(8)) == "00000000641850cb");  // 1679315147
}

// The example is a checkpoint of the Go checksum database under another name. Under its own it
// verifies with that log's published key.
TEST_CASE("tlog-checkpoint: the example's signature, as its log made it") {
  const VerifierKey key =
      *parse_verifier_key("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8");
  const std::string note =
      "go.sum database tree\n"
      "20852163\n"
      "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
      "\n"
      "— sum.golang.org "
      "Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+"
      "zyWE+xeMcTOAYQ8=\n";
  const auto opened = open_checkpoint(note, "go.sum database tree", std::vector{key});
  REQUIRE(opened);
  CHECK(opened->checkpoint.size == 20852163);
}

}  // namespace parley::vectors
