#include "dossier/view.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "dossier/status.hpp"
#include "dossier/testing.hpp"
#include "dossier/timeline.hpp"

namespace parley::dossier {
namespace {

using testing::add;

Party party(std::string key, std::optional<record::EntryId> part_of = {}) {
  return {std::move(key), PartyKind::kParty, {{"en", "A"}}, part_of};
}

std::vector<ProblemKind> kinds(const Dossier& dossier) {
  std::vector<ProblemKind> out;
  for (const Problem& problem : dossier.problems) out.push_back(problem.kind);
  return out;
}

record::Payload correction(const record::EntryId& of, record::Payload replacement) {
  return to_payload(Correction{of, "a slip", false, std::move(replacement)});
}

record::Payload withdrawal(const record::EntryId& of) {
  return to_payload(Correction{of, "never said", true, {}});
}

TEST_CASE("an empty view is an empty dossier") {
  const auto dossier = fold({});
  REQUIRE(dossier);
  CHECK(dossier->parties.empty());
  CHECK(dossier->problems.empty());
}

TEST_CASE("a corrected object keeps its id and its history; a new key breaks nothing") {
  record::View view;
  const auto parent = add(view, to_payload(party("parent")));
  const auto child = add(view, to_payload(party("child", parent)));
  const auto renamed = add(view, correction(parent, to_payload(party("renamed"))));
  // A correction of a correction is one of the object.
  add(view, correction(renamed, to_payload(party("again"))));
  const auto dossier = fold(view);
  REQUIRE(dossier);
  CHECK(dossier->problems.empty());
  REQUIRE(dossier->parties.size() == 2);
  const auto& kept = *dossier->party(parent);
  CHECK(kept.value().key == "again");
  CHECK(kept.versions.size() == 3);
  CHECK(kept.versions[0].value.key == "parent");
  CHECK(kept.versions[1].reason == "a slip");
  CHECK(dossier->find(Kind::kParty, "again") == parent);
  CHECK_FALSE(dossier->find(Kind::kParty, "parent"));
  CHECK(dossier->is_within(child, parent));
  CHECK_FALSE(dossier->is_within(parent, child));
}

TEST_CASE("a withdrawn object keeps what it was and frees its key") {
  record::View view;
  const auto first = add(view, to_payload(party("a")));
  add(view, withdrawal(first));
  auto dossier = fold(view);
  CHECK(dossier->party(first)->withdrawn());
  CHECK(dossier->party(first)->value().key == "a");
  CHECK(dossier->find(Kind::kParty, "a") == first);
  const auto second = add(view, to_payload(party("a")));
  dossier = fold(view);
  CHECK(dossier->find(Kind::kParty, "a") == second);
  CHECK(dossier->problems.empty());
}

TEST_CASE("problems are listed and hide nothing") {
  record::View view;
  const auto missing = testing::id_of("withheld");
  add(view, to_payload(party("a", missing)));
  const auto source = add(view, to_payload(Source{"s", SourceKind::kOther, "t", "", {}, "", ""}));
  add(view, to_payload(party("b", source)));
  add(view, to_payload(party("a")));
  add(view, correction(missing, to_payload(party("c"))));
  add(view, correction(source, to_payload(party("c"))));
  record::Payload payload = to_payload(party("d"));
  payload.version = 2;
  add(view, payload);
  payload.version = 1;
  payload.body.erase(party_field::kNames);
  add(view, payload);
  payload = to_payload(party("e"));
  payload.refs = {source};
  add(view, payload);
  payload.kind = "claim";
  add(view, payload);
  const auto dossier = fold(view);
  REQUIRE(dossier);
  CHECK(kinds(*dossier) == std::vector{ProblemKind::kDangling, ProblemKind::kWrongKind,
                                       ProblemKind::kKeyTwice, ProblemKind::kDangling,
                                       ProblemKind::kWrongKind, ProblemKind::kNewer,
                                       ProblemKind::kUnreadable, ProblemKind::kRefs});
  CHECK(dossier->parties.size() == 4);
  CHECK(dossier->newer == 1);
  CHECK(dossier->others == 1);
  CHECK(party_tree(*dossier).size() == 4);
}

TEST_CASE("a circle of parents loses the parent of its latest member") {
  record::View view;
  const auto a = add(view, to_payload(party("a")));
  const auto b = add(view, to_payload(party("b", a)));
  const auto c = add(view, to_payload(party("c", b)));
  const auto tail = add(view, to_payload(party("tail", a)));
  const auto itself = add(view, to_payload(party("itself")));
  add(view, correction(a, to_payload(party("a", c))));
  add(view, correction(itself, to_payload(party("itself", itself))));
  const auto dossier = fold(view);
  REQUIRE(dossier);
  CHECK(kinds(*dossier) == std::vector{ProblemKind::kCircle, ProblemKind::kCircle});
  std::vector<std::pair<record::EntryId, int>> tree;
  for (const Branch& branch : party_tree(*dossier)) tree.emplace_back(branch.id, branch.depth);
  CHECK(tree == std::vector<std::pair<record::EntryId, int>>{
                    {c, 0}, {a, 1}, {b, 2}, {tail, 2}, {itself, 0}});
}

TEST_CASE("corrections of other folders' kinds are theirs") {
  record::View view;
  record::Payload claim;
  claim.kind = "claim";
  const auto first = add(view, claim);
  const auto corrected = add(view, correction(first, claim));
  add(view, withdrawal(first));
  add(view, withdrawal(corrected));
  const auto dossier = fold(view);
  REQUIRE(dossier);
  CHECK(dossier->problems.empty());
  CHECK(dossier->others == 4);
}

TEST_CASE("entries out of order are a broken view") {
  record::View view;
  add(view, to_payload(party("a")));
  add(view, to_payload(party("b")));
  std::swap(view.entries[0].index, view.entries[1].index);
  CHECK(fold(view).error().fault == Fault::kBroken);
  view.entries.clear();
  add(view, to_payload(party("a")));
  view.entries[0].index = view.size;
  CHECK(fold(view).error().fault == Fault::kBroken);
}

TEST_CASE("a withheld speaker is not the source's own word") {
  record::View view;
  const auto source = add(view, to_payload(Source{"s", SourceKind::kOther, "t", "", {}, "", ""}));
  Statement statement;
  statement.text = "x";
  statement.speakers = {{"A", {}}};
  statement.source = source;
  statement.said = Date{2014, 1, 13};
  statement.point = "p";
  statement.stance = "s";
  record::Payload payload = to_payload(statement, {statement_field::kSpeakers});
  payload.body.erase(statement_field::kSpeakers);
  payload.parts.emplace(statement_field::kSpeakers, record::PartDigest{});
  const auto id = add(view, payload);
  const auto dossier = fold(view);
  REQUIRE(dossier);
  CHECK(dossier->problems.empty());
  CHECK(dossier->statement(id)->versions[0].withheld ==
        std::vector<std::int64_t>{statement_field::kSpeakers});
  const Status state = status(*dossier, {2014, 1, 13});
  REQUIRE(state.points.size() == 1);
  CHECK(state.points[0].stands[0].holder == Holder{{}, {}, id});
}

TEST_CASE("property: entries of kinds that are not ours change nothing but their count") {
  const record::View plain = testing::montreux_view();
  const auto expected = fold(plain);
  const auto events = timeline(*expected);
  CHECK(rc::check([&] {
    record::View mixed;
    std::uint64_t others = 0;
    for (const record::Opened& entry : plain.entries) {
      for (int extra = *rc::gen::inRange(0, 3); extra > 0; --extra) {
        record::Payload payload;
        payload.kind = *rc::gen::elementOf(std::vector<std::string>{"claim", "list", "", "Party"});
        payload.body.emplace(*rc::gen::inRange(-1, 30), "x");
        add(mixed, payload);
        ++others;
      }
      record::Opened moved = entry;
      moved.index = mixed.size++;
      mixed.entries.push_back(moved);
    }
    const auto dossier = fold(mixed);
    RC_ASSERT(dossier.has_value());
    RC_ASSERT(dossier->others == others);
    RC_ASSERT(dossier->problems.empty());
    RC_ASSERT(dossier->by_key == expected->by_key);
    RC_ASSERT(dossier->parents == expected->parents);
    const auto mixed_events = timeline(*dossier);
    RC_ASSERT(mixed_events.size() == events.size());
    for (std::size_t i = 0; i < events.size(); ++i) {
      RC_ASSERT(mixed_events[i].statement == events[i].statement);
    }
  }));
}

}  // namespace
}  // namespace parley::dossier
