#include "exchange/claims.hpp"

#include <doctest/doctest.h>
#include <fmt/core.h>
#include <rapidcheck.h>

#include <map>
#include <set>
#include <string_view>

#include "dossier/testing.hpp"

namespace parley::exchange {
namespace {

namespace gen = rc::gen;
using dossier::testing::add;
using dossier::testing::id_of;
using record::EntryId;
using enum ClaimState;

const EntryId kNorth = id_of("north");  // claims
const EntryId kSouth = id_of("south");  // is asked
const EntryId kWest = id_of("west");

// The table of who may do what when, and what comes of it, written out by hand: state, step, state
// after. A pair that is not in it is refused. "answer" and the rest are of the statuses in
// brackets: open ones leave the whereabouts unknown and move the claim to nobody.
struct Line {
  std::string_view state, step, after;
};
constexpr Line kTable[] = {
    {"submitted", "round answers", "put"},
    {"put", "round answers", "put"},  // a reminder
    {"whereabouts-unknown", "round answers", "put"},
    {"answered", "round remarks", "answered"},
    {"contested", "round final-replies", "contested"},
    {"replied", "round last-remarks", "replied"},

    {"put", "answer held", "answered"},
    {"put", "answer open", "answered"},
    {"put", "answer closing", "answered"},
    {"put", "answer moved", "submitted"},

    {"contested", "final held", "agreed"},
    {"contested", "final open", "replied"},
    {"contested", "final closing", "replied"},
    {"contested", "final moved", "submitted"},

    {"answered", "accept closing", "agreed"},
    {"answered", "accept open", "whereabouts-unknown"},
    {"answered", "contest closing", "contested"},
    {"answered", "contest open", "contested"},
    {"replied", "accept-last closing", "agreed"},
    {"replied", "accept-last open", "whereabouts-unknown"},
    {"replied", "contest-last closing", "disputed"},
    {"replied", "contest-last open", "disputed"},

    {"contested", "settle closing", "agreed"},
    {"contested", "settle open", "whereabouts-unknown"},
    {"replied", "settle closing", "agreed"},
    {"replied", "settle open", "whereabouts-unknown"},
    {"disputed", "settle closing", "agreed"},
    {"disputed", "settle open", "whereabouts-unknown"},
    {"whereabouts-unknown", "settle closing", "agreed"},
    {"whereabouts-unknown", "settle open", "whereabouts-unknown"},
};

std::optional<std::string_view> expected(std::string_view state, std::string_view step) {
  for (const Line& line : kTable) {
    if (line.state == state && line.step == step) return line.after;
  }
  return {};
}

// Which answers leave it open where the person is: by hand.
bool open(AnswerStatus status) {
  const std::set<std::string_view> words = {"not-held",    "unknown",
                                            "escaped",     "held-by-another",
                                            "transferred", "insufficiently-identified"};
  return words.contains(name(status));
}

Claim a_claim(ClaimState state) {
  Claim claim;
  claim.id = id_of("claim");
  claim.claimant = kNorth;
  claim.holder = kSouth;
  claim.state = state;
  return claim;
}

template <class Step>
void check(Claim claim, const Step& step, std::string_view called) {
  const auto after = expected(name(claim.state), called);
  const auto allowed = may(claim, step);
  CAPTURE(name(claim.state));
  CAPTURE(called);
  CHECK(allowed.has_value() == after.has_value());
  if (!allowed) {
    CHECK(allowed.error().fault == Fault::kRefused);
    CHECK(allowed.error().message.find(name(claim.state)) != std::string::npos);
    CHECK(allowed.error().message.find(awaits(claim.state)) != std::string::npos);
    return;
  }
  take(claim, step);
  if (after) CHECK(name(claim.state) == *after);
}

Answer an_answer(AnswerStatus status, bool final_reply, bool moved = false) {
  Answer answer;
  answer.claim = id_of("claim");
  answer.by = kSouth;
  answer.status = status;
  answer.final_reply = final_reply;
  if (moved) answer.other = kWest;
  if (status == AnswerStatus::kTransferred && !moved) answer.other_name = "somebody unnamed here";
  return answer;
}

}  // namespace

TEST_CASE("claims: every state, every step, against the table written by hand") {
  for (const ClaimState state : kClaimStates) {
    for (const RoundKind kind : kRoundKinds) {
      Round round;
      round.kind = kind;
      const bool to_holder = kind == RoundKind::kAnswers || kind == RoundKind::kFinalReplies;
      round.to = to_holder ? kSouth : kNorth;
      check(a_claim(state), round, fmt::format("round {}", name(kind)));
    }
    for (const AnswerStatus status : kAnswerStatuses) {
      const std::string_view sort = status == AnswerStatus::kHeld ? "held"
                                    : open(status)                ? "open"
                                                                  : "closing";
      check(a_claim(state), an_answer(status, false), fmt::format("answer {}", sort));
      check(a_claim(state), an_answer(status, true), fmt::format("final {}", sort));
      if (status == AnswerStatus::kTransferred || status == AnswerStatus::kHeldByAnother) {
        check(a_claim(state), an_answer(status, false, true), "answer moved");
        check(a_claim(state), an_answer(status, true, true), "final moved");
      }
      Claim answered = a_claim(state);
      answered.status = status;
      answered.family_told = true;
      for (const Stance stance : {Stance::kAccepted, Stance::kContested}) {
        for (const bool last : {false, true}) {
          const Remark remark{answered.id, kNorth, stance, "", last};
          check(answered, remark,
                fmt::format("{}{} {}", stance == Stance::kAccepted ? "accept" : "contest",
                            last ? "-last" : "", open(status) ? "open" : "closing"));
        }
      }
      check(a_claim(state), Settlement{id_of("claim"), status, "settled"},
            fmt::format("settle {}", open(status) ? "open" : "closing"));
    }
  }
}

TEST_CASE("claims: only the party concerned takes a step") {
  for (const ClaimState state : kClaimStates) {
    for (const RoundKind kind : kRoundKinds) {
      Round round;
      round.kind = kind;
      round.to = kWest;
      CHECK(may(a_claim(state), round).error().fault == Fault::kRefused);
    }
    for (const bool last : {false, true}) {
      Answer answer = an_answer(AnswerStatus::kHeld, last);
      answer.by = kNorth;
      CHECK_FALSE(may(a_claim(state), answer).has_value());
      CHECK_FALSE(may(a_claim(state), Remark{id_of("claim"), kSouth, Stance::kAccepted, "", last}));
    }
  }
  Claim nobody = a_claim(kPut);
  nobody.holder.reset();
  CHECK_FALSE(may(nobody, an_answer(AnswerStatus::kHeld, false)).has_value());
}

TEST_CASE("claims: a transfer says to whom") {
  Answer answer = an_answer(AnswerStatus::kTransferred, false);
  answer.other_name.clear();
  CHECK(may(a_claim(kPut), answer).error().message == "transferred: to whom is missing");
  answer.other = kWest;
  Claim claim = a_claim(kPut);
  REQUIRE(may(claim, answer).has_value());
  take(claim, answer);
  CHECK(claim.holder == kWest);
  CHECK(claim.state == kSubmitted);
  CHECK_FALSE(claim.sent);
  // Whoever says it has handed a person to itself has answered, and no more.
  answer.other = kSouth;
  claim = a_claim(kPut);
  take(claim, answer);
  CHECK(claim.state == kAnswered);
  CHECK(claim.holder == kSouth);
}

TEST_CASE("claims: a death goes nowhere before the family knows") {
  Claim claim = a_claim(kPut);
  take(claim, an_answer(AnswerStatus::kDied, false));
  CHECK(claim.embargoed());
  CHECK(claim.dead);
  Round pass;
  pass.kind = RoundKind::kRemarks;
  pass.to = kNorth;
  CHECK(may(claim, pass).error().message.find("family") != std::string::npos);
  const Remark contest{claim.id, kNorth, Stance::kContested, "", false};
  CHECK_FALSE(may(claim, contest).has_value());

  REQUIRE(may(claim, FamilyTold{claim.id, {}, ""}).has_value());
  take(claim, FamilyTold{claim.id, {}, ""});
  CHECK_FALSE(claim.embargoed());
  CHECK(may(claim, pass).has_value());
  REQUIRE(may(claim, contest).has_value());
  take(claim, contest);
  // The same death again is no news; another answer, and then a death, would be.
  Claim same = claim;
  take(same, an_answer(AnswerStatus::kDied, true));
  CHECK_FALSE(same.embargoed());
  Claim other = claim;
  take(other, an_answer(AnswerStatus::kUnknown, true));
  take(other, an_answer(AnswerStatus::kDied, true));
  CHECK(other.embargoed());

  for (const ClaimState state : kClaimStates) {
    CHECK_FALSE(may(a_claim(state), FamilyTold{claim.id, {}, ""}).has_value());
  }
}

TEST_CASE("claims: rounds set the day and are counted") {
  Claim claim = a_claim(kSubmitted);
  Round round;
  round.to = kSouth;
  round.deadline = Date{2018, 12, 20};
  take(claim, round);
  CHECK(claim.sent);
  CHECK(claim.deadline == Date{2018, 12, 20});
  round.reminder = true;
  round.deadline.reset();
  take(claim, round);
  CHECK(claim.deadline == Date{2018, 12, 20});
  CHECK(claim.reminders == 1);
  take(claim, an_answer(AnswerStatus::kHeld, false));
  CHECK_FALSE(claim.sent);
  CHECK_FALSE(claim.deadline.has_value());
}

TEST_CASE("claims: what befell a person") {
  const auto after = [](std::initializer_list<EventKind> kinds, ClaimState state = kAgreed) {
    Claim claim = a_claim(state);
    for (const EventKind kind : kinds) {
      Event event;
      event.person = claim.id;
      event.kind = kind;
      event.by = kSouth;
      if (kind == EventKind::kTransferred) event.other = kWest;
      take(claim, event);
    }
    return claim;
  };
  CHECK(after({EventKind::kReleasedUnilaterally}).at_liberty);
  CHECK_FALSE(after({EventKind::kReleased, EventKind::kReArrested}).at_liberty);
  CHECK(after({EventKind::kReleased, EventKind::kReArrested}).re_arrested);
  CHECK_FALSE(after({EventKind::kReArrested, EventKind::kEscaped}).re_arrested);
  CHECK(after({EventKind::kDoesNotTravel}).does_not_travel);
  CHECK(after({EventKind::kOtherDestination}).does_not_travel);
  CHECK_FALSE(after({EventKind::kDoesNotTravel, EventKind::kTravels}).does_not_travel);
  CHECK(after({EventKind::kDied}).dead);
  CHECK(after({EventKind::kTransferred}).state == kSubmitted);
  CHECK(after({EventKind::kTransferred}).holder == kWest);
  CHECK(after({EventKind::kTransferred}, kWithdrawn).state == kWithdrawn);
}

namespace {

struct Told {
  record::View view;
  std::vector<EntryId> claims;
};

Told told(int people) {
  Told out;
  ListVersion version;
  version.key = "north-sought";
  version.by = kNorth;
  version.holder = kSouth;
  version.file = "sought.csv";
  version.format = "csv";
  version.reading.columns = {{"Name", Field::kName}};
  const EntryId id = add(out.view, to_payload(version));
  for (int i = 0; i < people; ++i) {
    out.claims.push_back(
        add(out.view, to_payload(ListRow{id, i + 2, {fmt::format("Person {}", i)}})));
  }
  return out;
}

Claims fold(const record::View& view) {
  const Lists lists = fold_lists(view);
  return fold_claims(view, lists, [](const Row&) -> std::optional<EntryId> { return kSouth; });
}

}  // namespace

TEST_CASE("fold_claims: a whole exchange of words, and a wrong step that changes nothing") {
  Told here = told(3);
  Round round;
  round.to = kSouth;
  round.claims = {here.claims[0], here.claims[1]};
  round.language = "en";
  round.file = Bytes(32);
  const EntryId sent = add(here.view, to_payload(round));
  Answer answer = an_answer(AnswerStatus::kNotHeld, false);
  answer.claim = here.claims[0];
  add(here.view, to_payload(answer));
  answer.claim = here.claims[2];  // never put
  add(here.view, to_payload(answer));
  answer.claim = id_of("nobody");
  add(here.view, to_payload(answer));
  add(here.view,
      to_payload(Remark{here.claims[0], kNorth, Stance::kContested, "seen in May", false}));
  answer.claim = here.claims[0];
  answer.status = AnswerStatus::kHeld;
  answer.final_reply = true;
  add(here.view, to_payload(answer));

  const Claims claims = fold(here.view);
  REQUIRE(claims.claims.size() == 3);
  CHECK(claims.claims[0].state == kAgreed);
  CHECK(claims.claims[0].status == AnswerStatus::kHeld);
  CHECK(claims.claims[0].steps == 3);
  CHECK(claims.claims[0].step_at == here.view.size - 1);
  CHECK(claims.answers.at(*claims.claims[0].answer).final_reply);
  CHECK(claims.remarks.at(*claims.claims[0].remark).note == "seen in May");
  CHECK(claims.claims[1].state == kPut);
  CHECK(claims.claims[2].state == kSubmitted);
  REQUIRE(claims.problems.size() == 2);
  CHECK(claims.problems[0].find("the claim is submitted") != std::string::npos);
  CHECK(claims.problems[1].find("not in this view") != std::string::npos);
  REQUIRE(claims.rounds.size() == 1);
  CHECK(claims.rounds[0].id == sent);
  CHECK(claims.rounds[0].index == 4);
}

TEST_CASE("fold_claims: a claim that the list has no more is withdrawn") {
  Told here = told(2);
  ListVersion second;
  second.key = "north-sought";
  second.by = kNorth;
  second.holder = kSouth;
  second.file = "sought.csv";
  second.format = "csv";
  second.reading.columns = {{"Name", Field::kName}};
  second.dropped = {here.claims[1]};
  add(here.view, to_payload(second));
  const Claims claims = fold(here.view);
  CHECK(claims.claims[0].state == kSubmitted);
  CHECK(claims.claims[1].state == kWithdrawn);
}

TEST_CASE("fold_claims: no sequence of entries closes what is unresolved, or takes a step twice") {
  CHECK(rc::check([] {
    Told here = told(2);
    for (int i = *gen::inRange(0, 25); i > 0; --i) {
      const EntryId claim = *gen::elementOf(here.claims);
      const AnswerStatus status =
          kAnswerStatuses[*gen::inRange<std::size_t>(0, kAnswerStatuses.size())];
      const bool flag = *gen::arbitrary<bool>();
      Round round;
      round.claims = {claim};
      round.language = "en";
      round.file = Bytes(32);
      Answer answer = an_answer(status, flag);
      answer.claim = claim;
      switch (*gen::inRange(0, 5)) {
        case 0:
          round.kind = kRoundKinds[*gen::inRange<std::size_t>(0, 4)];
          round.to = flag ? kSouth : kNorth;
          add(here.view, to_payload(round));
          break;
        case 1: add(here.view, to_payload(answer)); break;
        case 2:
          add(here.view,
              to_payload(Remark{claim, kNorth,
                                *gen::elementOf(std::vector{Stance::kAccepted, Stance::kContested}),
                                "", flag}));
          break;
        case 3: add(here.view, to_payload(Settlement{claim, status, "so"})); break;
        default: add(here.view, to_payload(FamilyTold{claim, {}, ""})); break;
      }
    }
    const Claims claims = fold(here.view);
    std::size_t steps = 0;
    for (const Claim& claim : claims.claims) {
      steps += claim.steps;
      if (claim.state == kAgreed) RC_ASSERT(claim.status && !open(*claim.status));
      if (claim.state == kWhereaboutsUnknown) RC_ASSERT(claim.status && open(*claim.status));
    }
    // Whatever stands in the record was either taken, or is a problem.
    std::size_t entries = 0;
    for (const auto& entry : here.view.entries) {
      entries += entry.payload.kind == kAnswerKind || entry.payload.kind == kRemarkKind ||
                 entry.payload.kind == kSettlementKind;
    }
    RC_ASSERT(steps <= entries);
    RC_ASSERT(steps + claims.problems.size() >= entries);
  }));
}

}  // namespace parley::exchange
