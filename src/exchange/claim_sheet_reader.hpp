// Sheets of names as they come back: found again whatever was done to them on the way.
//
// Promises: columns are known by their headers in any of the five languages, wherever they stand;
// a column of numbers or of answers whose header was changed is known by what stands in it; rows
// may be in any order, among titles, on several sheets. A cell keeps its place for messages. Does
// not: know the record, so not whether a number is anybody's.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "exchange/claim_sheet_words.hpp"
#include "table/sheet.hpp"
#include "text/date_reading.hpp"

namespace parley::exchange {

struct ReturnedRow {
  std::size_t sheet = 0;                              // in ReturnedSheets::names
  std::uint64_t row = 0;                              // as the file's program numbers it
  std::string number;                                 // as written; empty where the cell is
  std::map<SheetColumn, std::string> cells;           // ours, not empty, trimmed
  std::vector<std::pair<Field, std::string>> fields;  // of the list; empty ones too
};

struct ReturnedSheets {
  std::vector<std::string> names;  // of the sheets that have names in them; "" in a CSV file
  std::map<SheetColumn, std::string> headers;  // as they came
  std::vector<ReturnedRow> rows;
  text::OrderGuess order;  // of the dates
};

// Error (kBadInput): no row heads its columns as such a sheet does.
Result<ReturnedSheets> read_claim_sheets(const table::SheetFile& file);

// A number as it may come back: with other dashes and digits, invisible marks, small letters.
std::optional<std::string> read_returned_number(std::string_view cell);

}  // namespace parley::exchange
