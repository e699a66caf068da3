#include "exchange/lists.hpp"

#include <fmt/core.h>

#include <set>

#include "dossier/correction.hpp"

namespace parley::exchange {
namespace {

using record::EntryId;

class Folder {
 public:
  explicit Folder(const record::View& view) {
    for (const record::Opened& entry : view.entries) take(entry);
    restore_received();
  }

  Lists&& finish() && { return std::move(out_); }

 private:
  struct Place {
    std::size_t list = 0, version = 0;
  };

  void take(const record::Opened& entry) {
    const std::string& kind = entry.payload.kind;
    if (kind == kListVersionKind) {
      add_version(entry);
    } else if (kind == kListRowKind) {
      add_row(entry);
    } else if (kind == kListUnreadKind) {
      add_unread(entry);
    } else if (kind == dossier::name(dossier::Kind::kCorrection)) {
      correct(entry);
    }
  }

  void problem(const EntryId& id, std::string_view text) {
    out_.problems.push_back(fmt::format("entry {}: {}", id.hex().substr(0, 12), text));
  }

  // The list that a version belongs to. One key, kind and party are one list.
  std::size_t list_of(const EntryId& id, const ListVersion& version) {
    bool taken = false;
    for (std::size_t i = 0; i < out_.lists.size(); ++i) {
      const List& list = out_.lists[i];
      if (list.key != version.key) continue;
      if (list.by == version.by && list.kind == version.kind) return i;
      taken = true;
    }
    if (taken) problem(id, "the key of its list belongs to an earlier list");
    out_.lists.push_back({version.key, version.kind, version.by, {}, {}});
    return out_.lists.size() - 1;
  }

  void add_version(const record::Opened& entry) {
    Result<ListVersion> version = list_version_from(entry.payload);
    if (!version) {
      problem(entry.id, version.error().text());
      return;
    }
    const std::size_t at = list_of(entry.id, *version);
    List& list = out_.lists[at];
    versions_.emplace(entry.id, Place{at, list.versions.size()});
    for (const EntryId& id : version->dropped) drop(entry.id, at, id);
    list.versions.push_back({entry.id, entry.index, entry.payload.time, *std::move(version)});
  }

  void drop(const EntryId& by, std::size_t list, const EntryId& id) {
    if (const auto row = out_.by_id.find(id); row != out_.by_id.end()) {
      if (out_.rows[row->second].list == list) {
        out_.rows[row->second].dropped = true;
        return;
      }
    } else if (const auto unread = unread_.find(id); unread != unread_.end()) {
      if (out_.unread[unread->second].list == list) {
        out_.unread[unread->second].dropped = true;
        return;
      }
    }
    problem(by, "drops what is not a row of its list in this view");
  }

  const Place* version_of(const EntryId& entry, const EntryId& version) {
    const auto found = versions_.find(version);
    if (found != versions_.end()) return &found->second;
    problem(entry, "names a version of a list that is not in this view");
    return nullptr;
  }

  void add_row(const record::Opened& entry) {
    Result<ListRow> row = list_row_from(entry.payload);
    if (!row) {
      problem(entry.id, row.error().text());
      return;
    }
    const Place* place = version_of(entry.id, row->version);
    if (place == nullptr) return;
    const std::size_t at = out_.rows.size();
    out_.rows.push_back({entry.id,
                         entry.index,
                         place->list,
                         place->version,
                         row->row,
                         std::move(row->cells),
                         false,
                         {}});
    out_.by_id.emplace(entry.id, at);
    out_.lists[place->list].rows.push_back(at);
  }

  void add_unread(const record::Opened& entry) {
    Result<ListUnread> row = list_unread_from(entry.payload);
    if (!row) {
      problem(entry.id, row.error().text());
      return;
    }
    const Place* place = version_of(entry.id, row->version);
    if (place == nullptr) return;
    unread_.emplace(entry.id, out_.unread.size());
    out_.unread.push_back({entry.id, place->list, place->version, *std::move(row), false});
  }

