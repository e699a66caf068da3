// The cell formats of a workbook: which cells show dates.
//
// Promises: the number format of each cell format, by its place in cellXfs; built-in and custom
// ones. Does not: read fonts, fills, named styles or conditional formats.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "table/number_format.hpp"
#include "table/xml.hpp"

namespace parley::table {

class CellFormats final : public XmlHandler {
 public:
  // Of a cell's `s`; beyond the list, a plain number.
  NumberFormat operator[](std::size_t index) const {
    return index < formats_.size() ? formats_[index] : NumberFormat();
  }

  Result<void> open(XmlName name, const XmlAttributes& attributes) override;
  Result<void> close(XmlName name) override;
  Result<void> text(std::string_view) override { return {}; }

 private:
  std::map<std::uint32_t, NumberFormat> custom_;
  std::vector<NumberFormat> formats_;
  bool in_cell_formats_ = false;
};

}  // namespace parley::table
