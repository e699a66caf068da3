#include "exchange/claim_sheet_reader.hpp"

#include <algorithm>

#include "exchange/number.hpp"
#include "text/digits.hpp"
#include "exchange/vocabulary_words.hpp"

namespace parley::exchange {
namespace {

using table::Sheet;
using table::SheetRow;

constexpr std::size_t kHeaderWithin = 60;   // rows
constexpr std::size_t kLongestNumber = 40;  // bytes; what is longer was never one

bool is_answer(SheetColumn column) {
  return column == SheetColumn::kAnswer || column == SheetColumn::kRemark ||
         column == SheetColumn::kFinalReply || column == SheetColumn::kLastRemark;
}

struct Columns {
  std::map<std::size_t, SheetColumn> ours;
  std::map<std::size_t, Field> fields;

  std::optional<std::size_t> at(SheetColumn column) const {
    for (const auto& [place, what] : ours) {
      if (what == column) return place;
    }
    return {};
  }
  bool has_answer() const {
    return std::any_of(ours.begin(), ours.end(),
                       [](const auto& one) { return is_answer(one.second); });
  }
  std::size_t known() const { return ours.size() + fields.size(); }
};

Columns columns_of(const SheetRow& row) {
  Columns out;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (row.cells[i].text.empty() || row.cells[i].text.size() > 200) continue;
    if (const auto column = read_column(row.cells[i].text)) {
      if (!out.at(*column)) out.ours.emplace(i, *column);
    } else if (const auto field = read_field_column(row.cells[i].text)) {
      out.fields.emplace(i, *field);
    }
  }
  return out;
}

// The column, among those that no header names, whose cells are what `is` says: the one with most.
template <class Is>
std::optional<std::size_t> column_by_cells(const Sheet& sheet, const Columns& columns, Is is) {
  std::map<std::size_t, std::size_t> hits;
  for (const SheetRow& row : sheet.rows) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (columns.ours.contains(i) || columns.fields.contains(i) || row.cells[i].text.empty())
        continue;
      if (is(row.cells[i].text)) ++hits[i];
    }
  }
  std::optional<std::size_t> best;
  for (const auto& [column, count] : hits) {
    if (!best || count > hits[*best]) best = column;
  }
  return best;
}

struct Header {
  std::size_t row = 0;  // in Sheet::rows
  Columns columns;
};

// The row with the most known headers; then the columns whose headers were lost.
std::optional<Header> header_of(const Sheet& sheet) {
  std::optional<Header> best;
  for (std::size_t i = 0; i < sheet.rows.size() && i < kHeaderWithin; ++i) {
    Columns columns = columns_of(sheet.rows[i]);
    if (columns.known() >= 2 && (!best || columns.known() > best->columns.known())) {
      best = Header{i, std::move(columns)};
    }
  }
  if (!best) return {};
  Columns& columns = best->columns;
  if (!columns.at(SheetColumn::kNumber)) {
    const auto at = column_by_cells(sheet, columns, [](std::string_view cell) {
      return read_returned_number(cell).has_value();
    });
    if (!at) return {};
    columns.ours.emplace(*at, SheetColumn::kNumber);
  }
  if (!columns.has_answer()) {
    const auto at = column_by_cells(sheet, columns, [](std::string_view cell) {
      return read_answer(cell).has_value() || read_stance(cell).has_value();
    });
    if (at) columns.ours.emplace(*at, SheetColumn::kAnswer);
  }
  return best;
}

std::string cell_at(const SheetRow& row, std::size_t column) {
  return column < row.cells.size() ? std::string(trimmed(row.cells[column].text))
                                   : std::string();
}

