// What an erasing act destroys is nowhere in the file afterwards; what everybody may see tells
// nothing.
#include <doctest/doctest.h>

#include <cstdio>

#include "faulty_disk.hpp"

namespace parley::record {
namespace {

using namespace sample;

std::vector<StoredEntry> all_entries(Store& store) {
  std::vector<StoredEntry> out;
  must(store.entries(0, must(store.size()),
                     [&](std::uint64_t, const StoredEntry& entry) -> Result<void> {
                       out.push_back(entry);
                       return {};
                     }));
  return out;
}

// All runs of eight bytes in a file, to look for parts of many secrets.
class Runs {
 public:
  explicit Runs(ByteView file) {
    for (std::size_t at = 0; at + 8 <= file.size(); ++at) runs_.push_back(run(file, at));
    std::sort(runs_.begin(), runs_.end());
  }
  // Whether any eight bytes of a secret, in steps of eight, stand somewhere.
  bool show(ByteView secret) const {
    for (std::size_t at = 0; at + 8 <= secret.size(); at += 8) {
      if (std::binary_search(runs_.begin(), runs_.end(), run(secret, at))) return true;
    }
    return false;
  }

 private:
  static std::uint64_t run(ByteView bytes, std::size_t at) {
    std::uint64_t out;
    std::memcpy(&out, bytes.data() + at, sizeof out);
    return out;
  }
  std::vector<std::uint64_t> runs_;
};

// Payloads of many sizes, so that pages split, overflow and are rebalanced.
std::vector<Draft> varied(std::mt19937& random, int count, std::vector<std::string>& names) {
  std::vector<Draft> drafts;
  for (int i = 0; i < count; ++i) {
    const std::string name = "Nobody Invented-" + std::to_string(random());
    names.push_back(name);
    std::vector<PartDraft> parts;
    const auto part_count = random() % 4;
    for (std::uint32_t p = 0; p < part_count; ++p) {
      const std::size_t size = random() % 20 == 0 ? random() % 9000 : random() % 400;
      parts.push_back({7 + p, audience_of(1), name + std::string(size, 'p')});
    }
    const std::size_t size = random() % 10 == 0 ? random() % 9000 : random() % 500;
    drafts.push_back(draft(name + std::string(size, 'b'), std::move(parts)));
  }
  return drafts;
}

}  // namespace

TEST_CASE("after an erasing act the file holds nothing of what was erased") {
  const Scratch scratch;
  const auto path = scratch / "a.parley";
  std::mt19937 random(7);
  FaultyDisk& disk = FaultyDisk::instance();
  disk.heal();
  Record record = must(create(path));
  std::vector<std::string> names;
  for (int act = 0; act < repetitions(20); ++act) {
    must(append(record, varied(random, 1 + static_cast<int>(random() % 60), names)));
  }
  const View before = must(record.view());
  const std::vector<StoredEntry> stored = all_entries(record.store());
  for (const std::string& name : names) CHECK_FALSE(holds(read_bytes(path), bytes_of(name)));

  Record eraser = must(open(path, sqlite::Mode::kWrite, FaultyDisk::name()));
  disk.arm(scratch.folder(), -1, DiskFault::kNone);
  std::vector<Bytes> secrets;
  int payloads = 0;
  int fields = 0;
  for (const Opened& entry : before.entries) {
    if (random() % 3 != 0) continue;
    const StoredEntry& bytes = stored[entry.index];
    std::vector<std::int64_t> only;
    if (!bytes.parts.empty() && random() % 2 == 0) only = {bytes.parts.back().field};
    if (only.empty()) {
      secrets.push_back(bytes.key);
      secrets.push_back(bytes.text);
      ++payloads;
    }
    for (const StoredPart& part : bytes.parts) {
      if (!only.empty() && part.field != only[0]) continue;
      secrets.push_back(part.key);
      secrets.push_back(part.text);
      ++fields;
    }
    must(erase(eraser, entry.id, entry.index, only));
    CHECK_FALSE(std::filesystem::exists(path.string() + "-journal"));
    // The journal was overwritten before it went: its blocks are free, not clean.
    CHECK_FALSE(Runs(disk.last_deleted()).show(secrets.back()));
    // In between others write, and pages move.
    if (random() % 4 == 0) must(append(eraser, varied(random, 5, names)));
  }
  REQUIRE(payloads > 0);
  const Runs file(read_bytes(path));
  int shown = 0;
  for (const Bytes& secret : secrets) shown += file.show(secret);
  CHECK(shown == 0);
  const auto wrong = wrongs(path);
  CHECK_MESSAGE(wrong.empty(), wrong.front());
  // What was not erased is there.
  const View after = must(record.view());
  CHECK(after.erased == static_cast<std::uint64_t>(payloads));
  // Not the search that is blind: the rest is found.
  for (const StoredEntry& entry : all_entries(record.store())) {
    if (!entry.text.empty()) CHECK(file.show(entry.text));
  }
  std::printf("erased: %d payloads, %d fields; %d of %zu byte strings still in the file\n",
              payloads, fields, shown, secrets.size());
}

TEST_CASE("headers, signatures and checkpoints tell nothing") {
  const Scratch scratch;
  Record record = must(create(scratch / "a.parley"));
  constexpr std::int64_t kTime = 1'389'614'400;
  const std::string name = "Nobody Invented";
  EntryId spoken_of;
  for (int act = 0; act < 3; ++act) {
    std::vector<Draft> drafts;
    for (int i = 0; i < 20; ++i) {
      Draft d = draft(name, {{7, audience_of(0xB7), name}});
      d.payload.kind = "statement";
      d.payload.time = kTime;
      d.payload.office = "the desk";
      if (act > 0) d.payload.refs = {spoken_of};
      drafts.push_back(std::move(d));
    }
    spoken_of = must(append(record, std::move(drafts))).ids[0];
  }
  Bytes time = cbor::encode(cbor::Value(kTime));
  time.erase(time.begin());  // the four bytes of the number alone
  const AudienceId part_audience = audience_of(0xB7);
  const std::vector<Bytes> telling = {
      Bytes(bytes_of("statement").begin(), bytes_of("statement").end()),
      Bytes(bytes_of("sample").begin(), bytes_of("sample").end()),
      Bytes(bytes_of("act").begin(), bytes_of("act").end()),
      Bytes(bytes_of("the desk").begin(), bytes_of("the desk").end()),
      Bytes(bytes_of(name).begin(), bytes_of(name).end()),
      time,
      Bytes(spoken_of.bytes.begin(), spoken_of.bytes.end()),
      Bytes(part_audience.bytes.begin(), part_audience.bytes.end()),
  };
  // All that a side's bundle holds of what is not its own: headers and acts. Key ids and the
  // dossier's id are random bytes, in which three letters may occur by chance; so "act" is looked
  // for only behind the two bytes that say a text of three letters follows a key.
  Bytes outside;
  std::size_t length = 0;
  std::vector<Digest> commitments;
  for (const StoredEntry& entry : all_entries(record.store())) {
    parley::append(outside, entry.header);
    if (length == 0) length = entry.header.size();
    CHECK(entry.header.size() == length);
    commitments.push_back(must(decode_header(entry.header)).commitment);
  }
  must(record.store().acts([&](const StoredAct& act) -> Result<void> {
    parley::append(outside, act.signature.bytes);
    parley::append(outside, bytes_of(act.checkpoint));
    parley::append(outside, act.frontier);
    return {};
  }));
  for (std::size_t i = 0; i < telling.size(); ++i) {
    CAPTURE(i);
    Bytes needle = telling[i];
    if (i == 2) needle.insert(needle.begin(), {0x01, 0x63});
    // A frontier may hold an entry's id, as the root of a subtree of one: that is the tree, public.
    CHECK_FALSE(holds(outside, needle));
  }
  // The same words never give the same commitment.
  std::sort(commitments.begin(), commitments.end());
  CHECK(std::adjacent_find(commitments.begin(), commitments.end()) == commitments.end());
}

}  // namespace parley::record
