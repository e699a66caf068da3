#include "policy/permission.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace parley::policy {
namespace {

struct Cell {
  std::string role, action;
  std::set<std::string> standings;
};

// Written out by hand, not copied from the program: role, action, then where it is permitted.
constexpr std::string_view kByHand = R"(
desk         read       all own other desk
desk         state      all own other desk
desk         describe   all own other desk
desk         grade      desk
desk         correct    all own other desk
desk         erase      all own other desk
desk         keys       all own other desk
desk         audiences  all own other desk
desk         cosign     all
desk         report     all own other desk
desk         list       all own other desk
desk         identify   desk
desk         release    all own other desk
desk         plan       all own other desk
focal-point  read       all own
focal-point  state      all own
focal-point  describe
focal-point  grade
focal-point  correct    all own
focal-point  erase
focal-point  keys
focal-point  audiences
focal-point  cosign     all
focal-point  report     all own
focal-point  list       own
focal-point  identify
focal-point  release
focal-point  plan
monitor      read       all own
monitor      state      all own desk
monitor      describe
monitor      grade
monitor      correct    all own desk
monitor      erase
monitor      keys
monitor      audiences
monitor      cosign     all
monitor      report     all own
monitor      list
monitor      identify
monitor      release
monitor      plan
interviewer  read       all
interviewer  state      desk
interviewer  describe
interviewer  grade
interviewer  correct    desk
interviewer  erase
interviewer  keys
interviewer  audiences
interviewer  cosign
interviewer  report
interviewer  list       desk
interviewer  identify
interviewer  release
interviewer  plan
auditor      read       all own other desk
auditor      state
auditor      describe
auditor      grade
auditor      correct
auditor      erase
auditor      keys
auditor      audiences
auditor      cosign     all
auditor      report     all own other desk
auditor      list
auditor      identify
auditor      release
auditor      plan
reader       read       all own
reader       state
reader       describe
reader       grade
reader       correct
reader       erase
reader       keys
reader       audiences
reader       cosign
reader       report     all own
reader       list
reader       identify
reader       release
reader       plan
)";

std::vector<Cell> by_hand() {
  std::vector<Cell> cells;
  std::istringstream lines{std::string(kByHand)};
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    Cell cell;
    if (!(words >> cell.role >> cell.action)) continue;
    for (std::string word; words >> word;) cell.standings.insert(word);
    cells.push_back(std::move(cell));
  }
  return cells;
}

// Rows of the page's first table whose first column has that title: cells without their spaces.
std::vector<std::vector<std::string>> table_of(const std::string& page, const std::string& title) {
  const char* source = std::getenv("PARLEY_SOURCE");
  std::ifstream file(std::string(source ? source : ".") + "/" + page);
  REQUIRE(file.good());
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    std::vector<std::string> cells;
    std::istringstream parts(line);
    std::string part;
    if (std::getline(parts, part, '|') && part.empty()) {
      while (std::getline(parts, part, '|')) {
        const std::size_t from = part.find_first_not_of(' ');
        cells.push_back(from == std::string::npos
                            ? ""
                            : part.substr(from, part.find_last_not_of(' ') - from + 1));
      }
    }
    if (rows.empty() && (cells.empty() || cells[0] != title)) continue;
    if (cells.empty()) break;
    if (cells[0].starts_with("-")) continue;  // the line under the titles
    rows.push_back(std::move(cells));
  }
  return rows;
}

std::vector<Cell> on_the_page() {
  const auto rows = table_of("doc/format/policy.md", "action");
  REQUIRE_FALSE(rows.empty());
  std::vector<Cell> cells;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    REQUIRE(rows[i].size() == rows[0].size());
    for (std::size_t k = 1; k < rows[i].size(); ++k) {
      Cell cell{rows[0][k], rows[i][0], {}};
      std::istringstream words(rows[i][k]);
      for (std::string word; words >> word;) {
        if (word != "no") cell.standings.insert(word);
      }
      cells.push_back(std::move(cell));
    }
  }
  return cells;
}

// Every role, action and standing of the program is asked for, once.
void check_all(const std::vector<Cell>& cells) {
  CHECK(cells.size() == kRoles.size() * kActions.size());
  std::map<std::pair<std::string, std::string>, std::set<std::string>> table;
  for (const Cell& cell : cells) {
    const bool fresh = table.emplace(std::pair(cell.role, cell.action), cell.standings).second;
    CHECK_MESSAGE(fresh, cell.role, " ", cell.action, " stands twice");
  }
  for (const Role role : kRoles) {
    for (const Action action : kActions) {
      const auto found = table.find({std::string(name(role)), std::string(name(action))});
      CAPTURE(name(role));
      CAPTURE(name(action));
      REQUIRE(found != table.end());
      for (const Standing standing : kStandings) {
        CAPTURE(name(standing));
        CHECK(permitted(role, action, standing) ==
              (found->second.erase(std::string(name(standing))) == 1));
      }
      CHECK(found->second.empty());  // words that are no standing
    }
  }
}

}  // namespace

TEST_CASE("the table, cell by cell, is the one written out by hand") { check_all(by_hand()); }

TEST_CASE("the table that is printed is the one that is used") { check_all(on_the_page()); }

TEST_CASE("the printed page names the roles with their parties") {
  const auto rows = table_of("doc/format/policy.md", "role");
  REQUIRE(rows.size() == kRoles.size() + 1);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    CAPTURE(rows[i][0]);
    const auto role = role_named(rows[i][0]);
    REQUIRE(role);
    CHECK(*role == kRoles.at(i - 1));
    CHECK(rows[i][1] == (needs_party(*role) ? "must" : may_have_party(*role) ? "may" : "must not"));
  }
}

TEST_CASE("the printed page names the actions with their kinds of entry") {
  const auto rows = table_of("doc/format/policy.md", "an action");
  REQUIRE(rows.size() == kActions.size() + 1);
  for (std::size_t i = 1; i < rows.size(); ++i) CHECK(rows[i][0] == name(kActions.at(i - 1)));
}

TEST_CASE("roles by name") {
  for (const Role role : kRoles) CHECK(role_named(name(role)) == role);
  CHECK_FALSE(role_named("king"));
  CHECK_FALSE(role_named(""));
  CHECK_FALSE(role_named("Desk"));
}

TEST_CASE("names are one word each and differ") {
  std::set<std::string_view> names;
  for (const Action action : kActions) {
    CHECK(names.insert(name(action)).second);
    CHECK(name(action).find(' ') == std::string_view::npos);
  }
  names.clear();
  for (const Standing standing : kStandings) CHECK(names.insert(name(standing)).second);
}

}  // namespace parley::policy
