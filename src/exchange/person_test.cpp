#include "exchange/person.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <map>
#include <set>

namespace parley::exchange {
namespace {

namespace gen = rc::gen;
using enum Field;

// A row as header, field and cell of each column.
struct Cell {
  Field field;
  std::string text;
  std::string header = "h";
};

struct Row {
  Reading reading;
  std::vector<std::string> cells;
};

Row row_of(const std::vector<Cell>& cells) {
  Row row;
  for (const Cell& cell : cells) {
    row.reading.columns.push_back({cell.header, cell.field});
    row.cells.push_back(cell.text);
  }
  return row;
}

constexpr Date kOn{2018, 12, 10};

Result<Person> try_person(const std::vector<Cell>& cells, std::optional<Date> on = kOn) {
  const Row row = row_of(cells);
  return read_person(row.reading, row.cells, on);
}

Person person(const std::vector<Cell>& cells, std::optional<Date> on = kOn) {
  auto out = try_person(cells, on);
  REQUIRE(out);
  return *std::move(out);
}

// The flaws as "column: reason".
std::vector<std::string> flaws(const Person& person) {
  std::vector<std::string> out;
  for (const CellFlaw& flaw : person.flaws) {
    out.push_back(std::to_string(flaw.column) + ": " + flaw.reason);
  }
  return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("read_person: a plain row") {
  const Person one = person({{kReference, "A-7"},
                             {kName, " سامر محمود علي الحداد "},
                             {kSex, "ذكر"},
                             {kBorn, "٢٥/٣/١٩٨٠"},
                             {kAge, "٣٨"},
                             {kCaptured, "2017-02-03"},
                             {kHealth, "جريح"},
                             {kConsent, "نعم"},
                             {kNote, "-"}});
  CHECK(one.flaws.empty());
  CHECK(one.text(kName) == "سامر محمود علي الحداد");
  CHECK(one.shown_name() == "سامر محمود علي الحداد");
  CHECK(one.text(kNote).empty());
  CHECK(one.sex == Sex::kMale);
  REQUIRE(one.born);
  CHECK(one.born->date == Date{1980, 3, 25});
  CHECK(one.born_span == text::DaySpan{{1980, 3, 25}, {1980, 3, 25}});
  CHECK(one.captured->date == Date{2017, 2, 3});
  CHECK(one.consent == Consent::kForward);
  CHECK(one.health_grave);
  CHECK_FALSE(one.insufficient);
}

TEST_CASE("read_person: texts come by field, then column; unmapped columns are passed over") {
  Row row = row_of({{kNote, "b"}, {kName, "Anna Berg"}, {kNote, "c"}, {kAlias, "n/a"}});
  row.reading.columns.push_back({"?", {}});
  row.cells.push_back("kept, not read");
  const Person one = *read_person(row.reading, row.cells, kOn);
  REQUIRE(one.texts.size() == 3);
  CHECK(one.texts[0] == std::pair(kName, std::string("Anna Berg")));
  CHECK(one.texts[1] == std::pair(kNote, std::string("b")));
  CHECK(one.texts[2] == std::pair(kNote, std::string("c")));
  // More cells than columns, and fewer.
  row.cells.resize(2);
  CHECK(read_person(row.reading, row.cells, kOn));
  row.cells.resize(30, "beyond");
  CHECK(read_person(row.reading, row.cells, kOn));
}

TEST_CASE("read_person: a bad cell is a flaw and the person stands") {
  const Person one = person({{kName, "Anna Berg"},
                             {kSex, "zz"},
                             {kBorn, "31.13.1980"},
                             {kAge, "very old"},
                             {kConsent, "perhaps"},
                             {kFather, "1980"}});
  CHECK(one.flaws.size() == 5);
  for (std::size_t i = 0; i < one.flaws.size(); ++i) CHECK(one.flaws[i].column == i + 1);
  CHECK(one.text(kBorn) == "31.13.1980");
  CHECK_FALSE(one.born);
  CHECK_FALSE(one.born_span);
  CHECK(one.sex == Sex::kUnknown);
  CHECK(one.consent == Consent::kDoNotForward);
  for (const CellFlaw& flaw : one.flaws) {
    CHECK(flaw.reason.find("perhaps") == std::string::npos);
    CHECK(flaw.reason.find("1980") == std::string::npos);
  }
}

TEST_CASE("read_person: birth by date, by age, by both") {
  CHECK(person({{kName, "Anna Berg"}, {kAge, "30"}}).born_span ==
        text::DaySpan{{1987, 12, 11}, {1988, 12, 10}});
  CHECK_FALSE(person({{kName, "Anna Berg"}, {kAge, "30"}}, {}).born_span);
  // The age narrows a year of birth.
  CHECK(person({{kName, "Anna Berg"}, {kBorn, "1988"}, {kAge, "30"}}).born_span ==
        text::DaySpan{{1988, 1, 1}, {1988, 12, 10}});
  // 1 January may be any day of the year.
  const Person january = person({{kName, "Anna Berg"}, {kBorn, "01/01/1988"}});
  CHECK(january.born->date == Date{1988, 1, 1});
  CHECK(january.born_span == text::DaySpan{{1988, 1, 1}, {1988, 12, 31}});
  CHECK(person({{kName, "Anna Berg"}, {kBorn, "about 1980"}}).born_span ==
        text::DaySpan{{1978, 1, 1}, {1982, 12, 31}});
  // Two-digit years lie before the list.
  CHECK(person({{kName, "Anna Berg"}, {kBorn, "05/03/19"}}).born->date.year == 1919);
  // A column that asks for either.
  const Cell either{kBorn, "50", "سنة الميلاد أو العمر"};
  CHECK(person({{kName, "Anna Berg"}, either}).born_span->first.year == 1967);
  CHECK(person({{kName, "Anna Berg"}, {kBorn, "1975", "Year of birth or age"}}).born->date.year ==
        1975);
}

TEST_CASE("read_person: contradictions") {
  const auto of = [](std::vector<Cell> cells) {
    cells.insert(cells.begin(), {kName, "Anna Berg"});
    return flaws(person(cells));
  };
  CHECK(of({{kBorn, "1980-05-01"}, {kAge, "37"}}).empty());
  CHECK(of({{kBorn, "1980-05-01"}, {kAge, "25"}}) == Texts{"2: does not fit the date of birth"});
  CHECK(of({{kBorn, "2016-05-01"}, {kCaptured, "2015-01-01"}}) ==
        Texts{"1: is after the date of capture"});
  CHECK(of({{kCaptured, "2019-01-01"}}) == Texts{"1: is after the date of the list"});
  CHECK(of({{kBorn, "2019-05-01"}}) == Texts{"1: is after the date of the list"});
  CHECK(of({{kDied, "2016-01-01"}, {kCaptured, "2017-01-01"}}) ==
        Texts{"2: is after the date of death"});
  CHECK(of({{kBorn, "1850"}}) == Texts{"1: makes the person older than 120 years"});
}

TEST_CASE("read_person: who is named, who is not") {
  const auto insufficient = [](const std::vector<Cell>& cells) {
    return person(cells).insufficient;
  };
  CHECK(insufficient({{kAlias, "Abu Omar"}}));
  CHECK(insufficient({{kName, "أبو عمر"}}));
  CHECK(insufficient({{kName, "Anna"}}));
  CHECK(insufficient({{kFamily, "Berg"}}));
  CHECK_FALSE(insufficient({{kGiven, "Anna"}, {kFamily, "Berg"}}));
  CHECK_FALSE(insufficient({{kName, "Anna"}, {kFather, "Karl"}}));
  CHECK_FALSE(insufficient({{kAlias, "Abu Omar"}, {kDocument, "123"}}));
  CHECK_FALSE(insufficient({{kServiceNumber, "123"}}));
  CHECK(person({{kAlias, "Abu Omar"}}).flaws.empty());

  CHECK_FALSE(try_person({{kReference, "17"}}));
  CHECK_FALSE(try_person({{kFather, "Karl"}, {kSex, "m"}, {kBorn, "1980"}}));
  CHECK_FALSE(try_person({{kName, "unknown"}}));
  CHECK_FALSE(try_person({{kName, "12345"}}));
  CHECK_FALSE(try_person({}));
  CHECK(try_person({{kReference, "17"}}).error().fault == Fault::kBadInput);
}

TEST_CASE("read_person: names to show") {
  CHECK(person({{kFamily, "Berg"}, {kGiven, "Anna"}, {kFather, "Karl"}}).shown_name() ==
        "Anna Karl Berg");
  CHECK(person({{kNameOther, "Anna B"}, {kAlias, "Umm Karl"}}).shown_name() == "Anna B");
  CHECK(person({{kAlias, "Umm Karl"}}).shown_name() == "Umm Karl");
  CHECK(person({{kDocument, "1"}}).shown_name().empty());
  CHECK(person({{kAlias, "Umm Karl"}, {kNameAtArrest, "Ada"}}).shown_name() == "Ada");

  // For other readers: only from what they may see, and only by what may stand in a name's place.
  const std::map<Field, std::string> cells = {
      {kGiven, "Anna"}, {kFamily, "Berg"}, {kNameAtArrest, "Ada"}, {kAlias, "Umm Karl"}};
  const auto without = [&](std::set<Field> hidden) {
    return [&cells, hidden](Field field) {
      const auto found = cells.find(field);
      return found == cells.end() || hidden.contains(field) ? std::string() : found->second;
    };
  };
  CHECK(name_shown(without({}), {}) == "Anna Berg");
  CHECK(name_shown(without({kFamily}), {}) == "Anna");
  CHECK(name_shown(without({kGiven, kFamily}), {}).empty());
  CHECK(name_shown(without({kGiven, kFamily}), {kNameOther, kAlias}) == "Umm Karl");
  CHECK(name_shown(without({kGiven, kFamily, kAlias}), {kNameOther, kAlias}).empty());
}

TEST_CASE("read_person: any cells at all") {
  CHECK(rc::check([] {
    Row row;
    const auto pieces =
        gen::container<std::vector<std::string>>(gen::elementOf(std::vector<std::string>{
            "a", "1980", "-", "/", "3", " ", "\xFF", "أبو", "ذكر", "هـ", "Ж"}));
    for (int i = *gen::inRange(0, 8); i > 0; --i) {
      const auto at = *gen::inRange<std::size_t>(0, kFieldCount);
      std::string cell;
      for (const std::string& piece : *pieces) cell += piece;
      row.reading.columns.push_back({"h", fields()[at].field});
      row.cells.push_back(std::move(cell));
    }
    const auto one = read_person(row.reading, row.cells, kOn);
    if (!one) return;
    for (const CellFlaw& flaw : one->flaws) RC_ASSERT(flaw.column < row.cells.size());
    RC_ASSERT(std::is_sorted(one->texts.begin(), one->texts.end(),
                             [](const auto& a, const auto& b) { return a.first < b.first; }));
    if (one->born_span) RC_ASSERT(one->born_span->first <= one->born_span->last);
  }));
}

}  // namespace parley::exchange
