#include "record/verify.hpp"

#include <doctest/doctest.h>

#include "record/checkpoint.hpp"
#include "record/sqlite/sample_record.hpp"

namespace parley::record {
namespace {

using namespace sample;
using Texts = std::vector<std::string>;

Verified verified(Record& record, std::optional<std::string> against = {}, int threads = 1) {
  return must(verify(record.store(), {&record.dossier_key(), std::move(against), threads}));
}

Texts texts(const Verified& verified) {
  Texts out;
  for (const Finding& finding : verified.findings) {
    out.push_back((finding.verdict == Verdict::kBroken ? "" : "unchecked: ") + finding.place +
                  ": " + finding.text);
  }
  return out;
}

// What somebody who holds the passphrase, and with it the log's key, can put into a record.
class Insider {
 public:
  explicit Insider(Record& record) : record_(record), meta_(must(record.store().meta())) {}

  StoredEntry entry(Payload payload, const SecretKey& by = author()) {
    if (payload.kind != kActKind && !payload.author) payload.author = key_id(by.public_key());
    Salt salt;
    randomness().fill(salt);
    const Bytes bytes = encode(payload);
    StoredEntry out;
    out.header =
        encode(Header{meta_.dossier, key_id(by.public_key()), kEveryone, commit(salt, bytes)});
    Sealed sealed =
        seal(record_.dossier_key(), entry_id(out.header).view(), salt, bytes, randomness());
    out.key = std::move(sealed.key);
    out.text = std::move(sealed.text);
    return out;
  }

  static Payload payload(std::string_view kind, std::vector<EntryId> refs = {}) {
    Payload out;
    out.kind = kind;
    out.refs = std::move(refs);
    return out;
  }

  // For an act put on the record as it is now.
  Payload closing(std::vector<EntryId> ids) {
    const auto last = must(record_.store().last_act());
    const CompactTree tree = must(CompactTree::from_frontier(last->size, last->frontier));
    return closing_payload(std::move(ids), tree.size(), tree.root());
  }

  // An act of these entries and a closing entry, properly listed, signed and checkpointed.
  NewAct act(std::vector<StoredEntry> entries) {
    std::vector<EntryId> ids;
    for (const StoredEntry& e : entries) ids.push_back(entry_id(e.header));
    NewAct act;
    act.entries = std::move(entries);
    act.entries.push_back(entry(closing(ids)));
    sign_again(act);
    return act;
  }

  // Signature, tree and checkpoint of the entries as they are now.
  void sign_again(NewAct& act, const SecretKey& by = author()) {
    const auto last = must(record_.store().last_act());
    CompactTree tree = must(CompactTree::from_frontier(last->size, last->frontier));
    for (const StoredEntry& e : act.entries) tree.append(entry_id(e.header).bytes);
    act.act.size = tree.size();
    act.act.frontier = tree.frontier();
    act.act.signature = sign(by, kActDomain, entry_id(act.entries.back().header).view());
    act.act.checkpoint = checkpoint(tree.size(), tree.root());
  }

  std::string checkpoint(std::uint64_t size, const Digest& root) {
    Bytes context(meta_.dossier.bytes.begin(), meta_.dossier.bytes.end());
    const ByteView purpose = bytes_of("parley/log/1");
    context.insert(context.begin(), purpose.begin(), purpose.end());
    const Bytes seed = must(unwrap(record_.dossier_key(), context, meta_.wrapped_log_key));
    return format_note(must(sign_checkpoint({log_origin(meta_.dossier), size, root, {}},
                                            must(SecretKey::from_seed(seed)))));
  }

  void store(const NewAct& act) {
    must(record_.begin_write());
    must(record_.store().append(act));
  }

 private:
  Record& record_;
  Meta meta_;
};

// A record of two entries, and somebody who puts more into it.
struct Setting {
  Scratch scratch;
  Record record = must(create(scratch / "a.parley"));
  Insider insider{record};

