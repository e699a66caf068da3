// What a file changes in a list: people added, changed, dropped, and who is who in both.
//
// Promises: a pure function; the order of the rows in the file makes no difference (rows that say
// the same are one another's equal); a list read again from the same file has no difference. A row
// that somebody mended is compared with what the file had, so that the file does not undo it.
// Rows of the file and of the list are one person's if they say the same; else by a document
// number, an ICRC or service number or a reference that each has once, where names or birth agree;
// else by the same name with the same birth, or with something else the same and nothing against
// it; else where linkage is sure. What stays open is added and dropped, and said. Does not: read
// cells as people, or write.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "exchange/list_import.hpp"
#include "exchange/lists.hpp"

namespace parley::exchange {

// Why two rows of one file may be one person's.
enum class AlikeBy : std::uint8_t { kAllCells, kDocument };

struct ListDiff {
  struct Change {
    std::size_t file_row = 0;   // in ListFile::rows
    std::size_t row = 0;        // in Lists::rows
    std::vector<Field> fields;  // that differ; none: said again under other terms, or returned
    bool returned = false;      // had been dropped
  };
  struct Perhaps {
    std::size_t file_row = 0;  // added
    std::size_t row = 0;       // dropped
  };
  struct Alike {
    AlikeBy by = AlikeBy::kAllCells;
    std::vector<std::size_t> file_rows;  // two or more
  };

  std::vector<std::size_t> added;           // in ListFile::rows; people
  std::vector<Change> changed;              // by file row
  std::vector<std::size_t> dropped;         // in Lists::rows
  std::vector<std::size_t> unread;          // in ListFile::rows, new
  std::vector<std::size_t> unread_dropped;  // in Lists::unread
  std::uint64_t unchanged = 0;              // people
  std::vector<std::size_t> mended;          // of those in ListFile::rows: mended since, by hand
  std::uint64_t unread_unchanged = 0;
  std::vector<Perhaps> perhaps;  // by file row
  std::vector<Alike> alike;      // by first file row

  // Nothing to write.
  bool is_empty() const {
    return added.empty() && changed.empty() && dropped.empty() && unread.empty() &&
           unread_dropped.empty();
  }
};

// What a version says for all its rows. Rows of another version under other terms are said again.
struct ListTerms {
  bool consent = true;
  std::optional<record::EntryId> holder;
};

// `list`: in Lists::lists; absent: a new list.
ListDiff diff_list(const Lists& lists, std::optional<std::size_t> list, const ListFile& file,
                   const ListTerms& terms, int threads);

}  // namespace parley::exchange
