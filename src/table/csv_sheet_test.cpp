#include "table/csv_sheet.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

#include "table/csv.hpp"
#include "table/csv_separator.hpp"
#include "table/sheet_builder.hpp"

namespace parley::table {
namespace {

using namespace std::string_view_literals;
using Cells = std::vector<std::vector<std::string>>;

SheetFile read(std::string_view text, const CsvCustom& custom = {}) {
  auto file = read_csv_sheet(bytes_of(text), custom);
  REQUIRE_MESSAGE(file.has_value(), (file ? "" : file.error().text()));
  REQUIRE(file->sheets.size() == 1);
  return *std::move(file);
}

Cells cells_of(const SheetFile& file) {
  Cells out;
  for (const SheetRow& row : file.sheets[0].rows) {
    out.emplace_back();
    for (const Cell& cell : row.cells) out.back().push_back(cell.text);
  }
  return out;
}

std::string error_of(std::string_view text, const SheetLimits& limits = {}) {
  const auto file = read_csv_sheet(bytes_of(text), {}, limits);
  REQUIRE_FALSE(file);
  return file.error().text();
}

std::vector<std::string> remarks_of(const SheetFile& file) {
  std::vector<std::string> out;
  for (const Remark& remark : file.remarks) {
    out.push_back(std::to_string(remark.row) + "/" + std::to_string(remark.column) + " " +
                  remark.text);
  }
  return out;
}

TEST_CASE("separators, line ends and encodings of every day") {
  const Cells cells = {{"Name", "Born"}, {"Omar, A.", "1980"}, {"two\nlines", "x"}};
  for (const std::string_view text : {
           "Name,Born\r\n\"Omar, A.\",1980\r\n\"two\nlines\",x\r\n",
           "Name;Born\nOmar, A.;1980\n\"two\nlines\";x",
           "Name\tBorn\rOmar, A.\t1980\r\"two\nlines\"\tx\r",
           "\xEF\xBB\xBFsep=;\r\nName;Born\r\nOmar, A.;1980\r\n\"two\nlines\";x\r\n",
       }) {
    const SheetFile file = read(text);
    CHECK(cells_of(file) == cells);
    CHECK(file.remarks.empty());
  }
  CHECK(read("a,b\n1,2").format == "csv (utf-8, ',')");
  CHECK(read("a\tb\n1\t2").format == "csv (utf-8, tab)");
  const SheetFile arabic =
      read("\xC7\xE1\xC7\xD3\xE3;\xC7\xE1\xE3\xE6\xE1\xCF\n\xDA\xE3\xD1;1980\n");
  CHECK(arabic.format == "csv (windows-1256, ';')");
  CHECK(cells_of(arabic) == Cells{{"الاسم", "المولد"}, {"عمر", "1980"}});
  CHECK(
      remarks_of(arabic) ==
      std::vector<std::string>{"0/0 read as windows-1256: a guess, by what the letters look like"});
  CHECK(cells_of(read("\xC7;\xE1\n", {text::Encoding::kWindows1251, {}})) == Cells{{"З", "б"}});
}

TEST_CASE("rows are numbered by their line") {
  const SheetFile file = read("a,b\n\n\"x\ny\",2\n,,\n3,4\n");
  const auto& rows = file.sheets[0].rows;
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].number == 1);
  CHECK(rows[1].number == 3);
  CHECK(rows[2].number == 6);
  CHECK(read("a\r\"x\r\ny\rz\"\rb").sheets[0].rows[2].number == 5);
  CHECK(read("sep=,\na,b\n").sheets[0].rows[0].number == 2);
}

TEST_CASE("ragged rows") {
  const SheetFile file = read("A list\na,b,c\n1,2,3\n4,5\n6,7,8,9\n1,2,3\n1,2,3,\n");
  CHECK(cells_of(file)[3] == std::vector<std::string>{"4", "5"});
  CHECK(cells_of(file)[4] == std::vector<std::string>{"6", "7", "8", "9"});
  CHECK(remarks_of(file) == std::vector<std::string>{"4/0 fewer cells than most rows have",
                                                     "5/0 more cells than most rows have"});
}

