#include "record/act.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "record/checkpoint.hpp"
#include "record/record.hpp"

namespace parley::record {
namespace {

// Everything that an act needs, with fixed keys.
struct Setting {
  SystemRandom random;
  DossierId dossier;
  SymmetricKey key;
  SecretKey author = *SecretKey::from_seed(Bytes(32, 1));
  SecretKey log = *SecretKey::from_seed(Bytes(32, 2));

  Setting() {
    dossier.bytes.fill(0xD0);
    std::fill(key.span().begin(), key.span().end(), std::uint8_t{3});
  }
  ActBuilder builder() { return ActBuilder(dossier, key, author, random); }
};

Draft draft(std::string text, std::vector<PartDraft> parts = {}) {
  Draft out;
  out.audience.bytes.fill(0xA1);
  out.payload.kind = "note";
  out.payload.body.emplace(1, std::move(text));
  out.parts = std::move(parts);
  return out;
}

AudienceId audience_of(std::uint8_t fill) {
  AudienceId id;
  id.bytes.fill(fill);
  return id;
}

}  // namespace

TEST_CASE("an act is its entries and a closing entry that lists them, signed once") {
  Setting s;
  ActBuilder builder = s.builder();
  const EntryId first = *builder.add(draft("one"));
  Draft second_draft = draft("two");
  second_draft.payload.refs = {first};
  const EntryId second = *builder.add(std::move(second_draft));
  CHECK(builder.size() == 2);
  const NewAct act = *builder.finish(CompactTree(), s.log);

  REQUIRE(act.entries.size() == 3);
  CHECK(entry_id(act.entries[0].header) == first);
  CHECK(entry_id(act.entries[1].header) == second);
  const Opened closing = **open_entry(s.key, 2, act.entries[2]);
  CHECK(closing.payload.kind == kActKind);
  CHECK(closing.payload.refs == std::vector{first, second});
  CHECK_FALSE(closing.payload.author);
  CHECK_FALSE(closing.payload.time);
  CHECK(closing.payload == closing_payload({first, second}, 0, empty_root()));
  CHECK(closing.audience == kEveryone);
  CHECK(closing.author == key_id(s.author.public_key()));
  CHECK(verify(s.author.public_key(), kActDomain, closing.id.view(), act.act.signature));

  CompactTree tree;
  for (const StoredEntry& entry : act.entries) tree.append(entry_id(entry.header).bytes);
  CHECK(act.act.size == 3);
  CHECK(act.act.frontier == tree.frontier());
  const VerifierKey log{log_origin(s.dossier), NoteKeyType::kEd25519, s.log.public_key()};
  const auto checkpoint = open_checkpoint(act.act.checkpoint, log.name, {&log, 1});
  REQUIRE(checkpoint);
  CHECK(checkpoint->checkpoint.size == 3);
  CHECK(checkpoint->checkpoint.root == tree.root());
}

TEST_CASE("an act continues the tree it is given") {
  Setting s;
  CompactTree tree;
  for (std::uint8_t i = 0; i < 5; ++i) tree.append(sha256(Bytes{i}));
  ActBuilder builder = s.builder();
  const EntryId id = *builder.add(draft("one"));
  const NewAct act = *builder.finish(tree, s.log, {{2, {}}, {3, 4}});
  tree.append(id.bytes);
  tree.append(entry_id(act.entries[1].header).bytes);
  CHECK(act.act.size == 7);
  CHECK(act.act.frontier == tree.frontier());
  REQUIRE(act.erasures.size() == 2);
  CHECK(act.erasures[1].index == 3);
  CHECK(act.erasures[1].field == 4);
}

TEST_CASE("parts are sealed apart; the payload holds only their digests") {
  Setting s;
  ActBuilder builder = s.builder();
  builder.add(draft("public", {{7, audience_of(1), "a secret word"}, {8, audience_of(2), 42}}))
      .value();
  const NewAct act = *builder.finish(CompactTree(), s.log);
  REQUIRE(act.entries[0].parts.size() == 2);

  Opened opened = **open_entry(s.key, 0, act.entries[0]);
  CHECK(*opened.payload.body.at(7).text() == "a secret word");
  CHECK(*opened.payload.body.at(8).integer() == 42);
  CHECK(opened.payload.parts.at(7).audience == audience_of(1));

  StoredEntry bare = act.entries[0];
  bare.parts.clear();
  const Opened without = **open_entry(s.key, 0, bare);
  CHECK(without.payload.parts == opened.payload.parts);
  CHECK(without.payload.body.size() == 1);

  StoredEntry swapped = act.entries[0];
  std::swap(swapped.parts[0].text, swapped.parts[1].text);
  std::swap(swapped.parts[0].key, swapped.parts[1].key);
  const auto refused = open_entry(s.key, 0, swapped);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().fault == Fault::kBroken);
  CHECK(refused.error().text().starts_with("entry 0, field 7: "));

