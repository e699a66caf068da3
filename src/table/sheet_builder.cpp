#include "table/sheet_builder.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/core.h>

namespace parley::table {

void SheetBuilder::begin_sheet(std::string name) {
  Sheet sheet;
  sheet.name = std::move(name);
  file_.sheets.push_back(std::move(sheet));
  number_ = 0;
  width_ = 0;
}

Result<void> SheetBuilder::begin_row(std::uint64_t number) {
  if (number <= number_) return fault(number, 0, "the row stands after a later one");
  number_ = number;
  row_.clear();
  width_ = 0;
  row_bytes_ = 0;
  return {};
}

Result<void> SheetBuilder::put(std::uint64_t column, Cell cell) {
  if (column <= row_.size()) return fault(number_, column, "the cell stands after a later one");
  if (cell.text.empty()) return {};
  if (column > limits_.columns) {
    return fault(number_, column, fmt::format("more than {} columns", limits_.columns));
  }
  if (cell.text.size() > limits_.cell) {
    return fault(number_, column, fmt::format("a cell of more than {} bytes", limits_.cell));
  }
  const auto characters = std::count_if(cell.text.begin(), cell.text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  });
  if (static_cast<std::size_t>(characters) > limits_.characters) {
    return fault(number_, column,
                 fmt::format("a cell of more than {} characters", limits_.characters));
  }
  row_bytes_ += cell.text.size();
  row_.resize(column - 1);
  row_.push_back(std::move(cell));
  width_ = column;
  return {};
}

Result<void> SheetBuilder::end_row() {
  if (width_ == 0) return {};
  // Exactly as large as it need be: there may be very many rows.
  std::vector<Cell> cells(std::make_move_iterator(row_.begin()),
                          std::make_move_iterator(row_.end()));
  return keep(number_, std::move(cells), row_bytes_);
}

Result<void> SheetBuilder::repeat_row(std::uint64_t number) {
  if (number <= number_) return fault(number, 0, "the row stands after a later one");
  number_ = number;
  if (width_ == 0) return {};
  return keep(number, sheet().rows.back().cells, row_bytes_);
}

Result<void> SheetBuilder::keep(std::uint64_t number, std::vector<Cell> cells, std::size_t bytes) {
  rows_ += 1;
  cells_ += cells.size();
  bytes_ += bytes;
  if (rows_ > limits_.rows) return fault(number, 0, fmt::format("more than {} rows", limits_.rows));
  if (cells_ > limits_.cells) {
    return fault(number, 0, fmt::format("more than {} cells", limits_.cells));
  }
  if (bytes_ > limits_.text) {
    return fault(number, 0, fmt::format("more than {} bytes of text in cells", limits_.text));
  }
  sheet().rows.push_back({number, std::move(cells)});
  return {};
}

void SheetBuilder::remark(std::uint64_t row, std::uint64_t column, std::string_view text) {
  std::size_t& count = alike_[{file_.sheets.size(), std::string(text)}];
  if (++count > kMostAlike) return;
  file_.remarks.push_back(
      {file_.sheets.empty() ? std::string() : sheet().name, row, column, std::string(text)});
}

tl::unexpected<Error> SheetBuilder::fault(std::uint64_t row, std::uint64_t column,
                                          std::string_view what) const {
  std::string place;
  if (file_.sheets.size() > 1) place = fmt::format("sheet {}, ", file_.sheets.size());
  if (row != 0) place += fmt::format("row {}, ", row);
  if (column != 0) place += fmt::format("column {}, ", column);
  if (!place.empty()) place.replace(place.size() - 2, 2, ": ");
  return fail(Fault::kBadInput, place + std::string(what));
}

SheetFile SheetBuilder::finish(std::string format) && {
  for (const auto& [key, count] : alike_) {
    if (count <= kMostAlike) continue;
    const auto& [number, text] = key;
    file_.remarks.push_back({number == 0 ? std::string() : file_.sheets[number - 1].name, 0, 0,
                             fmt::format("{}: {} more", text, count - kMostAlike)});
  }
  file_.format = std::move(format);
  return std::move(file_);
}

}  // namespace parley::table
