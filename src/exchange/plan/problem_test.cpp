#include "exchange/plan/problem.hpp"

#include <doctest/doctest.h>

#include "exchange/plan/testing.hpp"

namespace parley::exchange::planning {
namespace {

struct Sample {
  Problem problem;
  std::vector<std::string> references;
};

Sample sample() {
  Sample out;
  out.problem.terms = testing::terms_between(2);
  testing::add(out.problem, 0, 1, 2);
  testing::add(out.problem, 1, 0, 2);
  out.references = {"7", "8", "7", ""};
  return out;
}

TEST_CASE("a reference is the holder's own, an id is found by its start") {
  Sample given = sample();
  const std::string id = given.problem.persons[3].id.hex();
  given.problem.terms.must_include = {{1, "7", ""}};
  given.problem.terms.will_not_release = {{1, "", id.substr(0, 12)}, {0, "8", ""}};
  REQUIRE(mark_named(given.problem, given.references));
  const auto& persons = given.problem.persons;
  CHECK_FALSE(persons[0].must);
  CHECK(persons[2].must);
  CHECK(persons[3].never);
  CHECK(persons[1].never);
  CHECK_FALSE(persons[0].never);
}

TEST_CASE("an item that names nobody, or more than one, is refused") {
  const auto fault = [](const Naming& must, const std::vector<Naming>& never) {
    Sample given = sample();
    given.references[1] = "9";
    testing::add(given.problem, 0, 1, 1);
    given.references.emplace_back("9");
    given.problem.terms.must_include = {must};
    given.problem.terms.will_not_release = never;
    const auto marked = mark_named(given.problem, given.references);
    return marked ? "none" : marked.error().message;
  };
  const std::string id = sample().problem.persons[3].id.hex();
  const std::string of = sample().problem.terms.parties[0];
  CHECK(fault({0, "7", ""}, {}) == "none");
  CHECK(fault({0, "10", ""}, {}) == "terms: must_include 1: names nobody here: 10 of " + of);
  // Of the other side.
  CHECK(fault({0, "", id}, {}) == "terms: must_include 1: names nobody here: " + id + " of " + of);
  CHECK(fault({1, "", id}, {}) == "none");
  CHECK(fault({0, "9", ""}, {}) == "terms: must_include 1: names more than one person: 9 of " + of);
  CHECK(fault({0, "7", ""}, {{0, "7", ""}}) ==
        "terms: will_not_release 1: names a person of the other list");
  Sample short_of_one = sample();
  short_of_one.problem.terms.must_include = {{0, "7", ""}};
  CHECK_FALSE(mark_named(short_of_one.problem, {"7"}));
}

}  // namespace
}  // namespace parley::exchange::planning
