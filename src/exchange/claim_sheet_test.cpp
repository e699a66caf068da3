#include "exchange/claim_sheet.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "dossier/testing.hpp"
#include "exchange/claim_sheet_reader.hpp"
#include "table/read_sheets.hpp"

namespace parley::exchange {
namespace {

using dossier::testing::add;
using record::EntryId;

constexpr std::string_view kParties = R"(
[[party]]
key = "north"
kind = "party"
names = { en = "The north", ar = "الشمال" }
[[party]]
key = "south"
kind = "party"
names = { en = "The south", ar = "الجنوب" }
[[party]]
key = "mothers"
kind = "association"
names = { en = "Mothers of the lost" }
)";

// A list with every field there is, each cell a marker of its own: "<token>-<row>".
struct Here {
  record::View record;
  EntryId north, south, mothers, version;
  std::vector<EntryId> claims;
  View view;
  NumberKey key;

  EntryId list(const std::string& handle, const EntryId& by, int rows) {
    ListVersion value;
    value.key = handle;
    value.kind = ListKind::kSought;
    value.by = by;
    value.holder = south;
    value.file = "sought.csv";
    value.format = "csv";
    for (const FieldInfo& one : fields()) {
      if (one.field == Field::kAllegedHolder || one.field == Field::kConsent) continue;
      value.reading.columns.push_back({std::string(one.token), one.field});
    }
    const EntryId id = add(record, to_payload(value));
    for (int i = 0; i < rows; ++i) {
      std::vector<std::string> cells;
      for (const Column& column : value.reading.columns) {
        cells.push_back(column.header + "-" + std::to_string(i) + "-" + handle);
      }
      claims.push_back(add(record, to_payload(ListRow{id, i + 2, cells})));
    }
    return id;
  }
};

Here here() {
  Here out;
  dossier::testing::add_toml(out.record, kParties);
  const auto dossier = dossier::fold(out.record);
  out.north = *dossier->find(dossier::Kind::kParty, "north");
  out.south = *dossier->find(dossier::Kind::kParty, "south");
  out.mothers = *dossier->find(dossier::Kind::kParty, "mothers");
  out.list("north-sought", out.north, 20);
  out.view = *fold(out.record);
  return out;
}

ClaimSheet sheet_of(const Here& here, ClaimSheetRequest request) {
  std::vector<EntryId> people;
  for (const Row& row : here.view.lists.rows) people.push_back(row.id);
  request.claims = here.claims;
  return claim_sheet(here.view, Numbers(here.key, request.to, people), request);
}

const table::XlsxSheet& only(const ClaimSheet& sheet) {
  REQUIRE(sheet.book.sheets.size() == 1);
  return sheet.book.sheets[0];
}

std::vector<std::vector<std::string>> body(const ClaimSheet& sheet) {
  std::vector<std::vector<std::string>> out;
  for (const table::XlsxLine& line : only(sheet).lines) {
    if (line.look == table::XlsxLook::kBody) out.push_back(line.cells);
  }
  return out;
}

bool shows(const ClaimSheet& sheet, std::string_view marker) {
  for (const auto& row : body(sheet)) {
    for (const std::string& cell : row) {
      if (cell.starts_with(marker)) return true;
    }
  }
  return false;
}

// What goes with a name, by hand.
const std::set<std::string_view> kForward = {
    "icrc-reference", "name",        "given",    "father",       "grandfather", "family",
    "mother",         "name-other",  "sex",      "born",         "age",         "birth-place",
    "origin",         "nationality", "captured", "capture-place"};

}  // namespace

