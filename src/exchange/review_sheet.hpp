// The review queue as a sheet for one officer at the desk, and the verdicts that come back.
//
// Promises: the same queue gives the same bytes. No verdict is filled in, and nobody else's shows.
// Reading back finds the columns by their headers and the pairs by their codes, whatever was
// sorted, deleted or widened; each verdict stands for itself, a blank one decides nothing; what
// cannot be taken is a remark with its row. The sheet is for the desk alone and says so.
#pragma once

#include <string>
#include <vector>

#include "exchange/review_shown.hpp"
#include "table/sheet.hpp"
#include "table/xlsx_writer.hpp"

namespace parley::exchange {

// `blind`: without the columns that would tell what linkage says.
table::XlsxBook review_sheet(const std::vector<ShownPair>& pairs, std::string_view dossier,
                             std::string_view officer, std::uint64_t checkpoint,
                             bool blind = false);

struct SheetVerdict {
  std::uint64_t row = 0;  // of the sheet
  std::string code;
  std::string shown;  // ShownPair::shown, when the sheet was written
  Verdict verdict = Verdict::kLater;
  std::string reason;
};

struct SheetRemark {
  std::uint64_t row = 0;
  std::string text;  // never a cell's contents
};

struct ReviewSheetAnswers {
  std::vector<SheetVerdict> verdicts;  // by row; one a code and what was shown
  std::vector<SheetRemark> remarks;
  std::size_t blank = 0;  // rows without a verdict
};

// Error (kBadInput): no sheet of the file has the columns "Pair" and "Verdict".
Result<ReviewSheetAnswers> read_review_sheet(const table::SheetFile& file);

}  // namespace parley::exchange
