#include "exchange/eligible.hpp"

#include <doctest/doctest.h>

#include <set>

#include "exchange/match_testing.hpp"
#include "exchange/plan/planner.hpp"
#include "exchange/planned.hpp"
#include "exchange/still_planned.hpp"

namespace parley::exchange {
namespace {

using record::EntryId;
using testing::Exchange;
using testing::key;

const Date kOn{2019, 1, 7};

planning::Terms terms() {
  return *planning::read_terms("terms.toml", R"(
version = 1
parties = ["north", "south"]
[[corridor]]
between = ["north", "south"]
rule = "one-for-one"
[[first]]
class = "child"
basis = "policy"
[[first]]
class = "wounded-or-sick"
basis = "agreement"
)");
}

// One claim by the north on the south, and a held list with the same person and another.
struct Case {
  Exchange exchange;
  EntryId claim, second, held, other;
  EntryId north = exchange.party("north"), south = exchange.party("south");

  explicit Case(const std::string& born = "1980-01-05", const std::string& health = "") {
    const auto sought = exchange.list(
        "north-sought", ListKind::kSought, "north", {Field::kName, Field::kBorn, Field::kHealth},
        {{"Invented One", born, health}, {"Invented One", born, health}});
    claim = sought[0];
    second = sought[1];
    const auto list = exchange.list("south-held", ListKind::kHeld, "south",
                                    {Field::kName, Field::kReference},
                                    {{"Invented One", "S-1"}, {"Somebody Else", "S-2"}});
    held = list[0];
    other = list[1];
  }

  void agree(const EntryId& id, AnswerStatus status = AnswerStatus::kHeld) {
    Round round;
    round.to = south;
    round.claims = {id};
    round.language = "en";
    round.file = Bytes(32, 0);
    exchange.say(round);
    Answer answer;
    answer.claim = id;
    answer.by = south;
    answer.status = status;
    exchange.say(answer);
    Remark remark;
    remark.claim = id;
    remark.by = north;
    exchange.say(remark);
  }

  void confirm(const EntryId& a, const std::optional<EntryId>& b, int keys = 2) {
    for (int i = 0; i < keys; ++i) {
      exchange.say(Identity{a, b, Verdict::kSame, ""}, key(static_cast<std::uint8_t>(i + 1)));
    }
  }

  Eligible sort() const { return *eligible(exchange.view(), terms(), kOn); }

