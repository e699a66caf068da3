#include "policy/registry.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "record/verify.hpp"

namespace parley::policy {
namespace {

using record::AudienceId;
using record::EntryId;
using record::KeyId;
using record::Payload;

KeyId key_of(std::uint8_t fill) {
  KeyId id;
  id.bytes.fill(fill);
  return id;
}
AudienceId audience_id(std::uint8_t fill) {
  AudienceId id;
  id.bytes.fill(fill);
  return id;
}

constexpr std::uint8_t kFounder = 1, kLog = 2, kNorth = 3, kSouth = 4, kMonitor = 5, kAuditor = 6,
                       kReader = 7, kInterviewer = 8, kForeign = 99;
const AudienceId kAll = audience_id(0xA0), kDesk = audience_id(0xA1), kOfNorth = audience_id(0xA2),
                 kOfSouth = audience_id(0xA3), kOfBoth = audience_id(0xA4);

AdmittedKey admitted(std::uint8_t key, Role role, std::string party = "") {
  AdmittedKey out;
  out.id = key_of(key);
  out.role = role;
  out.party = std::move(party);
  out.name = "an invented office";
  return out;
}

Payload of_kind(std::string kind) {
  Payload payload;
  payload.kind = std::move(kind);
  return payload;
}

// A view without a record.
struct Story {
  record::View view;

  EntryId add(std::uint8_t author, Payload payload, const AudienceId& audience) {
    record::Opened entry;
    entry.index = view.size++;
    entry.author = key_of(author);
    entry.audience = audience;
    payload.author = entry.author;
    entry.id.bytes = sha256({bytes_of(std::to_string(entry.index)), record::encode(payload)});
    entry.payload = std::move(payload);
    view.entries.push_back(entry);
    return entry.id;
  }
  void end_act() { ++view.size; }  // its closing entry is not in a view

  // A founded dossier, with two parties' keys and some of every role.
  static Story founded() {
    Story story;
    record::PublicKey log;
    log.bytes.fill(kLog);
    story.add(kFounder, to_payload(Founding{"Invented talks", log}), kAll);
    story.add(kFounder, to_payload(admitted(kFounder, Role::kDesk)), kAll);
    story.add(kFounder, to_payload(Audience{kAll, "all", true, {}}), kDesk);
    story.add(kFounder, to_payload(Audience{kDesk, "desk", false, {}}), kDesk);
    story.end_act();
    for (const AdmittedKey& key :
         {admitted(kNorth, Role::kFocalPoint, "north"),
          admitted(kSouth, Role::kFocalPoint, "south"), admitted(kMonitor, Role::kMonitor),
          admitted(kAuditor, Role::kAuditor), admitted(kReader, Role::kReader, "north"),
          admitted(kInterviewer, Role::kInterviewer)}) {
      story.add(kFounder, to_payload(key), kAll);
    }
    story.add(kFounder, to_payload(Audience{kOfNorth, "north", false, {"north"}}), kDesk);
    story.add(kFounder, to_payload(Audience{kOfSouth, "south", false, {"south"}}), kDesk);
    story.add(kFounder, to_payload(Audience{kOfBoth, "north+south", false, {"north", "south"}}),
              kDesk);
    story.end_act();
    return story;
  }

