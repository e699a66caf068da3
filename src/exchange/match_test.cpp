// Rows as people that linkage compares; which lists are compared; what comes of it.
#include "exchange/match.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "dossier/correction.hpp"
#include "exchange/match_rivals.hpp"
#include "exchange/match_testing.hpp"

namespace parley::exchange {
namespace {

using testing::Exchange;
using testing::key;
using testing::Sides;

using Cells = std::vector<std::pair<Field, std::string>>;

linkage::Record record(const Cells& cells) {
  Reading reading;
  std::vector<std::string> texts;
  for (const auto& [field, text] : cells) {
    reading.columns.push_back({"", field});
    texts.push_back(text);
  }
  const Exchange exchange;
  const View view = exchange.view();
  return match_record(*read_person(reading, texts, Date{2018, 12, 10}), MatchPlaces(view.dossier),
                      7);
}

const std::vector<linkage::Value>& values(const linkage::Record& record, std::string_view field) {
  const linkage::Schema schema = match_schema();
  const auto at = std::find_if(schema.begin(), schema.end(),
                               [field](const linkage::Field& one) { return one.token == field; });
  REQUIRE(at != schema.end());
  return record.values[static_cast<std::size_t>(at - schema.begin())];
}

std::vector<std::string> parts(const linkage::Value& value) {
  std::vector<std::string> out;
  for (const text::NamePart& part : std::get<linkage::Name>(value).name.parts) {
    out.push_back(part.written);
  }
  return out;
}

std::vector<std::string> is(const linkage::Value& value) {
  return std::get<linkage::Term>(value).is;
}

const LinkedSet& set_of(const Linkage& linkage, std::string_view a, std::string_view b) {
  const auto found = std::find_if(linkage.sets.begin(), linkage.sets.end(),
                                  [&](const LinkedSet& one) { return one.a == a && one.b == b; });
  REQUIRE(found != linkage.sets.end());
  return *found;
}

const LinkedPair* pair_of(const LinkedSet& set, const record::EntryId& a,
                          const record::EntryId& b) {
  for (const LinkedPair& pair : set.pairs) {
    if (pair.a == a && pair.b == b) return &pair;
  }
  return nullptr;
}

Linkage run(const Exchange& exchange, int threads = 1, const Linkage* recorded = nullptr) {
  const View view = exchange.view();
  return *Matcher::of(view, threads)->run({}, recorded);
}

}  // namespace

TEST_CASE("a name in one column, and the same in four, are one name's parts") {
  const auto whole = record({{Field::kName, "Omar Fouad Said Al-Haddad"}});
  const auto columns = record({{Field::kGiven, "Omar"},
                               {Field::kFather, "Fouad"},
                               {Field::kGrandfather, "Said"},
                               {Field::kFamily, "Al-Haddad"}});
  REQUIRE(values(whole, "name").size() == 1);
  REQUIRE(values(columns, "name").size() == 1);
  CHECK(parts(values(whole, "name")[0]) == parts(values(columns, "name")[0]));
  CHECK(whole.index == 7);
}

TEST_CASE("a column of names beside a column of fathers holds the given name") {
  const auto one = record({{Field::kName, "Omar"}, {Field::kFather, "Fouad"}});
  REQUIRE(values(one, "name").size() == 1);
  const auto& name = std::get<linkage::Name>(values(one, "name")[0]).name;
  REQUIRE(name.parts.size() == 2);
  CHECK(name.parts[0].role == text::NameRole::kGiven);
  CHECK(name.parts[1].role == text::NameRole::kFather);
}

TEST_CASE("other spellings are names, aliases and names at arrest are aliases, each of its own") {
  const auto one = record({{Field::kName, "عمر الحداد"},
                           {Field::kNameOther, "Omar Al-Haddad"},
                           {Field::kNameAtArrest, "Hani Qadi"},
                           {Field::kAlias, "أبو سعيد، الصقر"}});
  const auto& names = values(one, "name");
  REQUIRE(names.size() == 5);
  std::vector<bool> aliases;
  for (const auto& value : names) aliases.push_back(std::get<linkage::Name>(value).alias);
  CHECK(std::count(aliases.begin(), aliases.end(), true) == 3);
  CHECK(std::any_of(names.begin(), names.end(), [](const linkage::Value& value) {
    return !std::get<linkage::Name>(value).name.kunya.empty();
  }));
}

TEST_CASE("an age is a span of birth, a date a day") {
  const auto age = record({{Field::kName, "A B"}, {Field::kAge, "30"}});
  const auto& span = std::get<linkage::DateSpan>(values(age, "birth").at(0));
  CHECK(span.first == Date{1987, 12, 11});
  CHECK(span.last == Date{1988, 12, 10});
  const auto day = record({{Field::kName, "A B"}, {Field::kBorn, "1980-05-06"}});
  CHECK(std::get<linkage::DateSpan>(values(day, "birth").at(0)).last == Date{1980, 5, 6});
}

TEST_CASE("all names of a place are one term, in any script") {
  const auto of = [](std::string text) {
    return is(
        values(record({{Field::kName, "A B"}, {Field::kOrigin, std::move(text)}}), "origin").at(0));
  };
  const auto saada = of("Saada");
  REQUIRE(saada.size() == 1);
  CHECK(of("صعدة") == saada);
  CHECK(of("صعده") == saada);
  CHECK(of("Sa'dah") == saada);
  CHECK(of("SAADA Governorate") == saada);
  CHECK(of("محافظة صعدة") == saada);
  CHECK(of("Hodeidah") == of("الحديدة"));
  CHECK(of("Hodeidah") == of("حديدة"));
  CHECK(of("Hodeidah") != saada);
  CHECK(of("Atlantis").empty());
}

TEST_CASE("of several places in a cell the innermost counts; a country contains everybody") {
  const auto one = record({{Field::kName, "A B"}, {Field::kBirthPlace, "Zabid, Hudaydah"}});
  const auto& term = std::get<linkage::Term>(values(one, "birth-place").at(0));
  const auto town = record({{Field::kName, "A B"}, {Field::kBirthPlace, "زبيد"}});
  CHECK(term.is == is(values(town, "birth-place").at(0)));
  CHECK(term.within.size() == 1);
  CHECK(term.text == "Zabid, Hudaydah");
}

TEST_CASE("papers are codes, several in a cell are several") {
  const auto one = record({{Field::kName, "A B"}, {Field::kDocument, "01-234; 55/6"}});
  CHECK(values(one, "document").size() == 3);
  CHECK(values(record({{Field::kName, "A B"}, {Field::kDocument, "--"}}), "document").empty());
}

TEST_CASE("consent plays no part in matching") {
  const auto yes = record({{Field::kName, "Omar Fouad"}, {Field::kConsent, "yes"}});
  const auto no = record({{Field::kName, "Omar Fouad"}, {Field::kConsent, "no"}});
  CHECK(parts(values(yes, "name")[0]) == parts(values(no, "name")[0]));
}

TEST_CASE("who seeks is compared with all who hold, each list with itself and its side's") {
  Exchange exchange;
  const std::vector<Field> names = {Field::kName};
  exchange.list("north-sought", ListKind::kSought, "north", names, {{"A B"}});
  exchange.list("north-held", ListKind::kHeld, "north", names, {{"A B"}});
  exchange.list("south-held", ListKind::kHeld, "south", names, {{"A B"}});
  exchange.list("guards-held", ListKind::kHeld, "south-guards", names, {{"A B"}});
  exchange.list("south-sought", ListKind::kSought, "south", names, {{"A B"}});
  exchange.list("empty", ListKind::kHeld, "south", names, {});
  const std::vector<MatchSet> want = {{PairKind::kClaim, 0, 2},     {PairKind::kClaim, 0, 3},
                                      {PairKind::kClaim, 4, 1},     {PairKind::kClaim, 4, 3},
                                      {PairKind::kDuplicate, 0, 0}, {PairKind::kDuplicate, 1, 1},
                                      {PairKind::kDuplicate, 2, 2}, {PairKind::kDuplicate, 2, 3},
                                      {PairKind::kDuplicate, 3, 3}, {PairKind::kDuplicate, 4, 4}};
  CHECK(match_sets(exchange.view()) == want);
}

TEST_CASE("the same people are found across scripts; the same bytes with two threads, and again") {
  const Sides sides;
  const Linkage linkage = run(sides.exchange);
  const LinkedSet& set = set_of(linkage, "north-sought", "south-held");
  for (std::size_t i = 0; i < testing::kBoth; ++i) {
    CHECK(pair_of(set, sides.sought[i], sides.held[i]) != nullptr);
  }
  const record::Payload once = to_payload(linkage);
  CHECK(to_payload(run(sides.exchange, 2)) == once);
  CHECK(to_payload(run(sides.exchange, 1)) == once);
  CHECK(to_payload(run(sides.exchange, 2, &linkage)) == once);
}

TEST_CASE("ids are random: others give the same but for the ids") {
  // What was found, with each row's place in the lists for its id.
  const auto found = [](int entries_before, std::set<std::vector<std::size_t>>& orders) {
    Sides sides(entries_before);
    const std::vector<Field> fields = {Field::kName, Field::kBorn, Field::kOrigin, Field::kUnit};
    const auto guards =
        sides.exchange.list("guards-held", ListKind::kHeld, "south-guards", fields,
                            {{"Mahmoud Naser Qassem Al-Jarahi", "1981", "Saada", "2nd"},
                             {"Omar Fouad Said", "30/7/1993", "Zabid, Hudaydah", "2nd"},
                             {"Omar Fouad Said Al-Haddad", "1993", "Hodeidah", ""},
                             // Namesakes, whom a claim without a place could as well mean.
                             {"Zaid Ghaleb Mahdi", "1998", "Saada", ""},
                             {"Zaid Ghaleb Mahdi", "1998", "Zabid", ""},
                             {"Zaid Ghaleb Mahdi", "1998", "Hodeidah", ""},
                             {"Hani Zuhair Lutfi Al-Qadi", "1970", "Zabid", ""}});
    const auto more = sides.exchange.list("north-sought-2", ListKind::kSought, "north", fields,
                                          {{"عمر فؤاد سعيد", "1993", "زبيد", ""},
                                           {"محمود ناصر قاسم", "1981", "صعدة", ""},
                                           {"زيد غالب مهدي", "1998", "", ""},
                                           {"زيد غالب مهدي", "1998", "", "2nd"}});
    sides.exchange.say(Identity{guards[0], sides.sought[0], Verdict::kDifferent, ""}, key(1));
    sides.exchange.say(Identity{guards[0], more[1], Verdict::kDifferent, ""}, key(1));
    for (const std::uint8_t by : {std::uint8_t{1}, std::uint8_t{2}}) {
      sides.exchange.say(Identity{guards[2], more[0], Verdict::kSame, ""}, key(by));
      sides.exchange.say(Identity{sides.sought[4], sides.held[4], Verdict::kSame, ""}, key(by));
    }
    const View view = sides.exchange.view();
    std::vector<std::size_t> order(view.lists.rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) {
      return view.lists.rows[x].id < view.lists.rows[y].id;
    });
    orders.insert(order);
    Linkage linkage = *Matcher::of(view, 1)->run({});
    for (LinkedSet& set : linkage.sets) {
      for (LinkedPair& pair : set.pairs) {
        for (record::EntryId* id : {&pair.a, &pair.b}) {
          *id = dossier::testing::id_of(std::to_string(view.lists.by_id.at(*id)));
        }
      }
    }
    return to_payload(linkage);
  };
  std::set<std::vector<std::size_t>> orders;
  const record::Payload once = found(0, orders);
  for (int entries_before = 1; entries_before < 8; ++entries_before) {
    CHECK(found(entries_before, orders) == once);
  }
  CHECK(orders.size() == 8);
}

