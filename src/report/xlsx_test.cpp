#include "report/xlsx.hpp"

#include <doctest/doctest.h>

#include <map>

#include "table/testing.hpp"

namespace parley::report {
namespace {

using table::testing::unzip;
using namespace document;  // NOLINT(google-build-using-namespace): the whole file is about it

bool has(const std::string& text, std::string_view piece) {
  return text.find(piece) != std::string::npos;
}

Document annex(Language language = Language::kEnglish) {
  Document d{.language = language, .title = "Annex 1: stage 1/3", .date = "2018-12-13"};
  d.subtitle = "For the first party";
  d.mark = "For the first party only";
  d.footer = "Checkpoint 12 & after";
  d.facts = {{"As of", "13 December 2018"}};
  Section& words = d.add("Terms");
  words.add(Paragraph{"Without prejudice to status."});
  words.add(List{{"first", "second"}, true});
  Section& people = d.add("People");
  people.add(Table{.columns = {{"Number", 1}, {"Name", 3}},
                   .rows = {{{"007", as_entered("=HYPERLINK(\"x\")")}},
                            {{"First stage"}},
                            {{"008", as_entered("سليم النموذج")}}}});
  Text mixed = "Name ";
  mixed += as_entered("سليم");
  people.add(Paragraph{mixed});
  Section& more = d.add("people");
  more.add("Below").add(Table{.columns = {{"a", 1}}, .rows = {{{"1"}}}});
  more.add(Table{.columns = {{"b", 1}, {"c", 1}}, .rows = {{{"2", "3"}}}});
  return d;
}

std::map<std::string, std::string> made(const Document& document) {
  const auto bytes = to_xlsx(document);
  REQUIRE(bytes);
  return unzip(*bytes);
}

}  // namespace

TEST_CASE("sections with tables are sheets, the rest is the first sheet") {
  const auto members = made(annex());
  const std::string& book = members.at("xl/workbook.xml");
  CHECK(has(book, "<sheet name=\"Annex 1  stage 1 3\" sheetId=\"1\""));
  CHECK(has(book, "<sheet name=\"People\" sheetId=\"2\""));
  CHECK(has(book, "<sheet name=\"people 2\" sheetId=\"3\""));
  CHECK_FALSE(has(book, "sheetId=\"4\""));
  CHECK(has(book, "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"1\">People!$3:$3<"));
  const std::string& strings = members.at("xl/sharedStrings.xml");
  for (const char* text :
       {"Annex 1: stage 1/3", "For the first party", "13 December 2018", "1. first", "2. second",
        "Without prejudice to status.", "=HYPERLINK(\"x\")", "007", "First stage",
        "» people (people 2)", "Name \u2068سليم\u2069"}) {
    CAPTURE(text);
    CHECK(has(strings, std::string(">") + text + "<"));
  }
  const std::string& people = members.at("xl/worksheets/sheet2.xml");
  CHECK(has(people, "<autoFilter ref=\"A3:B7\"/>"));
  CHECK(has(people, "Checkpoint 12 &amp;&amp; after"));
  CHECK(has(people, "<mergeCell ref=\"A5:B5\"/>"));
  CHECK_FALSE(has(people, "<f>"));
  CHECK_FALSE(has(people, "hyperlink"));
  CHECK_FALSE(has(people, "rightToLeft"));
  // Two tables on one sheet: no header holds for both.
  CHECK_FALSE(has(members.at("xl/worksheets/sheet3.xml"), "<autoFilter"));
  CHECK(has(members.at("docProps/core.xml"), ">2018-12-13T00:00:00Z</dcterms:created>"));
}

TEST_CASE("a right-to-left document has right-to-left sheets") {
  const auto members = made(annex(Language::kArabic));
  for (const char* sheet : {"1", "2", "3"}) {
    CHECK(
        has(members.at(std::string("xl/worksheets/sheet") + sheet + ".xml"), "rightToLeft=\"1\""));
  }
}

TEST_CASE("the same document is the same bytes") {
  CHECK(*to_xlsx(annex()) == *to_xlsx(annex()));
  Document other = annex();
  other.date = "2018-12-14";
  CHECK(*to_xlsx(annex()) != *to_xlsx(other));
}

TEST_CASE("what cannot be written is refused with its place, without its text") {
  Document d = annex();
  d.title = {};
  CHECK(to_xlsx(d).error().message == "a document needs a title");
  d = annex();
  d.add("Long").add(
      Table{.columns = {{"a", 1}}, .rows = {{{as_entered(std::string(40'000, 'x'))}}}});
  CHECK(to_xlsx(d).error().text() == "sheet 4: line 4: column 1: a text above 32,767 characters");
  d = annex();
  d.footer = std::string(1000, 'f');
  CHECK(to_xlsx(d));
}

TEST_CASE("headings of one name, long and empty, make sheets of different names") {
  Document d{.title = "t"};
  for (int i = 0; i < 12; ++i) {
    d.add(i % 3 == 0   ? "قائمة المطلوبين لدى الطرف الأول في المرحلة"
          : i % 3 == 1 ? ""
                       : "T")
        .add(Table{.columns = {{"a", 1}}, .rows = {}});
  }
  const auto members = made(d);
  CHECK(has(members.at("xl/workbook.xml"), "sheetId=\"13\""));
  // A sheet's name has at most 31 characters; the first sheet says the heading in full.
  const std::string& strings = members.at("xl/sharedStrings.xml");
  CHECK(has(strings, ">» قائمة المطلوبين لدى الطرف الأول في المرحلة<"));
  CHECK(has(strings, ">» قائمة المطلوبين لدى الطرف الأول في المرحلة (قائمة"));
  CHECK(has(strings, ">» T (T 3)<"));
}

}  // namespace parley::report
