// The lists as one audience can read them: versions folded, corrections applied.
//
// Promises: a pure function of the view; rows in the order of the record; what cannot be read is a
// problem and never hides the rest. The last word on a row holds: a correction of a dropped row
// makes it stand again. Does not: read cells (person.hpp), or judge who may list whom.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/id.hpp"
#include "exchange/list.hpp"
#include "record/view.hpp"

namespace parley::exchange {

struct Row {
  record::EntryId id;        // of its first entry: the person in this list, for ever
  std::uint64_t index = 0;   // in the record
  std::size_t list = 0;      // in Lists::lists
  std::size_t version = 0;   // in List::versions: under which the cells are to be read
  std::int64_t row = 0;      // in that version's file
  std::vector<std::string> cells;
  bool dropped = false;      // a later version has it no more, or it was withdrawn
  // Where somebody mended the row by hand: the cells of the file that it came with. Else empty.
  std::vector<std::string> received;
};

struct UnreadRow {
  record::EntryId id;
  std::size_t list = 0;
  std::size_t version = 0;
  ListUnread value;
  bool dropped = false;  // a later version has it no more, or it was mended and is a row now
};

struct List {
  std::string key;
  ListKind kind = ListKind::kSought;
  record::EntryId by;
  struct Version {
    record::EntryId id;
    std::uint64_t index = 0;
    std::optional<std::int64_t> time;
    ListVersion value;
  };
  std::vector<Version> versions;   // as recorded; at least one
  std::vector<std::size_t> rows;   // in Lists::rows, dropped ones too
};

struct Lists {
  std::vector<List> lists;         // in the order of their first versions
  std::vector<Row> rows;
  std::vector<UnreadRow> unread;
  std::unordered_map<record::EntryId, std::size_t, IdHash> by_id;  // rows; never iterated
  std::vector<std::string> problems;  // entry and field, never contents

  const List* find(std::string_view key) const;
  const Row* row(const record::EntryId& id) const;
  const Reading& reading(const Row& row) const {
    return lists[row.list].versions[row.version].value.reading;
  }
  // The cell of a field as received; the first that is not empty where several columns have it.
  std::string_view text(const Row& row, Field field) const;
};

Lists fold_lists(const record::View& view);

}  // namespace parley::exchange
