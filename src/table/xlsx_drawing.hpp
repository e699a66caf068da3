// What lies over a sheet: pictures, charts, shapes, comments. Said, never kept.
#pragma once

#include <string>

#include "table/sheet_builder.hpp"
#include "table/xml.hpp"

namespace parley::table {

// A drawing part: a remark at the cell where each thing begins.
class XlsxDrawing final : public XmlHandler {
 public:
  explicit XlsxDrawing(SheetBuilder& builder) : builder_(builder) {}

  Result<void> open(XmlName name, const XmlAttributes& attributes) override;
  Result<void> close(XmlName name) override;
  Result<void> text(std::string_view piece) override;

 private:
  SheetBuilder& builder_;
  bool in_from_ = false;
  std::string number_;     // of <row> or <col>, from 0
  std::uint64_t row_ = 0;  // from 1; 0: not known
  std::uint64_t column_ = 0;
};

// A part of comments: a remark at the cell of each.
class XlsxComments final : public XmlHandler {
 public:
  explicit XlsxComments(SheetBuilder& builder) : builder_(builder) {}

  Result<void> open(XmlName name, const XmlAttributes& attributes) override;
  Result<void> close(XmlName) override { return {}; }
  Result<void> text(std::string_view) override { return {}; }

 private:
  SheetBuilder& builder_;
};

}  // namespace parley::table
