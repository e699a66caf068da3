// content.xml of an OpenDocument spreadsheet into sheets.
//
// Promises: as ods_reader.hpp; repeated cells and rows within the limits, refused before they are
// made. Streams: holds one row.
#pragma once

#include <cstdint>
#include <string>

#include "table/ods_cell.hpp"
#include "table/ods_styles.hpp"
#include "table/sheet_builder.hpp"
#include "table/xml.hpp"

namespace parley::table {

class OdsContent final : public XmlHandler {
 public:
  // Both must outlive this.
  OdsContent(const SheetLimits& limits, SheetBuilder& builder)
      : limits_(limits), builder_(builder) {}

  Result<void> open(XmlName name, const XmlAttributes& attributes) override;
  Result<void> close(XmlName name) override;
  Result<void> text(std::string_view piece) override;

 private:
  Result<void> open_in_sheet(XmlName name, const XmlAttributes& attributes);
  void open_sheet(const XmlAttributes& attributes);
  Result<void> open_row(const XmlAttributes& attributes);
  Result<void> open_cell(const XmlAttributes& attributes, bool covered);
  Result<void> open_in_cell(XmlName name, const XmlAttributes& attributes);
  void open_skipped(XmlName name);
  Result<void> close_cell();
  Result<void> close_row();
  Result<void> add_text(std::string_view piece);

  const SheetLimits& limits_;
  SheetBuilder& builder_;
  OdsStyles styles_;
  bool in_styles_ = false;
  bool in_sheet_ = false;
  bool in_row_ = false;
  bool in_cell_ = false;
  bool in_paragraph_ = false;
  bool covered_ = false;
  bool row_hidden_ = false;
  std::size_t skipped_ = 0;  // depth within something that is left out
  std::uint64_t row_ = 0;
  std::uint64_t column_ = 0;  // of the cell under way, its first if repeated
  std::uint64_t next_column_ = 1;
  std::uint64_t rows_repeated_ = 1;
  std::size_t sheets_ = 0;
  OdsCell cell_;
};

}  // namespace parley::table
