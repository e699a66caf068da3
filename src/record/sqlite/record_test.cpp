#include "record/record.hpp"

#include <doctest/doctest.h>

#include "record/checkpoint.hpp"
#include "record/sqlite/sample_record.hpp"

namespace parley::record {
namespace {

using namespace sample;

std::vector<Draft> drafts(int count) {
  std::vector<Draft> out;
  for (int i = 0; i < count; ++i) out.push_back(draft("entry " + std::to_string(i)));
  return out;
}

}  // namespace

TEST_CASE("a record is made, closed, opened and continued") {
  const Scratch scratch;
  const auto path = scratch / "a.parley";
  DossierId dossier;
  {
    Record record = must(create(path));
    dossier = record.dossier();
    CHECK(record.origin() == "parley/" + dossier.hex());
    CHECK(record.passphrase_labels() == std::vector<std::string>{"main"});
    CHECK(must(append(record, drafts(3))).size == 6);
  }
  CHECK((std::filesystem::status(path).permissions() & std::filesystem::perms::all) ==
        (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
  Record record = must(open(path));
  CHECK(record.dossier() == dossier);
  const Appended appended = must(append(record, drafts(2)));
  CHECK(appended.size == 9);
  CHECK(appended.ids.size() == 2);
  const View view = must(record.view());
  CHECK(view.size == 9);
  CHECK(view.entries.size() == 6);  // closings are left out
  CHECK(view.entries[4].id == appended.ids[0]);
  CHECK(view.entries[4].index == 6);
  CHECK(view.entries[4].author == key_id(author().public_key()));
  CHECK(*view.entries[4].payload.body.at(1).text() == "entry 0");
  const VerifierKey log = record.log_verifier();
  const auto checkpoint = open_checkpoint(must(record.checkpoint()), record.origin(), {&log, 1});
  REQUIRE(checkpoint);
  CHECK(checkpoint->checkpoint.root == view.root);
  CHECK(checkpoint->checkpoint.size == 9);
  CHECK(must(record.checkpoint()) == appended.checkpoint);
  CHECK(wrongs(path).empty());
}

TEST_CASE("a wrong passphrase opens nothing") {
  const Scratch scratch;
  const auto path = scratch / "a.parley";
  must(create(path));
  for (const char* attempt : {"", "an invented passphras", "an invented passphrase ",
                              "An invented passphrase", "an invented passphrase\n"}) {
    const auto record = Record::open(must(sqlite::open(path, {})), Passphrase(attempt));
    REQUIRE_FALSE(record);
    CHECK(record.error().fault == Fault::kLocked);
    CHECK(record.error().text() == "the passphrase does not open this dossier");
  }
  // Without any, the record's outside still verifies.
  const auto store = must(sqlite::open(path, {sqlite::Mode::kRead}));
  const Verified outside = must(verify(*store, {}));
  CHECK_FALSE(outside.broken());
  CHECK(outside.size == 2);
  CHECK(outside.opened == 0);
  CHECK(outside.view.entries.empty());
}

TEST_CASE("several passphrases, each its slot") {
  const Scratch scratch;
  const auto path = scratch / "a.parley";
  Record record = must(create(path));
  REQUIRE(record.set_passphrase("deputy", Passphrase("two"), kCheap, randomness()));
  REQUIRE(record.set_passphrase("safe", Passphrase("three"), kCheap, randomness()));
  CHECK(record.passphrase_labels() == std::vector<std::string>{"main", "deputy", "safe"});
  const auto opens = [&](const char* passphrase) {
    return Record::open(must(sqlite::open(path, {})), Passphrase(passphrase)).has_value();
  };
  CHECK(opens("an invented passphrase"));
  CHECK(opens("two"));
  CHECK(opens("three"));

  REQUIRE(record.set_passphrase("deputy", Passphrase("two again"), kCheap, randomness()));
  CHECK_FALSE(opens("two"));
  CHECK(opens("two again"));

  const Slot old_slot = must(record.store().meta()).slots[0];
  REQUIRE(record.remove_passphrase("main"));
  CHECK_FALSE(opens("an invented passphrase"));
  CHECK(record.remove_passphrase("main").error().fault == Fault::kNotFound);
  REQUIRE(record.remove_passphrase("deputy"));
  CHECK(record.remove_passphrase("safe").error().fault == Fault::kUsage);
  CHECK(opens("three"));

  // What the removed slot held is gone from the file, and no journal stays behind.
  CHECK_FALSE(holds(read_bytes(path), old_slot.wrapped));
  CHECK_FALSE(std::filesystem::exists(path.string() + "-journal"));
  CHECK(append(record, drafts(1)).has_value());
  CHECK(must(Record::open(must(sqlite::open(path, {})), Passphrase("three"))).view().has_value());
}

TEST_CASE("parts come back for whom they are meant") {
  const Scratch scratch;
  const auto path = scratch / "a.parley";
  Record record = must(create(path));
  std::vector<Draft> act;
  act.push_back(draft("for all", {{7, audience_of(1), "for one"}, {8, audience_of(2), "for two"}}));
  Draft other = draft("for one alone");
  other.audience = audience_of(1);
  act.push_back(std::move(other));
  must(append(record, std::move(act)));

  const View whole = must(record.view());
  CHECK(whole.entries[1].payload.body.size() == 3);
  const auto readable = [&](std::vector<AudienceId> audiences) {
    return restrict(whole, [&](const AudienceId& id) {
      return std::find(audiences.begin(), audiences.end(), id) != audiences.end();
    });
  };
  const View two = readable({audience_of(0xA1), audience_of(2)});
  CHECK(two.size == whole.size);
  CHECK(two.root == whole.root);
  CHECK(two.withheld == 1);
  REQUIRE(two.entries.size() == 2);
  const Payload& payload = two.entries[1].payload;
  CHECK(*payload.body.at(1).text() == "for all");
  CHECK(*payload.body.at(8).text() == "for two");
  CHECK_FALSE(payload.body.contains(7));
  CHECK(payload.parts.size() == 2);  // their digests stay: the payload is committed to with them
  const View one = readable({audience_of(1)});
  CHECK(one.withheld == 2);
  REQUIRE(one.entries.size() == 1);
  CHECK(*one.entries[0].payload.body.at(1).text() == "for one alone");
  CHECK(readable({}).entries.empty());
  CHECK(readable({}).withheld == 3);
}

TEST_CASE("a failed founding leaves no record behind") {
  const Scratch scratch;
  const auto path = scratch / "a.parley";
  auto store = must(sqlite::open(path, {sqlite::Mode::kCreate}));
  const auto record = Record::create(std::move(store), words(), kCheap, author(), randomness(),
                                     [](const PublicKey&, ActBuilder&) -> Result<void> {
                                       return fail(Fault::kRefused, "not today");
                                     });
  REQUIRE_FALSE(record);
  CHECK(record.error().fault == Fault::kRefused);
  // What is left, if anything, is an empty file that can be founded again.
  CHECK((!std::filesystem::exists(path) || std::filesystem::file_size(path) == 0));
  CHECK(create(path).has_value());
}

TEST_CASE("append() continues the last checkpoint or fails") {
  const Scratch scratch;
  const auto path = scratch / "a.parley";
  Record record = must(create(path));
  // An act whose frontier is another tree's.
  REQUIRE(record.begin_write());
  ActBuilder builder = record.act(author(), randomness());
  must(builder.add(draft("x")));
  NewAct act = *builder.finish(CompactTree(), key_of(3));
  act.act.size = 4;
  REQUIRE(record.store().append(act));
  const auto appended = append(record, drafts(1));
  REQUIRE_FALSE(appended);
  CHECK((appended.error().fault == Fault::kBroken || appended.error().fault == Fault::kBadInput));
  CHECK(must(record.store().size()) == 4);
  // The write was ended: others can write, if they can.
  CHECK(record.begin_write());
  record.end();
}

TEST_CASE("view() does not give what does not match its commitment") {
  const Scratch scratch;
  const auto path = scratch / "a.parley";
  Record record = must(create(path));
  REQUIRE(record.begin_write());
  ActBuilder builder = record.act(author(), randomness());
  must(builder.add(draft("x")));
  CompactTree tree = must(CompactTree::from_frontier(2, must(record.store().last_act())->frontier));
  NewAct act = *builder.finish(tree, key_of(3));
  act.entries[0].text[60] ^= 1;
  REQUIRE(record.store().append(act));
  const auto view = record.view();
  REQUIRE_FALSE(view);
  CHECK(view.error().fault == Fault::kBroken);
  CHECK(view.error().text().starts_with("entry 2: "));
}

}  // namespace parley::record
