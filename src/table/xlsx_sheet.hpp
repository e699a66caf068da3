// One worksheet's XML into a sheet.
//
// Promises: cells where their references put them, or next to one another where they have none;
// direction of the sheet; remarks for formulas, errors, hidden rows and columns that hold cells,
// merged cells, links, controls, embedded objects and background pictures. Streams: holds one row.
// Does not: read what other parts say of the sheet (drawings, comments): xlsx_reader does.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "table/sheet_builder.hpp"
#include "table/xlsx_cell.hpp"
#include "table/xml.hpp"

namespace parley::table {

class WorksheetPart final : public XmlHandler {
 public:
  // Writes into the sheet that `builder` began last. Both must outlive this.
  WorksheetPart(const Workbook& workbook, const SheetLimits& limits, SheetBuilder& builder)
      : workbook_(workbook), limits_(limits), builder_(builder) {}

  Result<void> open(XmlName name, const XmlAttributes& attributes) override;
  Result<void> close(XmlName name) override;
  Result<void> text(std::string_view piece) override;
  // What is known only at the end: call once after the last tag.
  void finish();

 private:
  enum class Text : std::uint8_t { kNone, kValue, kInline };

  Result<void> open_row(const XmlAttributes& attributes);
  Result<void> open_cell(const XmlAttributes& attributes);
  void open_in_cell(std::string_view local);
  void open_beside_rows(std::string_view local, const XmlAttributes& attributes);
  void hide_columns(const XmlAttributes& attributes);
  Result<void> close_cell();
  Result<void> close_row();
  tl::unexpected<Error> fault(std::string_view what) const {
    return builder_.fault(row_, column_, what);
  }

  const Workbook& workbook_;
  const SheetLimits& limits_;
  SheetBuilder& builder_;
  std::uint64_t row_ = 0;
  std::uint64_t column_ = 0;
  std::size_t widest_ = 0;
  bool in_row_ = false;
  bool in_cell_ = false;
  bool row_hidden_ = false;
  Text text_ = Text::kNone;
  WorksheetCell cell_;
  RichText rich_;
  std::vector<std::pair<std::uint64_t, std::uint64_t>> hidden_;  // columns, first and last
};

}  // namespace parley::table
