#include "report/svg.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

#include "report/svg_lines.hpp"
#include "text/code_points.hpp"

namespace parley::report {
namespace {

using namespace document;

// Every element is closed in its order, attributes are quoted, and of XML's special characters none
// stands by itself: enough of a parser for what to_svg() writes.
bool well_formed(const std::string& svg) {
  std::vector<std::string> open;
  for (std::size_t at = svg.find("?>") + 2; at < svg.size(); ++at) {
    if (svg[at] == '&') {
      const std::string entity = svg.substr(at, svg.find(';', at) - at);
      if (entity != "&amp" && entity != "&lt" && entity != "&gt" && entity != "&quot" &&
          entity != "&#39") {
        return false;
      }
    }
    if (svg[at] == '>') return false;
    if (svg[at] != '<') continue;
    const std::size_t end = svg.find('>', at);
    if (end == std::string::npos) return false;
    const std::string tag = svg.substr(at + 1, end - at - 1);
    if (tag.find('<') != std::string::npos) return false;
    const std::string name = tag.substr(0, tag.find(' '));
    if (name[0] == '/') {
      if (open.empty() || open.back() != name.substr(1)) return false;
      open.pop_back();
    } else if (tag.back() != '/') {
      open.push_back(name);
    }
    at = end;
  }
  return open.empty();
}

Figure figure(const std::string& text) {
  Figure out;
  out.title = as_entered(text);
  out.mark = Text(text);
  out.above = {code(text), Text(text)};
  out.chart.caption = Text(text);
  out.chart.first = -10;
  out.chart.last = 10;
  out.chart.ticks = {{-10, text}, {0, "1:1"}};
  Text label(bold(text));
  label += Text("\n");
  label += as_entered(text);
  out.chart.lanes = {{label, {{-10, 4, true}}, text}, {"b", {{0, 0, false}}, "+1.0"}};
  out.below = {as_entered(text)};
  return out;
}

}  // namespace

TEST_CASE("nothing that was entered becomes markup, a script or a link") {
  for (const std::string nasty :
       {"<script>alert(1)</script>", "\"/><image href='http://x.example'/>", "]]>&<!--", "--><a>",
        "a\x01\x02\x1b[31m\tb\r\nc", "\xef\xbf\xbe\xef\xbf\xbf", "&amp;&#0;", "' onload='x",
        "\u202Eevil\u2066", ""}) {
    CAPTURE(nasty);
    const auto svg = to_svg(figure(nasty.empty() ? " " : nasty));
    REQUIRE(svg);
    CHECK(well_formed(*svg));
    CHECK(svg->find("<script") == std::string::npos);
    CHECK(svg->find("<image") == std::string::npos);
    CHECK(svg->find("<a>") == std::string::npos);
    CHECK(svg->find('\x1b') == std::string::npos);
    CHECK(svg->find("\u202E") == std::string::npos);
    CHECK(svg->find("\xef\xbf\xbf") == std::string::npos);
    CHECK(svg->find("href='") == std::string::npos);
    CHECK(svg->find("onload='") == std::string::npos);
  }
  CHECK_FALSE(to_svg(figure("\xff\xfe")));
}

TEST_CASE("any text makes a well-formed file") {
  CHECK(rc::check("any text makes a well-formed file", [] {
    const auto points =
        *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange<std::uint32_t>(0, 0x2fff));
    std::string text = "x";
    for (const std::uint32_t one : points) text::append_utf8(text, one);
    const auto svg = to_svg(figure(text));
    RC_ASSERT(svg.has_value());
    RC_ASSERT(well_formed(*svg));
    RC_ASSERT(*svg == *to_svg(figure(text)));
  }));
}

TEST_CASE("who cannot see it is told all that is drawn") {
  const std::string svg = *to_svg(figure("Karim"));
  CHECK(svg.find("role=\"img\" aria-labelledby=\"title desc\"") != std::string::npos);
  CHECK(svg.find("<title id=\"title\">Karim</title>") != std::string::npos);
  const std::string told = svg.substr(svg.find("<desc"), svg.find("</desc>") - svg.find("<desc"));
  CHECK(told.find("b: +1.0") != std::string::npos);
}

TEST_CASE("an Arabic figure is mirrored, its scale is not") {
  Figure left = figure("Karim"), right = left;
  right.language = Language::kArabic;
  const std::string a = *to_svg(left), b = *to_svg(right);
  CHECK(a.find("direction=\"ltr\"") != std::string::npos);
  CHECK(b.find("xml:lang=\"ar\" direction=\"rtl\"") != std::string::npos);
  // Labels begin at the right; of two ticks the lesser still stands further left.
  CHECK(a.find("<text x=\"28\"") != std::string::npos);
  CHECK(b.find("<text x=\"932\"") != std::string::npos);
  const auto x_of = [](const std::string& svg, const std::string& label) {
    const std::size_t end = svg.find(label);
    const std::size_t at = svg.rfind("x=\"", end) + 3;
    return std::stoi(svg.substr(at));
  };
  CHECK(x_of(b, "\u2066Karim\u2069</text>") > 0);
  CHECK(x_of(b, "\u20661:1\u2069") > 28);
}

TEST_CASE("lines hold all of a text, and none is too long") {
  CHECK(rc::check("lines hold all of a text, and none is too long", [] {
    const auto words = *rc::gen::container<std::vector<std::string>>(
        rc::gen::container<std::string>(rc::gen::elementOf(std::string("abcWi.1"))));
    std::string all, without;
    for (const std::string& word : words) {
      all += word + " ";
      without += word;
    }
    const int most = *rc::gen::inRange(1'200, 9'000);
    std::string back;
    for (const Text& line : lines_of(Text(all), most)) {
      std::string plain = line.plain();
      RC_ASSERT(estimated_width(plain, false) <= most);
      for (const char c : plain) {
        if (c != ' ') back += c;
      }
    }
    RC_ASSERT(back == without);
  }));
  CHECK(lines_of(Text("a\nb"), 10'000).size() == 2);
  CHECK(lines_of(Text(""), 10'000).size() == 1);
}

}  // namespace parley::report
