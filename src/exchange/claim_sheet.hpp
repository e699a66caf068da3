// Sheets of names that leave the desk: what stands in them, and nothing else.
//
// Promises: a pure function of the view, the recipient and the round: the same record gives the
// same bytes. A sheet shows of each person the fields that go with a name, those released by a
// named decision for that person and recipient, and, to the party whose list it is, its own
// reference. Rows stand by their numbers, which are random per recipient, so that the order tells
// nothing of a list. Of the other side's words only answer and date pass on: no note, no reference,
// no name of a third party. Cells are text: nothing runs as a formula. Does not: judge which claims
// may go out (claims.hpp does; a death under embargo is not among them), write files, or keep the
// words in one language (claim_sheet_words.hpp).
#pragma once

#include <string>
#include <vector>

#include "exchange/claim_sheet_words.hpp"
#include "exchange/number.hpp"
#include "exchange/view.hpp"
#include "table/xlsx_writer.hpp"

namespace parley::exchange {

struct ClaimSheetRequest {
  RoundKind kind = RoundKind::kAnswers;
  record::EntryId to;
  std::vector<record::EntryId> claims{};
  SheetLanguage language = SheetLanguage::kEnglish;
  std::string deadline{};  // the day, in words of that language; empty: none
  std::int64_t round = 1;  // how many rounds have gone to that party, this one counted
  bool reminder = false;
};

struct ClaimSheet {
  table::XlsxBook book;
  std::vector<Field> fields;  // of the list, in the order of the columns
};

ClaimSheet claim_sheet(const View& view, const Numbers& numbers, const ClaimSheetRequest& request);

// What the sheet to that party shows of a field of that row; empty where it shows nothing.
std::string shown_in_sheet(const View& view, const Row& row, Field field, RoundKind kind,
                           const record::EntryId& to);

inline bool goes_to_holder(RoundKind kind) {
  return kind == RoundKind::kAnswers || kind == RoundKind::kFinalReplies;
}

}  // namespace parley::exchange