  std::optional<Bar> bar_of(const EntryId& id) const {
    for (const Barred& one : sort().barred) {
      if (one.claim == id) return one.bar;
    }
    return {};
  }
};

TEST_CASE("a claim enters once both sides agree and two keys have confirmed it") {
  Case one;
  CHECK(one.bar_of(one.claim) == Bar::kNotAgreed);
  one.agree(one.claim);
  CHECK(one.bar_of(one.claim) == Bar::kNotConfirmed);
  one.confirm(one.claim, one.held, 1);
  CHECK(one.bar_of(one.claim) == Bar::kNotConfirmed);
  one.confirm(one.claim, one.held, 2);
  CHECK_FALSE(one.bar_of(one.claim));
  const Eligible eligible = one.sort();
  REQUIRE(eligible.problem.persons.size() == 1);
  CHECK(eligible.problem.persons[0].id == one.claim);
  CHECK(eligible.problem.terms.parties[eligible.problem.persons[0].holder] == "south");
  CHECK(eligible.problem.terms.parties[eligible.problem.persons[0].claimant] == "north");
  CHECK(eligible.held_row.at(one.claim) == one.held);
}

TEST_CASE("a claim is confirmed as answered too") {
  Case one;
  one.agree(one.claim);
  one.confirm(one.claim, std::nullopt);
  CHECK_FALSE(one.bar_of(one.claim));
  CHECK(one.sort().held_row.empty());
}

TEST_CASE("one who says different keeps a pair out") {
  Case one;
  one.agree(one.claim);
  one.confirm(one.claim, one.held);
  one.exchange.say(Identity{one.claim, one.held, Verdict::kDifferent, "another mother"}, key(3));
  CHECK(one.bar_of(one.claim) == Bar::kNotConfirmed);
}

TEST_CASE("of two claims for one person only the first enters") {
  Case one;
  for (const EntryId& id : {one.claim, one.second}) {
    one.agree(id);
    one.confirm(id, one.held);
  }
  CHECK_FALSE(one.bar_of(one.claim));
  CHECK(one.bar_of(one.second) == Bar::kSamePerson);

  Case two;
  for (const EntryId& id : {two.claim, two.second}) {
    two.agree(id);
    two.confirm(id, std::nullopt);
  }
  CHECK_FALSE(two.bar_of(two.second));
  // One key's word that they are the same is enough to hold the second back.
  two.confirm(two.claim, two.second, 1);
  CHECK(two.bar_of(two.second) == Bar::kSamePerson);
}

TEST_CASE("one man is planned once, however his rows hang together") {
  // Ids differ from run to run; here the roles of the two held rows are exchanged instead.
  for (const bool turned : {false, true}) {
    Case one;
    const EntryId h1 = turned ? one.other : one.held, h2 = turned ? one.held : one.other;
    one.agree(one.claim);
    one.agree(one.second);
    one.confirm(one.claim, h1);
    one.confirm(one.claim, h2);
    one.confirm(one.second, h2);
    CHECK_FALSE(one.bar_of(one.claim));
    CHECK(one.bar_of(one.second) == Bar::kSamePerson);
    CHECK(one.sort().held_row.at(one.claim) == one.held);  // the first in the record
  }
  Case chain;
  chain.agree(chain.claim);
  chain.agree(chain.second);
  chain.confirm(chain.claim, chain.held);
  chain.confirm(chain.second, chain.other);
  chain.confirm(chain.held, chain.other, 1);
  CHECK(chain.sort().problem.persons.size() == 1);
  CHECK(chain.bar_of(chain.second) == Bar::kSamePerson);
}

TEST_CASE("what befell a person on the holder's row, or on another claim, counts") {
  for (const EventKind kind :
       {EventKind::kDied, EventKind::kReleased, EventKind::kDoesNotTravel}) {
    for (const bool on_held_row : {true, false}) {
      Case one;
      one.agree(one.claim);
      one.confirm(one.claim, one.held);
      one.confirm(one.claim, one.second, 1);
      Event event;
      event.person = on_held_row ? one.held : one.second;
      event.kind = kind;
      event.by = one.south;
      one.exchange.say(event);
      CAPTURE(name(kind));
      CHECK(one.bar_of(one.claim));
    }
  }
}

TEST_CASE("terms may name people who are not ready, and nobody else") {
  const auto sort = [](const Case& one, const std::string& list) {
    return eligible(one.exchange.view(),
                    *planning::read_terms("t", planning::to_toml(terms()) + list), kOn);
  };
  const std::string must = "\n[[must_include]]\nparty = \"south\"\nreference = ";
  const std::string never = "\n[[will_not_release]]\nparty = \"south\"\nreference = ";
  Case one;
  REQUIRE(sort(one, must + "\"S-1\"\n"));
  CHECK(sort(one, must + "\"S-1\"\n")->named_absent.must_include == 1);
  CHECK(sort(one, never + "\"S-2\"\n")->named_absent.will_not_release == 1);
  CHECK_FALSE(sort(one, never + "\"S-3\"\n"));
  one.agree(one.claim);
  one.confirm(one.claim, one.held);
  CHECK(sort(one, must + "\"S-1\"\n")->named_absent.must_include == 0);
  CHECK(sort(one, must + "\"S-1\"\n")->problem.persons.at(0).must);
  CHECK(sort(one, never + "\"S-1\"\n")->problem.persons.at(0).never);
}

TEST_CASE("what befell a person keeps the person out, whatever was agreed") {
  const std::pair<EventKind, std::optional<Bar>> cases[] = {
      {EventKind::kDied, Bar::kDead},
      {EventKind::kReleased, Bar::kAtLiberty},
      {EventKind::kReleasedUnilaterally, Bar::kAtLiberty},
      {EventKind::kEscaped, Bar::kAtLiberty},
      {EventKind::kDoesNotTravel, Bar::kDoesNotTravel},
      {EventKind::kOtherDestination, Bar::kDoesNotTravel},
      {EventKind::kTravels, std::nullopt},
  };
  for (const auto& [kind, bar] : cases) {
    Case one;
    one.agree(one.claim);
    one.confirm(one.claim, one.held);
    Event event;
    event.person = one.claim;
    event.kind = kind;
    event.by = one.south;
    one.exchange.say(event);
    CAPTURE(name(kind));
    CHECK(one.bar_of(one.claim) == bar);
    if (bar != Bar::kAtLiberty) continue;
    event.kind = EventKind::kReArrested;
    one.exchange.say(event);
    CHECK_FALSE(one.bar_of(one.claim));
  }
}

TEST_CASE("agreed on another answer than held does not enter") {
  Case one;
  one.agree(one.claim, AnswerStatus::kReleased);
  one.confirm(one.claim, one.held);
  CHECK(one.bar_of(one.claim) == Bar::kAtLiberty);
  Case two;
  two.agree(two.claim, AnswerStatus::kHeldWithheld);
  two.confirm(two.claim, two.held);
  CHECK(two.bar_of(two.claim) == Bar::kNotHeld);
}

TEST_CASE("held by the latest word is held, whatever was answered before") {
  for (const AnswerStatus before : {AnswerStatus::kReleased, AnswerStatus::kDied}) {
    for (const bool settled : {false, true}) {
      Case one;
      Round round;
      round.to = one.south;
      round.claims = {one.claim};
      round.language = "en";
      round.file = Bytes(32, 0);
      one.exchange.say(round);
      Answer answer;
      answer.claim = one.claim;
      answer.by = one.south;
      answer.status = before;
      one.exchange.say(answer);
      FamilyTold told;
      told.claim = one.claim;
      if (before == AnswerStatus::kDied) one.exchange.say(told);
      Remark remark;
      remark.claim = one.claim;
      remark.by = one.north;
      remark.stance = Stance::kContested;
      one.exchange.say(remark);
      if (settled) {
        Settlement settlement;
        settlement.claim = one.claim;
        settlement.status = AnswerStatus::kHeld;
        settlement.note = "seen";
        one.exchange.say(settlement);
      } else {
        answer.status = AnswerStatus::kHeld;
        answer.final_reply = true;
        one.exchange.say(answer);
      }
      one.confirm(one.claim, one.held);
      CHECK_FALSE(one.bar_of(one.claim));
    }
  }
}

TEST_CASE("a class is read from age and health, and only where it is sure and in the terms") {
  const auto class_of = [](const std::string& born, const std::string& health) {
    Case one(born, health);
    one.agree(one.claim);
    one.confirm(one.claim, one.held);
    return one.sort().problem.persons.at(0).first;
  };
  CHECK(class_of("2004-01-05", "") == planning::FirstClass::kChild);
  CHECK_FALSE(class_of("2001-01-07", ""));  // eighteen that day
  CHECK_FALSE(class_of("2001", ""));        // it cannot be said
  CHECK_FALSE(class_of("1940-01-05", ""));  // elderly is not in these terms
  CHECK(class_of("1980-01-05", "wounded") == planning::FirstClass::kWoundedOrSick);
  CHECK_FALSE(class_of("1980-01-05", "good"));
}

TEST_CASE("terms and plans come back from their entries as they were, and nothing else does") {
  Case one;
  one.agree(one.claim);
  one.confirm(one.claim, one.held);
  const record::Payload written = terms_payload(terms());
  CHECK(*terms_from(written) == terms());

  Planned planned;
  planned.terms = testing::Exchange().party("north");
  planned.on = kOn;
  planned.size = 17;
  planned.root[3] = 9;
  planned.plan = *planning::make_plan(one.sort().problem);
  const record::Payload payload = to_payload(planned);
  CHECK(*planned_from(payload) == planned);
  for (const auto& [field, value] : payload.body) {
    record::Payload without = payload;
    without.body.erase(field);
    const auto read = planned_from(without);
    // Omissions and unlocks may be withheld; everything else must be there.
    if (read) {
      // An empty list is absent anyway.
      CHECK((field == planning::plan_field::kStages || field == planning::plan_field::kOmissions ||
             field == planning::plan_field::kUnlocks));
    }
  }
  record::Payload more = payload;
  more.body.emplace(99, 1);
  CHECK_FALSE(planned_from(more));
}

TEST_CASE("what was said since a plan was made bars its people, each with the reason") {
  Case one;
  one.agree(one.claim);
  one.confirm(one.claim, one.held);
  const View then = one.exchange.view();
  Planned planned;
  planned.on = kOn;
  planned.plan.parties = {"north", "south"};
  planned.plan.stages.push_back({{{1, 0, {}, {one.claim}}}, {0, 1}});
  const auto bars = [&] {
    return *no_longer_ready(one.exchange.view(), then.identities, terms(), planned);
  };
  CHECK(bars().empty());
  // Of another pair, or said as before by the same key: nothing.
  one.exchange.say(Identity{one.claim, one.other, Verdict::kDifferent, ""}, key(1));
  CHECK(bars().empty());
  one.exchange.say(Identity{one.claim, one.held, Verdict::kLater, ""}, key(1));
  REQUIRE(bars().size() == 1);
  CHECK(bars()[0].bar == Bar::kNotConfirmed);
  one.exchange.say(Identity{one.claim, one.held, Verdict::kDifferent, ""}, key(1));
  REQUIRE(bars().size() == 1);
  CHECK(bars()[0].bar == Bar::kDifferentPerson);
  one.exchange.say(Identity{one.claim, one.held, Verdict::kSame, ""}, key(1));
  CHECK(bars().empty());
  planned.plan.stages[0].legs[0].others.push_back(one.other);
  REQUIRE(bars().size() == 1);
  CHECK(bars()[0].claim == one.other);
  CHECK(bars()[0].bar == Bar::kWithdrawn);
}

}  // namespace
}  // namespace parley::exchange
