#include "exchange/correction_sheet.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "exchange/list_testing.hpp"
#include "table/csv.hpp"

namespace parley::exchange {
namespace {

namespace gen = rc::gen;
using testing::file_of;
using testing::import;

const std::string kCsv =
    "Nr,Name,Born,Note\n"
    "1,Anna Karl Berg,12.03.1980,x\n"
    "2,Boris Otto Weiss,31.13.1975,y\n"
    "3,,1990,z\n";

table::SheetFile sheet_of(const std::vector<std::vector<std::string>>& rows) {
  return *table::read_sheets("m.csv", bytes_of(table::write_csv(rows)));
}

std::vector<std::vector<std::string>> all_rows(const CorrectionSheet& sheet) {
  std::vector<std::vector<std::string>> rows{sheet.header};
  rows.insert(rows.end(), sheet.rows.begin(), sheet.rows.end());
  return rows;
}

}  // namespace

TEST_CASE("correction sheet: the rows with something to mend, in the layout they came in") {
  record::View view;
  import(view, file_of(kCsv));
  const Lists lists = fold_lists(view);
  const auto sheets = correction_sheets(lists, lists.lists[0]);
  REQUIRE(sheets.size() == 1);
  CHECK(sheets[0].file == "a.csv");
  CHECK(sheets[0].header ==
        std::vector<std::string>{"Nr", "Name", "Born", "Note", "parley row", "what to mend"});
  REQUIRE(sheets[0].rows.size() == 2);
  CHECK(sheets[0].rows[0][1] == "Boris Otto Weiss");
  CHECK(sheets[0].rows[0][4] == row_key(lists.rows[1].id));
  CHECK(sheets[0].rows[0][5] == "Born: there is no such month");
  CHECK(sheets[0].rows[1][4] == row_key(lists.unread[0].id));
  CHECK(row_key(lists.rows[1].id).starts_with("R-"));
}

TEST_CASE("correction sheet: read back as it was, nothing is changed") {
  record::View view;
  import(view, file_of(kCsv));
  const Lists lists = fold_lists(view);
  const auto sheets = correction_sheets(lists, lists.lists[0]);
  const auto back = read_correction_sheets(sheet_of(all_rows(sheets[0])), lists, lists.lists[0]);
  REQUIRE(back);
  CHECK(back->rows.size() == 2);
  for (const MendedRow& row : back->rows) CHECK_FALSE(row.changed);
  CHECK(back->problems.empty());
  CHECK(back->missing.empty());
}

TEST_CASE("correction sheet: whatever is done to rows and columns, a mended cell finds its row") {
  record::View view;
  import(view, file_of(kCsv));
  const Lists lists = fold_lists(view);
  const auto rows = all_rows(correction_sheets(lists, lists.lists[0])[0]);
  CHECK(rc::check([&] {
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < rows[0].size(); ++i) columns.push_back(i);
    for (std::size_t i = columns.size(); i > 1; --i) {
      std::swap(columns[i - 1], columns[*gen::inRange<std::size_t>(0, i)]);
    }
    const bool swapped = *gen::arbitrary<bool>();
    const bool titled = *gen::arbitrary<bool>();
    std::vector<std::vector<std::string>> changed;
    if (titled) changed.push_back({"Sent back on Monday", "", "", "", "", ""});
    for (const std::size_t at :
         swapped ? std::vector<std::size_t>{0, 2, 1} : std::vector<std::size_t>{0, 1, 2}) {
      std::vector<std::string> row;
      for (const std::size_t column : columns) {
        const bool mended = at == 1 && column == 2;
        row.push_back(mended ? "13.01.1975" : rows[at][column]);
      }
      changed.push_back(row);
    }
    const auto back = read_correction_sheets(sheet_of(changed), lists, lists.lists[0]);
    RC_ASSERT(back.has_value());
    RC_ASSERT(back->problems.empty());
    RC_ASSERT(back->rows.size() == 2);
    for (const MendedRow& row : back->rows) {
      RC_ASSERT(row.changed == !row.was_unread);
      if (row.was_unread) continue;
      RC_ASSERT(row.at == 1U);
      RC_ASSERT(row.cells ==
                (std::vector<std::string>{"2", "Boris Otto Weiss", "13.01.1975", "y"}));
    }
  }));
}

TEST_CASE("correction sheet: what cannot be used is said") {
  record::View view;
  import(view, file_of(kCsv));
  const Lists lists = fold_lists(view);
  auto rows = all_rows(correction_sheets(lists, lists.lists[0])[0]);
  rows.push_back(rows[1]);  // twice
  rows.push_back(rows[1]);
  rows.back()[4] = "R-0000000000000000";  // of no row
  rows.push_back(rows[1]);
  rows.back()[4] = "";
  for (auto& row : rows) row.erase(row.begin() + 3);  // "Note" is gone
  const auto back = read_correction_sheets(sheet_of(rows), lists, lists.lists[0]);
  REQUIRE(back);
  CHECK(back->rows.size() == 2);
  CHECK(back->problems.size() == 3);
  CHECK(back->missing == std::vector<std::string>{"Note"});
  for (const MendedRow& row : back->rows) CHECK_FALSE(row.changed);
  CHECK_FALSE(read_correction_sheets(sheet_of({{"Name"}, {"Anna"}}), lists, lists.lists[0]));
}

}  // namespace parley::exchange
