#include "table/xlsx_drawing.hpp"

#include <charconv>

#include "table/cell_reference.hpp"
#include "table/opc.hpp"

namespace parley::table {
namespace {

// Row or column of an anchor, which count from 0.
std::uint64_t place(std::string_view text, std::uint64_t most) {
  std::uint64_t out = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), out);
  return code != std::errc() || out >= most ? 0 : out + 1;
}

}  // namespace

// Element names of this part are told apart without their namespaces: transitional, strict and
// later ones are many, and only remarks come of it.
Result<void> XlsxDrawing::open(XmlName name, const XmlAttributes&) {
  if (name.local == "twoCellAnchor" || name.local == "oneCellAnchor" ||
      name.local == "absoluteAnchor") {
    row_ = column_ = 0;
  } else if (name.local == "from") {
    in_from_ = true;
  } else if (name.local == "row" || name.local == "col") {
    number_.clear();
  } else if (name.local == "pic") {
    builder_.remark(row_, column_, "a picture, not kept");
  } else if (name.local == "graphicFrame") {
    builder_.remark(row_, column_, "a chart or other drawing, not kept");
  } else if (name.local == "sp") {
    builder_.remark(row_, column_, "a shape or text box, not read");
  }
  return {};
}

Result<void> XlsxDrawing::close(XmlName name) {
  if (name.local == "from") in_from_ = false;
  if (in_from_ && name.local == "row") row_ = place(number_, kMostSheetRows);
  if (in_from_ && name.local == "col") column_ = place(number_, kMostSheetColumns);
  return {};
}

Result<void> XlsxDrawing::text(std::string_view piece) {
  if (in_from_ && number_.size() < 16) number_ += piece.substr(0, 16);
  return {};
}

Result<void> XlsxComments::open(XmlName name, const XmlAttributes& attributes) {
  if (name.local != "comment" || !is_spreadsheet_space(name.space)) return {};
  const auto at = cell_reference(attributes.find("ref").value_or("")).value_or(CellReference{});
  builder_.remark(at.row, at.column, "a comment, not read");
  return {};
}

}  // namespace parley::table
