// What one cell of an OpenDocument sheet holds.
#pragma once

#include <string>
#include <string_view>

#include "table/number_format.hpp"
#include "table/sheet.hpp"

namespace parley::table {

// table:table-cell as written.
struct OdsCell {
  std::string type;   // office:value-type, or calcext's "error"
  std::string value;  // of whichever attribute goes with the type
  std::string text;   // the paragraphs, a line each
  std::string style;
  bool formula = false;
  std::uint64_t repeated = 1;

  void clear();
};

struct OdsReadCell {
  Cell cell;
  std::string_view remark;  // empty: none
};

// `shown`: how much of a date the cell's style shows.
OdsReadCell read_ods_cell(const OdsCell& raw, NumberFormat::Shown shown);

// "PT14H30M00S" as "14:30:00"; as it is if it is no such duration below 100 hours.
std::string duration_as_time(std::string_view duration);

}  // namespace parley::table
