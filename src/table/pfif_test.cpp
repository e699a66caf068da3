#include "table/pfif.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace parley::table {
namespace {

SheetFile read(std::string_view xml) {
  auto file = read_pfif(bytes_of(xml));
  REQUIRE_MESSAGE(file.has_value(), (file ? "" : file.error().text()));
  return *std::move(file);
}

std::string error_of(std::string_view xml, const SheetLimits& limits = {}) {
  const auto file = read_pfif(bytes_of(xml), limits);
  REQUIRE_FALSE(file);
  return file.error().text();
}

// The text of a row under a header; "" where the row has no such cell.
std::string at(const Sheet& sheet, std::size_t row, std::string_view field) {
  const auto& header = sheet.rows[0].cells;
  const auto found =
      std::find_if(header.begin(), header.end(), [&](const Cell& c) { return c.text == field; });
  REQUIRE(found != header.end());
  const auto column = static_cast<std::size_t>(found - header.begin());
  const auto& cells = sheet.rows[row].cells;
  return column < cells.size() ? cells[column].text : "";
}

TEST_CASE("persons and their notes") {
  const SheetFile file = read(R"(<?xml version="1.0" encoding="UTF-8"?>
<pfif:pfif xmlns:pfif="http://zesty.ca/pfif/1.4">
  <pfif:person>
    <pfif:person_record_id>example.org/p.1</pfif:person_record_id>
    <pfif:full_name>ليلى القاسم</pfif:full_name>
    <pfif:alternate_names>Layla Kassem
Umm Omar</pfif:alternate_names>
    <pfif:date_of_birth>1980-03</pfif:date_of_birth>
    <pfif:home_city>Duma</pfif:home_city>
    <pfif:unheard_of>x</pfif:unheard_of>
    <pfif:note>
      <pfif:note_record_id>example.org/n.1</pfif:note_record_id>
      <pfif:text>seen &lt;there&gt;</pfif:text>
      <pfif:status>believed_alive</pfif:status>
    </pfif:note>
    <pfif:note><pfif:text>again</pfif:text></pfif:note>
  </pfif:person>
  <pfif:person><pfif:person_record_id>example.org/p.2</pfif:person_record_id></pfif:person>
  <pfif:note><pfif:person_record_id>example.org/p.2</pfif:person_record_id>
    <pfif:text>alone</pfif:text></pfif:note>
</pfif:pfif>)");
  CHECK(file.format == "pfif");
  REQUIRE(file.sheets.size() == 2);
  const Sheet& persons = file.sheets[0];
  CHECK(persons.name == "person");
  REQUIRE(persons.rows.size() == 3);
  CHECK(at(persons, 1, "full_name") == "ليلى القاسم");
  CHECK(at(persons, 1, "alternate_names") == "Layla Kassem\nUmm Omar");
  CHECK(at(persons, 1, "date_of_birth") == "1980-03");
  CHECK(at(persons, 1, "home_city") == "Duma");
  CHECK(at(persons, 1, "note") == "seen <there>\nagain");
  CHECK(at(persons, 2, "person_record_id") == "example.org/p.2");
  const Sheet& notes = file.sheets[1];
  CHECK(notes.name == "note");
  REQUIRE(notes.rows.size() == 4);
  CHECK(at(notes, 1, "person_record_id") == "example.org/p.1");
  CHECK(at(notes, 1, "status") == "believed_alive");
  CHECK(at(notes, 3, "text") == "alone");
  REQUIRE(file.remarks.size() == 1);
  CHECK(file.remarks[0].row == 2);
  CHECK(file.remarks[0].text == "a field that PFIF does not have");
}

TEST_CASE("older versions, default namespace") {
  for (const std::string version : {"1.1", "1.2", "1.3"}) {
    const SheetFile file = read("<pfif xmlns=\"http://zesty.ca/pfif/" + version +
                                "\"><person><first_name>OMAR</first_name><last_name>S</last_name>"
                                "</person></pfif>");
    REQUIRE(file.sheets.size() == 1);
    CHECK(at(file.sheets[0], 1, "first_name") == "OMAR");
  }
}

TEST_CASE("what is not PFIF is refused") {
  CHECK(error_of("<a/>") == "XML, but not PFIF: save the table as xlsx or csv");
  CHECK(error_of("<pfif xmlns=\"urn:x\"/>") == "XML, but not PFIF: save the table as xlsx or csv");
  CHECK(error_of("<!DOCTYPE pfif [<!ENTITY a \"b\">]><pfif/>") ==
        "line 1 of the XML: a document type, which parley does not read");
  CHECK(
      error_of("<pfif xmlns=\"http://zesty.ca/pfif/1.4\">").starts_with("line 1 of the XML: not"));
  CHECK(
      error_of(
          "<pfif "
          "xmlns=\"http://zesty.ca/pfif/1.4\"><person><other>abcdefghijklmnopqrstuvwxyzabcdefghijk"
          "</other></person></pfif>",
          SheetLimits{.cell = 30}) == "a field of more than 30 bytes");
}

}  // namespace
}  // namespace parley::table
