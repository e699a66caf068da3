// A party's list comes in: a file becomes a list's next version, in one act.
//
// Promises: all of it or nothing; the same file again writes nothing; a row that cannot be read is
// kept with its reason and never hides the others. What is written is for the party whose list it
// is and the desk. Does not: decide who is the same person beyond what list_diff.hpp says.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/session.hpp"
#include "exchange/list_diff.hpp"

namespace parley::desk {

struct ListFileRequest {
  std::string name;  // of the file, perhaps with folders
  std::string bytes;
  exchange::ListKind kind = exchange::ListKind::kSought;
  table::Mapping mapping;  // with sheet and encoding, where they are given
};

struct ListImportRequest {
  ListFileRequest file;
  std::string by;               // handle of the party whose list it is
  std::string holder;           // sought: who is asked where a row names nobody; may be empty
  std::string key;              // of the list; empty: PARTY-KIND
  std::optional<Date> date;     // of the list; absent: today
  std::optional<bool> consent;  // absent: as before; at first as the party's kind says
  std::optional<std::string> sheet;
  bool replace = false;  // although the file keeps nobody of the list, or not half
};

// A row of an earlier version, as the answer names it.
struct EarlierRow {
  record::EntryId id;
  std::int64_t row = 0;  // in that version's file
  std::string file;
};

struct ImportedList {
  std::string key;
  exchange::ListKind kind = exchange::ListKind::kSought;
  std::string by;
  std::string name;  // of the file, no folders
  Date date;
  bool date_assumed = false;  // today
  bool consent = true;
  std::string holder;  // handle
  exchange::ListFile file;
  exchange::ListDiff diff;
  std::vector<EarlierRow> changed;         // as ListDiff::changed
  std::vector<EarlierRow> dropped;         // as ListDiff::dropped
  std::vector<EarlierRow> unread_dropped;  // as ListDiff::unread_dropped
  std::vector<EarlierRow> perhaps;         // as ListDiff::perhaps
  std::vector<std::string> problems;       // of the lists in the record
  record::EntryId version;                 // zero where nothing was written, and for a dry run
  std::uint64_t size = 0;                  // of the record afterwards; 0 where nothing was written

  bool is_mended(std::size_t file_row) const;
  // Something that a person should look at: bad cells, unread rows, who may be the same.
  bool needs_a_person() const;
};

// The file alone, as import_list() would read it; nothing is opened or written.
Result<exchange::ListFile> read_list_file(const ListFileRequest& request,
                                          const std::optional<Date>& on, int threads);

// Error (kUsage): a key that is another list's, a holder for a list of people held; (kNotFound): no
// such party; (kRefused): a focal point for another party, or for rows that another wrote; a file
// that keeps nobody of the list, or not half, and not `replace`.
Result<ImportedList> import_list(Session& session, const ListImportRequest& request);

}  // namespace parley::desk
