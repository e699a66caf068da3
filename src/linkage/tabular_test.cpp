// Cells as values, and what is told of those that cannot be read. All people are invented.
#include "linkage/tabular.hpp"

#include <doctest/doctest.h>

#include "linkage/date_cell.hpp"
#include "table/csv_sheet.hpp"

namespace parley::linkage {
namespace {

struct Read {
  table::Sheet sheet;
  Roles roles;
  Tabular tabular;
};

Read read(std::string_view csv, int threads = 1) {
  Read out;
  out.sheet = table::read_csv_sheet(bytes_of(csv))->sheets.front();
  out.roles = *guess_roles({&out.sheet}, {});
  out.tabular = *tabular(out.sheet, out.roles, 0, {}, threads);
  return out;
}

DateSpan span(const Value& value) { return std::get<DateSpan>(value); }

}  // namespace

TEST_CASE("dates in any form, and the parts of days that are none") {
  const auto day = [](std::string_view cell) { return date_in(cell)->first.iso(); };
  CHECK(day("19151111") == "1915-11-11");
  CHECK(day("١٩١٥١١١١") == "1915-11-11");
  CHECK(day("1915-11-11") == "1915-11-11");
  CHECK(day("11 ноября 1915") == "1915-11-11");
  CHECK_FALSE(date_in("19151311"));
  CHECK(part_of_date_in("1856-86-18")->first.iso() == "1856-01-01");
  CHECK(part_of_date_in("1856-86-18")->last.iso() == "1856-12-31");
  CHECK(part_of_date_in("18560231")->last.iso() == "1856-02-29");
  CHECK_FALSE(part_of_date_in("18-56-8618"));
  CHECK_FALSE(part_of_date_in("77"));
}

TEST_CASE("rows are kept, bad cells told by row and column") {
  const Read out = read(
      "name,born,age\nAda Exampleton,1990-01-31,34\nBela Sampleford,1990-77-31,old\n"
      "Cid Testerman,not a day,30-35\n,1991-01-02,33\n");
  REQUIRE(out.tabular.records.size() == 4);
  CHECK(out.tabular.rows == std::vector<std::uint64_t>{2, 3, 4, 5});
  CHECK(out.tabular.bad == std::vector<BadCell>{{3, 2, "no such day; its year or month is taken"},
                                                {3, 3, "no age; taken as empty"},
                                                {4, 2, "no date; taken as empty"}});
  const Record first = out.tabular.records[0];
  CHECK(std::get<Name>(first.values[0].front()).name.written == "Ada Exampleton");
  CHECK(span(first.values[1].front()).first.iso() == "1990-01-31");
  CHECK(out.tabular.records[3].values[0].empty());
}

TEST_CASE("parts of a name are one value, in the order of a name") {
  const Read out = read("family name,father,first name\nExampleton,Cid,Ada\nSampleford,Dan,Bela\n");
  const Name name = std::get<Name>(out.tabular.records[0].values[0].front());
  CHECK(name.name.written == "Ada Cid Exampleton");
  REQUIRE(name.name.parts.size() == 3);
  CHECK(name.name.parts[1].role == text::NameRole::kFather);
}

TEST_CASE("the sexes in any language, addresses in two") {
  const Read out = read(
      "name,sex,mail\nA B,male,ada@example.org\nC D,ذكر,@example.org\nE F,Ж,eva\nG "
      "H,чоловіча,g@x.net\n");
  const auto sex = [&](std::size_t row) {
    return std::get<std::string>(out.tabular.records[row].values[1].front());
  };
  CHECK(sex(0) == "m");
  CHECK(sex(1) == "m");
  CHECK(sex(2) == "f");
  CHECK(sex(3) == "m");
  const auto mail = out.tabular.records[0].values;
  CHECK(std::get<std::string>(mail[2].front()) == "ada");
  CHECK(std::get<Term>(mail[3].front()).text == "example.org");
  CHECK(out.tabular.records[1].values[2].empty());
  CHECK(out.tabular.records[2].values[3].empty());
}

TEST_CASE("the same at any number of threads") {
  std::string csv = "name,born\n";
  for (int i = 0; i < 5'000; ++i)
    csv += "Ada " + std::to_string(i % 7) + "x,199" + std::to_string(i % 10) + "-99-01\n";
  const Read one = read(csv, 1), two = read(csv, 2);
  CHECK(one.tabular.bad == two.tabular.bad);
  CHECK(one.tabular.rows == two.tabular.rows);
  REQUIRE(one.tabular.records.size() == two.tabular.records.size());
  for (std::size_t i = 0; i < one.tabular.records.size(); ++i) {
    CHECK(one.tabular.records.index(i) == two.tabular.records.index(i));
  }
}

TEST_CASE("an age is told as the age that stood in the cell") {
  for (const char* cell : {"1", "34", "30-39"}) {
    const Read out = read("name,age\nAda One," + std::string(cell) + "\nBela Two,50\n");
    const Record row = out.tabular.records[0];
    CHECK(age_in(span(row.values[1].front())) == cell);
  }
}

}  // namespace parley::linkage
