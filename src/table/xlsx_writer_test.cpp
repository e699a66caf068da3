#include "table/xlsx_writer.hpp"

#include <doctest/doctest.h>
#include <fmt/core.h>
#include <rapidcheck.h>

#include <chrono>
#include <filesystem>
#include <map>
#include <set>
#include <thread>

#include "table/testing.hpp"
#include "table/xlsx_writer_file.hpp"

namespace parley::table {
namespace {

using testing::unzip;
using Members = std::map<std::string, std::string>;

bool has(const std::string& text, std::string_view piece) {
  return text.find(piece) != std::string::npos;
}

std::size_t count(const std::string& text, std::string_view piece) {
  std::size_t n = 0;
  for (std::size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1)) {
    ++n;
  }
  return n;
}

XlsxSheet answers(XlsxGuard guard = XlsxGuard::kRefuseTyping) {
  XlsxSheet sheet = form_sheet(
      "ردود", {"قائمة المطلوبين", "اكتب في الأعمدة الصفراء فقط."},
      {{.header = "الرمز", .width = 14},
       {.header = "الاسم", .width = 30},
       {.header = "الرد",
        .width = 18,
        .locked = false,
        .choices = {"محتجز", "غير محتجز", "غير معروف"},
        .hint = "اختر من القائمة"},
       {.header = "منذ", .kind = XlsxKind::kDate, .locked = false}},
      {{"007-K", "سليم النموذج"}, {"008-M", "=1+1"}, {"009-P", "+963 http://example.org"}}, 1);
  sheet.right_to_left = true;
  sheet.guard = guard;
  sheet.refusal = "هذا العمود للقراءة فقط";
  sheet.footer = "A & B";
  return sheet;
}

Bytes written(const XlsxSheet& sheet) {
  const auto bytes = write_xlsx({.title = "t", .sheets = {sheet}});
  REQUIRE(bytes);
  return *bytes;
}

std::string error_of(const XlsxBook& book) {
  const auto bytes = write_xlsx(book);
  REQUIRE_FALSE(bytes);
  return bytes.error().text();
}

}  // namespace

TEST_CASE("every cell with text is a shared string, and none a formula, number or link") {
  const Members members = unzip(written(answers()));
  const std::string& sheet = members.at("xl/worksheets/sheet1.xml");
  CHECK_FALSE(has(sheet, "<f>"));
  CHECK_FALSE(has(sheet, "hyperlink"));
  CHECK(count(sheet, "<v>") == count(sheet, "t=\"s\"><v>"));
  CHECK(count(sheet, "<v>") == 2 + 4 + 3 * 2);
  const std::string& strings = members.at("xl/sharedStrings.xml");
  CHECK(has(strings, "<t>=1+1</t>"));
  CHECK(has(strings, "<t>007-K</t>"));
  CHECK(has(strings, "<t>سليم النموذج</t>"));
  CHECK(has(sheet, "numberStoredAsText=\"1\""));
}

TEST_CASE("a text runs as its first letter does") {
  CHECK(reading_of("") == XlsxReading::kContext);
  for (const char* text : {"a", "007-K", "00100", "٠٠١٠٠", "12 Б", "é", "=1+1", "(x) ا"}) {
    CAPTURE(text);
    CHECK(reading_of(text) == XlsxReading::kLeftToRight);
  }
  for (const char* text : {"سليم", "12 سليم", "(١٢) سليم", "שלום", "\xEF\xBB\xBB", "- ة a"}) {
    CAPTURE(text);
    CHECK(reading_of(text) == XlsxReading::kRightToLeft);
  }
  const Members members = unzip(written(answers()));
  CHECK(has(members.at("xl/styles.xml"), "readingOrder=\"1\""));
  CHECK(has(members.at("xl/styles.xml"), "readingOrder=\"2\""));
}

