#include "table/ods_reader.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "table/ods_cell.hpp"
#include "table/testing.hpp"

namespace parley::table {
namespace {

SheetFile read(std::string_view body, std::string_view styles = "") {
  auto file = read_ods(testing::zip_of(testing::ods_members(body, styles)));
  REQUIRE_MESSAGE(file.has_value(), (file ? "" : file.error().text()));
  return *std::move(file);
}

std::string error_of(const testing::Members& members, const SheetLimits& limits = {}) {
  const auto file = read_ods(testing::zip_of(members), limits);
  REQUIRE_FALSE(file);
  return file.error().text();
}
std::string error_of(std::string_view body, const SheetLimits& limits = {}) {
  return error_of(testing::ods_members(body), limits);
}

std::string table(std::string_view rows) {
  return "<table:table table:name=\"List\">" + std::string(rows) + "</table:table>";
}
std::string row(std::string_view cells) {
  return table("<table:table-row>" + std::string(cells) + "</table:table-row>");
}

std::vector<std::string> remarks_of(const SheetFile& file) {
  std::vector<std::string> out;
  for (const Remark& remark : file.remarks) {
    out.push_back(remark.sheet + "/" + std::to_string(remark.row) + "/" +
                  std::to_string(remark.column) + " " + remark.text);
  }
  return out;
}

constexpr std::string_view kOne =
    "<table:table-cell office:value-type=\"float\" office:value=\"1\"><text:p>1</text:p>"
    "</table:table-cell>";

TEST_CASE("kinds of cells") {
  const SheetFile file = read(row(
      "<table:table-cell office:value-type=\"string\"><text:p>أحمد<text:s text:c=\"2\"/><text:span>"
      "علي</text:span></text:p><text:p>b<text:tab/>c<text:line-break/>d</text:p></table:table-cell>"
      "<table:table-cell office:value-type=\"float\" office:value=\"1980.0\"><text:p>1.980</text:p>"
      "</table:table-cell>"
      "<table:table-cell office:value-type=\"date\" office:date-value=\"1980-03-05\"><text:p>5.3.80"
      "</text:p></table:table-cell>"
      "<table:table-cell office:value-type=\"date\" office:date-value=\"1980-03-05T14:30:00\"/>"
      "<table:table-cell office:value-type=\"time\" office:time-value=\"PT09H05M00S\"/>"
      "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"/>"
      "<table:table-cell office:value-type=\"float\" office:value=\"2\" table:formula=\"of:=1+1\"/>"
      "<table:table-cell office:value-type=\"string\" calcext:value-type=\"error\"><text:p>#REF!"
      "</text:p></table:table-cell>"));
  CHECK(file.format == "ods");
  CHECK(file.sheets[0].rows[0].cells == std::vector<Cell>{{"أحمد  علي\nb\tc\nd", CellKind::kText},
                                                          {"1980", CellKind::kNumber},
                                                          {"1980-03-05", CellKind::kDate},
                                                          {"1980-03-05T14:30:00", CellKind::kDate},
                                                          {"09:05:00", CellKind::kText},
                                                          {"TRUE", CellKind::kBoolean},
                                                          {"2", CellKind::kFormula},
                                                          {"#REF!", CellKind::kError}});
  CHECK(remarks_of(file) ==
        std::vector<std::string>{"List/1/7 a formula: the value the file keeps is taken",
                                 "List/1/8 a cell that shows an error"});
}

TEST_CASE("styles: hidden, right to left, months and years") {
  const SheetFile file = read(
      "<table:table table:name=\"List\" table:style-name=\"ta1\"><table:table-row>"
      "<table:table-cell table:style-name=\"ce1\" office:value-type=\"date\" "
      "office:date-value=\"1980-03-01\"/><table:table-cell table:style-name=\"ce2\" "
      "office:value-type=\"date\" "
      "office:date-value=\"1980-01-01\"/></table:table-row></table:table>",
      "<number:date-style style:name=\"N1\"><number:month/><number:text>/</number:text>"
      "<number:year/></number:date-style><number:date-style style:name=\"N2\"><number:year/>"
      "</number:date-style><style:style style:name=\"ce1\" style:family=\"table-cell\" "
      "style:data-style-name=\"N1\"/><style:style style:name=\"ce2\" style:family=\"table-cell\" "
      "style:data-style-name=\"N2\"/><style:style style:name=\"ta1\" style:family=\"table\">"
      "<style:table-properties table:display=\"false\" "
      "style:writing-mode=\"rl-tb\"/></style:style>");
  CHECK(file.sheets[0].hidden);
  CHECK(file.sheets[0].right_to_left);
  CHECK(file.sheets[0].rows[0].cells ==
        std::vector<Cell>{{"1980-03", CellKind::kDate}, {"1980", CellKind::kDate}});
  CHECK(remarks_of(file) == std::vector<std::string>{"List/0/0 a hidden sheet"});
}

TEST_CASE("repetition, covered and hidden") {
  const std::string one(kOne);
  const SheetFile file = read(table(
      "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell "
      "table:number-columns-repeated=\"1024\"/></table:table-row><table:table-row "
      "table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"2\"/>"
      "<table:table-cell table:number-columns-repeated=\"2\" table:number-columns-spanned=\"2\" "
      "office:value-type=\"float\" office:value=\"7\"/><table:covered-table-cell><text:p>x</text:p>"
      "</table:covered-table-cell>" +
      one +
      "</table:table-row><table:table-row "
      "table:visibility=\"collapse\">" +
      one +
      "</table:table-row><table:table-row "
      "table:number-rows-repeated=\"1048570\"><table:table-cell/></table:table-row>"));
  const auto& rows = file.sheets[0].rows;
  REQUIRE(rows.size() == 3);
  const std::vector<Cell> cells = {{"", CellKind::kText},    {"", CellKind::kText},
                                   {"7", CellKind::kNumber}, {"7", CellKind::kNumber},
                                   {"", CellKind::kText},    {"1", CellKind::kNumber}};
  CHECK(rows[0] == SheetRow{4, cells});
  CHECK(rows[1] == SheetRow{5, cells});
  CHECK(rows[2].number == 6);
  CHECK(remarks_of(file) ==
        std::vector<std::string>{"List/4/3 merged cells: the value stands in the first",
                                 "List/4/5 a covered cell, not read", "List/6/0 a hidden row"});
}

TEST_CASE("what is left out is said") {
  const SheetFile file = read(
      "<table:tracked-changes><text:p>old</text:p></table:tracked-changes>"
      "<table:table table:name=\"List\"><table:shapes><draw:frame><draw:image/></draw:frame>"
      "</table:shapes><table:table-row><table:table-cell office:value-type=\"string\">"
      "<office:annotation><text:p>secret</text:p></office:annotation><text:p>a<text:ruby>"
      "<text:ruby-base>b</text:ruby-base><text:ruby-text>c</text:ruby-text></text:ruby><text:a>d"
      "</text:a></text:p><draw:frame><draw:image/><draw:text-box><text:p>e</text:p></draw:text-box>"
      "</draw:frame></table:table-cell><table:table-cell><table:table><table:table-row>" +
      std::string(kOne) +
      "</table:table-row></table:table></table:table-cell></table:table-row>"
      "</table:table>");
  REQUIRE(file.sheets.size() == 1);
  CHECK(file.sheets[0].rows[0].cells == std::vector<Cell>{{"abd", CellKind::kText}});
  CHECK(remarks_of(file) ==
        std::vector<std::string>{"List/0/0 a picture, not kept", "List/1/1 a comment, not read",
                                 "List/1/1 a link, not followed", "List/1/1 a picture, not kept",
                                 "List/1/1 a shape or text box, not read",
                                 "List/1/2 a table inside a cell, not read"});
}

TEST_CASE("scripts are said where there are any") {
  CHECK(read("<office:scripts/>").remarks.empty());
  CHECK(remarks_of(read("<office:scripts><office:script/></office:scripts>")) ==
        std::vector<std::string>{"/0/0 scripts, never run"});
}

TEST_CASE("repetition without measure is refused before it is made") {
  const auto repeated = [](std::string_view rows, std::string_view columns) {
    return table("<table:table-row table:number-rows-repeated=\"" + std::string(rows) +
                 "\"><table:table-cell table:number-columns-repeated=\"" + std::string(columns) +
                 "\" office:value-type=\"float\" office:value=\"1\"/></table:table-row>");
  };
  CHECK(error_of(repeated("1", "1000000000")) ==
        "content.xml: row 1, column 1: more than 1000 columns");
  CHECK(error_of(repeated("1000000000", "1")) == "content.xml: row 1: more than 500000 rows");
  CHECK(error_of(repeated("99999999999999999999999", "1")) ==
        "content.xml: row 1: more than 500000 rows");
  CHECK(error_of(repeated("400000", "900")) == "content.xml: row 1667: more than 1500000 cells");
  CHECK(error_of(row("<table:table-cell office:value-type=\"string\"><text:p><text:s "
                     "text:c=\"4000000000\"/></text:p></table:table-cell>")) ==
        "content.xml: row 1, column 1: a cell of more than 65536 bytes");
}

TEST_CASE("encrypted and other OpenDocument files") {
  testing::Members members = testing::ods_members("");
  members.push_back({"META-INF/manifest.xml",
                     "<m:manifest xmlns:m=\"urn:m\"><m:file-entry><m:encryption-data/>"
                     "</m:file-entry></m:manifest>"});
  CHECK(error_of(members) == "the file is encrypted: save it without a password");
  CHECK(error_of(testing::Members{{"mimetype", "application/vnd.oasis.opendocument.text"}}) ==
        "an OpenDocument file, but not a spreadsheet: save the table as ods, xlsx or csv");
  CHECK(
      error_of(testing::Members{{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}) ==
      "content.xml: the archive has no content.xml");
  CHECK(error_of("<table:table>").starts_with("content.xml: line 1 of the XML: not XML"));
}

TEST_CASE("durations as times") {
  CHECK(duration_as_time("PT14H30M05S") == "14:30:05");
  CHECK(duration_as_time("PT14H30M05.25S") == "14:30:05");
  CHECK(duration_as_time("PT5M") == "00:05:00");
  CHECK(duration_as_time("PT5M3H") == "PT5M3H");
  CHECK(duration_as_time("PT123H00M00S") == "PT123H00M00S");
  CHECK(duration_as_time("P1D") == "P1D");
}

}  // namespace
}  // namespace parley::table
