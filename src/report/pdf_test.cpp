#include "report/pdf.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <thread>

namespace parley::report {
namespace {

using namespace document;

const Fonts& fonts() {
  static const Result<Fonts> loaded = Fonts::load();
  if (!loaded) {
    std::fprintf(stderr, "%s\n", loaded.error().text().c_str());
    std::exit(1);
  }
  return *loaded;
}

Document with(Block block, Language language = Language::kEnglish) {
  Document document{.language = language, .title = "T", .date = "2014-01-13"};
  document.add("S").add(std::move(block));
  return document;
}

Document mixed(Language language) {
  Document document{.language = language, .title = "Status", .date = "2014-01-13"};
  document.footer = code("9f3c 0a77");
  Section& section = document.add("Statements");
  Text text = "Aid to ";
  text += as_entered("الغوطة الشرقية (ريف دمشق)");
  text += " waits, say two offices.";
  section.add(Paragraph{text});
  Table table{.columns = {{"Who", 1}, {"What", 3}}};
  for (int i = 0; i < 40; ++i) {
    table.rows.push_back(
        {{Cell(as_entered("الإبراهيمي")),
          Cell(as_entered("القوائم قيد الإعداد في دمشق، وفق التقرير الصادر في 13 كانون "
                          "الثاني 2014 عن المؤتمر الصحفي المشترك. لا إله إلا الله."))}});
  }
  section.add(table);
  return document;
}

// What a poppler tool prints about the PDF; empty if the tool is not installed.
std::string poppler(const std::string& command, const Bytes& pdf) {
  const auto path = std::filesystem::temp_directory_path() /
                    ("parley-report-test-" + std::to_string(getpid()) + ".pdf");
  std::ofstream(path, std::ios::binary)
      .write(reinterpret_cast<const char*>(pdf.data()), static_cast<std::streamsize>(pdf.size()));
  std::string out;
  const std::string line = command + " " + path.string() + " 2>/dev/null";
  if (FILE* pipe = popen(line.c_str(), "r")) {
    char buffer[4096];
    while (const std::size_t got = fread(buffer, 1, sizeof buffer, pipe)) out.append(buffer, got);
    pclose(pipe);
  }
  std::filesystem::remove(path);
  return out;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

TEST_CASE("the same bytes twice, and from two threads at once") {
  for (const Language language : {Language::kEnglish, Language::kArabic}) {
    const Document document = mixed(language);
    const auto first = to_pdf(document, fonts());
    REQUIRE(first);
    Result<Bytes> second = Bytes();
    Result<Bytes> third = Bytes();
    std::thread one([&] { second = to_pdf(document, fonts()); });
    std::thread two([&] { third = to_pdf(document, fonts()); });
    one.join();
    two.join();
    CHECK(*first == *second);
    CHECK(*first == *third);
  }
}

TEST_CASE("the environment's language changes nothing") {
  const auto before = to_pdf(mixed(Language::kEnglish), fonts());
  setenv("LANGUAGE", "ur:uk", 1);
  setenv("PANGO_LANGUAGE", "ur:uk", 1);
  setenv("LC_ALL", "C", 1);
  const auto after = to_pdf(mixed(Language::kEnglish), fonts());
  unsetenv("LANGUAGE");
  unsetenv("PANGO_LANGUAGE");
  unsetenv("LC_ALL");
  REQUIRE(before);
  REQUIRE(after);
  CHECK(*before == *after);
}

TEST_CASE("a character that no font has stands as its code") {
  Table table{.columns = {{"a"}, {"b"}}, .rows = {{{"x", "y"}}, {{"x", as_entered("A汉字 z")}}}};
  std::set<char32_t> spelled;
  const auto pdf = to_pdf(with(table), fonts(), &spelled);
  REQUIRE(pdf);
  CHECK(spelled == std::set<char32_t>{U'\u5B57', U'\u6C49'});
  const std::string text = poppler("pdfinfo -struct-text", *pdf);
  if (!text.empty()) CHECK(has(text, "\"A[U+6C49 U+5B57] z\""));
  REQUIRE(to_pdf(Document{.title = "T", .footer = "\U0001F600"}, fonts(), &spelled));
  CHECK(spelled == std::set<char32_t>{U'\U0001F600'});
  REQUIRE(to_pdf(mixed(Language::kArabic), fonts(), &spelled));
  CHECK(spelled.empty());
}

TEST_CASE("a missing font names its package") {
  const auto result = Fonts::load("/nonexistent");
  REQUIRE_FALSE(result);
  CHECK(result.error().fault == Fault::kNotFound);
  CHECK(has(result.error().text(), "install the package fonts-noto-core"));
}

TEST_CASE("the structure reads in logical order, words whole") {
  for (const Language language : {Language::kEnglish, Language::kArabic}) {
    const auto pdf = to_pdf(mixed(language), fonts());
    REQUIRE(pdf);
    const std::string text = poppler("pdfinfo -struct-text", *pdf);
    if (text.empty()) {
      MESSAGE("pdfinfo is not installed: structure not read back");
      return;
    }
    CHECK(has(text, "\"Aid to الغوطة الشرقية (ريف دمشق) waits, say two offices.\""));
    CHECK(has(text,
              "\"القوائم قيد الإعداد في دمشق، وفق التقرير الصادر في 13 كانون الثاني 2014 عن "
              "المؤتمر الصحفي المشترك. لا إله إلا الله.\""));
    CHECK(text.find("\"Who\"") < text.find("\"What\""));
    CHECK(text.find("\"Status\"") < text.find("\"Statements\""));
    // Heads, feet and repeated header rows aside, all is there once.
    CHECK_FALSE(has(text, "9f3c 0a77"));
    std::size_t rows = 0;
    for (std::size_t at = text.find("\"الإبراهيمي\""); at != text.npos;
         at = text.find("\"الإبراهيمي\"", at + 1)) {
      ++rows;
    }
    CHECK(rows == 40);
  }
}

TEST_CASE("what is kept together stands on one page, and no word at a table's head is broken") {
  for (int rows = 25; rows < 45; ++rows) {
    CAPTURE(rows);
    Document document{.language = Language::kEnglish, .title = "T", .date = "2014-01-13"};
    Table people{.columns = {{"No.", 6}, {"Name", 30}, {"Interviewed", 1}, {"Received", 1}}};
    for (int i = 0; i < rows; ++i) people.rows.push_back({{"1", "Somebody", "", ""}});
    people.keep_with_next = true;
    document.add("People").add(std::move(people));
    Table signatures{.columns = {{"For", 1}, {"Signature", 1}}};
    for (int i = 0; i < 3; ++i) signatures.rows.push_back({{"Signatory", "\n\n"}});
    signatures.whole = true;
    document.add("Signatures").add(std::move(signatures));
    const auto pdf = to_pdf(document, fonts());
    REQUIRE(pdf);
    const std::string file = poppler("sh -c 'pdftotext -layout \"$0\" -'", *pdf);
    if (file.empty()) return;  // pdftotext is not installed
    CHECK(has(file, "Interviewed"));
    const std::size_t first = file.find("Signatory");
    const std::size_t page = file.rfind('\f', first);
    const std::string last = file.substr(page == std::string::npos ? 0 : page);
    CHECK(has(last, "Somebody"));
    CHECK(has(last, "Signatures"));
  }
}

TEST_CASE("a paragraph, a cell and a word higher than pages") {
  std::string words;
  for (int i = 0; i < 3000; ++i) words += "word ";
  const auto long_text = to_pdf(with(Paragraph{words}), fonts());
  REQUIRE(long_text);
  CHECK(to_pdf(with(Table{.columns = {{"a"}, {"b"}}, .rows = {{{words, "x"}}}}), fonts()));
  CHECK(to_pdf(with(Table{.columns = {{words}}, .rows = {{{words}}, {{words}}}}), fonts()));
  CHECK(to_pdf(with(Note{Note::Kind::kRemark, words, {words, words}}), fonts()));
  CHECK(to_pdf(with(Paragraph{std::string(20000, 'x')}), fonts()));
  Table narrow;
  Row row;
  for (int i = 0; i < 60; ++i) {
    narrow.columns.push_back({"heading"});
    row.cells.push_back("cell");
  }
  narrow.rows = {row};
  CHECK(to_pdf(with(narrow), fonts()));
  const std::string text = poppler("pdfinfo -struct-text", *long_text);
  if (!text.empty()) {
    std::size_t count = 0;
    for (std::size_t at = text.find("word"); at != text.npos; at = text.find("word", at + 1))
      ++count;
    CHECK(count == 3000);
    CHECK_FALSE(has(text, "wordword"));
  }
}

TEST_CASE("every block, empty and full, in every language") {
  for (const Language language : {Language::kEnglish, Language::kArabic, Language::kFrench,
                                  Language::kRussian, Language::kUkrainian, Language::kHebrew}) {
    Document document{.language = language, .title = "Заголовок — titre — عنوان — כותרת"};
    Section& section = document.add("");
    section.add(Paragraph{});
    section.add(List{});
    section.add(List{{"", "x"}, true});
    section.add(DefinitionList{{{"", ""}}});
    section.add(Note{});
    section.add(Table{.columns = {{""}}});
    section.add(
        Table{.caption = "c", .columns = {{"h"}, {"i", 1, Align::kEnd}}, .rows = {{{"g"}}}});
    section.add(Comparison{"", {{}, {"x", {"y", "z"}, "s"}}});
    section.add(Chart{"c", -5, 5, {{-5, "a"}, {5, "b"}}, {{"l", {{-5, 5, true}, {0, 0}}}, {}}});
    section.add(PageBreak{});
    section.add(PageBreak{});
    section.add("sub").add("subsub").add(Paragraph{"end", true});
    const auto pdf = to_pdf(document, fonts());
    CHECK_MESSAGE(pdf, (pdf ? "" : pdf.error().text()));
  }
}

TEST_CASE("any UTF-8 renders") {
  const auto letter = rc::gen::weightedOneOf<std::uint32_t>({
      {1, rc::gen::inRange<std::uint32_t>(0, 0xA0)},
      {8, rc::gen::inRange<std::uint32_t>(0x20, 0x7F)},
      {2, rc::gen::inRange<std::uint32_t>(0xA0, 0x250)},
      {3, rc::gen::inRange<std::uint32_t>(0x400, 0x460)},
      {8, rc::gen::inRange<std::uint32_t>(0x600, 0x700)},
      {2, rc::gen::inRange<std::uint32_t>(0x5D0, 0x5EB)},
      {2, rc::gen::inRange<std::uint32_t>(0x2000, 0x2070)},
      {1, rc::gen::inRange<std::uint32_t>(0x300, 0x370)},
      {1, rc::gen::inRange<std::uint32_t>(0xFB50, 0xFF00)},
      {1, rc::gen::inRange<std::uint32_t>(0xE000, 0x110000)},
  });
  CHECK(rc::check("no crash, no error", [&] {
    std::string text;
    for (const std::uint32_t c : *rc::gen::container<std::vector<std::uint32_t>>(letter)) {
      if (c < 0x80) {
        text += static_cast<char>(c);
      } else if (c < 0x800) {
        text += {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))};
      } else if (c < 0x10000) {
        text += {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)),
                 static_cast<char>(0x80 | (c & 0x3F))};
      } else {
        text += {static_cast<char>(0xF0 | c >> 18), static_cast<char>(0x80 | (c >> 12 & 0x3F)),
                 static_cast<char>(0x80 | (c >> 6 & 0x3F)), static_cast<char>(0x80 | (c & 0x3F))};
      }
    }
    const auto face = *rc::gen::element(Face::kPlain, Face::kBold, Face::kEmphasis, Face::kCode);
    Table table{.columns = {{"a", 1}, {"b", 2}}, .rows = {{{as_entered(text, face), text}}}};
    const auto language = *rc::gen::element(Language::kEnglish, Language::kArabic);
    const auto result = to_pdf(with(table, language), fonts());
    RC_ASSERT(result.has_value());
  }));
}

}  // namespace
}  // namespace parley::report
