#include "document/document.hpp"

#include <doctest/doctest.h>

namespace parley::document {
namespace {

std::string fault_of(const Document& document) {
  const auto result = check(document);
  return result ? "" : result.error().text();
}

Document with(Block block) {
  Document document{.title = "T"};
  document.add("S").add(std::move(block));
  return document;
}

TEST_CASE("a document that renderers can take") {
  Document document{.title = "Status", .date = "2014-01-13T18:00:00Z"};
  Section& section = document.add("Measures");
  section.add(Paragraph{"Four measures are open."});
  section.add(Table{.columns = {{"Measure", 2}, {"Waits for", 3}},
                    .rows = {{{"exchange", "lists"}}, {{"a heading for the group"}}}});
  section.add("Detail").add(List{{"one", "two"}});
  CHECK(fault_of(document) == "");
}

TEST_CASE("the fault names its place and quotes nothing") {
  CHECK(fault_of(Document{}) == "a document needs a title");
  CHECK(fault_of(Document{.title = "T", .date = "13 Jan"}) ==
        "date: neither YYYY-MM-DD nor YYYY-MM-DDTHH:MM:SSZ");
  CHECK(fault_of(Document{.title = "T", .date = "2014-13-01"}) != "");
  CHECK(fault_of(with(Paragraph{"secret \xff"})) == "section 1: paragraph 1: text is not UTF-8");
  CHECK(fault_of(with(List{{"fine", "not \xc0"}})) ==
        "section 1: list 1: item 2: text is not UTF-8");
  CHECK(fault_of(with(Table{.columns = {{"a"}, {"b"}, {"c"}}, .rows = {{{"1", "2"}}}})) ==
        "section 1: table 1: row 1: 2 cells for 3 columns");
  CHECK(fault_of(with(Comparison{.sides = {{"one"}}})) ==
        "section 1: comparison 1: a comparison needs two sides or more");
  CHECK(fault_of(with(Chart{.first = 0, .last = 10, .lanes = {{"lane", {{5, 11}}}}})) ==
        "section 1: chart 1: lane 1: a bar is reversed or outside the scale");
}

TEST_CASE("sections are five deep and no deeper") {
  Document document{.title = "T"};
  Section* section = &document.add("1");
  for (int depth = 2; depth <= kMaxSectionDepth; ++depth) section = &section->add("x");
  CHECK(fault_of(document) == "");
  section->add("x");
  CHECK(fault_of(document) ==
        "section 1: section 1: section 1: section 1: section 1: section 1: sections are nested "
        "more than 5 deep");
}

TEST_CASE("blocks are counted by kind") {
  const std::vector<Block> blocks = {Paragraph{}, Table{}, Paragraph{}, Table{}};
  CHECK(place_of(blocks, 2) == "paragraph 2");
  CHECK(place_of(blocks, 3) == "table 2");
}

TEST_CASE("languages") {
  CHECK(language_from_tag("ar-SY") == Language::kArabic);
  CHECK(language_from_tag("de") == std::nullopt);
  CHECK(direction(Language::kArabic) == Direction::kRightToLeft);
  CHECK(tag(Language::kUkrainian) == "uk");
}

TEST_CASE("direction controls are not displayed, letters and joiners are") {
  CHECK(displayed("a\u202Eb\u2066c\u2069d") == "abcd");
  CHECK(displayed("\u2028x\u0085y\u2029") == "\nx\ny\n");
  CHECK(displayed("\u0645\u200C\u062D\u200F \u2014 \u2030") ==
        "\u0645\u200C\u062D\u200F \u2014 \u2030");
}

TEST_CASE("control characters are seen, and steer nothing") {
  CHECK(displayed("a\x01\x1b[2Jb\x7f") == "a\uFFFD\uFFFD[2Jb\uFFFD");
  CHECK(displayed(std::string_view("a\0b", 3)) == "a\uFFFDb");
  CHECK(displayed("a\u0080\u009Bb\uFFFE\uFFFF") == "a\uFFFD\uFFFDb\uFFFD\uFFFD");
  CHECK(displayed("a\r\nb\rc\vd\fe\tf") == "a\nb\nc\nd\ne f");
  CHECK(fault_of(with(Paragraph{"bell \a"})) == "");
}

TEST_CASE("marks heaped on a letter end in a sign") {
  std::string heap = "Z";
  for (int i = 0; i < 300; ++i) heap += i % 2 == 0 ? "\u0301" : "\u0316\u200D\u202E";
  const std::string six = "Z\u0301\u0316\u200D\u0301\u0316\u200D\u0301\u0316\u200D";
  CHECK(displayed(heap).starts_with(six + "\uFFFD"));
  CHECK(displayed("مُحَمَّدٌ הָרָ֣ב Ё̈") == "مُحَمَّدٌ הָרָ֣ב Ё̈");
}

TEST_CASE("runs that are isolated") {
  CHECK(code("x").isolated());
  CHECK(as_entered("x").isolated());
  CHECK(in(Language::kArabic, "x").isolated());
  CHECK_FALSE(bold("x").isolated());
  Text text = "Said by ";
  text += as_entered("Brahimi");
  text += " today";
  CHECK(text.plain() == "Said by Brahimi today");
  CHECK(Text("").empty());
}

}  // namespace
}  // namespace parley::document
