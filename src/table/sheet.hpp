// A table as a person made it: what every reader of files gives.
//
// Promises: cells as text, as received; rows keep the number that the file's own program shows;
// what a reader left out or could not read is a remark with its place, never a cell's contents.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace parley::table {

enum class CellKind : std::uint8_t {
  kText,
  kNumber,   // text is its shortest decimal, "1980", never "1980.0"
  kDate,     // the file says that it is a date: text is ISO, "1980-03-05", "1980-03-05T14:30:00",
             // and "1980-03" or "1980" where the cell shows no more
  kFormula,  // text is the value the file keeps for it; never run
  kError,    // "#REF!"
  kBoolean,  // "TRUE", "FALSE"
};

struct Cell {
  std::string text;
  CellKind kind = CellKind::kText;

  bool operator==(const Cell&) const = default;
};

struct SheetRow {
  std::uint64_t number = 0;  // from 1, as the file's own program shows it; CSV: the line
  std::vector<Cell> cells;   // trailing empty ones left out

  bool operator==(const SheetRow&) const = default;
};

struct Sheet {
  std::string name;  // of the sheet within the file; empty where there are none
  bool right_to_left = false;
  bool hidden = false;
  std::vector<SheetRow> rows;  // rows without a cell left out
};

// Something of the file that is not in the sheets: a picture, a macro, a link, a formula.
struct Remark {
  std::string sheet;
  std::uint64_t row = 0;     // 0: the sheet, or the file, as a whole
  std::uint64_t column = 0;  // from 1; 0: the row as a whole
  std::string text;
};

struct SheetFile {
  std::string format;  // "csv (windows-1256, ';')", "xlsx", "ods", "pfif"
  std::vector<Sheet> sheets;
  std::vector<Remark> remarks;
};

// What a reader takes at most; beyond it, an error (kBadInput) that names the limit. What is left
// out of a Sheet (empty cells and rows) does not count, save where a reader says so.
struct SheetLimits {
  std::size_t file = std::size_t{64} << 20;       // bytes, packed
  std::size_t unpacked = std::size_t{160} << 20;  // bytes of all members read
  std::size_t ratio = 200;                        // unpacked to packed, of one member
  std::size_t members = 2'000;                    // of one archive
  std::size_t cell = std::size_t{1} << 16;        // bytes of one cell
  // Of one cell: a sheet of ours can hold them, however they are written there (32,767 at most).
  std::size_t characters = 15'000;
  std::size_t columns = 1'000;
  std::size_t rows = 500'000;
  std::size_t cells = 1'500'000;
  std::size_t text = std::size_t{32} << 20;  // bytes of all cells, or of a text file
};

}  // namespace parley::table