TEST_CASE("dropped rows take no part") {
  Sides sides;
  dossier::Correction withdrawn;
  withdrawn.of = sides.held[0];
  withdrawn.reason = "released";
  withdrawn.withdrawn = true;
  sides.exchange.say(withdrawn);
  const Linkage linkage = run(sides.exchange);
  const LinkedSet& set = set_of(linkage, "north-sought", "south-held");
  CHECK(pair_of(set, sides.sought[0], sides.held[0]) == nullptr);
  CHECK(set.people_b == sides.held.size() - 1);
}

TEST_CASE("different people stay apart in later linkages, until the same key says otherwise") {
  Sides sides;
  sides.exchange.say(Identity{sides.held[0], sides.sought[0], Verdict::kDifferent, "a cousin"},
                     key(1));
  const Linkage apart = run(sides.exchange);
  CHECK(pair_of(set_of(apart, "north-sought", "south-held"), sides.sought[0], sides.held[0]) ==
        nullptr);
  sides.exchange.say(Identity{sides.sought[0], sides.held[0], Verdict::kLater, ""}, key(1));
  const Linkage again = run(sides.exchange);
  CHECK(pair_of(set_of(again, "north-sought", "south-held"), sides.sought[0], sides.held[0]) !=
        nullptr);
}

TEST_CASE("a pair that two keys confirmed stands alone; one key changes nothing") {
  Sides sides;
  // A namesake of the first, born a day later.
  const auto namesake = sides.exchange.list(
      "north-sought-2", ListKind::kSought, "north", {Field::kName, Field::kBorn},
      {{"محمود ناصر قاسم الجراحي", "1981-03-06"}, {"محمود ناصر قاسم الجراحي", "1981-03-05"}});
  const Linkage before = run(sides.exchange);
  sides.exchange.say(Identity{namesake[0], sides.held[0], Verdict::kSame, ""}, key(1));
  CHECK(to_payload(run(sides.exchange)) == to_payload(before));
  sides.exchange.say(Identity{namesake[0], sides.held[0], Verdict::kSame, ""}, key(2));
  const Linkage after = run(sides.exchange);
  const LinkedSet& set = set_of(after, "north-sought-2", "south-held");
  CHECK(pair_of(set, namesake[1], sides.held[0]) == nullptr);
  CHECK(pair_of(set_of(before, "north-sought-2", "south-held"), namesake[1], sides.held[0]) !=
        nullptr);
}

