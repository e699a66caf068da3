#include "table/xlsx_reader.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "table/testing.hpp"

namespace parley::table {
namespace {

using testing::Members;
using testing::WorkbookText;

SheetFile read(const Members& members) {
  auto file = read_xlsx(testing::zip_of(members));
  REQUIRE_MESSAGE(file.has_value(), (file ? "" : file.error().text()));
  return *std::move(file);
}
SheetFile read(const WorkbookText& text) { return read(testing::workbook_members(text)); }

std::string error_of(const Members& members, const SheetLimits& limits = {}) {
  const auto file = read_xlsx(testing::zip_of(members), limits);
  REQUIRE_FALSE(file);
  return file.error().text();
}
std::string error_of(const WorkbookText& text, const SheetLimits& limits = {}) {
  return error_of(testing::workbook_members(text), limits);
}

// Cells of one row, by their XML.
std::vector<Cell> row_of(std::string_view cells, std::string styles = "", std::string strings = "",
                         std::string properties = "<workbookPr/>") {
  const SheetFile file =
      read(WorkbookText{"<sheetData><row>" + std::string(cells) + "</row></sheetData>",
                        std::move(strings), std::move(styles), std::move(properties)});
  REQUIRE(file.sheets[0].rows.size() == 1);
  return file.sheets[0].rows[0].cells;
}

std::vector<std::string> remarks_of(const SheetFile& file) {
  std::vector<std::string> out;
  for (const Remark& remark : file.remarks) {
    out.push_back(remark.sheet + "/" + std::to_string(remark.row) + "/" +
                  std::to_string(remark.column) + " " + remark.text);
  }
  return out;
}

TEST_CASE("strings: shared, rich, phonetic, inline, escaped") {
  const auto cells = row_of(
      "<c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"inlineStr\"><is><t>يوسف</t></is></c>"
      "<c t=\"inlineStr\"><is><r><t>a</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> b</t></r>"
      "</is></c><c t=\"str\"><v>c_x000D_d</v></c>",
      "",
      "<si><t>plain &amp; _x0041_ _x005F_x0041_ _x0000_</t></si><si><r><t>أحمد</t></r><r><t> "
      "علي</t>"
      "</r><rPh sb=\"0\" eb=\"1\"><t>phonetic</t></rPh><phoneticPr/></si>");
  CHECK(cells == std::vector<Cell>{{"plain & A _x0041_ _x0000_", CellKind::kText},
                                   {"أحمد علي", CellKind::kText},
                                   {"يوسف", CellKind::kText},
                                   {"a b", CellKind::kText},
                                   {"c\rd", CellKind::kText}});
}

TEST_CASE("numbers, booleans, errors, formulas") {
  const SheetFile file = read(WorkbookText{
      "<sheetData><row><c><v>1980.0</v></c><c><v>0.30000000000000004</v></c><c><v>9.63944123456E11"
      "</v></c><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#REF!</v></c><c><f>A1+1</f><v>1981</v></c>"
      "<c t=\"str\"><f>A2</f><v>x</v></c><c><f>NOW()</f></c><c><v>abc</v></c></row></sheetData>",
      "", "", "<workbookPr/>"});
  CHECK(file.sheets[0].rows[0].cells == std::vector<Cell>{{"1980", CellKind::kNumber},
                                                          {"0.3", CellKind::kNumber},
                                                          {"963944123456", CellKind::kNumber},
                                                          {"TRUE", CellKind::kBoolean},
                                                          {"#REF!", CellKind::kError},
                                                          {"1981", CellKind::kFormula},
                                                          {"x", CellKind::kFormula},
                                                          {"", CellKind::kText},
                                                          {"abc", CellKind::kText}});
  CHECK(remarks_of(file) ==
        std::vector<std::string>{
            "List/1/5 a cell that shows an error",
            "List/1/6 a formula: the value the file keeps is taken",
            "List/1/7 a formula: the value the file keeps is taken",
            "List/1/8 a formula without a value in the file: the cell is taken as empty",
            "List/1/9 a number cell that holds no number, kept as text"});
}

constexpr const char* kDateStyles =
    "<numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-2060401]dd\\/mm\\/yyyy;@\"/>"
    "<numFmt numFmtId=\"165\" formatCode=\"00000\"/><numFmt numFmtId=\"166\" formatCode=\"yyyy\"/>"
    "<numFmt numFmtId=\"167\" formatCode=\"yyyy-mm-dd hh:mm\"/></numFmts><cellStyleXfs><xf "
    "numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf "
    "numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"17\"/><xf numFmtId=\"166\"/><xf "
    "numFmtId=\"167\"/><xf numFmtId=\"20\"/></cellXfs>";

TEST_CASE("dates by number format, in both systems") {
  CHECK(
      row_of("<c s=\"1\"><v>29285</v></c><c s=\"2\"><v>29285</v></c><c s=\"3\"><v>42</v></c><c "
             "s=\"4\"><v>29281</v></c><c s=\"5\"><v>29221</v></c><c s=\"6\"><v>29285.604166667</v>"
             "</c><c s=\"7\"><v>0.5</v></c><c t=\"d\"><v>1980-03-05T00:00:00</v></c>",
             kDateStyles) == std::vector<Cell>{{"1980-03-05", CellKind::kDate},
                                               {"1980-03-05", CellKind::kDate},
                                               {"00042", CellKind::kNumber},
                                               {"1980-03", CellKind::kDate},
                                               {"1980", CellKind::kDate},
                                               {"1980-03-05T14:30:00", CellKind::kDate},
                                               {"12:00:00", CellKind::kText},
                                               {"1980-03-05", CellKind::kDate}});
  CHECK(row_of("<c s=\"1\"><v>27823</v></c>", kDateStyles, "", "<workbookPr date1904=\"1\"/>") ==
        std::vector<Cell>{{"1980-03-05", CellKind::kDate}});
  const SheetFile odd = read(WorkbookText{
      "<sheetData><row><c s=\"1\"><v>60</v></c><c s=\"1\"><v>1980</v></c><c s=\"1\"><v>-1</v></c>"
      "</row></sheetData>",
      "", kDateStyles, "<workbookPr/>"});
  CHECK(odd.sheets[0].rows[0].cells == std::vector<Cell>{{"60", CellKind::kNumber},
                                                         {"1905-06-02", CellKind::kDate},
                                                         {"-1", CellKind::kNumber}});
  CHECK(remarks_of(odd) ==
        std::vector<std::string>{
            "List/1/1 a date cell that holds no date, kept as a number",
            "List/1/2 a date about 1905: perhaps a year typed into a cell set as a date",
            "List/1/3 a date cell that holds no date, kept as a number"});
}

TEST_CASE("places of cells, direction, what is hidden or merged") {
  const SheetFile file = read(WorkbookText{
      "<sheetViews><sheetView rightToLeft=\"1\"/></sheetViews><cols><col min=\"2\" max=\"16384\" "
      "hidden=\"1\"/></cols><sheetData><row r=\"3\"><c r=\"B3\"><v>1</v></c><c "
      "r=\"D3\"><v>2</v></c><c r=\"XFD3\" s=\"1\"/></row><row r=\"5\" hidden=\"1\"><c><v>3</v></c>"
      "</row><row r=\"1048576\" hidden=\"1\"/></sheetData><mergeCells><mergeCell "
      "ref=\"B3:C4\"/></mergeCells><hyperlinks><hyperlink ref=\"A5\" r:id=\"rId1\"/></hyperlinks>"
      "<oleObjects><oleObject/></oleObjects>",
      "", "", "<workbookPr/>"});
  const Sheet& sheet = file.sheets[0];
  CHECK(sheet.right_to_left);
  CHECK(sheet.name == "List");
  REQUIRE(sheet.rows.size() == 2);
  CHECK(sheet.rows[0].number == 3);
  CHECK(sheet.rows[0].cells == std::vector<Cell>{{"", CellKind::kText},
                                                 {"1", CellKind::kNumber},
                                                 {"", CellKind::kText},
                                                 {"2", CellKind::kNumber}});
  CHECK(sheet.rows[1].number == 5);
  CHECK(remarks_of(file) ==
        std::vector<std::string>{
            "List/5/0 a hidden row", "List/3/2 merged cells: the value stands in the first",
            "List/5/1 a link, not followed", "List/0/0 an embedded object, not kept",
            "List/0/2 a hidden column", "List/0/3 a hidden column", "List/0/4 a hidden column"});
}

TEST_CASE("strict namespaces, prefixes, absolute targets, several sheets") {
  const std::string strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
  const std::string relation = "http://purl.oclc.org/ooxml/officeDocument/relationships";
  const auto related = [&](std::string_view items) {
    return "<p:Relationships xmlns:p=\"http://schemas.openxmlformats.org/package/2006/"
           "relationships\">" +
           std::string(items) + "</p:Relationships>";
  };
  const auto one = [&](std::string_view id, std::string_view type, std::string_view target) {
    return "<p:Relationship Id=\"" + std::string(id) + "\" Type=\"" + relation + "/" +
           std::string(type) + "\" Target=\"" + std::string(target) + "\"/>";
  };
  const SheetFile file = read(Members{
      {"_rels/.rels", related(one("a", "officeDocument", "/xl/book.xml"))},
      {"xl/book.xml", "<x:workbook xmlns:x=\"" + strict + "\" xmlns:q=\"" + relation +
                          "\"><x:sheets><x:sheet name=\"one\" q:id=\"s1\"/><x:sheet name=\"two\" "
                          "state=\"veryHidden\" q:id=\"s2\"/><x:sheet name=\"chart\" q:id=\"s3\"/>"
                          "</x:sheets></x:workbook>"},
      {"xl/_rels/book.xml.rels",
       related(one("s1", "worksheet", "/xl/one.xml") + one("s2", "worksheet", "../xl/two.xml") +
               one("s3", "chartsheet", "c.xml") + one("m", "vbaProject", "vba.bin") +
               one("e", "externalLink", "e.xml"))},
      {"xl/one.xml", "<x:worksheet xmlns:x=\"" + strict +
                         "\"><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData>"
                         "</x:worksheet>"},
      {"xl/two.xml", "<worksheet xmlns=\"" + strict + "\"/>"}});
  REQUIRE(file.sheets.size() == 3);
  CHECK(file.sheets[0].rows[0].cells[0].text == "7");
  CHECK_FALSE(file.sheets[0].hidden);
  CHECK(file.sheets[1].hidden);
  CHECK(remarks_of(file) ==
        std::vector<std::string>{
            "/0/0 macros, never run", "/0/0 a link to another file, not followed",
            "two/0/0 a hidden sheet", "chart/0/0 a sheet of charts or macros, not read"});
}

TEST_CASE("pictures and comments are said with their place") {
  Members members = testing::workbook_members(
      {"<sheetData><row><c><v>1</v></c></row></sheetData>", "", "", "<workbookPr/>"});
  members.push_back({"xl/worksheets/_rels/sheet1.xml.rels",
                     testing::relationships_of(
                         {{"drawing", "../drawings/d.xml"}, {"comments", "../comments1.xml"}})});
  members.push_back({"xl/drawings/d.xml",
                     "<d:wsDr xmlns:d=\"urn:d\"><d:twoCellAnchor><d:from><d:col>2</d:col><d:row>6"
                     "</d:row></d:from><d:to><d:col>9</d:col><d:row>9</d:row></d:to><d:pic/>"
                     "</d:twoCellAnchor></d:wsDr>"});
  members.push_back({"xl/comments1.xml", "<comments xmlns=\"" + std::string(testing::kMain) +
                                             "\"><commentList><comment ref=\"B2\"/></commentList>"
                                             "</comments>"});
  CHECK(remarks_of(read(members)) ==
        std::vector<std::string>{"List/7/3 a picture, not kept", "List/2/2 a comment, not read"});
}

TEST_CASE("damaged and hostile parts are errors with their place") {
  const auto sheet = [](std::string_view rows) {
    return WorkbookText{"<sheetData>" + std::string(rows) + "</sheetData>", "", "", ""};
  };
  const std::string in = "xl/worksheets/sheet1.xml: ";
  CHECK(error_of(sheet("<row><c t=\"s\"><v>0</v></c></row>")) ==
        in + "row 1, column 1: the file has no such text: it is damaged");
  CHECK(error_of(sheet("<row r=\"2\"/><row r=\"1\"/>")) ==
        in + "row 1: the row stands after a later one");
  CHECK(error_of(sheet("<row r=\"2\"><c r=\"A3\"/></row>")) ==
        in + "row 2: a cell that does not stand in its row");
  CHECK(error_of(sheet("<row><c r=\"B1\"/><c r=\"A1\"/></row>")) ==
        in + "row 1, column 2: a cell that stands after a later one");
  CHECK(error_of(sheet("<row><c r=\"ALM1\"><v>1</v></c></row>")) ==
        in + "row 1, column 1001: more than 1000 columns");
  CHECK(error_of(sheet("<row")).starts_with(in + "line 1 of the XML: not XML"));
  CHECK(error_of(sheet("<row><c><v>123</v></c></row>"), SheetLimits{.cell = 2}) ==
        in + "row 1, column 1: a cell of more than 2 bytes");
}

TEST_CASE("other files in an archive") {
  CHECK(error_of(Members{{"word/document.xml", "<a/>"},
                         {"_rels/.rels",
                          testing::relationships_of({{"officeDocument", "word/document.xml"}})}}) ==
        "an office file, but not a workbook: save it as xlsx or csv");
  CHECK(error_of(Members{
            {"_rels/.rels", testing::relationships_of({{"officeDocument", "xl/workbook.bin"}})}}) ==
        "a binary workbook (.xlsb): save it as xlsx or csv");
  CHECK(error_of(Members{{"a.csv", "a,b"}}) ==
        "an archive that holds no workbook: send the xlsx or csv file itself");
}

}  // namespace
}  // namespace parley::table
