#include "table/xlsx_sheet.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/core.h>

#include "table/cell_reference.hpp"
#include "table/opc.hpp"

namespace parley::table {
namespace {

constexpr std::size_t kMostHidden = 200;  // ranges of columns

std::optional<std::uint64_t> whole_number(std::string_view text) {
  std::uint64_t out = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (code != std::errc() || end != text.data() + text.size()) return {};
  return out;
}

bool is_true(std::optional<std::string_view> value) { return value == "1" || value == "true"; }

}  // namespace

Result<void> WorksheetPart::open(XmlName name, const XmlAttributes& attributes) {
  if (!is_spreadsheet_space(name.space)) return {};
  if (in_cell_) {
    open_in_cell(name.local);
  } else if (in_row_) {
    if (name.local == "c") return open_cell(attributes);
  } else if (name.local == "row") {
    return open_row(attributes);
  } else {
    open_beside_rows(name.local, attributes);
  }
  return {};
}

Result<void> WorksheetPart::open_row(const XmlAttributes& attributes) {
  std::uint64_t number = row_ + 1;
  column_ = 0;
  if (const auto written = attributes.find("r")) {
    const auto value = whole_number(*written);
    if (!value || *value == 0) return fault("a row whose number is none");
    number = *value;
  }
  if (number > kMostSheetRows) return fault("a row beyond the last of a sheet");
  PARLEY_TRY(builder_.begin_row(number));
  row_ = number;
  in_row_ = true;
  row_hidden_ = is_true(attributes.find("hidden"));
  return {};
}

Result<void> WorksheetPart::open_cell(const XmlAttributes& attributes) {
  std::uint64_t column = column_ + 1;
  if (const auto written = attributes.find("r")) {
    const auto place = cell_reference(*written);
    if (!place || place->row != row_) return fault("a cell that does not stand in its row");
    column = place->column;
  }
  if (column <= column_) return fault("a cell that stands after a later one");
  column_ = column;
  if (column > kMostSheetColumns) return fault("a cell beyond the last column of a sheet");
  cell_.clear();
  cell_.type = attributes.find("t").value_or("");
  cell_.style = whole_number(attributes.find("s").value_or("0")).value_or(0);
  in_cell_ = true;
  return {};
}

void WorksheetPart::open_in_cell(std::string_view local) {
  if (text_ == Text::kInline) {
    rich_.open(local);
  } else if (local == "v") {
    text_ = Text::kValue;
  } else if (local == "is") {
    text_ = Text::kInline;
    rich_.clear();
  } else if (local == "f") {
    cell_.formula = true;
  }
}

void WorksheetPart::open_beside_rows(std::string_view local, const XmlAttributes& attributes) {
  const auto remark_at = [&](std::string_view reference, std::string_view text) {
    const auto place = cell_reference(reference).value_or(CellReference{});
    builder_.remark(place.row, place.column, text);
  };
  if (local == "sheetView") {
    if (is_true(attributes.find("rightToLeft"))) builder_.sheet().right_to_left = true;
  } else if (local == "col") {
    if (is_true(attributes.find("hidden"))) hide_columns(attributes);
  } else if (local == "mergeCell") {
    remark_at(attributes.find("ref").value_or(""), "merged cells: the value stands in the first");
  } else if (local == "hyperlink") {
    if (relationship_id(attributes)) {
      remark_at(attributes.find("ref").value_or(""), "a link, not followed");
    }
  } else if (local == "oleObject") {
    builder_.remark(0, 0, "an embedded object, not kept");
  } else if (local == "control") {
    builder_.remark(0, 0, "a form control, not read");
  } else if (local == "picture") {
    builder_.remark(0, 0, "a picture behind the sheet, not kept");
  }
}

void WorksheetPart::hide_columns(const XmlAttributes& attributes) {
  const auto first = whole_number(attributes.find("min").value_or("0")).value_or(0);
  const auto last = whole_number(attributes.find("max").value_or("0")).value_or(0);
  if (first != 0 && first <= last && hidden_.size() < kMostHidden)
    hidden_.emplace_back(first, last);
}

Result<void> WorksheetPart::close(XmlName name) {
  if (!is_spreadsheet_space(name.space)) return {};
  if (in_cell_) {
    if (name.local == "c") return close_cell();
    if (text_ == Text::kInline && name.local != "is") {
      rich_.close(name.local);
    } else if (name.local == "v" || name.local == "is") {
      if (text_ == Text::kInline) cell_.value = rich_.take();
      text_ = Text::kNone;
    }
  } else if (in_row_ && name.local == "row") {
    return close_row();
  }
  return {};
}

Result<void> WorksheetPart::close_cell() {
  in_cell_ = false;
  text_ = Text::kNone;
  if (cell_.value.empty() && !cell_.formula) return {};
  auto read = read_cell(cell_, workbook_);
  if (!read) return fault(read.error().message);
  for (const std::string_view remark : read->remarks) builder_.remark(row_, column_, remark);
  return builder_.put(column_, std::move(read->cell));
}

Result<void> WorksheetPart::close_row() {
  in_row_ = false;
  PARLEY_TRY(builder_.end_row());
  if (row_hidden_ && builder_.row_width() > 0) builder_.remark(row_, 0, "a hidden row");
  widest_ = std::max(widest_, builder_.row_width());
  return {};
}

Result<void> WorksheetPart::text(std::string_view piece) {
  if (text_ == Text::kNone) return {};
  const std::size_t held = text_ == Text::kInline ? rich_.raw().size() : cell_.value.size();
  if (piece.size() > limits_.cell || held > limits_.cell) {
    return fault(fmt::format("a cell of more than {} bytes", limits_.cell));
  }
  if (text_ == Text::kInline) {
    rich_.text(piece);
  } else {
    cell_.value += piece;
  }
  return {};
}

void WorksheetPart::finish() {
  for (const auto& [first, last] : hidden_) {
    for (std::uint64_t c = first; c <= std::min<std::uint64_t>(last, widest_); ++c) {
      builder_.remark(0, c, "a hidden column");
    }
  }
}

}  // namespace parley::table
