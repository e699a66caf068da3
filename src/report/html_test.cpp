#include "report/html.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>

namespace parley::report {
namespace {

using namespace document;

Document with(Block block, Language language = Language::kEnglish) {
  Document document{.language = language, .title = "T"};
  document.add("S").add(std::move(block));
  return document;
}

std::string html(const Document& document) {
  const auto result = to_html(document);
  return result ? *result : "error: " + result.error().text();
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

TEST_CASE("nothing from a text is markup") {
  const std::string nasty = "<script>alert('x')</script> & \"quoted\"";
  Document document{.title = nasty, .subtitle = nasty, .mark = nasty, .footer = nasty};
  document.facts = {{nasty, nasty}};
  Section& section = document.add(nasty);
  section.add(Paragraph{nasty});
  section.add(List{{code(nasty)}});
  section.add(Note{Note::Kind::kWarning, nasty, {nasty}});
  section.add(Table{.caption = nasty, .columns = {{nasty}}, .rows = {{{nasty}}}});
  section.add(Comparison{nasty, {{nasty, {nasty}, nasty}, {nasty, {nasty}, nasty}}});
  section.add(Chart{nasty, 0, 10, {{5, nasty}}, {{nasty, {{1, 2}}}}});
  const std::string out = html(document);
  CHECK_FALSE(has(out, "<script"));
  CHECK_FALSE(has(out, "alert('"));
  CHECK_FALSE(has(out, "\"quoted\""));
  CHECK(has(out, "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;quoted&quot;"));
}

TEST_CASE("one file, no script, nothing fetched") {
  const std::string out = html(with(Paragraph{"x"}));
  CHECK(has(out, "default-src 'none'; style-src 'unsafe-inline'"));
  for (const char* word : {"<script", "<link", "<img", "url(", "@import", "src=", "href="}) {
    CHECK_FALSE(has(out, word));
  }
}

TEST_CASE("language and direction") {
  CHECK(has(html(with(Paragraph{"x"})), "<html lang=\"en\" dir=\"ltr\">"));
  CHECK(has(html(with(Paragraph{"x"}, Language::kArabic)), "<html lang=\"ar\" dir=\"rtl\">"));
  Text text = "In ";
  text += in(Language::kArabic, "حلب");
  text += ", ";
  text += as_entered("Алеппо");
  text += " ";
  text += code("s-1");
  CHECK(
      has(html(with(Paragraph{text})),
          "<p>In <bdi lang=\"ar\" dir=\"rtl\">حلب</bdi>, <bdi lang=\"\" dir=\"auto\">Алеппо</bdi> "
          "<bdi dir=\"ltr\"><code>s-1</code></bdi></p>"));
}

TEST_CASE("direction controls are left out, newlines break") {
  CHECK(has(html(with(Paragraph{as_entered("a\u202Eb\u2069\nc")})), ">ab<br>c</bdi>"));
}

TEST_CASE("a table's headers have scope, a group spans") {
  const std::string out = html(with(
      Table{.columns = {{"A", 1}, {"B", 2}}, .rows = {{{"group"}}, {{Cell("x", true), "y"}}}}));
  CHECK(has(out, "<th scope=\"col\">A</th>"));
  CHECK(has(out, "<th scope=\"rowgroup\" colspan=\"2\">group</th>"));
  CHECK(has(out, "<th scope=\"row\">x</th><td>y</td>"));
  CHECK(has(out, "<col style=\"width:33.33%\">"));
}

TEST_CASE("what check() refuses is refused") {
  CHECK(html(Document{}) == "error: a document needs a title");
}

TEST_CASE("any text is escaped") {
  CHECK(rc::check("between body tags stand only tags of the renderer", [](const std::string& raw) {
    // Bytes that frighten a parser, among any others.
    const char alphabet[] = "<>&\"'/=abc -!\n";
    std::string text;
    for (const char c : raw) {
      text += alphabet[static_cast<unsigned char>(c) % (sizeof alphabet - 1)];
    }
    const std::string empty = html(with(Paragraph{as_entered("")}));
    const std::string full = html(with(Paragraph{as_entered(text)}));
    const auto count = [](const std::string& where, char what) {
      return std::count(where.begin(), where.end(), what);
    };
    const auto breaks = std::count(text.begin(), text.end(), '\n');
    RC_ASSERT(count(full, '<') == count(empty, '<') + breaks);
    RC_ASSERT(count(full, '>') == count(empty, '>') + breaks);
    RC_ASSERT(count(full, '"') == count(empty, '"'));
    RC_ASSERT(count(full, '\'') == count(empty, '\''));
  }));
}

}  // namespace
}  // namespace parley::report