TEST_CASE("the view, the page and the rules of a sheet to fill in") {
  const Members members = unzip(written(answers()));
  const std::string& sheet = members.at("xl/worksheets/sheet1.xml");
  CHECK(has(sheet, "rightToLeft=\"1\""));
  CHECK(has(sheet, "<pane ySplit=\"3\" topLeftCell=\"A4\""));
  CHECK(has(sheet, "<autoFilter ref=\"A3:D7\"/>"));
  CHECK(has(sheet, "<mergeCell ref=\"A1:D1\"/>"));
  CHECK(has(sheet, "orientation=\"landscape\""));
  CHECK(has(sheet, "fitToHeight=\"0\""));
  CHECK(has(sheet, "&amp;LA &amp;&amp; B&amp;R&amp;P / &amp;N"));
  CHECK(has(sheet, "sqref=\"C4:C7\"><formula1>\"محتجز,غير محتجز,غير معروف\"</formula1>"));
  CHECK(has(sheet, "prompt=\"اختر من القائمة\""));
  CHECK_FALSE(has(sheet, "sheetProtection"));
  CHECK(count(sheet, "type=\"textLength\"") == 2);
  CHECK(has(sheet, "error=\"هذا العمود للقراءة فقط\""));
  CHECK(has(members.at("xl/workbook.xml"), "'ردود'!$3:$3"));

  const Members kept = unzip(written(answers(XlsxGuard::kSheet)));
  CHECK(has(kept.at("xl/worksheets/sheet1.xml"),
            "<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" formatColumns=\"0\" "
            "formatRows=\"0\" deleteRows=\"0\" sort=\"0\" autoFilter=\"0\"/>"));
  CHECK(has(kept.at("xl/styles.xml"), "<protection locked=\"0\"/>"));
  CHECK_FALSE(has(kept.at("xl/worksheets/sheet1.xml"), "textLength"));
}

TEST_CASE("a row is as high as its text needs") {
  const Members members = unzip(written(form_sheet(
      "a", {}, {{.header = "h", .width = 20}, {.header = "i", .width = 20, .hidden = true}},
      {{"short", std::string(300, 'x')}, {std::string(50, 'x')}, {"a\nb"}})));
  const std::string& sheet = members.at("xl/worksheets/sheet1.xml");
  CHECK(count(sheet, "customHeight=\"1\"") == 2);
  CHECK(has(sheet, "<row r=\"3\" spans=\"1:2\" ht=\"46.2\" customHeight=\"1\">"));
  CHECK(has(sheet, "<row r=\"4\" spans=\"1:2\" ht=\"30.8\" customHeight=\"1\">"));
}

TEST_CASE("a list that cannot stand in its rule stands in a hidden sheet") {
  std::vector<std::string> many;
  for (int i = 0; i < 60; ++i) many.push_back(fmt::format("place {}", i));
  XlsxSheet sheet = form_sheet("lists", {},
                               {{.header = "a", .choices = many},
                                {.header = "b", .choices = {"one, two", "three"}},
                                {.header = "c", .choices = many},
                                {.header = "d", .choices = {"=1+1"}}},
                               {{"", "", ""}});
  const Members members = unzip(written(sheet));
  const std::string& rules = members.at("xl/worksheets/sheet1.xml");
  CHECK(count(rules, "<formula1>'lists 2'!$A$1:$A$60</formula1>") == 2);
  CHECK(has(rules, "<formula1>'lists 2'!$B$1:$B$2</formula1>"));
  CHECK(has(rules, "<formula1>'lists 2'!$C$1:$C$1</formula1>"));
  CHECK(count(rules, "<dataValidation type=\"list\"") == 4);
  CHECK(has(members.at("xl/workbook.xml"), "name=\"lists 2\" sheetId=\"2\" state=\"hidden\""));
  CHECK_FALSE(has(members.at("xl/worksheets/sheet2.xml"), "<f>"));
}

TEST_CASE("a list of few characters and many bytes stands in a hidden sheet") {
  std::vector<std::string> choices;
  for (int i = 0; i < 12; ++i) choices.push_back("بيانات غير كافية " + std::to_string(i));
  const Members members =
      unzip(written(form_sheet("a", {}, {{.header = "h", .choices = choices}}, {{""}})));
  CHECK(has(members.at("xl/worksheets/sheet1.xml"), "<formula1>'lists'!$A$1:$A$12</formula1>"));
}

TEST_CASE("what XML or the format would change is escaped") {
  const Members members = unzip(written(form_sheet(
      "a", {}, {{.header = "h"}},
      {{"a<b>&\"c\""}, {"x\x01y"}, {"_x0041_"}, {"\xEF\xBF\xBE"}, {"a\r\nb"}, {" lead"}})));
  const std::string& strings = members.at("xl/sharedStrings.xml");
  CHECK(has(strings, "<t>a&lt;b&gt;&amp;\"c\"</t>"));
  CHECK(has(strings, "<t>x_x0001_y</t>"));
  CHECK(has(strings, "<t>_x005F_x0041_</t>"));
  CHECK(has(strings, "<t>_xFFFE_</t>"));
  CHECK(has(strings, "<t>a_x000D_\nb</t>"));
  CHECK(has(strings, "<t xml:space=\"preserve\"> lead</t>"));
}