TEST_CASE("claim_sheet: only what goes with a name, and what was released for that person") {
  Here now = here();
  const ClaimSheet names = sheet_of(now, {RoundKind::kAnswers, now.south});
  for (const FieldInfo& one : fields()) {
    CAPTURE(one.token);
    CHECK(shows(names, std::string(one.token) + "-3-") == kForward.contains(one.token));
  }
  CHECK(names.fields.size() == kForward.size());

  FieldRelease release;
  release.person = now.claims[3];
  release.fields = {"rank", "health"};
  release.to = now.south;
  release.reason = "asked";
  add(now.record, to_payload(release));
  now.view = *fold(now.record);
  const ClaimSheet more = sheet_of(now, {RoundKind::kAnswers, now.south});
  CHECK(shows(more, "rank-3-"));
  CHECK(shows(more, "health-3-"));
  CHECK_FALSE(shows(more, "rank-4-"));
  CHECK_FALSE(shows(more, "alias-3-"));
  // Released to the south, and to nobody else.
  CHECK_FALSE(shows(sheet_of(now, {RoundKind::kRemarks, now.north}), "rank-"));
}

TEST_CASE("claim_sheet: a party finds its own rows by its own reference") {
  const Here now = here();
  CHECK(shows(sheet_of(now, {RoundKind::kRemarks, now.north}), "reference-3-"));
  CHECK_FALSE(shows(sheet_of(now, {RoundKind::kRemarks, now.mothers}), "reference-3-"));
  const ClaimSheet final_replies = sheet_of(now, {RoundKind::kFinalReplies, now.south});
  for (const auto& row : body(final_replies)) {
    for (const std::string& cell : row) CHECK_FALSE(cell.starts_with("reference-"));
  }
}

TEST_CASE("claim_sheet: of the other side's words, answer and date") {
  Here now = here();
  Round round;
  round.to = now.south;
  round.claims = now.claims;
  round.language = "en";
  round.file = Bytes(32);
  add(now.record, to_payload(round));
  Answer answer;
  answer.claim = now.claims[0];
  answer.by = now.south;
  answer.status = AnswerStatus::kReleased;
  answer.date = Date{2018, 5, 0};
  answer.other_name = "the secret other";
  answer.cause = "the secret cause";
  answer.burial_place = "the secret grave";
  answer.note = "the secret note";
  answer.reference = "the secret reference";
  add(now.record, to_payload(answer));
  add(now.record,
      to_payload(Remark{now.claims[0], now.north, Stance::kContested, "the secret remark", false}));
  now.view = *fold(now.record);
  const ClaimSheet answers = sheet_of(now, {RoundKind::kRemarks, now.north});
  CHECK(shows(answers, "Released"));
  CHECK(shows(answers, "2018-05"));
  CHECK_FALSE(shows(answers, "the secret"));
  const ClaimSheet replies = sheet_of(now, {RoundKind::kFinalReplies, now.south});
  CHECK(shows(replies, "Released"));
  CHECK(shows(replies, "the secret reference"));  // the holder's own
  CHECK_FALSE(shows(replies, "the secret remark"));
  CHECK_FALSE(shows(replies, "the secret note"));
}

TEST_CASE("claim_sheet: rows stand by number, families are not named, bytes are the same") {
  Here now = here();
  now.list("mothers-sought", now.mothers, 2);
  now.view = *fold(now.record);
  for (const SheetLanguage language : kSheetLanguages) {
    ClaimSheetRequest request{RoundKind::kAnswers, now.south};
    request.language = language;
    request.deadline = "20 December";
    const ClaimSheet sheet = sheet_of(now, request);
    const auto rows = body(sheet);
    CHECK(rows.size() == 22);
    CHECK(std::is_sorted(rows.begin(), rows.end()));
    CHECK(only(sheet).right_to_left == (language == SheetLanguage::kArabic));
    const std::string& title = only(sheet).lines.at(0).cells.at(0);
    CHECK(title.find("Mothers") == std::string::npos);
    CHECK(title.find(word(SheetText::kFamilies, language)) != std::string::npos);
    const auto bytes = table::write_xlsx(sheet.book);
    REQUIRE(bytes.has_value());
    CHECK(*bytes == *table::write_xlsx(sheet_of(now, request).book));
  }
  // To another party the same people have other numbers.
  const auto to_south = body(sheet_of(now, {RoundKind::kAnswers, now.south}));
  const auto to_north = body(sheet_of(now, {RoundKind::kRemarks, now.north}));
  CHECK(to_south[0][0] != to_north[0][0]);
}

