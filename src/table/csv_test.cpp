#include "table/csv.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <utility>

#include "base/bytes.hpp"

namespace parley::table {
namespace {

using Cells = std::vector<std::vector<std::string>>;

Cells cells_of(const Csv& csv) {
  Cells cells;
  for (const CsvRow& row : csv.rows) cells.push_back(row.cells);
  return cells;
}

// The same rules as one automaton, a character at a time; no line numbers, no error texts.
std::optional<Cells> read_naively(std::string_view text, char separator) {
  enum class State { kLineStart, kCellStart, kBare, kQuoted, kAfterQuote, kReturn };
  Cells rows;
  std::vector<std::string> row;
  std::string cell;
  State state = State::kLineStart;
  const auto end_cell = [&] { row.push_back(std::exchange(cell, {})); };
  const auto end_row = [&] {
    end_cell();
    rows.push_back(std::exchange(row, {}));
    state = State::kLineStart;
  };
  bool empty_line = false;  // the carriage return stands on a line without cells
  for (const char c : text) {
    if (c == '\0') return {};
    switch (state) {
      case State::kLineStart:
      case State::kCellStart:
      case State::kBare:
        if (c == separator) {
          end_cell(), state = State::kCellStart;
        } else if (c == '\r') {
          empty_line = state == State::kLineStart, state = State::kReturn;
        } else if (c == '\n') {
          if (state != State::kLineStart) end_row();
        } else if (c == '"') {
          if (state == State::kBare) return {};
          state = State::kQuoted;
        } else {
          cell += c, state = State::kBare;
        }
        break;
      case State::kQuoted:
        if (c == '"') {
          state = State::kAfterQuote;
        } else {
          cell += c;
        }
        break;
      case State::kAfterQuote:
        if (c == '"') {
          cell += c, state = State::kQuoted;
        } else if (c == separator) {
          end_cell(), state = State::kCellStart;
        } else if (c == '\r') {
          empty_line = false, state = State::kReturn;
        } else if (c == '\n') {
          end_row();
        } else {
          return {};
        }
        break;
      case State::kReturn:
        if (c != '\n') return {};
        if (empty_line) {
          state = State::kLineStart;
        } else {
          end_row();
        }
        break;
    }
  }
  if (state == State::kQuoted || state == State::kReturn) return {};
  if (state != State::kLineStart) end_row();
  for (const auto& cells : rows) {
    if (cells.size() != rows.front().size()) return {};
    for (const auto& one : cells) {
      if (!is_utf8(one)) return {};
    }
  }
  return rows;
}

std::string error_of(std::string_view text, const CsvLimits& limits = {}) {
  const auto csv = read_csv(text, {}, limits);
  REQUIRE_FALSE(csv);
  return csv.error().text();
}

TEST_CASE("cells, quotes, line ends") {
  const auto csv = read_csv(
      "\xEF\xBB\xBF"
      "a,b\r\n\"1,\"\"x\"\"\",\"two\r\nlines\"\n\n,\n3,4");
  REQUIRE(csv);
  CHECK(csv->separator == ',');
  REQUIRE(csv->rows.size() == 4);
  CHECK(csv->rows[1] == CsvRow{{"1,\"x\"", "two\r\nlines"}, 2});
  CHECK(csv->rows[2] == CsvRow{{"", ""}, 5});
  CHECK(csv->rows[3] == CsvRow{{"3", "4"}, 6});
  CHECK(read_csv("")->rows.empty());
  CHECK(read_csv("\r\n\n")->rows.empty());
}

TEST_CASE("the separator is seen in the first line, outside quotes") {
  CHECK(read_csv("a;b;c\n1;2;3\n")->separator == ';');
  CHECK(read_csv("\na\tb\n1\t2\n")->separator == '\t');
  CHECK(read_csv("\"a,b,c\";d\n1;2\n")->separator == ';');
  CHECK(read_csv("one\nx\n")->separator == ',');
  CHECK(read_csv("a,b;c\n1,2\n")->separator == ',');
  CHECK(read_csv("a,b;c,d\n", ';')->rows[0].cells == std::vector<std::string>{"a,b", "c,d"});
}

TEST_CASE("errors say line, row and column, and quote nothing") {
  CHECK(error_of("a,b\n1,x\"y\n") ==
        "line 2, row 2, column 2: a quote inside a cell that is not quoted");
  CHECK(error_of("a,b\n\n1,\"x\"y\n") == "line 3, row 2, column 2: text after the closing quote");
  CHECK(error_of("a,b\n1,\"x\n\n") == "line 2, row 2, column 2: a quoted cell is not closed");
  CHECK(error_of("a,b\n1\n") == "line 2, row 2: 1 columns, where the first row has 2");
  CHECK(error_of("a,b\r1,2\n") == "line 1, row 1, column 2: a carriage return without a line feed");
  CHECK(error_of("a,b\n1,\xFF\n") == "line 2, row 2, column 2: not UTF-8");
  CHECK(error_of(std::string_view("a,b\n\0,2\n", 8)) == "line 2, row 2, column 1: a NUL character");
  CHECK(error_of("\xFF\xFE"
                 "a") == "the file is UTF-16: save it as UTF-8");
  CHECK(error_of("a,b\n\"12\"\"45\",2", {4, 9}) ==
        "line 2, row 2, column 1: a cell of more than 4 bytes");
  CHECK(error_of("a,b,c\n", {9, 2}) == "line 1, row 1, column 3: more than 2 columns");
}

TEST_CASE("the limits are met at their exact values") {
  const std::string cell(std::size_t{1} << 20, 'x');
  CHECK(read_csv(cell)->rows[0].cells[0].size() == cell.size());
  CHECK_FALSE(read_csv(cell + "x"));
  CHECK(read_csv(std::string(9'999, ','))->rows[0].cells.size() == 10'000);
  CHECK_FALSE(read_csv(std::string(10'000, ',')));
}

TEST_CASE("writing guards against formulas where asked") {
  const Cells cells = {{"=1+1", "-5", "@x", "plain"}, {"\tx", "+1", "'", ""}};
  CHECK(write_csv(cells, {',', true}) == "'=1+1,'-5,'@x,plain\r\n\"'\tx\",'+1,',\r\n");
  CHECK(cells_of(*read_csv(write_csv(cells))) == cells);
  CHECK(write_csv({{""}}) == "\"\"\r\n");
}

TEST_CASE("property: what is written is read back") {
  CHECK(rc::check([] {
    const auto width = *rc::gen::inRange<std::size_t>(1, 5);
    const auto cell =
        rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab\"\"\r\n,;\t =\x7f")));
    const auto cells =
        *rc::gen::container<Cells>(rc::gen::container<std::vector<std::string>>(width, cell));
    for (const char separator : {',', ';', '\t'}) {
      const auto csv = read_csv(write_csv(cells, {separator, false}), separator);
      RC_ASSERT(csv.has_value());
      RC_ASSERT(cells_of(*csv) == cells);
    }
  }));
}

TEST_CASE("property: the reader agrees with its naive twin") {
  CHECK(rc::check([] {
    const auto text = *rc::gen::container<std::string>(
        rc::gen::elementOf(std::string("ab\"\"\"\r\n\n,,,;\xC3\xA9")));
    const auto csv = read_csv(text, ',');
    const auto naive = read_naively(text, ',');
    RC_ASSERT(csv.has_value() == naive.has_value());
    if (csv) RC_ASSERT(cells_of(*csv) == *naive);
  }));
}

}  // namespace
}  // namespace parley::table
