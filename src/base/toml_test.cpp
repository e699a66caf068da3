#include "base/toml.hpp"

#include <doctest/doctest.h>

namespace parley::toml {
namespace {

TEST_CASE("values keep their kind, line and the text of decimals") {
  const auto file = parse(
      "# a comment\n"
      "title = \"حلب\"\n"
      "\n"
      "[[place]]\n"
      "names = { ar = \"حلب\", en = \"Aleppo\" }\n"
      "point = { \"é\" = 36.20124, z = -37.16 }\n"
      "day = 2014-01-13\n"
      "at = 2014-01-13T10:00:00Z\n"
      "count = 32\n"
      "yes = true\n"
      "list = [\"a\",\n  \"b\"]\n"
      "[[place]]\n");
  REQUIRE(file);
  CHECK(file->find("title")->text == "حلب");
  CHECK(file->find("title")->line == 2);
  CHECK(file->find("nothing") == nullptr);
  const Value& places = *file->find("place");
  REQUIRE(places.items.size() == 2);
  CHECK(places.items[0].line == 4);
  CHECK(places.items[1].line == 13);
  const Value& first = places.items[0];
  CHECK(first.find("names")->find("en")->text == "Aleppo");
  CHECK(first.find("point")->find("é")->kind == Kind::kDecimal);
  CHECK(first.find("point")->find("é")->text == "36.20124");
  CHECK(first.find("point")->find("z")->text == "-37.16");
  CHECK(first.find("day")->date == Date{2014, 1, 13});
  CHECK(first.find("at")->kind == Kind::kOther);
  CHECK(first.find("count")->integer == 32);
  CHECK(first.find("yes")->boolean);
  CHECK(first.find("list")->items[1].line == 12);
}

TEST_CASE("a decimal is found after a byte-order mark and carriage returns") {
  const auto file = parse(
      "\xEF\xBB\xBF"
      "a = 1.5\r\nb = 2.25\r\n");
  REQUIRE(file);
  CHECK(file->find("a")->text == "1.5");
  CHECK(file->find("b")->text == "2.25");
}

TEST_CASE("errors say where and quote nothing") {
  const auto secret = parse("a = 1\nb = \"secret\n");
  REQUIRE_FALSE(secret);
  CHECK(secret.error().text().starts_with("line 2, column "));
  CHECK(secret.error().text().find("secret") == std::string::npos);
  CHECK_FALSE(parse("a = 1\na = 2\n"));
  CHECK_FALSE(parse("a = \"\xFF\"\n"));
}

TEST_CASE("letters beyond ASCII outside quotes are refused") {
  CHECK_FALSE(parse("a = \xD0\xB0\n"));
  CHECK_FALSE(parse("\xC3\xA9 = 1\n"));
  CHECK_FALSE(parse("a = 1 \xE1\x9A\x81\n"));
  CHECK_FALSE(parse("\xE2\x80\xBF"));
}

TEST_CASE("deep nesting is refused, not followed") {
  CHECK_FALSE(parse("a = " + std::string(100'000, '[')));
  std::string dotted = "a";
  for (int i = 0; i < 100; ++i) dotted += ".a";
  CHECK(parse(dotted + " = 1\n"));
  CHECK(parse("[" + dotted + "]\n"));
  // Strings that end in ways that hide, or do not hide, what follows.
  for (const char* lead :
       {"", "x = [\"\"\"y\"\"\"\", {", "x = ['''y''''', {", "x = [\"\\\\\", {", "x = ['\\', {",
        "x = [\"\"\"\\\\\"\"\", {", "['#\"'.", "x = [ # '\"\n{"}) {
    CAPTURE(lead);
    const auto file = parse(lead + dotted + ".a");
    REQUIRE_FALSE(file);
    CHECK(file.error().text().find("dots") != std::string::npos);
  }
  // Dots in strings and comments do not count.
  const std::string dots(200, '.');
  const auto file = parse("a = \"" + dots + "\" # " + dots + "\nb = '''" + dots +
                          "\n'''\nc = \"\\\"" + dots + "\"\n");
  REQUIRE(file);
  CHECK(file->fields.size() == 3);
}

}  // namespace
}  // namespace parley::toml