TEST_CASE("what a pair consists of adds up to what was recorded") {
  const Sides sides;
  const View view = sides.exchange.view();
  const Matcher matcher = *Matcher::of(view, 1);
  const Linkage linkage = *matcher.run({});
  std::vector<PairAt> all;
  for (std::size_t s = 0; s < linkage.sets.size(); ++s) {
    for (std::size_t p = 0; p < linkage.sets[s].pairs.size(); ++p) all.push_back({s, p});
  }
  const auto explained = matcher.explain(linkage, all);
  REQUIRE(explained);
  for (std::size_t i = 0; i < all.size(); ++i) {
    CHECK((*explained)[i].millibits == linkage.sets[all[i].set].pairs[all[i].pair].millibits);
    CHECK_FALSE((*explained)[i].steps.empty());
  }
}

TEST_CASE("a recorded linkage of other lists, or in another order, is not made again") {
  const Sides sides;
  const View view = sides.exchange.view();
  const Matcher matcher = *Matcher::of(view, 1);
  const Linkage linkage = *matcher.run({});
  REQUIRE(linkage.sets.size() == 3);
  REQUIRE(matcher.run({}, &linkage));
  Linkage odd = linkage;
  SUBCASE("reordered") { std::swap(odd.sets[0], odd.sets[2]); }
  SUBCASE("two of a kind exchanged") { std::swap(odd.sets[1], odd.sets[2]); }
  SUBCASE("another kind") { odd.sets[0].kind = PairKind::kDuplicate; }
  SUBCASE("another list") { odd.sets[1].b = odd.sets[2].b; }
  SUBCASE("one too few") { odd.sets.pop_back(); }
  SUBCASE("one too many") { odd.sets.push_back(odd.sets[0]); }
  const auto again = matcher.run({}, &odd);
  REQUIRE_FALSE(again);
  CHECK(again.error().fault == Fault::kUsage);
}

