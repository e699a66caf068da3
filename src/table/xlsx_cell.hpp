// What one cell of a worksheet holds, from what the file says of it.
//
// Promises: Cell as sheet.hpp describes it; formulas give the value that the file keeps, and are
// never run. What is odd is said as a remark, without the cell's text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "table/serial_date.hpp"
#include "table/sheet.hpp"
#include "table/xlsx_strings.hpp"
#include "table/xlsx_styles.hpp"

namespace parley::table {

// What the whole workbook says.
struct Workbook {
  SharedStrings strings;
  CellFormats formats;
  DateSystem dates = DateSystem::k1900;

  explicit Workbook(const SheetLimits& limits) : strings(limits) {}
};

// <c> as written.
struct WorksheetCell {
  std::string type;       // t: "s", "inlineStr", "str", "b", "e", "d", "n" or ""
  std::size_t style = 0;  // s
  std::string value;      // v, or the text of <is>
  bool formula = false;   // has <f>

  void clear();
};

struct ReadCell {
  Cell cell;
  std::vector<std::string_view> remarks;
};

// Error (kBadInput): a shared string that is not there; a type that is not known.
Result<ReadCell> read_cell(const WorksheetCell& raw, const Workbook& workbook);

}  // namespace parley::table
