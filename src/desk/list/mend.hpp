// Rows that could not be read go out to be mended, and come back.
//
// Promises: a mended row is a correction of the row, so that what the file had stays in the record;
// an unread row that names somebody now becomes a row and is withdrawn as unread; what has not been
// changed is not written; the same sheet again writes nothing.
#pragma once

#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "desk/list/access.hpp"
#include "exchange/correction_sheet.hpp"

namespace parley::desk {

// Error (kNotFound): no such list that this key may read.
Result<std::vector<exchange::CorrectionSheet>> corrections_of(Session& session,
                                                              const std::string& key);

// As a workbook to fill in: what is to be mended can be typed, the keys cannot.
Result<Bytes> to_xlsx(const std::vector<exchange::CorrectionSheet>& sheets);
// Error (kUsage): rows of several versions, which have columns of their own.
Result<std::string> to_csv(const std::vector<exchange::CorrectionSheet>& sheets);

struct MendAnswer {
  struct Row {
    std::int64_t number = 0;  // in the sheet that came back
    record::EntryId id;       // of the row; of an unread row that became one, the new row's
    std::string reason;       // what is still wrong with it; empty: nothing
  };
  std::vector<Row> mended;        // changed rows
  std::vector<Row> added;         // unread rows that are people now
  std::vector<Row> still_unread;  // changed, and nobody is named yet: not written
  std::uint64_t unchanged = 0;
  std::vector<std::pair<std::int64_t, std::string>> problems;
  std::vector<std::string> missing;  // columns that are not in the sheet any more
  std::uint64_t size = 0;

  bool needs_a_person() const;
};

struct MendRequest {
  std::string key;   // of the list
  std::string name;  // of the file
  std::string bytes;
};

// Error (kRefused): a focal point for rows that another key entered.
Result<MendAnswer> mend_list(Session& session, const MendRequest& request);

}  // namespace parley::desk
