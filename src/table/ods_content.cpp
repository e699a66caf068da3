#include "table/ods_content.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include <fmt/core.h>

namespace parley::table {
namespace {

constexpr std::size_t kMostSheets = 255;
// Beyond any sheet of any program; sums of these do not overflow.
constexpr std::uint64_t kMostRepeated = std::uint64_t{1} << 31;

constexpr std::string_view kTable = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
constexpr std::string_view kOffice = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
constexpr std::string_view kText = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
constexpr std::string_view kDraw = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";
constexpr std::string_view kExtension =
    "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0";

std::uint64_t count_of(std::optional<std::string_view> text) {
  if (!text) return 1;
  std::uint64_t out = 1;
  const auto [end, code] = std::from_chars(text->data(), text->data() + text->size(), out);
  if (code == std::errc::result_out_of_range) return kMostRepeated;
  if (code != std::errc()) return 1;
  return std::clamp<std::uint64_t>(out, 1, kMostRepeated);
}

// Left out with all that stands in it.
bool is_left_out(XmlName name) {
  if (name.space == kOffice) {
    return name.local == "annotation" || name.local == "forms" || name.local == "event-listeners" ||
           name.local == "scripts";
  }
  if (name.space == kTable) {
    return name.local == "tracked-changes" || name.local == "shapes" || name.local == "dde-links" ||
           name.local == "scenario";
  }
  return name.space == kDraw || (name.space == kText && name.local == "ruby-text");
}

}  // namespace

Result<void> OdsContent::open(XmlName name, const XmlAttributes& attributes) {
  if (skipped_ > 0) {
    ++skipped_;
    open_skipped(name);
    return {};
  }
  if (is_left_out(name)) {
    skipped_ = 1;
    open_skipped(name);
    return {};
  }
  if (name.space == kOffice && (name.local == "automatic-styles" || name.local == "styles")) {
    in_styles_ = true;
  } else if (in_styles_) {
    return styles_.open(name, attributes);
  } else if (in_cell_) {
    return open_in_cell(name, attributes);
  } else if (name.space == kTable) {
    return open_in_sheet(name, attributes);
  }
  return {};
}

void OdsContent::open_skipped(XmlName name) {
  const std::uint64_t row = in_cell_ ? row_ : 0;
  const std::uint64_t column = in_cell_ ? column_ : 0;
  if (name.space == kOffice && name.local == "annotation") {
    builder_.remark(row, column, "a comment, not read");
  } else if (name.space == kDraw && name.local == "image") {
    builder_.remark(row, column, "a picture, not kept");
  } else if (name.space == kDraw && (name.local == "object" || name.local == "object-ole")) {
    builder_.remark(row, column, "an embedded object or chart, not kept");
  } else if (name.space == kDraw && (name.local == "custom-shape" || name.local == "text-box")) {
    builder_.remark(row, column, "a shape or text box, not read");
  } else if (name.space == kOffice && name.local == "script") {
    builder_.remark(0, 0, "scripts, never run");
  }
}

Result<void> OdsContent::open_in_sheet(XmlName name, const XmlAttributes& attributes) {
  if (name.local == "table" && !in_sheet_) {
    if (++sheets_ > kMostSheets) {
      return fail(Fault::kBadInput, fmt::format("more than {} sheets", kMostSheets));
    }
    open_sheet(attributes);
  } else if (!in_sheet_) {
    return {};
  } else if (name.local == "table-source") {
    builder_.remark(0, 0, "a link to another file, not followed");
  } else if (name.local == "table-row" && !in_row_) {
    return open_row(attributes);
  } else if (in_row_ && (name.local == "table-cell" || name.local == "covered-table-cell")) {
    return open_cell(attributes, name.local == "covered-table-cell");
  }
  return {};
}

void OdsContent::open_sheet(const XmlAttributes& attributes) {
  in_sheet_ = true;
  builder_.begin_sheet(std::string(attributes.find(kTable, "name").value_or("")));
  const auto style = styles_.table(attributes.find(kTable, "style-name").value_or(""));
  builder_.sheet().right_to_left = style.right_to_left;
  builder_.sheet().hidden = style.hidden;
  if (style.hidden) builder_.remark(0, 0, "a hidden sheet");
  row_ = 0;
  rows_repeated_ = 1;
}

Result<void> OdsContent::open_row(const XmlAttributes& attributes) {
  row_ += 1;
  if (row_ > kMostRepeated) return builder_.fault(0, 0, "rows beyond the last of a sheet");
  rows_repeated_ = count_of(attributes.find(kTable, "number-rows-repeated"));
  const auto seen = attributes.find(kTable, "visibility").value_or("visible");
  row_hidden_ = seen != "visible";
  next_column_ = 1;
  in_row_ = true;
  return builder_.begin_row(row_);
}

Result<void> OdsContent::open_cell(const XmlAttributes& attributes, bool covered) {
  cell_.clear();
  covered_ = covered;
  in_cell_ = true;
  in_paragraph_ = false;
  column_ = next_column_;
  cell_.repeated = count_of(attributes.find(kTable, "number-columns-repeated"));
  next_column_ = std::min(next_column_ + cell_.repeated, kMostRepeated);
  cell_.type = attributes.find(kOffice, "value-type").value_or("");
  if (attributes.find(kExtension, "value-type") == "error") cell_.type = "error";
  cell_.formula = attributes.find(kTable, "formula").has_value();
  if (cell_.type.empty()) return {};
  cell_.style = attributes.find(kTable, "style-name").value_or("");
  for (const std::string_view one :
       {"value", "date-value", "time-value", "boolean-value", "string-value"}) {
    if (const auto value = attributes.find(kOffice, one)) cell_.value = *value;
  }
  const bool merged = count_of(attributes.find(kTable, "number-columns-spanned")) > 1 ||
                      count_of(attributes.find(kTable, "number-rows-spanned")) > 1;
  if (merged) builder_.remark(row_, column_, "merged cells: the value stands in the first");
  return {};
}

Result<void> OdsContent::open_in_cell(XmlName name, const XmlAttributes& attributes) {
  if (name.space == kTable && name.local == "table") {
    skipped_ = 1;
    builder_.remark(row_, column_, "a table inside a cell, not read");
  } else if (name.space == kText && name.local == "p") {
    in_paragraph_ = true;
    if (!cell_.text.empty()) return add_text("\n");
  } else if (name.space == kText && name.local == "s") {
    const std::uint64_t spaces = count_of(attributes.find(kText, "c"));
    if (spaces > limits_.cell) return add_text(std::string(limits_.cell + 1, ' '));
    return add_text(std::string(spaces, ' '));
  } else if (name.space == kText && name.local == "tab") {
    return add_text("\t");
  } else if (name.space == kText && name.local == "line-break") {
    return add_text("\n");
  } else if (name.space == kText && name.local == "a") {
    builder_.remark(row_, column_, "a link, not followed");
  }
  return {};
}

Result<void> OdsContent::close(XmlName name) {
  if (skipped_ > 0) {
    --skipped_;
    return {};
  }
  if (name.space == kOffice && (name.local == "automatic-styles" || name.local == "styles")) {
    in_styles_ = false;
  } else if (in_styles_) {
    styles_.close(name);
  } else if (in_cell_) {
    if (name.space == kText && name.local == "p") in_paragraph_ = false;
    if (name.space == kTable && name.local.ends_with("table-cell")) return close_cell();
  } else if (name.space == kTable && name.local == "table-row" && in_row_) {
    return close_row();
  } else if (name.space == kTable && name.local == "table") {
    in_sheet_ = false;
  }
  return {};
}

Result<void> OdsContent::close_cell() {
  in_cell_ = false;
  if (covered_) {
    if (!cell_.text.empty()) builder_.remark(row_, column_, "a covered cell, not read");
    return {};
  }
  OdsReadCell read = read_ods_cell(cell_, styles_.date(cell_.style));
  if (!read.remark.empty()) builder_.remark(row_, column_, read.remark);
  if (read.cell.text.empty()) return {};
  if (cell_.repeated > limits_.columns) {
    return builder_.fault(row_, column_, fmt::format("more than {} columns", limits_.columns));
  }
  for (std::uint64_t i = 1; i < cell_.repeated; ++i) {
    PARLEY_TRY(builder_.put(column_ + i - 1, read.cell));
  }
  return builder_.put(column_ + cell_.repeated - 1, std::move(read.cell));
}

Result<void> OdsContent::close_row() {
  in_row_ = false;
  PARLEY_TRY(builder_.end_row());
  const std::uint64_t first = row_;
  row_ += rows_repeated_ - 1;
  if (builder_.row_width() == 0) return {};
  if (row_hidden_) builder_.remark(first, 0, "a hidden row");
  if (rows_repeated_ > limits_.rows) {
    return builder_.fault(first, 0, fmt::format("more than {} rows", limits_.rows));
  }
  for (std::uint64_t i = first + 1; i <= row_; ++i) PARLEY_TRY(builder_.repeat_row(i));
  return {};
}

Result<void> OdsContent::text(std::string_view piece) {
  if (skipped_ > 0 || !in_paragraph_) return {};
  return add_text(piece);
}

Result<void> OdsContent::add_text(std::string_view piece) {
  if (piece.size() + cell_.text.size() > limits_.cell) {
    return builder_.fault(row_, column_, fmt::format("a cell of more than {} bytes", limits_.cell));
  }
  cell_.text += piece;
  return {};
}

}  // namespace parley::table
