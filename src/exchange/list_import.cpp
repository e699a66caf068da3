#include "exchange/list_import.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/run/in_order.hpp"
#include "exchange/vocabulary_words.hpp"
#include "table/header_text.hpp"
#include "text/digits.hpp"

namespace parley::exchange {
namespace {

constexpr std::size_t kPiece = 1'000;  // rows that one thread takes at once

std::vector<std::string> texts_of(table::SheetRow&& row) {
  std::vector<std::string> cells;
  cells.reserve(row.cells.size());
  for (table::Cell& cell : row.cells) cells.push_back(std::move(cell.text));
  while (!cells.empty() && cells.back().empty()) cells.pop_back();
  return cells;
}

bool has_letter_or_sign(std::string_view text) {
  return text::ascii_digits(text).find_first_not_of("0123456789.-/ ") != std::string::npos;
}

// A row that was numbered in advance and never filled in.
bool is_blank(const Reading& reading, const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string_view text = trimmed(cells[i]);
    if (text.empty()) continue;
    const auto field = i < reading.columns.size() ? reading.columns[i].field : std::nullopt;
    if (field == Field::kReference) continue;
    if (field || has_letter_or_sign(text)) return false;
  }
  return true;
}

// The header stands again where the file is made of pages.
bool is_header(const Reading& reading, const std::vector<std::string>& cells) {
  std::size_t same = 0, other = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (trimmed(cells[i]).empty()) continue;
    const bool equal = i < reading.columns.size() && cells[i] == reading.columns[i].header;
    ++(equal ? same : other);
  }
  return same >= 2 && other == 0;
}

void read_row(const Reading& reading, const std::optional<Date>& on, FileRow& row) {
  Result<Person> person = read_person(reading, row.cells, on);
  row.flaws.clear();
  row.unread.clear();
  row.insufficient = false;
  if (!person) {
    row.unread = std::move(person).error().message;
    return;
  }
  row.flaws = std::move(person->flaws);
  row.insufficient = person->insufficient;
}

}  // namespace

std::uint64_t ListFile::people() const {
  return static_cast<std::uint64_t>(
      std::count_if(rows.begin(), rows.end(), [](const FileRow& row) { return row.is_person(); }));
}

void read_people(const Reading& reading, const std::optional<Date>& on, int threads,
                 std::vector<FileRow>& rows) {
  // Each piece writes to its own rows: there is nothing to hand on.
  InOrder<bool> pieces(threads, [](bool&&) {});
  for (std::size_t begin = 0; begin < rows.size(); begin += kPiece) {
    const std::size_t end = std::min(rows.size(), begin + kPiece);
    pieces.add([&reading, &on, &rows, begin, end] {
      for (std::size_t i = begin; i < end; ++i) read_row(reading, on, rows[i]);
      return true;
    });
  }
  pieces.finish();
}

Result<ListFile> read_list(table::SheetFile file, const table::Mapping& mapping, ListKind kind,
                           const std::optional<Date>& on, int threads) {
  ListFile out;
  out.on = on;
  PARLEY_ASSIGN(out.columns, recognise_list(file, mapping, kind));
  const std::size_t chosen = out.columns.sheet;
  out.mapping = table::mapping_of(file.sheets[chosen], out.columns.columns);
  if (out.reading().order_known) out.mapping.date_order = out.reading().order;
  out.mapping.calendar = out.reading().calendar;
  out.mapping.encoding = mapping.encoding;
  out.mapping.separator = mapping.separator;
  out.format =
      file.sheets.size() == 1 ? file.format : fmt::format("{}, sheet {}", file.format, chosen + 1);
  for (table::Remark& remark : file.remarks) {
    if (remark.sheet.empty() || remark.sheet == file.sheets[chosen].name) {
      out.remarks.push_back(std::move(remark));
    }
  }
  std::vector<table::SheetRow>& rows = file.sheets[chosen].rows;
  out.rows.reserve(rows.size());
  for (std::size_t i = out.columns.columns.first_data; i < rows.size(); ++i) {
    FileRow row;
    row.number = static_cast<std::int64_t>(rows[i].number);
    row.cells = texts_of(std::move(rows[i]));
    if (is_header(out.reading(), row.cells)) {
      ++out.headers;
    } else if (is_blank(out.reading(), row.cells)) {
      ++out.blank;
    } else {
      out.rows.push_back(std::move(row));
    }
  }
  read_people(out.reading(), on, threads, out.rows);
  return out;
}

}  // namespace parley::exchange
