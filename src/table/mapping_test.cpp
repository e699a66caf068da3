#include "table/mapping.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

#include "table/csv_sheet.hpp"

namespace parley::table {
namespace {

VocabularyIndex vocabulary() {
  auto index = VocabularyIndex::make(
      {{{"name",
         {"Name", "Full name", "الاسم", "ФИО", "Nom"},
         {"#affected+name", "#meta+name"},
         false},
        {"father", {"Father's name", "اسم الأب", "Отчество"}, {"#affected+name+father"}, false},
        {"birth",
         {"Date of birth", "DOB", "تاريخ الميلاد", "Дата рождения"},
         {"#date+birth"},
         false},
        {"place", {"Place", "المكان", "Место"}, {"#loc -birth"}, false},
        {"note", {"Remarks", "Note", "ملاحظات"}, {}, true},
        {"id", {"No", "Reference"}, {"#meta+id"}, false}}});
  REQUIRE_MESSAGE(index.has_value(), (index ? "" : index.error().text()));
  return *std::move(index);
}

Sheet sheet_of(std::string_view csv) {
  auto file = read_csv_sheet(bytes_of(csv), {text::Encoding::kUtf8, ';'});
  REQUIRE(file);
  return std::move(file->sheets[0]);
}

Columns columns_of(std::string_view csv) {
  auto columns = recognise(sheet_of(csv), vocabulary());
  REQUIRE_MESSAGE(columns.has_value(), (columns ? "" : columns.error().text()));
  return *std::move(columns);
}

std::vector<std::string> fields_of(const Columns& columns) {
  std::vector<std::string> out;
  for (const Column& column : columns.columns) {
    out.push_back(column.field + (column.field.empty() ? "" : "/" + std::string(name(column.how))));
  }
  return out;
}

using Texts = std::vector<std::string>;

TEST_CASE("headers are recognised exactly, folded and by a part") {
  CHECK(
      fields_of(columns_of("Name;FATHERS  NAME;D.O.B. (dd/mm/yyyy);المكــان;Remarks on him;x\n")) ==
      Texts{"name/exact", "father/folded", "birth/folded", "place/folded", "note/contains", ""});
  CHECK(fields_of(columns_of("Name / الاسم;أسم الاب;تاريخ_ميلاد;Место / Place\n")) ==
        Texts{"name/contains", "father/folded", "birth/folded", "place/contains"});
  CHECK(fields_of(columns_of("full_name;Отчество*\n")) == Texts{"name/folded", "father/folded"});
}

TEST_CASE("the header row is the best of the first 25, below titles") {
  const Columns columns =
      columns_of("List of names\n;;as of May\n\nName;DOB;Place\nA;1980;x;more\n");
  CHECK(columns.header_row == 4);
  CHECK(columns.first_data == 3);
  CHECK(columns.columns.size() == 4);
  CHECK(columns.columns[3] == Column{4, "", "", "", Recognised::kNot});
  std::string late;
  for (int i = 0; i < 25; ++i) late += "x;y\n";
  CHECK(recognise(sheet_of(late + "Name;DOB\n"), vocabulary()).error().text() ==
        "none of the first 25 rows has the header of a column that is known: name the columns in a "
        "mapping");
}

TEST_CASE("two columns for one field: the surer, then the first; said") {
  const Columns columns = columns_of("Full Name;Name;name;Note;Remarks\n");
  CHECK(fields_of(columns) == Texts{"", "name/exact", "", "note/exact", "note/exact"});
  CHECK(columns.problems ==
        std::vector<ColumnProblem>{{1, "reads as name too, which column 2 is taken for"},
                                   {3, "reads as name too, which column 2 is taken for"}});
  CHECK(columns.of("note") == std::vector<std::size_t>{4, 5});
}

TEST_CASE("a header that fits two fields is not recognised") {
  const Columns columns = columns_of("Name;Note / Place;DOB\n");
  CHECK(fields_of(columns) == Texts{"name/exact", "", "birth/exact"});
  CHECK(columns.problems ==
        std::vector<ColumnProblem>{{2, "could be note or place: neither is taken"}});
}

TEST_CASE("HXL tags go before words") {
  const Columns columns = columns_of(
      "A title\nWho;When;Where;Remarks;Name\n#affected "
      "+Name;#date+birth;#loc+birth;;#affected+father+name+f\n"
      "A;1980;x;y;z\n");
  CHECK(columns.header_row == 2);
  CHECK(columns.first_data == 3);
  CHECK(fields_of(columns) == Texts{"name/HXL", "birth/HXL", "", "note/exact", "father/HXL"});
  CHECK(columns.columns[4].hxl == "#affected+f+father+name");
  const Columns bare = columns_of("#meta+id;#date+birth\n1;1980\n");
  CHECK(bare.first_data == 1);
  CHECK(bare.columns[0].header.empty());
  CHECK(fields_of(bare) == Texts{"id/HXL", "birth/HXL"});
}

TEST_CASE("HXL tags and patterns") {
  CHECK(parse_hxl_tag(" #Adm1 + Name +code+name")->text() == "#adm1+code+name");
  for (const std::string_view none :
       {"", "adm1", "#", "#1", "#adm1 name", "#adm1+", "#a -b", "#a+1"}) {
    CHECK_MESSAGE(!parse_hxl_tag(none), none);
  }
  CHECK(fits(*parse_hxl_pattern("#loc+a-b"), *parse_hxl_tag("#loc+c+a")));
  CHECK_FALSE(fits(*parse_hxl_pattern("#loc+a-b"), *parse_hxl_tag("#loc+b+a")));
  CHECK_FALSE(find_hxl_row(sheet_of("#a;x;y\nz\n")));
  CHECK(find_hxl_row(sheet_of("t\n#a;x;#b+c\n"))->row == 1);
}

constexpr std::string_view kMapping = R"(# by hand
version = 1
sheet = "List"
header_row = 3
date_order = "month-first"
calendar = "hijri"
encoding = "cp1256"
separator = ";"
[columns]
"Who" = "name"
"column 2" = "birth"
"خانة" = "ignore"
)";

TEST_CASE("a column without a header is found by its number, though another is called much like it") {
  const auto file = read_csv_sheet(bytes_of("Name,,column2\nInvented,1970,x\n"), {}, {});
  REQUIRE(file);
  const auto mapping = read_mapping(
      "version = 1\nheader_row = 1\n[columns]\n\"Name\" = \"name\"\n\"column 2\" = \"birth\"\n"
      "\"column2\" = \"ignore\"\n",
      vocabulary());
  REQUIRE(mapping);
  const auto columns = recognise(file->sheets[0], vocabulary(), *mapping);
  REQUIRE(columns);
  CHECK(columns->columns[1].field == "birth");
  CHECK(columns->columns[2].field == "ignore");
}

TEST_CASE("a mapping is read, written, and read again the same") {
  const auto index = vocabulary();
  const auto mapping = read_mapping(kMapping, index);
  REQUIRE(mapping);
  CHECK(mapping->sheet == "List");
  CHECK(mapping->header_row == 3);
  CHECK(mapping->date_order == text::DayOrder::kMonthFirst);
  CHECK(mapping->calendar == text::Calendar::kHijri);
  CHECK(mapping->csv().encoding == text::Encoding::kWindows1256);
  CHECK(mapping->csv().separator == ';');
  REQUIRE(mapping->columns.size() == 3);
  CHECK(mapping->columns[0] == MappedColumn{"Who", "name", 10});
  const std::string written = write_mapping(*mapping);
  CHECK(written ==
        "version = 1\nsheet = \"List\"\nheader_row = 3\ndate_order = \"month-first\"\n"
        "calendar = \"hijri\"\nencoding = \"windows-1256\"\nseparator = \";\"\n\n"
        "[columns]\n\"Who\" = \"name\"\n\"column 2\" = \"birth\"\n\"خانة\" = \"ignore\"\n");
  CHECK(*read_mapping(written, index) == *mapping);
  CHECK(write_mapping(Mapping{}) == "version = 1\n");
}

TEST_CASE("faults of a mapping have their line, and quote nothing") {
  const auto index = vocabulary();
  const auto error = [&](std::string_view text) {
    const auto mapping = read_mapping(text, index);
    REQUIRE_FALSE(mapping);
    return mapping.error().text();
  };
  CHECK(error("sheet = \"x\"") == "line 1: a mapping begins with version = 1");
  CHECK(error("version = 2") == "line 1: a version that this program does not know");
  CHECK(error("version = 1\nfoo = 1") == "line 2: a key that is not known here");
  CHECK(error("version = 1\n\n[columns]\nx = \"nme\"") ==
        "line 4: a field that is not known here: nme; known are birth, father, id, ignore, name, note, place");
  CHECK(error("version = 1\n[columns]\nx = 1") ==
        "line 3: a column's field is an integer, not text");
  CHECK(error("version = 1\ndate_order = \"x\"") ==
        "line 2: date_order is \"day-first\" or \"month-first\"");
  CHECK(error("version = 1\nheader_row = 0") == "line 2: header_row counts from 1");
  CHECK(error("version = 1\nencoding = \"latin\"") == "line 2: an encoding that is not known here");
  CHECK(error("version = 1\nseparator = \";;\"") == "line 2: separator is one character");
  CHECK(error("version = 1\nx") == "line 2, column 2: not TOML");
}

TEST_CASE("a mapping goes before what is recognised") {
  const auto index = vocabulary();
  const Sheet sheet = sheet_of("title\nWho;Name;Name;;Place\nA;B;C;1980;x\n");
  const auto apply = [&](std::string_view columns, std::string_view options = "") {
    const auto mapping = read_mapping(
        "version = 1\n" + std::string(options) + "\n[columns]\n" + std::string(columns), index);
    REQUIRE(mapping);
    return recognise(sheet, index, *mapping);
  };
  auto columns = apply("WHO = \"name\"\n\"column 4\" = \"birth\"\n");
  REQUIRE(columns);
  CHECK(columns->header_row == 2);
  CHECK(fields_of(*columns) == Texts{"name/mapping", "", "", "birth/mapping", "place/exact"});
  // Both columns of that header get the field; the second is said.
  columns = apply("Name = \"father\"\n");
  REQUIRE(columns);
  CHECK(fields_of(*columns) == Texts{"", "father/mapping", "", "", "place/exact"});
  CHECK(columns->problems ==
        std::vector<ColumnProblem>{{3, "reads as father too, which column 2 is taken for"}});
  // An ignored column frees its field for the next.
  columns = apply("\"column 1\" = \"note\"\nPlace = \"ignore\"\n", "header_row = 2");
  REQUIRE(columns);
  CHECK(fields_of(*columns) == Texts{"note/mapping", "name/exact", "", "", "ignore/mapping"});
  CHECK(apply("Who = \"name\"\nGone = \"place\"\n").error().text() ==
        "line 5 of the mapping: the sheet has no column with this header");
  CHECK(apply("Who = \"name\"\n", "header_row = 9").error().text() ==
        "the sheet has nothing in row 9, which the mapping names as header");
}

TEST_CASE("what was recognised can be saved, and says the same again") {
  const auto index = vocabulary();
  const Sheet sheet = sheet_of("title\nName;\"odd \"\"one\"\"\";DOB;;Name\nA;B;1980;x;y\n");
  const Columns columns = *recognise(sheet, index);
  const Mapping saved = mapping_of(sheet, columns);
  const auto again = read_mapping(write_mapping(saved), index);
  REQUIRE(again);
  CHECK(*again == saved);
  const auto applied = recognise(sheet, index, *again);
  REQUIRE(applied);
  CHECK(applied->of("name") == columns.of("name"));
  CHECK(applied->of("birth") == columns.of("birth"));
}

TEST_CASE("the sheet is the one with the best header, or the one named") {
  const auto index = vocabulary();
  SheetFile file;
  file.sheets = {sheet_of("Name\nA\n"), sheet_of("Name;DOB\nA;1\n"), sheet_of("nothing\n")};
  file.sheets[0].name = "one";
  CHECK(*choose_sheet(file, index) == 1);
  file.sheets[0] = file.sheets[1];
  file.sheets[0].name = "one";
  CHECK(*choose_sheet(file, index) == 0);
  file.sheets[0].hidden = true;
  CHECK(*choose_sheet(file, index) == 1);
  CHECK(*choose_sheet(file, index, Mapping{.sheet = "one"}) == 0);
  CHECK_FALSE(choose_sheet(file, index, Mapping{.sheet = "two"}));
  CHECK_FALSE(choose_sheet(SheetFile{}, index));
}

TEST_CASE("faults of a vocabulary are refused") {
  const auto error = [](const Vocabulary& bad) {
    const auto index = VocabularyIndex::make(bad);
    REQUIRE_FALSE(index);
    return index.error().text();
  };
  CHECK(error({{{"a", {"X"}, {}, false}, {"b", {"x."}, {}, false}}}) ==
        "field b: also a header of a: x.");
  CHECK(error({{{"a", {}, {}, false}, {"a", {}, {}, false}}}) ==
        "field a: not a token of its own: a");
  CHECK(error({{{"ignore", {}, {}, false}}}) == "field ignore: not a token of its own: ignore");
  CHECK(error({{{"a", {"!"}, {}, false}}}) == "field a: a header that says nothing: !");
  CHECK(error({{{"a", {}, {"x"}, false}}}) == "field a: not a HXL pattern: x");
}

TEST_CASE("property: any mapping written is read back") {
  const auto index = vocabulary();
  CHECK(rc::check([&](const std::vector<std::string>& raw) {
    Mapping mapping;
    for (const std::string& text : raw) {
      std::string header;
      for (const char c : text) header += static_cast<char>(c & 0x7F);
      if (header.empty() || header.find('\0') != std::string::npos) continue;
      const bool known = std::any_of(mapping.columns.begin(), mapping.columns.end(),
                                     [&](const auto& one) { return one.header == header; });
      if (!known) mapping.columns.push_back({header, "name", 0});
    }
    std::sort(mapping.columns.begin(), mapping.columns.end(),
              [](const auto& a, const auto& b) { return a.header < b.header; });
    const auto again = read_mapping(write_mapping(mapping), index);
    RC_ASSERT(again.has_value());
    RC_ASSERT(*again == mapping);
  }));
}

}  // namespace
}  // namespace parley::table
