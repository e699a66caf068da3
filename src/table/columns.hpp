// What the columns of a sheet hold, recognised by their header.
//
// Promises: the header row is, of the first 25 rows, the one with the most columns recognised, the
// surer the better; title lines above it are usual. Below it a row of HXL tags goes before the
// header's words. One field has one column unless it may have several; of two, the surer is taken,
// then the first, and it is said. A header that fits two fields is not recognised, and it is said.
// Does not: look at what stands below, or read headers of two rows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "table/sheet.hpp"
#include "table/vocabulary.hpp"

namespace parley::table {

struct Column {
  std::size_t number = 0;  // from 1
  std::string header;      // as written; empty: the column has none
  std::string hxl;         // its tag; empty: none
  std::string field;       // a token of the vocabulary; "ignore"; empty: not recognised
  Recognised how = Recognised::kNot;

  bool operator==(const Column&) const = default;
};

// What somebody should look at. Columns by number, never a cell's text.
struct ColumnProblem {
  std::size_t column = 0;  // from 1
  std::string text;

  bool operator==(const ColumnProblem&) const = default;
};

struct Columns {
  std::uint64_t header_row = 0;  // the row's own number
  std::size_t first_data = 0;    // place in Sheet::rows of the first row below header and tags
  std::vector<Column> columns;   // as many as the widest row has, from the header on
  std::vector<ColumnProblem> problems;
  std::size_t score = 0;  // of the header row: for choosing among sheets

  // The columns of a field, by number.
  std::vector<std::size_t> of(std::string_view field) const;
};

// Error (kBadInput): no row of the first 25 has a header that is known.
Result<Columns> recognise(const Sheet& sheet, const VocabularyIndex& vocabulary);

// As recognise(), with the header in this row, and before settle().
// Precondition: row < sheet.rows.size().
Columns columns_below(const Sheet& sheet, std::size_t row, const VocabularyIndex& vocabulary);

// Gives each field that may have one column only one, and says of which columns it took it away.
void settle(Columns& columns, const VocabularyIndex& vocabulary);

}  // namespace parley::table
