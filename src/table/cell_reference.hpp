// "C7": column and row of a cell, as spreadsheets write them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace parley::table {

struct CellReference {
  std::uint64_t column = 0;  // from 1, at most 16,384 ("XFD")
  std::uint64_t row = 0;     // from 1, at most 1,048,576
};

constexpr std::uint64_t kMostSheetColumns = 16'384;
constexpr std::uint64_t kMostSheetRows = 1'048'576;

// Also "$C$7", and the first cell of "C7:E9". Nothing: no reference, or beyond the sheet.
std::optional<CellReference> cell_reference(std::string_view text);

}  // namespace parley::table
