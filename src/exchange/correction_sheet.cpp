#include "exchange/correction_sheet.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "exchange/person.hpp"
#include "exchange/vocabulary_words.hpp"

namespace parley::exchange {
namespace {

constexpr std::size_t kKeyDigits = 16;

std::string header_of(const Reading& reading, std::size_t column) {
  const std::string& header = reading.columns[column].header;
  return header.empty() ? fmt::format("column {}", column + 1) : header;
}

std::string in_words(const Reading& reading, const std::vector<CellFlaw>& flaws,
                     SheetLanguage language) {
  std::string out;
  for (const CellFlaw& flaw : flaws) {
    out += fmt::format("{}{}: {}", out.empty() ? "" : "; ", header_of(reading, flaw.column),
                       in_language(flaw.reason, language));
  }
  return out;
}

struct ToMend {
  std::int64_t number = 0;
  record::EntryId id;
  const std::vector<std::string>* cells = nullptr;
  std::string what;
};

// By version; what is wrong in the version's language.
std::map<std::size_t, std::vector<ToMend>> rows_to_mend(const Lists& lists, const List& list,
                                                        const HolderCells* holders) {
  std::map<std::size_t, std::vector<ToMend>> out;
  for (const std::size_t at : list.rows) {
    const Row& row = lists.rows[at];
    if (row.dropped) continue;
    const ListVersion& version = list.versions[row.version].value;
    Result<Person> person = read_person(version.reading, row.cells, version.date);
    if (person && holders != nullptr) {
      holders->add_flaws(version.reading, row.cells, person->flaws);
    }
    const SheetLanguage language = language_of(version.reading);
    std::string what = person ? in_words(version.reading, person->flaws, language)
                              : std::string(in_language(person.error().message, language));
    if (!what.empty()) out[row.version].push_back({row.row, row.id, &row.cells, std::move(what)});
  }
  const auto list_at = static_cast<std::size_t>(&list - lists.lists.data());
  for (const UnreadRow& row : lists.unread) {
    if (row.list != list_at || row.dropped) continue;
    const SheetLanguage language = language_of(list.versions[row.version].value.reading);
    out[row.version].push_back({row.value.row, row.id, &row.value.cells,
                                std::string(in_language(row.value.reason, language))});
  }
  return out;
}

// The places of a sheet's columns, for each column of a version. A header that several columns have
// is the first, the second of them.
std::vector<std::optional<std::size_t>> places(const Reading& reading,
                                               const std::vector<table::Cell>& header) {
  std::map<std::string, std::vector<std::size_t>> by_text;
  for (std::size_t i = 0; i < header.size(); ++i) {
    by_text[std::string(trimmed(header[i].text))].push_back(i);
  }
  std::map<std::string, std::size_t> used;
  std::vector<std::optional<std::size_t>> out;
  for (std::size_t i = 0; i < reading.columns.size(); ++i) {
    const std::string text{trimmed(header_of(reading, i))};
    const auto found = by_text.find(text);
    const std::size_t nth = used[text]++;
    if (found == by_text.end() || nth >= found->second.size()) {
      out.emplace_back();
    } else {
      out.emplace_back(found->second[nth]);
    }
  }
  return out;
}

struct Header {
  std::size_t row = 0;  // in Sheet::rows
  std::size_t key = 0;  // column of the keys
};

std::optional<Header> header_in(const table::Sheet& sheet) {
  constexpr std::size_t kRows = 25;
  for (std::size_t i = 0; i < std::min(kRows, sheet.rows.size()); ++i) {
    const auto& cells = sheet.rows[i].cells;
    for (std::size_t column = 0; column < cells.size(); ++column) {
      if (plain_words(cells[column].text) == kRowKeyHeader) return Header{i, column};
    }
  }
  return {};
}

// Of a key: in Lists::rows, or in Lists::unread.
struct Place {
  bool unread = false;
  std::size_t at = 0;
};

class MendedReader {
 public:
  MendedReader(const Lists& lists, const List& list) : lists_(lists), list_(list) {
    for (const std::size_t at : list.rows) keys_[row_key(lists.rows[at].id)] = {false, at};
    const auto list_at = static_cast<std::size_t>(&list - lists.lists.data());
    std::map<std::pair<std::size_t, std::int64_t>, std::size_t> rows;
    for (const std::size_t at : list.rows) {
      rows.emplace(std::pair(lists.rows[at].version, lists.rows[at].row), at);
    }
    for (std::size_t i = 0; i < lists.unread.size(); ++i) {
      const UnreadRow& unread = lists.unread[i];
      if (unread.list != list_at) continue;
      // Mended already: what is meant is the row that it became.
      const auto became = rows.find({unread.version, unread.value.row});
      const bool mended = unread.dropped && became != rows.end();
      keys_[row_key(unread.id)] = mended ? Place{false, became->second} : Place{true, i};
    }
  }

  bool is_of_another() const {
    return out_.rows.empty() && foreign_ > 0 && foreign_ == out_.problems.size();
  }

