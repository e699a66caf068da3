// The shared strings of a workbook, and the text of rich strings.
//
// Promises: the runs of a rich string joined, phonetic readings left out, "_x000D_" decoded; memory
// bounded by the limits of cells and text. Does not: keep fonts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "table/sheet.hpp"
#include "table/xml.hpp"

namespace parley::table {

// ST_Xstring of ECMA-376: "_xHHHH_" stands for a character that XML could not hold. What would be
// NUL or half of a character stays as it is.
std::string decode_xstring(std::string_view text);

// Collects the text of one string: <t> directly or in runs, not in <rPh>.
class RichText {
 public:
  void clear();
  void open(std::string_view local);
  void close(std::string_view local);
  void text(std::string_view piece) {
    if (in_text_ && phonetic_ == 0) text_ += piece;
  }
  const std::string& raw() const { return text_; }
  std::string take();

 private:
  std::string text_;
  bool in_text_ = false;
  int phonetic_ = 0;
};

class SharedStrings final : public XmlHandler {
 public:
  explicit SharedStrings(const SheetLimits& limits) : limits_(limits) {}

  std::size_t size() const { return ends_.size(); }
  // Precondition: index < size().
  std::string_view operator[](std::size_t index) const;

  Result<void> open(XmlName name, const XmlAttributes& attributes) override;
  Result<void> close(XmlName name) override;
  Result<void> text(std::string_view piece) override;

 private:
  const SheetLimits& limits_;
  std::string all_;                  // one after the other
  std::vector<std::uint32_t> ends_;  // in all_
  RichText rich_;
  bool in_string_ = false;
};

}  // namespace parley::table