ReturnedRow returned(const SheetRow& row, const Columns& columns, std::size_t sheet) {
  ReturnedRow out;
  out.sheet = sheet;
  out.row = row.number;
  for (const auto& [at, column] : columns.ours) {
    std::string cell = cell_at(row, at);
    if (column == SheetColumn::kNumber) {
      out.number = std::move(cell);
    } else if (!cell.empty()) {
      out.cells.emplace(column, std::move(cell));
    }
  }
  for (const auto& [at, field] : columns.fields) out.fields.emplace_back(field, cell_at(row, at));
  return out;
}

bool has_answer(const ReturnedRow& row) {
  return std::any_of(row.cells.begin(), row.cells.end(),
                     [](const auto& cell) { return is_answer(cell.first); });
}

bool names_somebody(const ReturnedRow& row) {
  return std::any_of(row.fields.begin(), row.fields.end(),
                     [](const auto& field) { return !field.second.empty(); });
}

// A row of names, and not a title, a repeated header, or a line somebody wrote below.
bool is_row(const ReturnedRow& row, bool below_header) {
  if (read_returned_number(row.number)) return true;
  if (!below_header || read_column(row.number) == SheetColumn::kNumber) return false;
  if (has_answer(row)) return true;
  return !row.number.empty() && row.number.size() <= kLongestNumber && names_somebody(row);
}

}  // namespace

std::optional<std::string> read_returned_number(std::string_view cell) {
  if (cell.empty() || cell.size() > kLongestNumber) return {};
  const std::string digits = text::ascii_digits(cell);
  std::string plain;
  for (std::size_t i = 0; i < digits.size();) {
    const auto starts = [&](std::string_view mark) {
      return std::string_view(digits).substr(i).starts_with(mark);
    };
    // Marks of direction and invisible spaces; dashes that a phone makes of a hyphen.
    const bool invisible =
        starts("\xe2\x80\x8b") || starts("\xe2\x80\x8c") || starts("\xe2\x80\x8d") ||
        starts("\xe2\x80\x8e") || starts("\xe2\x80\x8f") || starts("\xe2\x80\xaa") ||
        starts("\xe2\x80\xab") || starts("\xe2\x80\xac") || starts("\xe2\x81\xa6") ||
        starts("\xe2\x81\xa7") || starts("\xe2\x81\xa8") || starts("\xe2\x81\xa9") ||
        starts("\xef\xbb\xbf");
    const bool dash = starts("\xe2\x80\x90") || starts("\xe2\x80\x91") || starts("\xe2\x80\x92") ||
                      starts("\xe2\x80\x93") || starts("\xe2\x80\x94") || starts("\xe2\x88\x92");
    if (invisible || dash) {
      i += 3;
    } else if (starts("\xc2\xa0") || starts("\xd8\x9c")) {  // no-break space, Arabic letter mark
      i += 2;
    } else {
      plain += digits[i++];
    }
  }
  return read_number(trimmed(plain));
}

Result<ReturnedSheets> read_claim_sheets(const table::SheetFile& file) {
  ReturnedSheets out;
  std::vector<std::string> dates;
  for (const Sheet& sheet : file.sheets) {
    if (sheet.hidden) continue;
    const std::optional<Header> header = header_of(sheet);
    if (!header || !header->columns.has_answer()) continue;
    for (const auto& [at, column] : header->columns.ours) {
      out.headers.emplace(column, cell_at(sheet.rows[header->row], at));
    }
    for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
      if (i == header->row) continue;
      ReturnedRow row = returned(sheet.rows[i], header->columns, out.names.size());
      if (!is_row(row, i > header->row)) continue;
      const auto date = row.cells.find(SheetColumn::kDate);
      if (date != row.cells.end()) dates.push_back(date->second);
      out.rows.push_back(std::move(row));
    }
    out.names.push_back(sheet.name);
  }
  if (out.names.empty()) {
    return fail(Fault::kBadInput,
                "no row heads the columns as a sheet of names does: the number and the answer are "
                "not both found");
  }
  out.order = text::guess_order(std::span<const std::string>(dates));
  return out;
}

}  // namespace parley::exchange
