// The ways of linking lists. All people are invented.
#include "linkage/lists.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "linkage/invented_people.hpp"
#include "linkage/model.hpp"

namespace parley::linkage {
namespace {

struct Two {
  invented::Lists lists = invented::lists(5, 300, 300, 120);
  Records a = *Records::of(invented::schema(), lists.sought);
  Records b = *Records::of(invented::schema(), lists.held);
};

MeasuredLists run(const Two& two, std::optional<Mode> mode, int threads = 1,
                  std::optional<Fitted> fitted = {}) {
  ListsAsked asked;
  asked.mode = mode;
  asked.threads = threads;
  asked.fitted = std::move(fitted);
  return *link_lists(two.a, mode == Mode::kDedupe ? nullptr : &two.b, asked);
}

bool once_in_b(const std::vector<LinkedRows>& pairs) {
  std::vector<std::uint32_t> rows;
  for (const LinkedRows& pair : pairs) rows.push_back(pair.b);
  std::sort(rows.begin(), rows.end());
  return std::adjacent_find(rows.begin(), rows.end()) == rows.end();
}

}  // namespace

TEST_CASE("two lists that hold each once are linked one to one, unasked") {
  const Two two;
  const MeasuredLists out = run(two, {});
  CHECK(out.linked.mode == Mode::kOneToOne);
  CHECK(out.linked.mode_seen);
  CHECK(out.linked.groups.size() > 60);
  for (const Group& group : out.linked.groups) {
    CHECK(group.a.size() == 1);
    CHECK(group.b.size() == 1);
  }
}

TEST_CASE("a list that holds people twice is linked many to many, unasked") {
  Two two;
  std::vector<Record> twice = two.lists.held;
  for (Record record : two.lists.held) {
    record.index += static_cast<std::uint32_t>(two.lists.held.size());
    twice.push_back(std::move(record));
  }
  two.b = *Records::of(invented::schema(), twice);
  const MeasuredLists out = run(two, {});
  CHECK(out.linked.mode == Mode::kManyToMany);
  CHECK(out.linked.mode_seen);
  CHECK(run(two, Mode::kOneToOne).linked.mode == Mode::kOneToOne);
}

TEST_CASE("modes: who may have several partners") {
  const Two two;
  CHECK(once_in_b(run(two, Mode::kOneToMany).linked.pairs));
  for (const Mode mode : {Mode::kManyToMany, Mode::kOneToMany}) {
    for (const Group& group : run(two, mode).linked.groups) {
      CHECK_FALSE(group.a.empty());
      CHECK_FALSE(group.b.empty());
    }
  }
  for (const Group& group : run(two, Mode::kWithin).linked.groups) CHECK(group.b.empty());
}

TEST_CASE("the same at any number of threads, and from what was learnt") {
  const Two two;
  for (const Mode mode :
       {Mode::kDedupe, Mode::kOneToOne, Mode::kOneToMany, Mode::kManyToMany, Mode::kWithin}) {
    const MeasuredLists one = run(two, mode), other = run(two, mode, 2);
    CHECK(one.linked.pairs == other.linked.pairs);
    const Model model{mode, one.linked.schema, one.linked.fitted, {}};
    const auto read = read_model(write_model(model));
    if (!read) continue;  // a schema with groups is not a table's
    const MeasuredLists again = run(two, mode, 1, read->fitted);
    CHECK(again.linked.pairs == one.linked.pairs);
  }
}

TEST_CASE("two lists that call places by other words learn which they are") {
  const Two two;
  const std::size_t origin = 4;
  REQUIRE(invented::schema()[origin].kind == Kind::kTerm);
  Two told = two, turned = two;
  const auto rewritten = [&](std::vector<Record> records, bool backwards) {
    for (Record& record : records) {
      for (Value& value : record.values[origin]) {
        Term& term = std::get<Term>(value);
        std::string text = term.is.empty() ? term.text : term.is.front();
        if (backwards) std::reverse(text.begin(), text.end());
        term = {{}, {}, text};
      }
    }
    return *Records::of(invented::schema(), std::move(records));
  };
  told.a = turned.a = rewritten(two.lists.sought, false);
  told.b = rewritten(two.lists.held, false);
  turned.b = rewritten(two.lists.held, true);
  const MeasuredLists out = run(turned, Mode::kOneToOne);
  REQUIRE_FALSE(out.linked.fitted.same_terms.empty());
  for (const SameTerms& same : out.linked.fitted.same_terms) {
    std::string back = same.other;
    std::reverse(back.begin(), back.end());
    CHECK(same.text == back);
  }
  CHECK(run(told, Mode::kOneToOne).linked.fitted.same_terms.empty());
  CHECK(run(turned, Mode::kOneToOne, 2).linked.pairs == out.linked.pairs);
  CHECK(run(turned, Mode::kOneToOne, 1, out.linked.fitted).linked.pairs == out.linked.pairs);
}

TEST_CASE("modes that need another number of lists are refused") {
  const Two two;
  ListsAsked asked;
  asked.mode = Mode::kDedupe;
  CHECK_FALSE(link_lists(two.a, &two.b, asked).has_value());
  asked.mode = Mode::kOneToOne;
  CHECK_FALSE(link_lists(two.a, nullptr, asked).has_value());
}

TEST_CASE("what is measured never changes what is linked") {
  const Two two;
  People2 people;
  people.a.assign(two.a.size(), 0);
  people.b.assign(two.b.size(), 1);
  const auto with = link_lists(two.a, &two.b, {}, people);
  REQUIRE(with.has_value());
  CHECK(with->linked.pairs == run(two, {}).linked.pairs);
  CHECK(with->measure->pairs().right == 0);
}

}  // namespace parley::linkage