  Registry registry() const { return Registry::fold(view); }
  std::vector<std::string> found() const {
    std::vector<std::string> out;
    for (const Breach& breach : breaches(view)) {
      out.push_back(std::to_string(breach.index) + ": " + breach.text);
    }
    return out;
  }
  // The one breach, which is at the last entry.
  std::string last() const {
    const std::vector<Breach> all = breaches(view);
    REQUIRE(all.size() == 1);
    CHECK(all[0].index == view.entries.back().index);
    return all[0].text;
  }
};

using Lines = std::vector<std::string>;

Fault fault_of(const auto& result) {
  REQUIRE_FALSE(result);
  return result.error().fault;
}

}  // namespace

TEST_CASE("what is written is read back") {
  record::PublicKey log;
  log.bytes.fill(9);
  const auto founding = founding_from(to_payload(Founding{"Invented talks", log}));
  REQUIRE(founding);
  CHECK(founding->title == "Invented talks");
  CHECK(founding->log == log);
  // A later version of the founding entry says at least this.
  Payload newer = to_payload(*founding);
  newer.version = 2;
  newer.body.emplace(3, "more");
  REQUIRE(founding_from(newer));
  CHECK(founding_from(newer)->log == log);
  newer.body.erase(2);
  CHECK(fault_of(founding_from(newer)) == Fault::kBadInput);

  for (const AdmittedKey& key : {admitted(1, Role::kDesk), admitted(2, Role::kFocalPoint, "north"),
                                 admitted(3, Role::kMonitor), admitted(4, Role::kMonitor, "north"),
                                 admitted(5, Role::kReader, "north")}) {
    const Payload payload = to_payload(key);
    CHECK(payload.body.contains(3) == !key.party.empty());
    const auto again = key_from(payload);
    REQUIRE(again);
    CHECK(again->id == key.id);
    CHECK(again->role == key.role);
    CHECK(again->party == key.party);
    CHECK(again->name == key.name);
  }

  const auto end = end_from(end_payload(key_of(1), "lost", key_of(2)));
  REQUIRE(end);
  CHECK(end->id == key_of(1));
  CHECK(end->reason == "lost");
  CHECK(end->successor == key_of(2));
  const Payload bare = end_payload(key_of(1), "", {});
  CHECK(bare.body.size() == 1);
  CHECK(end_from(bare)->reason.empty());
  CHECK_FALSE(end_from(bare)->successor);

  for (const Audience& audience :
       {Audience{kAll, "all", true, {}}, Audience{kDesk, "desk", false, {}},
        Audience{kOfBoth, "both", false, {"north", "south"}}}) {
    const auto again = audience_from(to_payload(audience));
    REQUIRE(again);
    CHECK(again->id == audience.id);
    CHECK(again->name == audience.name);
    CHECK(again->all == audience.all);
    CHECK(again->parties == audience.parties);
  }

  for (const Action action : kActions) {
    for (const Standing standing : kStandings) {
      const auto again =
          refusal_from(to_payload(Refusal{action, standing, key_of(7), "statement add"}));
      REQUIRE(again);
      CHECK(again->action == action);
      CHECK(again->standing == standing);
      CHECK(again->key == key_of(7));
      CHECK(again->what == "statement add");
    }
  }
}

TEST_CASE("fields and kinds stand where the format says") {
  record::PublicKey log;
  log.bytes.fill(9);
  const Payload founding = to_payload(Founding{"T", log});
  CHECK(founding.kind == "dossier");
  CHECK(founding.version == 1);
  CHECK(founding.body == cbor::Map{{1, "T"}, {2, ByteView(log.bytes)}});
  const Payload key = to_payload(admitted(3, Role::kFocalPoint, "north"));
  CHECK(key.kind == "key");
  CHECK(key.body ==
        cbor::Map{
            {1, key_of(3).view()}, {2, "focal-point"}, {3, "north"}, {4, "an invented office"}});
  const Payload end = end_payload(key_of(3), "lost", key_of(4));
  CHECK(end.kind == "key-end");
  CHECK(end.body == cbor::Map{{1, key_of(3).view()}, {2, "lost"}, {3, key_of(4).view()}});
  CHECK(to_payload(Audience{kAll, "all", true, {}}).kind == "audience");
  CHECK(to_payload(Audience{kAll, "all", true, {}}).body ==
        cbor::Map{{1, kAll.view()}, {2, "all"}, {3, true}});
  CHECK(to_payload(Audience{kOfBoth, "b", false, {"south", "north"}}).body ==
        cbor::Map{{1, kOfBoth.view()}, {2, "b"}, {4, cbor::Array{"north", "south"}}});
  const Payload refusal =
      to_payload(Refusal{Action::kErase, Standing::kOwn, key_of(3), "record erase"});
  CHECK(refusal.kind == "refusal");
  CHECK(refusal.body ==
        cbor::Map{{1, "erase"}, {2, "own"}, {3, key_of(3).view()}, {4, "record erase"}});
}

TEST_CASE("what is not written is not read") {
  const Payload key = to_payload(admitted(3, Role::kFocalPoint, "north"));
  const auto with = [](Payload payload, std::int64_t field, cbor::Value value) {
    payload.body[field] = std::move(value);
    return payload;
  };
  const auto without = [](Payload payload, std::int64_t field) {
    payload.body.erase(field);
    return payload;
  };
  CHECK(fault_of(key_from(with(key, 1, Bytes(31, 0)))) == Fault::kBadInput);
  CHECK(fault_of(key_from(with(key, 2, "king"))) == Fault::kUnsupported);
  CHECK(fault_of(key_from(with(key, 2, 1))) == Fault::kBadInput);
  CHECK(fault_of(key_from(with(key, 2, "desk"))) == Fault::kBadInput);  // has no party
  CHECK(fault_of(key_from(with(key, 3, ""))) == Fault::kBadInput);
  CHECK(fault_of(key_from(with(key, 3, 7))) == Fault::kBadInput);
  CHECK(fault_of(key_from(with(key, 5, "more"))) == Fault::kBadInput);
  for (const std::int64_t field : {1, 2, 3, 4}) {
    CHECK(fault_of(key_from(without(key, field))) == Fault::kBadInput);
  }
  Payload newer = key;
  newer.version = 2;
  CHECK(fault_of(key_from(newer)) == Fault::kUnsupported);
  CHECK(fault_of(end_from(key)) == Fault::kBadInput);

  const Payload end = end_payload(key_of(3), "lost", {});
  CHECK(fault_of(end_from(with(end, 2, ""))) == Fault::kBadInput);
  CHECK(fault_of(end_from(with(end, 3, nullptr))) == Fault::kBadInput);
  CHECK(fault_of(end_from(with(end, 3, Bytes(33, 0)))) == Fault::kBadInput);

  const Payload both = to_payload(Audience{kOfBoth, "b", false, {"north", "south"}});
  CHECK(fault_of(audience_from(with(both, 3, false))) == Fault::kBadInput);
  CHECK(fault_of(audience_from(with(both, 3, true))) == Fault::kBadInput);
  CHECK(fault_of(audience_from(with(both, 4, cbor::Array{}))) == Fault::kBadInput);
  CHECK(fault_of(audience_from(with(both, 4, cbor::Array{""}))) == Fault::kBadInput);
  CHECK(fault_of(audience_from(with(both, 4, cbor::Array{"south", "north"}))) == Fault::kBadInput);
  CHECK(fault_of(audience_from(with(both, 4, cbor::Array{"north", "north"}))) == Fault::kBadInput);
  CHECK(fault_of(audience_from(with(both, 1, Bytes(32, 0)))) == Fault::kBadInput);

  const Payload refusal = to_payload(Refusal{Action::kRead, Standing::kAll, key_of(1), "log"});
  CHECK(fault_of(refusal_from(with(refusal, 1, "fly"))) == Fault::kUnsupported);
  CHECK(fault_of(refusal_from(with(refusal, 2, "nobody"))) == Fault::kUnsupported);
  CHECK(fault_of(refusal_from(without(refusal, 4))) == Fault::kBadInput);
}

TEST_CASE("the registry is what the entries say") {
  Story story = Story::founded();
  story.add(kFounder, end_payload(key_of(kSouth), "lost", {}), kAll);
  const Registry registry = story.registry();
  CHECK(story.found().empty());
  CHECK(registry.founding().title == "Invented talks");
  CHECK(registry.founding().log.bytes == key_of(kLog).bytes);
  CHECK(registry.keys().size() == 7);
  CHECK(registry.audiences().size() == 5);
  REQUIRE(registry.active(key_of(kNorth)) != nullptr);
  CHECK(registry.active(key_of(kNorth))->from == 5);
  CHECK(registry.active(key_of(kSouth)) == nullptr);
  REQUIRE(registry.key(key_of(kSouth)) != nullptr);
  CHECK(registry.key(key_of(kSouth))->until == story.view.entries.back().index);
  CHECK(registry.key(key_of(kSouth))->reason == "lost");
  CHECK(registry.key(key_of(kForeign)) == nullptr);
  CHECK(registry.audience_named("desk")->id == kDesk);
  CHECK(registry.audience_named("nobody") == nullptr);
  CHECK(registry.audience_of({"north", "south"})->id == kOfBoth);
  CHECK(registry.audience_of({"north", "east"}) == nullptr);
  CHECK(registry.audience_of({})->id == kDesk);
}

TEST_CASE("how an audience stands to a key, and who may read it") {
  const Story story = Story::founded();
  const Registry registry = story.registry();
  const AudienceId unknown = audience_id(0xEE);
  const auto standing = [&](std::uint8_t key, const AudienceId& audience) {
    return registry.standing(*registry.active(key_of(key)), audience);
  };
  const auto reads = [&](std::uint8_t key, const AudienceId& audience) {
    return registry.may_read(*registry.active(key_of(key)), audience);
  };
  CHECK(standing(kNorth, kAll) == Standing::kAll);
  CHECK(standing(kNorth, kOfNorth) == Standing::kOwn);
  CHECK(standing(kNorth, kOfBoth) == Standing::kOwn);
  CHECK(standing(kNorth, kOfSouth) == Standing::kOther);
  CHECK(standing(kNorth, kDesk) == Standing::kDesk);
  CHECK(standing(kNorth, unknown) == Standing::kDesk);
  // A key without a party has no own audience.
  for (const std::uint8_t key : {kFounder, kMonitor, kAuditor, kInterviewer}) {
    CHECK(standing(key, kOfBoth) == Standing::kOther);
  }
  for (const AudienceId& audience : {kAll, kDesk, kOfNorth, kOfSouth, kOfBoth, unknown}) {
    CHECK(reads(kFounder, audience));
    CHECK(reads(kAuditor, audience));
    CHECK(reads(kMonitor, audience) == (audience == kAll));
    CHECK(reads(kInterviewer, audience) == (audience == kAll));
    CHECK(reads(kNorth, audience) ==
          (audience == kAll || audience == kOfNorth || audience == kOfBoth));
    CHECK(reads(kReader, audience) == reads(kNorth, audience));
    CHECK(registry.party_may_read("north", audience) == reads(kNorth, audience));
    CHECK(registry.party_may_read("", audience) == (audience == kAll));
  }
}

TEST_CASE("an audience never inherits") {
  Story story = Story::founded();
  // Parties form a tree in the dossier; here only handles count.
  const AudienceId coalition = audience_id(0xB1), member = audience_id(0xB2);
  story.add(kFounder, to_payload(Audience{coalition, "c", false, {"coalition"}}), kDesk);
  story.add(kFounder, to_payload(Audience{member, "m", false, {"coalition-member"}}), kDesk);
  story.add(kFounder, to_payload(admitted(20, Role::kFocalPoint, "coalition")), kAll);
  story.add(kFounder, to_payload(admitted(21, Role::kFocalPoint, "coalition-member")), kAll);
  CHECK(story.found().empty());
  const Registry registry = story.registry();
  CHECK(registry.may_read(*registry.key(key_of(20)), coalition));
  CHECK_FALSE(registry.may_read(*registry.key(key_of(20)), member));
  CHECK(registry.may_read(*registry.key(key_of(21)), member));
  CHECK_FALSE(registry.may_read(*registry.key(key_of(21)), coalition));
  CHECK_FALSE(registry.party_may_read("coalition", member));
  CHECK_FALSE(registry.party_may_read("coalition-member", coalition));
}

TEST_CASE("every kind is judged as the action it is, for the audience it is for") {
  const std::vector<std::pair<std::string, Action>> kinds = {
      {"party", Action::kDescribe},     {"place", Action::kDescribe},
      {"source", Action::kDescribe},    {"measure", Action::kDescribe},
      {"statement", Action::kState},    {"grade", Action::kGrade},
      {"correction", Action::kCorrect}, {std::string(record::kErasureKind), Action::kErase},
      {"list-version", Action::kList},  {"list-row", Action::kList},
      {"list-unread", Action::kList},   {"answer", Action::kList},
      {"remark", Action::kList},        {"event", Action::kList},
      {"remains", Action::kList},       {"linkage", Action::kIdentify},
      {"identity", Action::kIdentify},  {"round", Action::kRelease},
      {"release", Action::kRelease},    {"family-told", Action::kRelease},
      {"plan", Action::kPlan},          {"terms", Action::kPlan},
      {"settlement", Action::kPlan}};
  for (const auto& [kind, action] : kinds) {
    CHECK(action_of_kind(kind) == action);
    for (const std::uint8_t author :
         {kFounder, kNorth, kMonitor, kAuditor, kReader, kInterviewer}) {
      for (const AudienceId& audience : {kAll, kDesk, kOfNorth, kOfSouth}) {
        Story story = Story::founded();
        const Registry before = story.registry();
        const AdmittedKey& key = *before.key(key_of(author));
        story.add(author, of_kind(kind), audience);
        const bool good = permitted(key.role, action, before.standing(key, audience));
        CAPTURE(kind);
        CAPTURE(name(key.role));
        CAPTURE(name(before.standing(key, audience)));
        CHECK(story.found().empty() == good);
        if (!good) CHECK(story.last().ends_with("not permitted"));
      }
    }
  }
  CHECK(action_of_kind("key") == Action::kKeys);
  CHECK(action_of_kind("key-end") == Action::kKeys);
  CHECK(action_of_kind("audience") == Action::kAudiences);
  CHECK_FALSE(action_of_kind("dossier"));
  CHECK_FALSE(action_of_kind("refusal"));
  CHECK_FALSE(action_of_kind("not-yet-invented"));
}

TEST_CASE("fields of an audience of their own are judged too") {
  Story story = Story::founded();
  Payload statement = of_kind("statement");
  statement.parts[3] = {kOfSouth, {}};
  story.add(kNorth, statement, kAll);
  CHECK(story.last() ==
        "field 3: state by a key of role focal-point for the audience other: not permitted");
  statement.parts[3].audience = kOfNorth;
  Story good = Story::founded();
  good.add(kNorth, statement, kAll);
  CHECK(good.found().empty());
}

TEST_CASE("a key that was not admitted, not yet, or no more") {
  Story story = Story::founded();
  SUBCASE("foreign") {
    story.add(kForeign, of_kind("statement"), kAll);
    CHECK(story.last() == "written by a key that was not admitted");
  }
  SUBCASE("foreign, with a kind of a newer program") {
    story.add(kForeign, of_kind("not-yet-invented"), kAll);
    CHECK(story.last() == "written by a key that was not admitted");
  }
  SUBCASE("the log, with anything but a refusal") {
    story.add(kLog, of_kind("statement"), kAll);
    CHECK(story.last() == "written by a key that was not admitted");
  }
  SUBCASE("not yet") {
    story.add(kForeign, of_kind("statement"), kAll);
    story.add(kFounder, to_payload(admitted(kForeign, Role::kDesk)), kAll);
    story.add(kForeign, of_kind("statement"), kAll);
    CHECK(story.found() == Lines{"15: written by a key that was not admitted"});
  }
  SUBCASE("ended") {
    story.add(kNorth, of_kind("statement"), kAll);
    story.add(kFounder, end_payload(key_of(kNorth), "", {}), kAll);
    CHECK(story.found().empty());
    story.add(kNorth, of_kind("statement"), kAll);
    CHECK(story.last() == "written by a key that had been ended");
  }
  SUBCASE("ended is for ever") {
    story.add(kFounder, end_payload(key_of(kNorth), "", {}), kAll);
    story.add(kFounder, to_payload(admitted(kNorth, Role::kFocalPoint, "north")), kAll);
    CHECK(story.last() == "admits a key that was admitted before");
    CHECK(story.registry().active(key_of(kNorth)) == nullptr);
  }
  SUBCASE("nobody admits himself") {
    story.add(kForeign, to_payload(admitted(kForeign, Role::kDesk)), kAll);
    story.add(kForeign, of_kind("statement"), kAll);
    CHECK(story.found() == Lines{"15: written by a key that was not admitted",
                                 "16: written by a key that was not admitted"});
    CHECK(story.registry().key(key_of(kForeign)) == nullptr);
  }
}

TEST_CASE("what was not permitted has no effect") {
  Story story = Story::founded();
  for (const std::uint8_t author : {kNorth, kMonitor, kAuditor, kReader, kInterviewer, kForeign}) {
    story.add(author, to_payload(admitted(static_cast<std::uint8_t>(author + 100), Role::kDesk)),
              kAll);
    story.add(author, end_payload(key_of(kFounder), "", {}), kAll);
    story.add(author, to_payload(Audience{audience_id(author), "x", true, {}}), kDesk);
  }
  CHECK(story.found().size() == 18);
  const Registry registry = story.registry();
  CHECK(registry.keys().size() == 7);
  CHECK(registry.audiences().size() == 5);
  CHECK(registry.active(key_of(kFounder)) != nullptr);
}

TEST_CASE("the founding act is the founder's") {
  record::PublicKey log;
  log.bytes.fill(kLog);
  SUBCASE("as it is written") { CHECK(Story::founded().found().empty()); }
  SUBCASE("in another order") {
    Story story;
    story.add(kFounder, to_payload(Founding{"T", log}), kAll);
    story.add(kFounder, to_payload(Audience{kAll, "all", true, {}}), kDesk);
    story.add(kFounder, to_payload(Audience{kDesk, "desk", false, {}}), kDesk);
    story.add(kFounder, to_payload(admitted(kFounder, Role::kDesk)), kAll);
    CHECK(story.found().empty());
    CHECK(story.registry().audiences().size() == 2);
  }
  SUBCASE("another's key has no part in it") {
    Story story;
    story.add(kFounder, to_payload(Founding{"T", log}), kAll);
    story.add(kFounder, to_payload(admitted(kFounder, Role::kDesk)), kAll);
    story.end_act();
    story.add(kForeign, to_payload(admitted(kForeign, Role::kDesk)), kAll);
    CHECK(story.last() == "written by a key that was not admitted");
  }
  SUBCASE("a founder who is not admitted in time") {
    Story story;
    story.add(kFounder, to_payload(Founding{"T", log}), kAll);
    for (int i = 0; i < 3; ++i) story.add(kFounder, of_kind("statement"), kAll);
    CHECK(story.found().empty());
    story.add(kFounder, to_payload(admitted(kFounder, Role::kDesk)), kAll);
    CHECK(story.last() == "written by a key that was not admitted");
  }
  SUBCASE("no founding entry, no founder") {
    Story story;
    story.add(kFounder, to_payload(admitted(kFounder, Role::kDesk)), kAll);
    CHECK(story.last() == "written by a key that was not admitted");
    CHECK(story.registry().founding().title.empty());
  }
  SUBCASE("a second founding") {
    Story story = Story::founded();
    log.bytes.fill(kForeign);
    story.add(kFounder, to_payload(Founding{"U", log}), kAll);
    CHECK(story.last() == "a founding entry that is not the first");
    CHECK(story.registry().founding().title == "Invented talks");
  }
}

TEST_CASE("refusals are the record's own") {
  Story story = Story::founded();
  const Payload refusal =
      to_payload(Refusal{Action::kErase, Standing::kAll, key_of(kNorth), "record erase"});
  story.add(kLog, refusal, kDesk);
  CHECK(story.found().empty());
  for (const std::uint8_t author : {kFounder, kNorth, kForeign}) {
    Story forged = story;
    forged.add(author, refusal, kDesk);
    CHECK(forged.last() == "a refusal that the record itself did not write");
  }
  Payload malformed = refusal;
  malformed.body.erase(3);
  story.add(kLog, malformed, kDesk);
  CHECK(story.last() == "a malformed entry of kind refusal");
}

TEST_CASE("a key may replace itself") {
  Story story = Story::founded();
  const auto rotate = [&](std::uint8_t author, const AdmittedKey& fresh, std::uint8_t old) {
    story.add(author, to_payload(fresh), kAll);
    story.add(author, end_payload(key_of(old), "replaced", fresh.id), kAll);
  };
  SUBCASE("in its role, for its party") {
    rotate(kNorth, admitted(30, Role::kFocalPoint, "north"), kNorth);
    rotate(kMonitor, admitted(31, Role::kMonitor), kMonitor);
    rotate(kAuditor, admitted(32, Role::kAuditor), kAuditor);
    rotate(kFounder, admitted(33, Role::kDesk), kFounder);
    CHECK(story.found().empty());
    const Registry registry = story.registry();
    CHECK(registry.active(key_of(30)) != nullptr);
    CHECK(registry.active(key_of(kNorth)) == nullptr);
    CHECK(registry.key(key_of(kNorth))->successor == key_of(30));
    story.add(30, of_kind("statement"), kOfNorth);
    story.add(33, of_kind("party"), kAll);
    CHECK(story.found().empty());
    story.add(kNorth, of_kind("statement"), kOfNorth);
    CHECK(story.last() == "written by a key that had been ended");
  }
  const auto refused = [&] {
    const Lines found = story.found();
    REQUIRE(found.size() == 2);
    for (const std::string& text : found) CHECK(text.find(": not permitted") != std::string::npos);
    CHECK(story.registry().keys().size() == 7);
    CHECK(story.registry().active(key_of(kNorth)) != nullptr);
  };
  SUBCASE("not to another role") {
    rotate(kNorth, admitted(30, Role::kDesk), kNorth);
    refused();
  }
  SUBCASE("not to another party") {
    rotate(kNorth, admitted(30, Role::kFocalPoint, "south"), kNorth);
    refused();
  }
  SUBCASE("not another's key") {
    rotate(kNorth, admitted(30, Role::kFocalPoint, "north"), kSouth);
    refused();
  }
  SUBCASE("not by two authors") {
    story.add(kNorth, to_payload(admitted(30, Role::kFocalPoint, "north")), kAll);
    story.add(kFounder, end_payload(key_of(kNorth), "", key_of(30)), kAll);
    CHECK(story.found() == Lines{"15: keys by a key of role focal-point: not permitted"});
    CHECK(story.registry().key(key_of(30)) == nullptr);
  }
  SUBCASE("not a key that stays") {
    story.add(kNorth, to_payload(admitted(30, Role::kFocalPoint, "north")), kAll);
    CHECK(story.last() == "keys by a key of role focal-point: not permitted");
  }
  SUBCASE("not an end without a successor, nor with one that is none") {
    story.add(kNorth, end_payload(key_of(kNorth), "", {}), kAll);
    story.add(kNorth, end_payload(key_of(kNorth), "", key_of(30)), kAll);
    story.add(kNorth, end_payload(key_of(kNorth), "", key_of(kNorth)), kAll);
    CHECK(story.found().size() == 3);
    CHECK(story.registry().active(key_of(kNorth)) != nullptr);
  }
}

TEST_CASE("a party may name itself, and nobody else") {
  Story story = Story::founded();
  const auto define = [&](std::uint8_t author, std::set<std::string> parties, bool all = false) {
    story.add(author, to_payload(Audience{audience_id(0xC0), "x", all, std::move(parties)}), kDesk);
  };
  SUBCASE("its own members alone") {
    define(kNorth, {"north"});
    CHECK(story.found().empty());
    CHECK(story.registry().audience(audience_id(0xC0)) != nullptr);
  }
  SUBCASE("with another") { define(kNorth, {"north", "south"}); }
  SUBCASE("another") { define(kNorth, {"south"}); }
  SUBCASE("all") { define(kNorth, {}, true); }
  SUBCASE("the desk") { define(kNorth, {}); }
  SUBCASE("a key without a party") { define(kMonitor, {}); }
  if (story.registry().audience(audience_id(0xC0)) == nullptr) {
    CHECK(story.last().ends_with(": not permitted"));
  }
}

TEST_CASE("an author corrects what is his own, the desk anything") {
  Story story = Story::founded();
  const EntryId norths = story.add(kNorth, of_kind("statement"), kAll);
  const auto correction = [](const EntryId& of) {
    Payload payload = of_kind("correction");
    payload.body.emplace(1, of.view());
    return payload;
  };
  story.add(kNorth, correction(norths), kAll);
  story.add(kFounder, correction(norths), kAll);
  // What is not in the view has no author to compare with.
  story.add(kSouth, correction(EntryId{}), kAll);
  CHECK(story.found().empty());
  story.add(kSouth, correction(norths), kAll);
  CHECK(story.last() == "a correction of another's entry by a key of role focal-point");
}

TEST_CASE("a party's list is corrected by any key that may list for it, whoever entered it") {
  const auto correction = [](const EntryId& of) {
    Payload payload = of_kind("correction");
    payload.body.emplace(1, of.view());
    return payload;
  };
  const std::string refused = "a correction of another's entry by a key of role focal-point";
  for (const char* kind : {"list-row", "list-unread"}) {
    CAPTURE(kind);
    Story story = Story::founded();
    const EntryId by_desk = story.add(kFounder, of_kind(kind), kOfNorth);
    story.add(kNorth, correction(by_desk), kOfNorth);
    CHECK(story.found().empty());
    // Not the south's key, not for other readers, and not where others than the party read it.
    story.add(kSouth, correction(by_desk), kOfBoth);
    story.add(kNorth, correction(by_desk), kAll);
    const EntryId of_both = story.add(kFounder, of_kind(kind), kOfBoth);
    story.add(kNorth, correction(of_both), kOfBoth);
    const Lines found = story.found();
    CHECK(found.size() == 3);
    CHECK(std::all_of(found.begin(), found.end(),
                      [&](const std::string& line) { return line.ends_with(": " + refused); }));
    CHECK_FALSE(story.registry().may_correct_anothers(*story.registry().key(key_of(kReader)), kind,
                                                      kOfNorth));
  }
  // An answer, a statement, a version: what somebody said stays that person's.
  for (const char* kind : {"answer", "statement", "list-version"}) {
    Story story = Story::founded();
    const EntryId by_desk = story.add(kFounder, of_kind(kind), kOfNorth);
    story.add(kNorth, correction(by_desk), kOfNorth);
    CHECK(story.last() == refused);
  }
}

TEST_CASE("entries of this folder's kinds that are malformed, or of a newer program") {
  Story story = Story::founded();
  Payload key = to_payload(admitted(30, Role::kDesk));
  SUBCASE("malformed") {
    key.body.erase(4);
    story.add(kFounder, key, kAll);
    CHECK(story.last() == "a malformed entry of kind key");
  }
  SUBCASE("newer") {
    key.version = 2;
    story.add(kFounder, key, kAll);
    CHECK(story.found().empty());
  }
  SUBCASE("newer, but not permitted") {
    key.version = 2;
    story.add(kNorth, key, kAll);
    CHECK(story.last() == "keys by a key of role focal-point: not permitted");
  }
  SUBCASE("an audience again") {
    story.add(kFounder, to_payload(Audience{kOfNorth, "y", true, {}}), kDesk);
    CHECK(story.last() == "defines an audience that was defined before");
    CHECK_FALSE(story.registry().audience(kOfNorth)->all);
  }
  SUBCASE("an end of nothing") {
    story.add(kFounder, end_payload(key_of(kForeign), "", {}), kAll);
    CHECK(story.last() == "ends a key that is not in use");
  }
  CHECK(story.registry().key(key_of(30)) == nullptr);
}

}  // namespace parley::policy
