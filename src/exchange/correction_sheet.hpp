// The rows of a list that somebody should mend, as sheets in the layout they came in, and back.
//
// Promises: the cells as received, in the columns of the version they came with; two columns more,
// the row's key and what to mend, in the language that the list's headers are in. Read back, a row
// is found by its key, whatever the order of rows and columns, and whatever rows are missing; a
// column that is missing leaves its cells as they are. Does not: write files
// (table/xlsx_writer.hpp, table/csv.hpp), or write to the record.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exchange/holder_cells.hpp"
#include "exchange/lists.hpp"
#include "exchange/mend_words.hpp"
#include "table/sheet.hpp"

namespace parley::exchange {

constexpr std::string_view kRowKeyHeader = "parley row";

struct CorrectionSheet {
  std::string file;  // whose rows they are
  SheetLanguage language = SheetLanguage::kEnglish;
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;  // each as wide as the header
};

// One for each version that has such rows, in their order; rows by their number. `holders`: of a
// list of people sought, what is to be said of their cells too; may be null.
std::vector<CorrectionSheet> correction_sheets(const Lists& lists, const List& list,
                                               const HolderCells* holders = nullptr);

// "R-0123456789abcdef": the beginning of the entry's id, and never a number to a spreadsheet.
std::string row_key(const record::EntryId& id);

// A row as it came back.
struct MendedRow {
  std::int64_t number = 0;  // in the sheet that came back
  bool was_unread = false;
  std::size_t at = 0;              // in Lists::rows, or Lists::unread
  std::vector<std::string> cells;  // by the columns of the version of the row, as it stands
  bool changed = false;
};

struct MendedSheet {
  std::vector<MendedRow> rows;
  // What could not be used: a key that is none of the list's, or stands twice; row and reason.
  std::vector<std::pair<std::int64_t, std::string>> problems;
  std::vector<std::string> missing;  // headers of columns that are not there any more
};

// Error (kBadInput): no sheet has the column of the rows' keys.
Result<MendedSheet> read_correction_sheets(const table::SheetFile& file, const Lists& lists,
                                           const List& list);

}  // namespace parley::exchange