TEST_CASE("the same book is the same bytes a second later, and names nobody") {
  const Bytes first = written(answers());
  std::this_thread::sleep_for(std::chrono::milliseconds(1100));
  CHECK(written(answers()) == first);
  const Members members = unzip(first);
  CHECK(has(members.at("docProps/core.xml"), "<dc:creator></dc:creator>"));
  CHECK(has(members.at("docProps/core.xml"), "<cp:lastModifiedBy></cp:lastModifiedBy>"));
  CHECK(has(members.at("docProps/core.xml"), ">1980-01-01T00:00:00Z</dcterms:created>"));
  CHECK(has(members.at("docProps/app.xml"), "<Company></Company>"));
}

TEST_CASE("threads do not disturb one another") {
  const Bytes alone = written(answers());
  Bytes a, b;
  std::thread other([&] { a = *write_xlsx({.title = "t", .sheets = {answers()}}); });
  b = *write_xlsx({.title = "t", .sheets = {answers()}});
  other.join();
  CHECK(a == alone);
  CHECK(b == alone);
}

TEST_CASE("nothing is left behind") {
  const auto left = [] {
    std::set<std::string> names;
    for (const char* base : {"/dev/shm", "/tmp"}) {
      std::error_code error;
      for (const auto& at : std::filesystem::directory_iterator(base, error)) {
        const std::string name = at.path().filename();
        if (name.starts_with("parley-") || name.starts_with("tmp.")) names.insert(at.path());
      }
    }
    return names;
  };
  const auto before = left();
  written(answers());
  CHECK_FALSE(write_xlsx({.title = "t", .sheets = {answers(), answers()}}));
  for (const std::string& name : left()) CHECK(before.contains(name));
}

TEST_CASE("what the format cannot hold is refused with its place, without its text") {
  const auto sheet = [](const std::string& text) {
    return form_sheet("a", {"t"}, {{.header = "h"}, {.header = "i"}}, {{"x", text}});
  };
  CHECK(error_of({.sheets = {answers(), sheet(std::string("secret\0", 7))}}) ==
        "sheet 2: line 3: column 2: a NUL character");
  CHECK(error_of({.sheets = {sheet("secret\xFF")}}) ==
        "sheet 1: line 3: column 2: text that is not UTF-8");
  CHECK(error_of({.sheets = {sheet(std::string(32768, 'x'))}}) ==
        "sheet 1: line 3: column 2: a text above 32,767 characters");
  CHECK(write_xlsx({.sheets = {sheet(std::string(32767, 'x'))}}));
  CHECK(error_of({.sheets = {answers(), answers()}}) ==
        "sheet 2: a name that a sheet cannot have, or that another has");
  CHECK(error_of({}) == "no first sheet to be seen");
  CHECK(error_of({.created = 0, .sheets = {answers()}}) == "a time of making before 1970");
  XlsxSheet wide = sheet("");
  wide.lines.back().cells.resize(3);
  CHECK(error_of({.sheets = {wide}}) == "sheet 1: line 3: more cells than columns");
}

TEST_CASE("a sheet's name from any text") {
  CHECK(sheet_name("Held: A/B [1]") == "Held  A B  1");
  CHECK(sheet_name("'quoted'") == "quoted");
  CHECK(sheet_name("") == "1");
  CHECK(sheet_name("قائمة المطلوبين لدى الطرف الأول في المرحلة الثانية") ==
        "قائمة المطلوبين لدى الطرف الأول");
  CHECK(rc::check("is a name that a sheet may have", [] {
    const auto letters = rc::gen::element<std::string>("a", "'", "[", " ", "ع", "\U0001F600", "/");
    std::string text;
    for (const auto& one : *rc::gen::container<std::vector<std::string>>(letters)) text += one;
    XlsxSheet sheet = form_sheet(sheet_name(text), {}, {{.header = "h"}}, {});
    RC_ASSERT(write_xlsx({.sheets = {sheet}}).has_value());
  }));
}

}  // namespace parley::table