TEST_CASE("a pair that is not of its set's lists is explained by nobody's weights") {
  const Sides sides;
  const View view = sides.exchange.view();
  const Matcher matcher = *Matcher::of(view, 1);
  const Linkage linkage = *matcher.run({});
  REQUIRE(linkage.sets[0].kind == PairKind::kClaim);
  REQUIRE(linkage.sets[0].pairs.size() > 1);
  const auto lines = [&](const Linkage& of, std::size_t pair) {
    return matcher.explain(of, {{0, pair}})->at(0).steps.size();
  };
  Linkage odd = linkage;
  std::swap(odd.sets[0].pairs[0].a, odd.sets[0].pairs[0].b);
  odd.sets[0].pairs[1].b = sides.sought[13];
  CHECK(lines(linkage, 0) > 0);
  for (const std::size_t pair : {0, 1}) {
    CHECK_FALSE(fits(view, odd.sets[0], odd.sets[0].pairs[pair]));
    CHECK(lines(odd, pair) == 0);
  }
  odd = linkage;
  odd.sets[0].kind = PairKind::kDuplicate;
  CHECK(lines(odd, 0) == 0);
  // Sets in another order: each pair keeps the weights of its own.
  odd = linkage;
  odd.sets.push_back(linkage.sets[0]);
  odd.sets[0].fitted = linkage.sets[1].fitted;
  const auto both = matcher.explain(odd, {{3, 0}, {0, 0}});
  REQUIRE(both);
  CHECK(both->at(0).millibits == linkage.sets[0].pairs[0].millibits);
}