  StoredEntry more = act.entries[0];
  more.parts[1].field = 9;
  CHECK(open_entry(s.key, 0, more).error().fault == Fault::kBroken);
}

TEST_CASE("the same words twice tell nobody that they are the same") {
  Setting s;
  ActBuilder builder = s.builder();
  builder.add(draft("one")).value();
  builder.add(draft("one")).value();
  const NewAct act = *builder.finish(CompactTree(), s.log);
  CHECK(act.entries[0].header != act.entries[1].header);
  CHECK(act.entries[0].key != act.entries[1].key);
  CHECK(act.entries[0].text != act.entries[1].text);
}

TEST_CASE("what could not be read back is not written") {
  Setting s;
  ActBuilder builder = s.builder();
  CHECK(builder.add(draft("\xFF")).error().fault == Fault::kBadInput);
  cbor::Value deep = 0;
  for (int i = 0; i < 40; ++i) deep = cbor::Array{deep};
  Draft nested = draft("one");
  nested.payload.body.emplace(2, deep);
  CHECK_FALSE(builder.add(std::move(nested)));
  CHECK_FALSE(builder.add(draft("one", {{2, audience_of(1), deep}})));
  CHECK_FALSE(builder.add(draft("one", {{2, audience_of(1), "\xC0\x80"}})));
  CHECK_FALSE(builder.add(draft("one", {{1, audience_of(1), "body and part at once"}})));
  Draft kindless = draft("one");
  kindless.payload.kind.clear();
  CHECK_FALSE(builder.add(std::move(kindless)));
  // The same field as a part twice: only one of them could be committed to.
  CHECK_FALSE(builder.add(draft("one", {{2, audience_of(1), 1}, {2, audience_of(2), 2}})));
  // Only an act's last entry closes it.
  Draft closing = draft("one");
  closing.payload.kind = kActKind;
  CHECK_FALSE(builder.add(std::move(closing)));
  CHECK(builder.size() == 0);
}

TEST_CASE("a sealed entry opens only as itself") {
  Setting s;
  ActBuilder builder = s.builder();
  builder.add(draft("one")).value();
  builder.add(draft("two")).value();
  const NewAct act = *builder.finish(CompactTree(), s.log);
  StoredEntry moved = act.entries[0];
  moved.text = act.entries[1].text;
  moved.key = act.entries[1].key;
  CHECK(open_entry(s.key, 0, moved).error().fault == Fault::kBroken);
  moved = act.entries[0];
  moved.header = act.entries[1].header;
  CHECK(open_entry(s.key, 0, moved).error().fault == Fault::kBroken);
  moved = act.entries[0];
  moved.key.clear();
  moved.text.clear();
  CHECK_FALSE(*open_entry(s.key, 0, moved));
}

TEST_CASE("a payload that names another author than its header is refused") {
  Setting s;
  Payload payload;
  payload.kind = "note";
  payload.author = key_id(s.log.public_key());
  Salt salt{};
  const Bytes bytes = encode(payload);
  Header header{s.dossier, key_id(s.author.public_key()), kEveryone, commit(salt, bytes)};
  StoredEntry entry;
  entry.header = encode(header);
  Sealed sealed = seal(s.key, entry_id(entry.header).view(), salt, bytes, s.random);
  entry.key = sealed.key;
  entry.text = sealed.text;
  const auto opened = open_entry(s.key, 0, entry);
  REQUIRE_FALSE(opened);
  CHECK(opened.error().fault == Fault::kBroken);
}

}  // namespace parley::record
