// Puts the sheets of one file together, within its limits: what every reader writes into.
//
// Promises: rows in rising order, rows without a cell and trailing empty cells left out; each error
// names the limit and the place ("sheet 2, row 7, column 3"), never a sheet's name or a cell's
// text. Of remarks that say the same of one sheet, the first kMostAlike keep their place and the
// rest become one with their number. Does not: read anything.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "table/sheet.hpp"

namespace parley::table {

class SheetBuilder {
 public:
  static constexpr std::size_t kMostAlike = 50;

  explicit SheetBuilder(const SheetLimits& limits) : limits_(limits) {}

  void begin_sheet(std::string name);
  // The sheet begun last. Precondition: there is one.
  Sheet& sheet() { return file_.sheets.back(); }

  // Rows and columns count from 1. Error: not after the row before.
  Result<void> begin_row(std::uint64_t number);
  // Error: a limit; not to the right of the cell before.
  Result<void> put(std::uint64_t column, Cell cell);
  Result<void> end_row();
  // The row ended last, once more, with another number.
  Result<void> repeat_row(std::uint64_t number);

  // True if the row ended last has a cell; its columns up to the last one that is not empty.
  std::size_t row_width() const { return width_; }

  // `row` and `column` as in Remark, of the sheet begun last or, before any, of the file.
  void remark(std::uint64_t row, std::uint64_t column, std::string_view text);

  // An error at a place of the sheet begun last.
  tl::unexpected<Error> fault(std::uint64_t row, std::uint64_t column, std::string_view what) const;

  SheetFile finish(std::string format) &&;

 private:
  Result<void> keep(std::uint64_t number, std::vector<Cell> cells, std::size_t bytes);

  const SheetLimits limits_;
  SheetFile file_;
  std::vector<Cell> row_;  // the row under way
  std::uint64_t number_ = 0;
  std::size_t width_ = 0;
  std::size_t row_bytes_ = 0;
  std::size_t rows_ = 0;
  std::size_t cells_ = 0;
  std::size_t bytes_ = 0;
  // By number of the sheet (0: the file) and text.
  std::map<std::pair<std::size_t, std::string>, std::size_t> alike_;
};

}  // namespace parley::table