  void correct(const record::Opened& entry) {
    constexpr std::int64_t kOf = dossier::correction_field::kOf;
    const cbor::Value* named = cbor::find(entry.payload.body, kOf);
    const auto named_id = named == nullptr ? std::nullopt : record::id_in(*named);
    if (!named_id) return;
    const auto earlier = corrected_.find(*named_id);
    const EntryId of = earlier == corrected_.end() ? *named_id : earlier->second;
    const auto row = out_.by_id.find(of);
    const auto unread = unread_.find(of);
    if (row == out_.by_id.end() && unread == unread_.end()) return;  // another folder's
    const Result<dossier::Correction> correction = dossier::correction_from(entry.payload);
    if (!correction) {
      problem(entry.id, correction.error().text());
      return;
    }
    corrected_.emplace(entry.id, of);
    if (unread != unread_.end()) {
      if (!correction->withdrawn) {
        problem(entry.id, "an unread row is only withdrawn");
        return;
      }
      out_.unread[unread->second].dropped = true;
      mended_.push_back(unread->second);
    } else if (correction->withdrawn) {
      out_.rows[row->second].dropped = true;
    } else {
      replace(entry.id, out_.rows[row->second], correction->replacement);
    }
  }

  void replace(const EntryId& by, Row& row, const record::Payload& replacement) {
    Result<ListRow> value = list_row_from(replacement);
    if (!value) {
      problem(by, value.error().text());
      return;
    }
    const Place* place = version_of(by, value->version);
    if (place == nullptr) return;
    if (place->list != row.list) {
      problem(by, "moves a row to another list");
      return;
    }
    // By hand, if it is still said of the same row of the same file.
    const bool mended = place->version == row.version && value->row == row.row;
    if (!mended) {
      row.received.clear();
    } else if (row.received.empty()) {
      row.received = row.cells;
    }
    row.version = place->version;
    row.row = value->row;
    row.cells = std::move(value->cells);
    row.dropped = false;
  }

  // A row that was unread at first came with the cells of the unread entry.
  void restore_received() {
    if (mended_.empty()) return;
    std::set<std::pair<std::size_t, std::size_t>> places;  // list, version
    for (const std::size_t at : mended_) {
      places.emplace(out_.unread[at].list, out_.unread[at].version);
    }
    std::map<std::pair<std::pair<std::size_t, std::size_t>, std::int64_t>, std::size_t> rows;
    for (std::size_t i = 0; i < out_.rows.size(); ++i) {
      const Row& row = out_.rows[i];
      const std::pair place{row.list, row.version};
      if (places.contains(place)) rows.emplace(std::pair{place, row.row}, i);
    }
    for (const std::size_t at : mended_) {
      const UnreadRow& unread = out_.unread[at];
      const auto row = rows.find({{unread.list, unread.version}, unread.value.row});
      if (row != rows.end()) out_.rows[row->second].received = unread.value.cells;
    }
  }

  Lists out_;
  std::unordered_map<EntryId, Place, IdHash> versions_;
  std::unordered_map<EntryId, std::size_t, IdHash> unread_;
  std::unordered_map<EntryId, EntryId, IdHash> corrected_;  // correction: first entry
  std::vector<std::size_t> mended_;                         // in Lists::unread
};

}  // namespace

const List* Lists::find(std::string_view key) const {
  for (const List& list : lists) {
    if (list.key == key) return &list;
  }
  return nullptr;
}

const Row* Lists::row(const EntryId& id) const {
  const auto found = by_id.find(id);
  return found == by_id.end() ? nullptr : &rows[found->second];
}

std::string_view Lists::text(const Row& row, Field field) const {
  const std::vector<Column>& columns = reading(row).columns;
  const std::size_t count = std::min(columns.size(), row.cells.size());
  for (std::size_t i = 0; i < count; ++i) {
    if (columns[i].field == field && !row.cells[i].empty()) return row.cells[i];
  }
  return {};
}

Lists fold_lists(const record::View& view) { return Folder(view).finish(); }

}  // namespace parley::exchange
