// An XLSX file while libxlsxwriter makes it; for xlsx_writer.cpp only.
#pragma once

#include <xlsxwriter.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/bytes.hpp"
#include "base/result.hpp"
#include "table/xlsx_writer.hpp"

namespace parley::table {

// The values of the format's readingOrder.
enum class XlsxReading : std::uint8_t { kContext = 0, kLeftToRight = 1, kRightToLeft = 2 };

struct XlsxStyle {
  XlsxLook look = XlsxLook::kBody;
  XlsxKind kind = XlsxKind::kText;
  bool locked = true;
  XlsxReading reading = XlsxReading::kContext;

  auto operator<=>(const XlsxStyle&) const = default;
};

class XlsxFile {
 public:
  static Result<XlsxFile> open(const std::string& title, std::int64_t created);

  XlsxFile(XlsxFile&&) noexcept;
  XlsxFile& operator=(XlsxFile&&) noexcept;
  ~XlsxFile();

  Result<lxw_worksheet*> add(const std::string& name);
  lxw_format* format(const XlsxStyle& style);

  // Once: no other call after it.
  Result<Bytes> finish();

 private:
  struct Place;
  XlsxFile();

  std::unique_ptr<Place> place_;
  lxw_workbook* book_ = nullptr;  // owned until finish()
  std::map<XlsxStyle, lxw_format*> formats_;
};

// What stands in the file for `text`: as the format wants control characters ("_x0001_"), and what
// looks like one already ("_x005F_x0001_"). Error (kBadInput): not UTF-8, a NUL, too long.
Result<std::string> xlsx_text(std::string_view text);

// As the text's first letter runs; without one, from left to right; empty: as the program likes.
XlsxReading reading_of(std::string_view text);

}  // namespace parley::table