TEST_CASE(
    "a party's own references tell within its lists, of those who share one, and nowhere else") {
  Exchange exchange;
  const std::vector<Field> fields = {Field::kReference, Field::kName, Field::kBorn};
  const auto sought = exchange.list("north-sought", ListKind::kSought, "north", fields,
                                    {{"N-1", "Omar Fouad Said", "1993-07-30"},
                                     {"N-1", "Omar Fouad Said", "1993-07-30"},
                                     {"N-2", "Omar Fouad Said", "1993-07-30"}});
  exchange.list("south-held", ListKind::kHeld, "south", fields,
                {{"N-1", "Omar Fouad Said", "1993-07-30"}});
  const View view = exchange.view();
  const Matcher matcher = *Matcher::of(view, 1);
  const Linkage linkage = *matcher.run({});
  const auto features = [&](std::size_t s, std::size_t p) {
    std::vector<std::string> out;
    const auto explained = *matcher.explain(linkage, {{s, p}});
    for (const auto& step : explained[0].steps) out.push_back(step.of.token);
    return out;
  };
  const auto has_reference = [](const std::vector<std::string>& all) {
    return std::find(all.begin(), all.end(), "reference") != all.end();
  };
  std::size_t within = 0;
  for (std::size_t s = 0; s < linkage.sets.size(); ++s) {
    for (std::size_t p = 0; p < linkage.sets[s].pairs.size(); ++p) {
      const LinkedPair& pair = linkage.sets[s].pairs[p];
      const bool both_first = pair.a == sought[0] && pair.b == sought[1];
      CHECK(has_reference(features(s, p)) == both_first);
      within += both_first;
    }
  }
  CHECK(within == 1);
}

TEST_CASE("a rival on a third list keeps a pair from being sure, unless the two are one person") {
  const auto id = [](std::string_view text) { return dossier::testing::id_of(text); };
  const auto pair = [](const record::EntryId& a, const record::EntryId& b, std::int32_t bits) {
    return LinkedPair{a, b, bits, 999'000, linkage::Standing::kSure, {}};
  };
  LinkedSet first{PairKind::kClaim, "s", "h1", 1, 1, {}, {pair(id("s"), id("x"), 30'000)}};
  LinkedSet second{PairKind::kClaim, "s", "h2", 1, 1, {}, {pair(id("s"), id("y"), 27'000)}};
  std::vector<LinkedSet> sets = {first, second};
  doubt_rivals_elsewhere(sets, 6'000);
  CHECK(sets[0].pairs[0].standing == linkage::Standing::kQueued);
  CHECK(sets[0].pairs[0].doubts == std::vector{linkage::Doubt::kRival});
  CHECK(sets[1].pairs[0].standing == linkage::Standing::kQueued);

  sets = {first, second};
  doubt_rivals_elsewhere(sets, 2'000);
  CHECK(sets[0].pairs[0].standing == linkage::Standing::kSure);
  CHECK(sets[1].pairs[0].standing == linkage::Standing::kQueued);

  sets = {first,
          second,
          {PairKind::kDuplicate, "h1", "h2", 1, 1, {}, {pair(id("y"), id("x"), 20'000)}}};
  doubt_rivals_elsewhere(sets, 6'000);
  CHECK(sets[0].pairs[0].standing == linkage::Standing::kSure);
}

}  // namespace parley::exchange
