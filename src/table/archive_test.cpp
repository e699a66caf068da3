#include "table/archive.hpp"

#include <doctest/doctest.h>

#include <string>

#include "table/opc.hpp"
#include "table/testing.hpp"
#include "table/xml.hpp"

namespace parley::table {
namespace {

using testing::Members;

std::string refusal(const Bytes& bytes, const SheetLimits& limits = {}) {
  const auto archive = Archive::open(bytes, limits);
  REQUIRE_FALSE(archive);
  return archive.error().text();
}

std::string reading(const Bytes& bytes, std::string_view name, const SheetLimits& limits = {}) {
  auto archive = Archive::open(bytes, limits);
  REQUIRE_MESSAGE(archive.has_value(), (archive ? "" : archive.error().text()));
  const auto text = archive->text(name, std::size_t{1} << 30);
  return text ? *text : text.error().text();
}

// The same archive with one member's name written over another of the same length.
Bytes renamed(Bytes bytes, std::string_view from, std::string_view to) {
  REQUIRE(from.size() == to.size());
  std::string text(text_of(bytes));
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + 1)) {
    text.replace(at, to.size(), to);
  }
  return Bytes(text.begin(), text.end());
}

TEST_CASE("members are found in any case and read whole") {
  const Bytes bytes = testing::zip_of({{"xl/Workbook.xml", "one"}, {"b/", ""}});
  CHECK(reading(bytes, "XL/workbook.XML") == "one");
  CHECK(reading(bytes, "c") == "the archive has no c");
  CHECK(reading(bytes, "c\x1b[2J") == "the archive has no a member of the archive");
}

TEST_CASE("names that leave the archive or stand twice are refused") {
  for (const std::string name : {"../a", "a/../../b", "/a", "a\\b", ".."}) {
    CHECK_MESSAGE(refusal(testing::zip_of({{name, "x"}})) ==
                      "member 1 of the archive has a name that leaves it",
                  name);
  }
  CHECK(reading(testing::zip_of({{"a..b/...", "x"}}), "a..b/...") == "x");
  const Bytes two = testing::zip_of({{"first.xml", "x"}, {"other.xml", "y"}});
  CHECK(refusal(renamed(two, "other.xml", "first.xml")) ==
        "member 2 of the archive has the name of another");
  CHECK(refusal(renamed(two, "other.xml", "FIRST.xml")) ==
        "member 2 of the archive has the name of another");
}

TEST_CASE("archives in the archive, encryption, damage") {
  const Bytes inner = testing::zip_of({{"a", "x"}});
  for (const bool packed : {true, false}) {
    CHECK(refusal(testing::zip_of({{"x.zip", std::string(text_of(inner))}}, packed)) ==
          "member 1 of the archive is itself an archive");
  }
  CHECK(Archive::open(testing::zip_of({{"xl/embeddings/o.xlsx", std::string(text_of(inner))}}), {})
            .has_value());
  Bytes encrypted = testing::zip_of({{"a.xml", "x"}});
  std::string text(text_of(encrypted));
  text[6] = static_cast<char>(text[6] | 1);  // local header
  text[text.find("PK\1\2") + 8] = static_cast<char>(text[text.find("PK\1\2") + 8] | 1);  // central
  const Bytes locked(text.begin(), text.end());
  const auto archive = Archive::open(locked, {});
  REQUIRE_FALSE(archive);
  CHECK(archive.error().fault == Fault::kLocked);
  Bytes cut = testing::zip_of({{"a.xml", std::string(1000, 'x')}});
  cut.resize(cut.size() / 2);
  CHECK(refusal(cut) == "the archive is damaged or cut short: send or save it again");
  const Bytes whole = testing::zip_of({{"a.xml", "some text"}}, false);
  CHECK(reading(renamed(whole, "some text", "some teXt"), "a.xml") ==
        "a.xml is damaged or cut short");
}

