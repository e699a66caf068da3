#include "exchange/plan/terms.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "exchange/plan/testing.hpp"

namespace parley::exchange::planning {
namespace {

constexpr std::string_view kExample = R"(version = 1
parties = ["north", "south", "east"]
circulation = true

[[corridor]]
between = ["north", "south"]
rule = "one-for-one"
capacity = 120

[[corridor]]
between = ["east", "north"]
rule = "ratio 3:1"

[[corridor]]
between = ["east", "south"]
rule = "all-for-all"

[[first]]
class = "wounded-or-sick"
basis = "law"
note = "Annex \"II\", paragraph 3"

[[first]]
class = "woman-pregnant-or-infant"
basis = "policy"

[stages]
most = 6
exposure_counts = "parity"

[[ceiling]]
party = "south"
heads = 200

[[must_include]]
party = "north"
reference = "N-0017"

[[will_not_release]]
party = "south"
id = "3fa9c1d2"
)";

std::string fault_of(std::string_view text) {
  const auto terms = read_terms("t.toml", text);
  return terms ? "none" : terms.error().text();
}

TEST_CASE("terms are read as they are written") {
  const auto terms = read_terms("t.toml", kExample);
  REQUIRE(terms);
  CHECK(terms->parties == std::vector<std::string>{"north", "south", "east"});
  CHECK(terms->circulation);
  REQUIRE(terms->corridors.size() == 3);
  CHECK(terms->corridors[0] == Corridor{0, 1, Rule::kOneForOne, 1, 1, 120});
  CHECK(terms->corridors[1] == Corridor{2, 0, Rule::kRatio, 3, 1, {}});
  CHECK(terms->corridors[2].rule == Rule::kAllForAll);
  REQUIRE(terms->first.size() == 2);
  CHECK(terms->first[0] ==
        FirstGroup{FirstClass::kWoundedOrSick, Basis::kLaw, "Annex \"II\", paragraph 3"});
  CHECK(terms->most_stages == 6);
  CHECK(terms->counting == Counting::kParity);
  CHECK(terms->ceiling == std::vector<std::optional<std::int64_t>>{{}, 200, {}});
  CHECK(terms->must_include == std::vector<Naming>{{0, "N-0017", ""}});
  CHECK(terms->will_not_release == std::vector<Naming>{{1, "", "3fa9c1d2"}});
  CHECK(to_toml(*terms) == kExample);
}

TEST_CASE("little is needed") {
  const auto terms = read_terms("t.toml", "version = 1\nparties = [\"a\", \"b\"]\n");
  REQUIRE(terms);
  CHECK(terms->most_stages == kMostStages);
  CHECK(terms->counting == Counting::kEveryone);
  CHECK_FALSE(terms->circulation);
}

TEST_CASE("each fault is named with its line, all at once, and no value is quoted") {
  const std::string faults = fault_of(
      "version = 1\n"
      "parties = [\"a\", \"b\"]\n"
      "groups = 3\n"
      "[[corridor]]\n"
      "between = [\"a\", \"secret\"]\n"
      "rule = \"one-for-one\"\n"
      "[[corridor]]\n"
      "between = [\"a\", \"b\"]\n"
      "rule = \"ratio 4:2\"\n"
      "[[first]]\n"
      "class = \"officers\"\n"
      "basis = \"law\"\n"
      "[stages]\n"
      "most = 0\n"
      "[[ceiling]]\n"
      "party = \"b\"\n"
      "heads = -1\n"
      "[[must_include]]\n"
      "party = \"a\"\n");
  CHECK(faults ==
        "t.toml, line 3: a field that is not known here: groups; known are ceiling, circulation, "
        "corridor, first, must_include, parties, stages, version, will_not_release; "
        "t.toml, line 5: between: is not one of the parties; "
        "t.toml, line 9: rule: is not in lowest terms; "
        "t.toml, line 11: class: is not one of its values; "
        "t.toml, line 14: most: is not from 1 to 366; "
        "t.toml, line 17: heads: is not from 0 to 100000000; "
        "t.toml, line 18: needs a reference or an id, and not both");
}

TEST_CASE("what is not terms is refused") {
  const std::string head = "version = 1\nparties = [\"a\", \"b\"]\n";
  CHECK(fault_of(head) == "none");
  CHECK(fault_of("parties = [\"a\", \"b\"]\n").ends_with("version: is missing"));
  CHECK(fault_of("version = 1\n").find("parties: is missing") != std::string::npos);
  CHECK(fault_of("version = 1\nparties = [\"a\", \"a\"]\n").find("twice") != std::string::npos);
  CHECK(fault_of("version = 1\nparties = [\"a\", 2]\n").find("not text") != std::string::npos);
  CHECK(fault_of(head + "[corridor]\n") == "t.toml, line 3: corridor: is a table, not an array");
  const std::string corridor = "[[corridor]]\nbetween = [\"a\", \"b\"]\nrule = ";
  CHECK(fault_of(head + corridor + "\"ratio 1:1\"\n").find("one-for-one") != std::string::npos);
  CHECK(fault_of(head + corridor + "\"ratio 0:1\"\n").find("1 to 1000") != std::string::npos);
  for (const std::string_view rule : {"ratio 3", "ratio 3:", "ratio :1", "ratio 3:1x", "ratio3:1",
                                      "ratio +3:1", "ratio 99999999999999999999:1", "for all"}) {
    CHECK(fault_of(head + corridor + "\"" + std::string(rule) + "\"\n") != "none");
  }
  const std::string good = corridor + "\"all-for-all\"\n";
  CHECK(fault_of(head + good) == "none");
  CHECK(fault_of(head + good + good) == "t.toml, line 7: between: has a corridor already");
  CHECK(fault_of(head + good + "capacity = 0\n").find("line 6: capacity") != std::string::npos);
  const std::string ceiling = "[[ceiling]]\nparty = \"a\"\nheads = 1\n";
  CHECK(fault_of(head + ceiling + ceiling) == "t.toml, line 7: party: has a ceiling already");
  CHECK(fault_of(head + "[[must_include]]\nparty = \"a\"\nid = \"3FA9C1D2\"\n") ==
        "t.toml, line 5: id: is not 8 to 64 lower-case hexadecimal digits");
  CHECK(read_terms("t.toml", "version = 2\n").error().fault == Fault::kUnsupported);
  CHECK(read_terms("t.toml", "version = 0\n").error().fault == Fault::kBadInput);
  CHECK(read_terms("t.toml", "version = \"1\"\nparties = [\"a\", \"b\"]\n").error().text() ==
        "t.toml, line 1: version: is text, not an integer");
  CHECK(fault_of("version = ").starts_with("t.toml: line 1"));
}

TEST_CASE("any terms come back from their text") {
  CHECK(rc::check("to_toml and back", [] {
    const std::size_t parties = *rc::gen::inRange<std::size_t>(2, 6);
    Terms terms = testing::any_problem({.parties = parties}).terms;
    if (*rc::gen::arbitrary<bool>()) terms.first.pop_back();
    terms.first[0].note = "a \\ \"quoted\" ملاحظة";
    terms.parties[0] = "ا\"b\\";
    const auto party = *rc::gen::inRange<PartyIndex>(0, static_cast<PartyIndex>(parties));
    terms.must_include.push_back({party, "№ 7", ""});
    terms.will_not_release.push_back({party, "", "00ff00ff00"});
    RC_ASSERT(flaws(terms).empty());
    const auto again = read_terms("t.toml", to_toml(terms));
    RC_ASSERT(again.has_value());
    RC_ASSERT(*again == terms);
  }));
}

}  // namespace
}  // namespace parley::exchange::planning