  void read(const table::Sheet& sheet, const Header& header) {
    for (std::size_t i = header.row + 1; i < sheet.rows.size(); ++i) {
      const table::SheetRow& row = sheet.rows[i];
      const auto number = static_cast<std::int64_t>(row.number);
      const std::string key =
          header.key < row.cells.size() ? std::string(trimmed(row.cells[header.key].text)) : "";
      const auto found = keys_.find(key);
      if (key.empty()) {
        problem(number, "has no key: it cannot be told which row it is");
      } else if (found == keys_.end()) {
        problem(number, "its key is none of this list's");
        ++foreign_;
      } else if (!seen_.insert(key).second) {
        problem(number, "its key stands twice");
      } else {
        take(sheet.rows[header.row].cells, row, found->second);
      }
    }
  }

  MendedSheet&& finish() && { return std::move(out_); }

 private:
  void problem(std::int64_t number, std::string reason) {
    out_.problems.emplace_back(number, std::move(reason));
  }

  void take(const std::vector<table::Cell>& header, const table::SheetRow& row,
            const Place& place) {
    const bool dropped =
        place.unread ? lists_.unread[place.at].dropped : lists_.rows[place.at].dropped;
    const auto number = static_cast<std::int64_t>(row.number);
    if (dropped) {
      problem(number, "is no more in the list");
      return;
    }
    const std::size_t version =
        place.unread ? lists_.unread[place.at].version : lists_.rows[place.at].version;
    const Reading& reading = list_.versions[version].value.reading;
    MendedRow out{number, place.unread, place.at, {}, false};
    const std::vector<std::string>& before =
        place.unread ? lists_.unread[place.at].value.cells : lists_.rows[place.at].cells;
    out.cells = before;
    out.cells.resize(std::max(before.size(), reading.columns.size()));
    const auto columns = places(reading, header);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (!columns[i]) {
        miss(header_of(reading, i));
        continue;
      }
      std::string cell = *columns[i] < row.cells.size() ? row.cells[*columns[i]].text : "";
      // White space that a program added or took away is no mending; nor is the mark that keeps a
      // spreadsheet from running a cell of a CSV file.
      const std::string_view text = trimmed(cell), had = trimmed(out.cells[i]);
      const bool marked = text.starts_with('\'') && text.substr(1) == had;
      if (text != had && !marked) out.cells[i] = std::move(cell);
    }
    while (!out.cells.empty() && out.cells.back().empty()) out.cells.pop_back();
    out.changed = out.cells != before;
    out_.rows.push_back(std::move(out));
  }

  void miss(const std::string& header) {
    if (std::find(out_.missing.begin(), out_.missing.end(), header) == out_.missing.end()) {
      out_.missing.push_back(header);
    }
  }

  const Lists& lists_;
  const List& list_;
  std::unordered_map<std::string, Place> keys_;  // never iterated
  std::set<std::string> seen_;
  std::size_t foreign_ = 0;  // rows whose key is none of the list's
  MendedSheet out_;
};

}  // namespace

std::string row_key(const record::EntryId& id) { return "R-" + id.hex().substr(0, kKeyDigits); }

std::vector<CorrectionSheet> correction_sheets(const Lists& lists, const List& list,
                                               const HolderCells* holders) {
  std::vector<CorrectionSheet> out;
  for (auto& [at, rows] : rows_to_mend(lists, list, holders)) {
    const ListVersion& version = list.versions[at].value;
    CorrectionSheet sheet;
    sheet.file = version.file;
    for (std::size_t i = 0; i < version.reading.columns.size(); ++i) {
      sheet.header.push_back(header_of(version.reading, i));
    }
    sheet.header.emplace_back(kRowKeyHeader);
    sheet.language = language_of(version.reading);
    sheet.header.emplace_back(in_language(kWhatToMendHeader, sheet.language));
    std::sort(rows.begin(), rows.end(), [](const ToMend& a, const ToMend& b) {
      return std::pair(a.number, a.id) < std::pair(b.number, b.id);
    });
    for (const ToMend& row : rows) {
      std::vector<std::string> cells = *row.cells;
      cells.resize(version.reading.columns.size());
      cells.push_back(row_key(row.id));
      cells.push_back(row.what);
      sheet.rows.push_back(std::move(cells));
    }
    out.push_back(std::move(sheet));
  }
  return out;
}

Result<MendedSheet> read_correction_sheets(const table::SheetFile& file, const Lists& lists,
                                           const List& list) {
  MendedReader reader(lists, list);
  bool any = false;
  for (const table::Sheet& sheet : file.sheets) {
    const auto header = header_in(sheet);
    if (!header) continue;
    any = true;
    reader.read(sheet, *header);
  }
  if (!any) {
    return fail(Fault::kBadInput,
                fmt::format("no sheet has the column '{}': this is no sheet of corrections",
                            kRowKeyHeader));
  }
  if (reader.is_of_another()) {
    return fail(
        Fault::kBadInput,
        fmt::format("none of its rows is of the list {}: a sheet of another list?", list.key));
  }
  return std::move(reader).finish();
}

}  // namespace parley::exchange
