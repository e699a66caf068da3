#include "table/read_sheets.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>

#include "table/testing.hpp"

namespace parley::table {
namespace {

using namespace std::string_view_literals;
using namespace std::string_literals;

std::string format_of(ByteView bytes) {
  const auto file = read_sheets("list", bytes);
  return file ? file->format : file.error().text();
}
std::string format_of(std::string_view text) { return format_of(bytes_of(text)); }

TEST_CASE("a file is what its bytes say") {
  CHECK(format_of("a,b\n1,2\n") == "csv (utf-8, ',')");
  CHECK(format_of("\xEF\xBB\xBF"
                  "a;b\n1;2\n") == "csv (utf-8, ';')");
  CHECK(format_of(testing::zip_of(testing::workbook_members({"", "", "", "<workbookPr/>"}))) ==
        "xlsx");
  CHECK(format_of(testing::zip_of(testing::ods_members(""))) == "ods");
  CHECK(format_of("<?xml version=\"1.0\"?><pfif xmlns=\"http://zesty.ca/pfif/1.3\"/>") == "pfif");
  CHECK(format_of("\xFF\xFE<\0a\0/\0>\0"sv) ==
        "list: XML, but not PFIF: save the table as xlsx or csv");
  CHECK(format_of(testing::zip_of({{"Index/Document.iwa", "x"}})) ==
        "list: a Numbers document: export it as xlsx or csv");
}

TEST_CASE("what is not read is an error that says what to do") {
  CHECK(format_of("") == "list: the file is empty");
  const std::string compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  CHECK(format_of(compound + "W\0o\0r\0k\0"s) ==
        "list: an old spreadsheet (.xls): save it as xlsx or csv");
  CHECK(format_of(compound + "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"s) ==
        "list: an old text document (.doc): put the table into a sheet, as xlsx or csv");
  const std::string name = "EncryptedPackage";
  std::string wide;
  for (const char c : name) wide += std::string(1, c) + '\0';
  const auto encrypted = read_sheets("list", bytes_of(compound + wide));
  REQUIRE_FALSE(encrypted);
  CHECK(encrypted.error().fault == Fault::kLocked);
  CHECK(encrypted.error().text() == "list: the file is encrypted: save it without a password");
  CHECK(format_of("%PDF-1.7") == "list: a PDF: ask for the table it was made from, as xlsx or csv");
  CHECK(format_of("\xFF\xD8\xFF\xE0") == "list: a picture: parley reads no text in pictures");
  CHECK(format_of("  <!DOCTYPE HTML><table>") == "list: a web page: save the table as xlsx or csv");
  CHECK(format_of("Rar!\x1A\x07") == "list: an archive: unpack it and send the file itself");
  CHECK(read_sheets("x", bytes_of("a,b"), SheetLimits{.file = 2}).error().text() ==
        "x: a file of more than 2 bytes");
}

TEST_CASE("a cell that no sheet of ours could hold is refused with its place") {
  std::string longest;
  for (int i = 0; i < 15'000; ++i) longest += "\u0645";
  CHECK(read_sheets("l", bytes_of("a,b\n1," + longest + "\n")));
  CHECK(format_of("a,b\n1," + longest + "x\n") ==
        "list: row 2, column 2: a cell of more than 15000 characters");
}

TEST_CASE("a given encoding and separator reach the reader of text") {
  const auto file =
      read_sheets("l", bytes_of("\xC7|\xE1\n"), {}, {text::Encoding::kWindows1251, '|'});
  REQUIRE(file);
  CHECK(file->sheets[0].rows[0].cells ==
        std::vector<Cell>{{"З", CellKind::kText}, {"б", CellKind::kText}});
}

TEST_CASE("property: a workbook cut or changed anywhere is read or refused") {
  const Bytes whole = testing::zip_of(testing::workbook_members(
      {"<sheetData><row><c t=\"s\"><v>0</v></c><c><f>A1</f><v>1</v></c></row></sheetData>",
       "<si><t>text</t></si>", "<cellXfs><xf numFmtId=\"14\"/></cellXfs>", "<workbookPr/>"}));
  CHECK(rc::check([&] {
    Bytes bytes = whole;
    const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
    if (*rc::gen::arbitrary<bool>()) {
      bytes.resize(at);
    } else {
      bytes[at] = *rc::gen::arbitrary<std::uint8_t>();
    }
    const auto once = read_sheets("x", bytes);
    const auto twice = read_sheets("x", bytes);
    RC_ASSERT(once.has_value() == twice.has_value());
  }));
}

}  // namespace
}  // namespace parley::table