TEST_CASE("limits of size, ratio and number") {
  Members many;
  for (int i = 0; i < 30; ++i) many.emplace_back("m" + std::to_string(i), "");
  CHECK(refusal(testing::zip_of(many), SheetLimits{.members = 29}) ==
        "an archive of more than 29 members");
  CHECK(Archive::open(testing::zip_of(many), SheetLimits{.members = 30}).has_value());
  CHECK(refusal(testing::zip_of(many), SheetLimits{.file = 100}) ==
        "a file of more than 100 bytes");
  const Bytes bomb = testing::zip_of({{"a", std::string(std::size_t{20} << 20, 'x')}});
  CHECK(reading(bomb, "a") == "a unpacks to more than 200 times its size");
  CHECK(reading(bomb, "a", SheetLimits{.unpacked = 5000, .ratio = 100'000}) ==
        "a unpacks to more than 5000 bytes");
  // What is declared is not believed: the size that the central directory gives made small.
  std::string lie(text_of(bomb));
  for (std::size_t i = 0; i < 4; ++i) lie[lie.find("PK\1\2") + 24 + i] = i == 0 ? 9 : 0;
  const std::string told = reading(Bytes(lie.begin(), lie.end()), "a");
  CHECK(told.size() < 100);
  // A claim of very many members, which libzip would reserve memory for.
  std::string claim(text_of(testing::zip_of({{"a", "x"}})));
  claim[claim.find("PK\5\6") + 10] = '\x7f';
  claim[claim.find("PK\5\6") + 11] = '\x7f';
  CHECK(refusal(Bytes(claim.begin(), claim.end())) == "an archive of more than 2000 members");
}

TEST_CASE("targets of references") {
  CHECK(resolve_target("xl/worksheets/s.xml", "../drawings/d.xml") == "xl/drawings/d.xml");
  CHECK(resolve_target("xl/workbook.xml", "worksheets/s.xml") == "xl/worksheets/s.xml");
  CHECK(resolve_target("xl/workbook.xml", "/xl/./s.xml") == "xl/s.xml");
  CHECK(resolve_target("", "xl/workbook.xml") == "xl/workbook.xml");
  CHECK(resolve_target("xl/a.xml", "../../b.xml").empty());
}

class Names final : public XmlHandler {
 public:
  std::string seen;
  Result<void> open(XmlName name, const XmlAttributes& attributes) override {
    seen += "<" + std::string(name.space) + "|" + std::string(name.local);
    for (const XmlAttribute& one : attributes) {
      seen += " " + std::string(one.name.space) + "|" + std::string(one.name.local) + "=" +
              std::string(one.value);
    }
    return {};
  }
  Result<void> close(XmlName name) override {
    seen += ">" + std::string(name.space) + "|" + std::string(name.local);
    return {};
  }
  Result<void> text(std::string_view piece) override {
    seen += piece;
    return {};
  }
};

std::string names(std::string_view xml, const XmlLimits& limits = {}) {
  Names handler;
  const auto read = read_xml(bytes_of(xml), handler, limits);
  return read ? handler.seen : read.error().text();
}

TEST_CASE("namespaces are resolved, hidden and given back") {
  CHECK(names("<a xmlns=\"u\" xmlns:p=\"v\" b=\"1\" p:c=\"2\"><p:d xmlns:p=\"w\" p:e=\"3\"/><p:f "
              "xml:lang=\"x\"/><g xmlns=\"\"/></a>") ==
        "<u|a |b=1 v|c=2<w|d w|e=3>w|d<v|f "
        "http://www.w3.org/XML/1998/namespace|lang=x>v|f<|g>|g>u|a");
  CHECK(names("<p:a/>") == "line 1 of the XML: a prefix that stands for no namespace");
  CHECK(names("<a p:b=\"\"/>") == "line 1 of the XML: a prefix that stands for no namespace");
  CHECK(names("<a>&lt;&#x627;</a>") == "<|a<ا>|a");
}

TEST_CASE("limits of XML") {
  CHECK(names("<a><b><c/></b></a>", XmlLimits{.depth = 2}) ==
        "line 1 of the XML: more than 2 elements one in the other");
  CHECK(names("<a b=\"\" c=\"\"/>", XmlLimits{.attributes = 1}) ==
        "line 1 of the XML: more than 1 attributes");
  CHECK(names("<a><b/><b/></a>", XmlLimits{.elements = 2}) ==
        "line 1 of the XML: more elements than parley reads");
  const std::string comment = "<a><!--" + std::string(std::size_t{3} << 20, 'x') + "--></a>";
  CHECK(names(comment) == "line 1 of the XML: a tag or comment of more than 1048576 bytes");
  CHECK(names("<!DOCTYPE a [<!ENTITY b \"&c;\">]><a>&b;</a>") ==
        "line 1 of the XML: a document type, which parley does not read");
  CHECK(names("<a>&b;</a>") == "line 1 of the XML: not XML (undefined entity)");
  CHECK(names(std::string("<a>\0</a>", 8)).starts_with("line 1 of the XML: not XML"));
  CHECK(names("<a>\xFF</a>").starts_with("line 1 of the XML: not XML"));
}

}  // namespace
}  // namespace parley::table
