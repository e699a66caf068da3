// A file read as one version of a list: its rows as people, and what is wrong with them.
//
// Promises: a pure function, the same at any number of threads; every row with a cell is a person,
// an unread row with its reason, or left out and counted (empty but for a number, the header
// again). Does not: compare with what the list holds already (list_diff.hpp), or write.
#pragma once

#include <string>
#include <vector>

#include "exchange/list_columns.hpp"
#include "exchange/person.hpp"

namespace parley::exchange {

struct FileRow {
  std::int64_t number = 0;         // in the file, as its own program shows it
  std::vector<std::string> cells;  // as received, trailing empty ones left out
  std::vector<CellFlaw> flaws;     // of a person
  bool insufficient = false;
  std::string unread;  // why nobody could be read; empty: a person

  bool is_person() const { return unread.empty(); }
};

struct ListFile {
  std::string format;      // "xlsx, sheet 2"
  std::optional<Date> on;  // the day that ages are counted from
  ListColumns columns;
  table::Mapping mapping;  // to be saved and changed
  std::vector<FileRow> rows;
  std::uint64_t blank = 0;             // nothing but a number
  std::uint64_t headers = 0;           // the header again
  std::vector<table::Remark> remarks;  // of the file and of the sheet read

  const Reading& reading() const { return columns.reading; }
  std::uint64_t people() const;
};

// Error (kBadInput): no sheet with columns that are known; what the mapping asks for is not there.
Result<ListFile> read_list(table::SheetFile file, const table::Mapping& mapping, ListKind kind,
                           const std::optional<Date>& on, int threads);

// Reads the people in the rows anew. Precondition: rows fit the reading.
void read_people(const Reading& reading, const std::optional<Date>& on, int threads,
                 std::vector<FileRow>& rows);

}  // namespace parley::exchange
