// For this folder's tests of lists: files as text, lists without a record.
#pragma once

#include <string>
#include <vector>

#include "dossier/correction.hpp"
#include "dossier/testing.hpp"
#include "exchange/list_diff.hpp"
#include "table/read_sheets.hpp"

namespace parley::exchange::testing {

using dossier::testing::add;
using dossier::testing::id_of;

constexpr Date kOn{2018, 12, 10};

inline ListFile file_of(std::string_view csv, const table::Mapping& mapping = {},
                        ListKind kind = ListKind::kSought, int threads = 1) {
  return *read_list(*table::read_sheets("a.csv", bytes_of(csv)), mapping, kind, kOn, threads);
}

// Writes what importing the file writes. The version's id.
inline record::EntryId import(record::View& view, const ListFile& file,
                              const ListTerms& terms = {}) {
  const Lists lists = fold_lists(view);
  const std::optional<std::size_t> list =
      lists.lists.empty() ? std::nullopt : std::optional<std::size_t>(0);
  const ListDiff diff = diff_list(lists, list, file, terms, 1);
  ListVersion version;
  version.key = "north-sought";
  version.by = id_of("north");
  version.date = file.on;
  version.file = "a.csv";
  version.format = file.format;
  version.reading = file.reading();
  version.consent = terms.consent;
  version.holder = terms.holder;
  version.rows = static_cast<std::int64_t>(file.people());
  for (const std::size_t at : diff.dropped) version.dropped.push_back(lists.rows[at].id);
  for (const std::size_t at : diff.unread_dropped) version.dropped.push_back(lists.unread[at].id);
  const record::EntryId id = add(view, to_payload(version));
  for (const std::size_t at : diff.added) {
    add(view, to_payload(ListRow{id, file.rows[at].number, file.rows[at].cells}));
  }
  for (const std::size_t at : diff.unread) {
    const FileRow& row = file.rows[at];
    add(view, to_payload(ListUnread{id, row.number, row.cells, row.unread}));
  }
  for (const ListDiff::Change& change : diff.changed) {
    dossier::Correction correction;
    correction.of = lists.rows[change.row].id;
    correction.reason = "a new version of the list";
    const FileRow& row = file.rows[change.file_row];
    correction.replacement = to_payload(ListRow{id, row.number, row.cells});
    add(view, dossier::to_payload(correction));
  }
  return id;
}

inline ListDiff diff_of(const record::View& view, const ListFile& file,
                        const ListTerms& terms = {}) {
  return diff_list(fold_lists(view), 0, file, terms, 1);
}

}  // namespace parley::exchange::testing
