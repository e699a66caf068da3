// What columns are taken for: by headers, by cells, by what was said. All people are invented.
#include "linkage/roles.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "table/csv_sheet.hpp"

namespace parley::linkage {
namespace {

table::Sheet sheet(std::string_view csv) {
  return table::read_csv_sheet(bytes_of(csv))->sheets.front();
}

Roles roles(const std::vector<table::Sheet>& sheets, const RolesAsked& asked = {}) {
  std::vector<const table::Sheet*> pointers;
  for (const table::Sheet& one : sheets) pointers.push_back(&one);
  const auto out = guess_roles(pointers, asked);
  REQUIRE_MESSAGE(out.has_value(), out.error().text());
  return *out;
}

std::vector<Role> of(const Roles& roles, std::size_t table = 0) {
  std::vector<Role> out;
  for (const ColumnRole& one : roles.tables[table].columns) out.push_back(one.role);
  return out;
}

constexpr std::string_view kPeople =
    "id,first_name,surname,dob,city,cluster,empty,same,note\n"
    "0,Ada,Exampleton,1990-01-31,Northtown,1,,yes,came by bus\n"
    "1,Adda,Exampleton,19900131,Northtown,1,,yes,\n"
    "2,Bela,Sampleford,1970-12-02,Southtown,2,,yes,left\n";

}  // namespace

TEST_CASE("headers and cells") {
  const Roles out = roles({sheet(kPeople)});
  CHECK(of(out) == std::vector{Role::kRowId, Role::kGiven, Role::kFamily, Role::kDate, Role::kTerm,
                               Role::kAnswer, Role::kEmpty, Role::kConstant, Role::kText});
  REQUIRE(out.schema.size() == 3);
  CHECK(out.schema[0] == Field{"name", Kind::kName, true});
  CHECK(out.schema[1] == Field{"birth", Kind::kDate});
  CHECK(out.schema[2] == Field{"city", Kind::kTerm});
}

TEST_CASE("cells alone, where the headers say nothing") {
  const Roles out =
      roles({sheet("q1,q2,q3,q4\n1990-01-31,a.one@example.org,AB12 3CD,quite a remark\n"
                   "1991-02-03,b.two@example.org,EF45 6GH,something "
                   "else\n1992-03-04,c@example.net,IJ78 9KL,third\n")});
  CHECK(of(out) == std::vector{Role::kDate, Role::kEmail, Role::kCode, Role::kTerm});
  // What stands after the @ is a field of its own.
  CHECK(out.schema[2].token == "q2.domain");
}

TEST_CASE("a header whose cells are something else") {
  const Roles out = roles({sheet("dob,name,sex\nNorthtown,7712345,red\nSouthtown,8812346,blue\n")});
  CHECK(of(out) == std::vector{Role::kTerm, Role::kCode, Role::kSex});
}

TEST_CASE("titles above the header, and cells that look like headers") {
  const Roles titled =
      roles({sheet("An invented list,,\n,,\nname,born,city\nAda A,1990,Northtown\n"
                   "Bela B,1991,Southtown\n")});
  CHECK(titled.tables[0].header_row == 3);
  const Roles plain = roles({sheet("q1,q2,q3\nAda,a remark,city\nBela,name,1980\n")});
  CHECK(plain.tables[0].header_row == 1);
}

TEST_CASE("the truth is not compared, and an answer is not") {
  RolesAsked asked;
  asked.truth = "city";
  const Roles out = roles({sheet(kPeople)}, asked);
  CHECK(of(out)[4] == Role::kTruth);
  CHECK(of(out)[5] == Role::kAnswer);
  asked.truth = "nowhere";
  const table::Sheet people = sheet(kPeople);
  CHECK_FALSE(guess_roles({&people}, asked).has_value());
}

TEST_CASE("a whole name leaves out what stands in it") {
  const Roles out =
      roles({sheet("full name,name,first name,surname,born\nAda van Exampleton,Ada "
                   "Exampleton,Ada,Exampleton,1990\n"
                   "Bela de Sampleford,Bela Sampleford,Bela,Sampleford,1980\n")});
  CHECK(of(out) ==
        std::vector{Role::kName, Role::kRepeats, Role::kRepeats, Role::kRepeats, Role::kDate});
  const Roles other = roles({sheet(
      "full name,first name,surname,born\nAda,Ada,Exampleton,1990\nBela,Bela,Sampleford,1980\n")});
  CHECK(of(other) == std::vector{Role::kName, Role::kGiven, Role::kFamily, Role::kDate});
}

TEST_CASE("a column that says what another says") {
  const Roles out = roles(
      {sheet("name,birth place,home\nAda A,Northtown,NORTHTOWN\nBela B,Southtown,Southtown\n")});
  CHECK(of(out) == std::vector{Role::kName, Role::kTerm, Role::kRepeats});
}

TEST_CASE("two files: one token or one header is one field") {
  const Roles out = roles({sheet("الاسم,تاريخ الميلاد,shoe\nليلى,1990,ab\nسامي,1991,cd\n"),
                           sheet("name,dob,hat\nLayla,1990,ef\nSami,1991,gh\n")});
  CHECK(of(out, 0) == std::vector{Role::kName, Role::kDate, Role::kOnlyHere});
  CHECK(of(out, 1) == std::vector{Role::kName, Role::kDate, Role::kOnlyHere});
  CHECK(out.schema.size() == 2);
}

TEST_CASE("what a person said is not changed") {
  RolesAsked asked;
  asked.said = *table::read_mapping(
      "version = 1\n[columns]\n\"q4\" = \"name\"\n\"q1\" = \"ignore\"\n", role_vocabulary());
  const Roles out = roles({sheet("q1,q4\n1990-01-31,77\n1990-01-30,78\n")}, asked);
  CHECK(of(out) == std::vector{Role::kIgnored, Role::kName});
  asked.said =
      *table::read_mapping("version = 1\n[columns]\n\"q9\" = \"name\"\n", role_vocabulary());
  const table::Sheet one = sheet("q1,q4\n1990-01-31,77\n");
  const auto wrong = guess_roles({&one}, asked);
  REQUIRE_FALSE(wrong.has_value());
  CHECK(wrong.error().message == "line 3 of the columns: no file has a column with this header");
}

TEST_CASE("what was guessed, given back, is the same") {
  for (const std::string_view csv :
       {kPeople, std::string_view("full name,address 1,address 2,q3\nAda B,North 1,Top,AB12\n"
                                  "Cid D,South 2,Low,CD34\nEva F,West 3,Mid,EF56\n")}) {
    const Roles first = roles({sheet(csv)});
    RolesAsked asked;
    asked.said = mapping_of(first);
    asked.of_model = true;
    const Roles again = roles({sheet(csv)}, asked);
    CHECK(again.schema == first.schema);
  }
}

TEST_CASE("tables without anything to compare are refused") {
  for (const std::string_view csv : {"name\n", "name,born\n", "x\ny\ny\ny\ny\n", "id\n1\n2\n3\n"}) {
    const table::Sheet one = sheet(csv);
    CHECK_FALSE(guess_roles({&one}, {}).has_value());
  }
}

TEST_CASE("the order of the rows changes nothing") {
  rc::check([] {
    std::vector<std::string> rows;
    const auto count = *rc::gen::inRange(1, 12);
    for (int i = 0; i < count; ++i) {
      rows.push_back(*rc::gen::element<std::string>("Ada,1990,x1", "Bela,1991,y2", ",,", "-,7,",
                                                    "a@b,1990-01-31,z"));
    }
    const auto guessed = [&rows] {
      std::string csv = "first name,q,r\n";
      for (const std::string& row : rows) csv += row + "\n";
      const table::Sheet one = sheet(csv);
      return guess_roles({&one}, {});
    };
    const auto before = guessed();
    std::reverse(rows.begin(), rows.end());
    const auto after = guessed();
    RC_ASSERT(before.has_value() == after.has_value());
    if (before) RC_ASSERT(of(*before) == of(*after));
  });
}

TEST_CASE("columns of two files that say the same under different headers") {
  // Places in two languages: joined though they share no word.
  const Roles places = roles({sheet("الاسم,مكان\nنور حسن,حلب\nعلي عمر,حمص\n"),
                              sheet("Name,Governorate\nNour Hassan,Aleppo\nAli Omar,Homs\n")});
  REQUIRE(places.schema.size() == 2);
  CHECK(places.schema[1] == Field{"place", Kind::kTerm});
  CHECK(places.tables[1].columns[1].field == "place");

  // Columns with headers that say nothing: by the values they share.
  std::string first = "name,q1,q2\n", second = "name,x,y\n";
  for (int i = 0; i < 20; ++i) {
    const std::string letter(1, static_cast<char>('a' + i));
    first += letter + "da Exampleton," + letter + "by," + letter + "ork\n";
    second += letter + "da Exampleton," + letter + "umble," + letter + "by\n";
  }
  const Roles values = roles({sheet(first), sheet(second)});
  CHECK(of(values)[2] == Role::kOnlyHere);
  CHECK(of(values, 1) == std::vector{Role::kName, Role::kOnlyHere, Role::kTerm});
  CHECK(values.tables[0].columns[1].field == values.tables[1].columns[2].field);

  // Two places of one file: nobody can say which.
  const Roles unclear =
      roles({sheet("name,place\nAda One,Northtown\nBela Two,Southtown\n"),
             sheet("name,city,region\nAda One,Oldby,Oldshire\nBela Two,Newby,Newshire\n")});
  CHECK(of(unclear)[1] == Role::kOnlyHere);
}

}  // namespace parley::linkage