TEST_CASE("claim_sheet_reader: what goes out is what comes back, in every language") {
  const Here now = here();
  for (const SheetLanguage language : kSheetLanguages) {
    for (const RoundKind kind : kRoundKinds) {
      ClaimSheetRequest request{kind, goes_to_holder(kind) ? now.south : now.north};
      request.language = language;
      request.round = 7;
      const ClaimSheet sheet = sheet_of(now, request);
      const auto bytes = table::write_xlsx(sheet.book);
      REQUIRE(bytes.has_value());
      const auto file = table::read_sheets("names.xlsx", *bytes);
      REQUIRE(file.has_value());
      const auto back = read_claim_sheets(*file);
      REQUIRE(back.has_value());
      CHECK(back->rows.size() == 20);
      for (const ReturnedRow& row : back->rows) {
        REQUIRE(read_returned_number(row.number).has_value());
        CHECK(row.cells.at(SheetColumn::kRound) == "7");
        CHECK(row.fields.size() == sheet.fields.size());
      }
    }
  }
}

TEST_CASE("claim_sheet_reader: columns moved, headers lost, rows sorted above the titles") {
  const auto cell = [](const char* text) { return table::Cell{text, table::CellKind::kText}; };
  const Here now = here();
  std::vector<EntryId> people = now.claims;
  const Numbers numbers(now.key, now.south, people);
  table::SheetFile file;
  file.sheets.emplace_back();
  file.sheets[0].rows = {
      {1, {cell("not held"), cell(numbers.of(people[0]).c_str()), cell("A")}},
      {2, {cell("A title that was sorted in among the rows, and long")}},
      {3, {cell("Answer"), cell("Our ids"), cell("Name"), cell("Date")}},
      {4, {cell("Held"), cell(numbers.of(people[1]).c_str()), cell("B"), cell("13/05/2018")}},
      {5, {cell(""), cell("K7Q2-M9XR"), cell("C")}},
      {6, {cell("Held"), cell(""), cell("D")}},
      {7, {cell(""), cell(""), cell("a line that somebody wrote below")}},
  };
  const auto back = read_claim_sheets(file);
  REQUIRE(back.has_value());
  REQUIRE(back->rows.size() == 4);
  CHECK(back->rows[0].cells.at(SheetColumn::kAnswer) == "not held");
  CHECK(back->rows[1].cells.at(SheetColumn::kDate) == "13/05/2018");
  CHECK(back->order.shown);
  CHECK_FALSE(read_returned_number(back->rows[2].number).has_value());
  CHECK(back->rows[3].number.empty());

  file.sheets[0].rows = {{1, {cell("Something"), cell("else")}}};
  CHECK(read_claim_sheets(file).error().fault == Fault::kBadInput);
}

TEST_CASE("read_returned_number: as phones and spreadsheets give it back") {
  const Here now = here();
  const Numbers numbers(now.key, now.south, now.claims);
  const std::string& number = numbers.of(now.claims[0]);
  std::string dashed, spaced, lower;
  for (const char c : number) {
    dashed += c == '-' ? std::string("\xe2\x80\x93") : std::string(1, c);
    spaced += c == '-' ? std::string("\xc2\xa0") : std::string(1, c);
    lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  for (const std::string& typed :
       {dashed, spaced, lower, " " + number + " ", "\xe2\x80\x8e" + number + "\xe2\x80\x8f"}) {
    CHECK(read_returned_number(typed) == number);
  }
  CHECK_FALSE(read_returned_number("").has_value());
  CHECK_FALSE(read_returned_number(number.substr(1)).has_value());
  CHECK_FALSE(read_returned_number(std::string(5000, '7')).has_value());
}

}  // namespace parley::exchange