  Texts after(const NewAct& act) {
    insider.store(act);
    return texts(verified(record));
  }
};

Bytes newer_header(const StoredEntry& entry) {
  cbor::Array array = *cbor::decode(entry.header)->array();
  array[0] = 2;
  return cbor::encode(array);
}

}  // namespace

TEST_CASE("a whole record verifies, the same at any thread count") {
  const Scratch scratch;
  Record record = must(create_fifty(scratch / "a.parley"));
  for (const int threads : {0, 1, 2, 3}) {
    const Verified v = verified(record, must(record.checkpoint()), threads);
    CHECK(texts(v).empty());
    CHECK(v.size == 50);
    CHECK(v.acts == 8);
    CHECK(v.opened == 49);
    CHECK(v.erased == 1);
    CHECK(v.root == must(record.view()).root);
    CHECK(v.view.entries.size() == 41);
    CHECK(v.view.erased == 1);
  }
  const Verified outside = must(verify(record.store(), {}));
  CHECK(texts(outside) == Texts{"unchecked: 1 payloads: missing; the erasure orders cannot be read "
                                "without the passphrase"});
  CHECK_FALSE(outside.broken());
  CHECK(outside.opened == 0);
}

TEST_CASE("what a newer program wrote is not broken") {
  Setting s;
  StoredEntry newer = s.insider.entry(s.insider.payload("sample"));
  newer.header = newer_header(newer);
  CHECK(s.after(s.insider.act({newer})) ==
        Texts{"unchecked: entry 2: header: version 2 is newer than this program"});
  // A kind and a version that this program does not know are kept and shown.
  Payload unknown = s.insider.payload("not-yet-invented");
  unknown.version = 77;
  unknown.body.emplace(-5, cbor::Map{{1, true}});
  s.insider.store(s.insider.act({s.insider.entry(unknown)}));
  const Verified v = verified(s.record);
  CHECK_FALSE(v.broken());
  unknown.author = key_id(author().public_key());
  CHECK(v.view.entries.back().payload == unknown);
}

TEST_CASE("behind a closing entry that cannot be read the tree is still checked") {
  Setting s;
  NewAct act = s.insider.act({s.insider.entry(s.insider.payload("sample"))});
  act.entries.back().header = newer_header(act.entries.back());
  const std::string unsigned_note = act.act.checkpoint;
  s.insider.sign_again(act);
  act.act.checkpoint = unsigned_note;  // the log has not signed this
  const Texts found = s.after(act);
  REQUIRE(found.size() == 2);
  CHECK(found[1] ==
        "the act at size 4: the entries up to here do not give the root that was signed");
}

TEST_CASE("headers that are none, or another dossier's") {
  {
    Setting s;
    StoredEntry entry = s.insider.entry(s.insider.payload("sample"));
    entry.header[0] = 0x84;
    const Texts found = s.after(s.insider.act({entry}));
    REQUIRE(found.size() == 1);
    CHECK(found[0].starts_with("entry 2: "));
  }
  {
    Setting s;
    StoredEntry entry = s.insider.entry(s.insider.payload("sample"));
    entry.header[3] ^= 1;
    CHECK(s.after(s.insider.act({entry})) ==
          Texts{"entry 2: the header belongs to another dossier"});
  }
}

TEST_CASE("a payload may be missing only under an order") {
  Setting s;
  NewAct act = s.insider.act({s.insider.entry(s.insider.payload("sample"))});
  const EntryId id = entry_id(act.entries[0].header);
  const StoredEntry whole = act.entries[0];
  act.entries[0].key.clear();
  act.entries[0].text.clear();
  CHECK(s.after(act) == Texts{"entry 2: its payload is missing, and no erasure order names it"});
  CHECK(texts(must(verify(s.record.store(), {}))).front().starts_with("unchecked: "));
  // An order makes it good, also afterwards.
  must(erase(s.record, id, 2));
  const Verified v = verified(s.record);
  CHECK(texts(v).empty());
  CHECK(v.erased == 1);
}

TEST_CASE("what an order destroyed must be gone") {
  Setting s;
  const Appended appended = must(append(s.record, [] {
    std::vector<Draft> drafts;
    drafts.push_back(draft("x", {{7, audience_of(1), 1}, {8, audience_of(1), 2}}));
    drafts.push_back(draft("y", {{7, audience_of(1), 1}, {8, audience_of(1), 2}}));
    return drafts;
  }()));
  Payload order = Insider::payload(kErasureKind, {appended.ids[0]});
  SUBCASE("the whole payload") {
    CHECK(s.after(s.insider.act({s.insider.entry(order)})) ==
          Texts{"entry 2, field 7: the field is here although an erasure order destroyed it",
                "entry 2, field 8: the field is here although an erasure order destroyed it",
                "entry 2: its payload is here although an erasure order destroyed it"});
  }
  SUBCASE("one field") {
    order.body.emplace(kErasureFields, cbor::Array{8});
    CHECK(s.after(s.insider.act({s.insider.entry(order)})) ==
          Texts{"entry 2, field 8: the field is here although an erasure order destroyed it"});
  }
  SUBCASE("the payload gone, a field left behind") {
    NewAct act = s.insider.act({s.insider.entry(order)});
    s.insider.store(act);
    NewAct destroy = s.insider.act({});
    destroy.erasures = {{2, 7}};
    CHECK(s.after(destroy) ==
          Texts{"entry 2, field 8: the field is here although an erasure order destroyed it",
                "entry 2: its payload is here although an erasure order destroyed it"});
  }
  SUBCASE("a field gone without an order") {
    NewAct destroy = s.insider.act({});
    destroy.erasures = {{3, 7}};
    CHECK(s.after(destroy) ==
          Texts{"entry 3, field 7: the field is missing, and no erasure order names it"});
  }
  SUBCASE("as ordered") {
    must(erase(s.record, appended.ids[0], 2, {8}));
    must(erase(s.record, appended.ids[1], 3));
    const Verified v = verified(s.record);
    CHECK(texts(v).empty());
    CHECK(v.erased == 1);
    CHECK(v.view.entries[1].payload.body.size() == 2);
  }
}

TEST_CASE("an erasure order says what it destroys") {
  const Payload order = Insider::payload(kErasureKind);
  Setting s;
  SUBCASE("no list of fields") {
    Payload bad = order;
    bad.body.emplace(kErasureFields, nullptr);
    CHECK(s.after(s.insider.act({s.insider.entry(bad)})) ==
          Texts{"entry 2: an erasure order that does not say what to erase"});
  }
  SUBCASE("of a newer program: what is missing may be by its order") {
    Payload newer = order;
    newer.version = 2;
    NewAct act =
        s.insider.act({s.insider.entry(newer), s.insider.entry(s.insider.payload("sample"))});
    act.entries[1].key.clear();
    act.entries[1].text.clear();
    CHECK(s.after(act) ==
          Texts{"unchecked: entry 2: an erasure order of a newer program",
                "unchecked: entry 3: its payload is missing, and no erasure order names it"});
  }
}

TEST_CASE("cosignatures are checked") {
  Setting s;
  const Note note = must(parse_note(must(s.record.checkpoint())));
  const auto line = [&](const std::string& name, const SecretKey& key) {
    const Note one{note.text, {must(cosign(note.text, name, key, 5))}};
    std::string text = format_note(one).substr(note.text.size() + 1);
    text.pop_back();
    return text;
  };
  const std::string name = cosigner(key_id(key_of(9).public_key())).name;
  must(s.record.store().add_cosignature(2, line(name, key_of(9))));
  CHECK(texts(verified(s.record)).empty());
  must(s.record.store().add_cosignature(3, line(name, key_of(9))));
  must(s.record.store().add_cosignature(2, "not a line"));
  must(s.record.store().add_cosignature(2, line("side.invalid", key_of(9))));
  const Texts found = texts(verified(s.record));
  REQUIRE(found.size() == 3);
  CHECK(std::count(found.begin(), found.end(),
                   "a cosignature at size 3: there is no checkpoint of that size") == 1);
  CHECK(std::count(found.begin(), found.end(), "a cosignature at size 2: not a signature line") ==
        1);
  CHECK(std::count(found.begin(), found.end(),
                   "unchecked: a cosignature at size 2: by a cosigner that is no key of the "
                   "dossier's") == 1);
}

TEST_CASE("an act is what its author signed for") {
  const std::string act4 = "the act at size 4: ";
  SUBCASE("another list") {
    Setting s;
    NewAct act = s.insider.act({});
    act.entries.insert(act.entries.begin(), s.insider.entry(s.insider.payload("sample")));
    s.insider.sign_again(act);
    CHECK(s.after(act) == Texts{act4 + "the entries are not those its author signed for"});
  }
  SUBCASE("no list") {
    Setting s;
    NewAct act = s.insider.act({});
    act.entries.push_back(s.insider.entry(s.insider.payload("sample")));
    s.insider.sign_again(act);
    const Texts found = s.after(act);
    REQUIRE(found.size() == 2);
    CHECK(found[0] == "entry 2: closes an act, but the act's signature is missing");
    CHECK(found[1] == act4 + "its last entry does not close an act");
  }
  SUBCASE("the list is missing") {
    Setting s;
    NewAct act = s.insider.act({s.insider.entry(s.insider.payload("sample"))});
    act.entries.back().key.clear();
    act.entries.back().text.clear();
    CHECK(s.after(act) == Texts{act4 + "its closing list is missing",
                                "entry 3: its payload is missing, and no erasure order names it"});
  }
  SUBCASE("the list says more than a list") {
    Setting s;
    NewAct act = s.insider.act({});
    Payload closing = s.insider.closing({});
    closing.time = 1;
    act.entries = {s.insider.entry(closing)};
    s.insider.sign_again(act);
    CHECK(s.after(act) ==
          Texts{"the act at size 3: its author put it on another tree than this one"});
  }
  SUBCASE("put on another tree than its author saw") {
    Setting s;
    const NewAct moved = s.insider.act({s.insider.entry(s.insider.payload("sample"))});
    s.insider.store(s.insider.act({s.insider.entry(s.insider.payload("sample"))}));
    NewAct act = moved;
    s.insider.sign_again(act);
    CHECK(s.after(act) ==
          Texts{"the act at size 6: its author put it on another tree than this one"});
  }
  SUBCASE("the same act again") {
    Setting s;
    const NewAct act = s.insider.act({s.insider.entry(s.insider.payload("sample"))});
    s.insider.store(act);
    NewAct again = act;
    s.insider.sign_again(again);
    const Texts found = s.after(again);
    CHECK(std::count(found.begin(), found.end(), "entry 4: it is entry 2 again") == 1);
    CHECK(std::count(found.begin(), found.end(), "entry 5: it is entry 3 again") == 1);
  }
  SUBCASE("closed by a newer program") {
    Setting s;
    Payload closing = s.insider.closing({});
    closing.version = 2;
    NewAct act = s.insider.act({});
    act.entries = {s.insider.entry(closing)};
    s.insider.sign_again(act);
    CHECK(s.after(act) == Texts{"unchecked: the act at size 3: closed by a newer program"});
  }
  SUBCASE("another's entry") {
    Setting s;
    CHECK(s.after(s.insider.act({s.insider.entry(s.insider.payload("sample"), key_of(5))})) ==
          Texts{act4 + "its entries have different authors"});
  }
  SUBCASE("another's signature") {
    Setting s;
    NewAct act = s.insider.act({s.insider.entry(s.insider.payload("sample"))});
    s.insider.sign_again(act, key_of(5));
    CHECK(s.after(act) == Texts{act4 + "its author's signature does not verify"});
  }
  SUBCASE("a checkpoint of another tree") {
    Setting s;
    NewAct act = s.insider.act({s.insider.entry(s.insider.payload("sample"))});
    act.act.checkpoint = s.insider.checkpoint(4, Digest{});
    CHECK(s.after(act) ==
          Texts{act4 + "the entries up to here do not give the root that was signed"});
  }
  SUBCASE("a checkpoint of another size") {
    Setting s;
    NewAct act = s.insider.act({s.insider.entry(s.insider.payload("sample"))});
    act.act.checkpoint = s.insider.checkpoint(5, verified(s.record).root);
    CHECK(s.after(act) ==
          Texts{act4 + "the entries up to here do not give the root that was signed"});
  }
  SUBCASE("no checkpoint") {
    Setting s;
    NewAct act = s.insider.act({s.insider.entry(s.insider.payload("sample"))});
    act.act.checkpoint = "nothing of the kind\n";
    const Texts found = s.after(act);
    REQUIRE(found.size() == 1);
    CHECK(found[0].starts_with(act4 + "checkpoint: "));
  }
  SUBCASE("another frontier") {
    Setting s;
    NewAct act = s.insider.act({s.insider.entry(s.insider.payload("sample"))});
    act.act.frontier.pop_back();
    CHECK(s.after(act) == Texts{act4 + "the tree kept for appending is not that of its entries"});
  }
  SUBCASE("a payload by another than the header says") {
    Setting s;
    Payload payload = s.insider.payload("sample");
    payload.author = key_id(key_of(5).public_key());
    CHECK(s.after(s.insider.act({s.insider.entry(payload)})) ==
          Texts{"entry 2: the payload names another author than the header"});
  }
}

TEST_CASE("a checkpoint from outside shows a lost tail and a rewritten history") {
  const Scratch scratch;
  const auto path = scratch / "a.parley";
  const auto copy = scratch / "copy.parley";
  std::string first;
  {
    Record record = must(create(path));
    first = must(record.checkpoint());
  }
  std::filesystem::copy_file(path, copy);
  Record record = must(open(path));
  const auto add = [](Record& to, int count) {
    std::vector<Draft> drafts;
    for (int i = 0; i < count; ++i) drafts.push_back(draft("x"));
    return must(append(to, std::move(drafts))).checkpoint;
  };
  const std::string second = add(record, 1);
  const std::string third = add(record, 2);

  // Older ones and its own.
  for (const std::string& note : {first, second, third}) {
    CHECK(texts(verified(record, note)).empty());
    CHECK(texts(must(verify(record.store(), {nullptr, note, 2}))).empty());
  }

  // The same dossier with its tail cut off is whole in itself.
  Record earlier = must(open(copy));
  CHECK(texts(verified(earlier)).empty());
  CHECK(texts(verified(earlier, first)).empty());
  CHECK(texts(verified(earlier, third)) ==
        Texts{"the end of the record: the checkpoint from outside covers 7 entries, the record has "
              "2: its tail is lost"});

  // And with another history from there on.
  add(earlier, 1);
  add(earlier, 3);
  CHECK(texts(verified(earlier)).empty());
  CHECK(texts(verified(earlier, first)).empty());
  for (const auto& [note, size] : {std::pair{second, "4"}, std::pair{third, "7"}}) {
    CHECK(texts(verified(earlier, note)) ==
          Texts{"the first " + std::string(size) +
                " entries: they are not those that the checkpoint from outside covers: history was "
                "rewritten"});
  }

  // What is no checkpoint of this dossier.
  Record other = must(create(scratch / "other.parley"));
  const auto foreign = verify(record.store(), {&record.dossier_key(), must(other.checkpoint())});
  REQUIRE_FALSE(foreign);
  CHECK(foreign.error().text() == "the note is a checkpoint of another record");
  std::string forged = third;
  char& letter = forged[forged.size() - 20];  // within the signature, not at its padding
  letter = letter == 'A' ? 'B' : 'A';
  CHECK(verified(record, forged).broken());
  const auto nonsense = verify(record.store(), {&record.dossier_key(), "nothing of the kind", 1});
  REQUIRE_FALSE(nonsense);
  CHECK(nonsense.error().fault == Fault::kBadInput);
}

}  // namespace parley::record
