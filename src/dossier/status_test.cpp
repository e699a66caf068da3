#include "dossier/status.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "dossier/testing.hpp"
#include "dossier/timeline.hpp"

namespace parley::dossier {
namespace {

std::string key(const Dossier& dossier, const record::EntryId& id) {
  return dossier.statement(id)->value().key;
}

// What a measure waits for, "met" marked with +.
std::vector<std::string> waits(const Dossier& dossier, const Status& status,
                               std::string_view measure) {
  std::vector<std::string> out;
  for (const MeasureStatus& one : status.measures) {
    if (dossier.measure(one.measure)->value().key != measure) continue;
    for (const Waiting& waiting : one.waits) {
      out.push_back((waiting.met.empty() ? "" : "+") + key(dossier, waiting.statement));
    }
  }
  return out;
}

const Point& point(const Status& status, std::string_view name) {
  return *std::find_if(status.points.begin(), status.points.end(),
                       [&](const Point& one) { return one.point == name; });
}

using Keys = std::vector<std::string>;

TEST_CASE("Montreux, day by day") {
  const auto dossier = fold(testing::montreux_view());
  REQUIRE(dossier);
  REQUIRE(dossier->problems.empty());
  REQUIRE(dossier->statements.size() == 31);
  const auto on = [&](int day) { return status(*dossier, {2014, 1, day}); };

  const Status before = on(12);
  CHECK(before.considered.empty());
  CHECK(before.later == 31);
  CHECK(before.measures.size() == 6);

  const Status day13 = on(13);
  CHECK(day13.considered.size() == 20);
  CHECK(waits(*dossier, day13, "exchange") == Keys{"opposition-lists", "government-lists"});
  CHECK(waits(*dossier, day13, "access/ghouta") == Keys{"ghouta-access"});
  CHECK(waits(*dossier, day13, "conference") == Keys{"kerry-iran-condition", "lavrov-invite-all"});
  CHECK(waits(*dossier, day13, "ceasefire/aleppo").empty());
  const Waiting& lists = day13.measures[0].waits[0];
  CHECK(lists.word.speakers.at(0).name == "John Kerry");
  CHECK(dossier->party(*lists.from)->value().key == "opposition");
  CHECK(lists.since == Date{2014, 1, 13});
  const Waiting& government = day13.measures[0].waits[1];
  CHECK(government.word.speakers.empty());
  CHECK(dossier->source(*government.word.source)->value().key == "rt-2014-01-13");

  const Point& iran = point(day13, "Iran's part in the conference");
  CHECK(iran.contradicted);
  CHECK(iran.stands.size() == 5);
  REQUIRE(iran.shifts.size() == 1);
  CHECK(iran.shifts[0].holder.speaker->name == "John Kerry");
  CHECK(iran.shifts[0].order_known);
  CHECK(key(*dossier, iran.shifts[0].before) == "kerry-sidelines");
  CHECK(key(*dossier, iran.shifts[0].after) == "kerry-iran-condition");
  CHECK_FALSE(point(day13, "A ceasefire in the whole country").contradicted);

  const Status day18 = on(18);
  CHECK(day18.considered.size() == 23);
  CHECK(waits(*dossier, day18, "exchange") == Keys{"opposition-lists", "government-lists"});
  CHECK(waits(*dossier, day18, "ceasefire/aleppo") == Keys{"muallem-aleppo-plan"});
  CHECK(point(day18, "The Coalition at the conference").shifts.empty());

  const Status day19 = on(19);
  CHECK(waits(*dossier, day19, "conference") == Keys{"kerry-iran-condition", "+lavrov-invite-all",
                                                     "us-rescind-unless", "coalition-withdraws"});
  CHECK(point(day19, "Iran's part in the conference").shifts.size() == 1);
  CHECK(point(day19, "The Coalition at the conference").shifts.size() == 1);

  const Status day20 = on(20);
  CHECK(waits(*dossier, day20, "conference") == Keys{"kerry-iran-condition", "+lavrov-invite-all",
                                                     "us-rescind-unless", "+coalition-withdraws"});
  CHECK(point(day20, "Iran's part in the conference").shifts.size() == 2);
  CHECK(point(day20, "The Coalition at the conference").shifts.size() == 2);

  const Status day22 = on(22);
  CHECK(day22.considered.size() == 31);
  CHECK(day22.later == 0);
  for (const PartyStatus& party : day22.parties) {
    const std::string name = dossier->party(party.party)->value().key;
    CAPTURE(name);
    CHECK(party.owes.size() == (name == "iran" || name == "syrian-government" ? 2
                                : name == "opposition"                        ? 1
                                                                              : 0));
    CHECK(party.depth == (name == "opposition-coalition" || name == "armed-opposition" ? 1 : 0));
    if (name == "russia") {
      REQUIRE(party.latest.size() == 3);
      CHECK(key(*dossier, party.latest[0]) == "agree-on-most");
    }
  }
}

TEST_CASE("property: a later day considers the same statements and perhaps more") {
  CHECK(rc::check([] {
    record::View view;
    for (int i = *rc::gen::inRange(0, 12); i > 0; --i) {
      Statement statement;
      statement.text = std::to_string(i);
      const Date date = civil_from_days(*rc::gen::inRange(16000, 16100))
                            .coarsened(*rc::gen::elementOf(std::vector<Precision>{
                                Precision::kDay, Precision::kMonth, Precision::kYear}));
      (*rc::gen::arbitrary<bool>() ? statement.said : statement.reported) = date;
      testing::add(view, to_payload(statement));
    }
    const auto dossier = fold(view);
    RC_ASSERT(dossier.has_value());
    const auto first = *rc::gen::inRange<std::int64_t>(15990, 16500);
    const auto second = first + *rc::gen::inRange<std::int64_t>(0, 50);
    auto earlier = status(*dossier, civil_from_days(first)).considered;
    auto later = status(*dossier, civil_from_days(second)).considered;
    const auto all = in_order(*dossier).size();
    RC_ASSERT(earlier.size() <= later.size() && later.size() <= all);
    std::sort(earlier.begin(), earlier.end());
    std::sort(later.begin(), later.end());
    RC_ASSERT(std::includes(later.begin(), later.end(), earlier.begin(), earlier.end()));
  }));
}

TEST_CASE("dates that do not tell the order are said not to") {
  record::View view;
  Statement statement;
  statement.speakers = {{"A", {}}};
  statement.text = "x";
  statement.point = "p";
  const auto say = [&](Date said, std::string stance) {
    statement.said = said;
    statement.stance = std::move(stance);
    testing::add(view, to_payload(statement));
  };
  say({2014, 1, 0}, "yes");
  say({2014, 1, 13}, "no");
  say({2014, 1, 13}, "perhaps");
  say({2014, 2, 1}, "yes");
  const Status state = status(*fold(view), {2014, 2, 1});
  REQUIRE(state.points.size() == 1);
  std::vector<bool> known;
  for (const Shift& shift : state.points[0].shifts) known.push_back(shift.order_known);
  CHECK(known == std::vector<bool>{false, false, true});
  CHECK_FALSE(state.points[0].contradicted);
}

TEST_CASE("a withdrawn statement counts no more") {
  record::View view;
  Statement statement;
  statement.text = "x";
  statement.said = Date{2014, 1, 13};
  const auto id = testing::add(view, to_payload(statement));
  CHECK(status(*fold(view), {2014, 1, 13}).considered.size() == 1);
  testing::add(view, to_payload(Correction{id, "never said", true, {}}));
  const Status state = status(*fold(view), {2014, 1, 13});
  CHECK(state.considered.empty());
  CHECK(state.later == 0);
}

}  // namespace
}  // namespace parley::dossier