TEST_CASE("what the strict reader refuses is kept, and remarked on") {
  const SheetFile file = read("a,b\n5\" gun,2\n\"x\"y,2\n\"\"z,2\n1\r1,2\n");
  CHECK(cells_of(file) ==
        Cells{{"a", "b"}, {"5\" gun", "2"}, {"xy", "2"}, {"z", "2"}, {"1\r1", "2"}});
  CHECK(remarks_of(file) ==
        std::vector<std::string>{"2/1 a quote inside a cell that is not quoted, kept as text",
                                 "3/1 text after a closing quote, kept as text",
                                 "4/1 text after a closing quote, kept as text",
                                 "5/1 a carriage return inside a cell"});
}

TEST_CASE("remarks alike are counted, not repeated") {
  std::string text = "a,b\n1,2\n";
  for (int i = 0; i < 60; ++i) text += "x\"y,2\n";
  const SheetFile file = read(text);
  REQUIRE(file.remarks.size() == SheetBuilder::kMostAlike + 1);
  CHECK(file.remarks.back().text ==
        "a quote inside a cell that is not quoted, kept as text: 10 more");
}

TEST_CASE("errors name the place and quote nothing") {
  CHECK(error_of("a,b\n1,\"x\n2,3\n") == "line 2, column 2: a quoted cell is not closed");
  CHECK(error_of("a,b\n1,\"x\0\n"sv) == "byte 9, line 2: a NUL character");
  CHECK(error_of("a,b,c\n", SheetLimits{.columns = 2}) == "line 1, column 3: more than 2 columns");
  CHECK(error_of("abc,b\n", SheetLimits{.cell = 2}) ==
        "line 1, column 1: a cell of more than 2 bytes");
  CHECK(error_of("\"abc\n,b\n\"", SheetLimits{.cell = 2}) ==
        "line 1, column 1: a quoted cell of more than 2 bytes; is it closed?");
  CHECK(error_of("a\nb\nc\n", SheetLimits{.rows = 2}) == "row 3: more than 2 rows");
  CHECK(error_of("a,b\nb\nc\n", SheetLimits{.cells = 3}) == "row 3: more than 3 cells");
  CHECK(error_of("aa,b\n", SheetLimits{.text = 3}) == "a text of more than 3 bytes");
}

TEST_CASE("the separator of the lines, not of the first") {
  CHECK(detect_separator_of_lines("A list, as of May\nName;Born;Place\nA;1;x\nB;2;y\n") == ';');
  CHECK(detect_separator_of_lines("a;b\n1,5;2,5\n1,5;2,5\n") == ';');
  CHECK(detect_separator_of_lines("a,b,c\n\"x;y;z;w\",1,2\n") == ',');
  CHECK(detect_separator_of_lines("a\tb\n1\t2\n") == '\t');
  CHECK(detect_separator_of_lines("one\ntwo\n") == ',');
}

TEST_CASE("property: wherever the strict reader takes a text, the cells are the same") {
  CHECK(rc::check([] {
    const auto text = *rc::gen::container<std::string>(
        rc::gen::elementOf(std::string("ab\"\"\"\r\n\n,,,;\xC3\xA9")));
    const auto strict = read_csv(text, ',');
    const auto lenient = read_csv_sheet(bytes_of(text), {text::Encoding::kUtf8, ','});
    if (!strict) return;
    RC_ASSERT(lenient.has_value());
    Cells expected;
    for (const CsvRow& row : strict->rows) {
      auto cells = row.cells;
      while (!cells.empty() && cells.back().empty()) cells.pop_back();
      if (!cells.empty()) expected.push_back(cells);
    }
    RC_ASSERT(cells_of(*lenient) == expected);
  }));
}

TEST_CASE("property: any text is read or refused, the same twice") {
  CHECK(rc::check([](const std::string& text) {
    const auto once = read_csv_sheet(bytes_of(text));
    const auto twice = read_csv_sheet(bytes_of(text));
    RC_ASSERT(once.has_value() == twice.has_value());
    if (once) RC_ASSERT(once->sheets[0].rows == twice->sheets[0].rows);
  }));
}

}  // namespace
}  // namespace parley::table
