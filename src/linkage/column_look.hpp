// What stands in a column, counted: the ground on which a role is guessed.
//
// Promises: `filled` and `different` over all cells, shares over at most 2000 cells evenly taken;
// the same for the same cells in any order of the columns. Cells that say nothing ("-", "unknown")
// are empty. Does not: decide.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace parley::linkage {

struct ColumnLook {
  std::size_t rows = 0, filled = 0, different = 0;
  bool unique = false;  // within each file: another in each row, and in every row
  // Of 1000 filled cells:
  int dates = 0;      // more than digits alone, or eight digits that are a day
  int years = 0;      // digits alone that are a year from 1000 to 2100
  int any_dates = 0;  // whatever reads as a date
  int ages = 0;       // in whole years, with words or without
  int emails = 0;
  int digits_only = 0;  // digits, spaces and + - / . ( )
  int with_digit = 0;
  int known_names = 0;     // at least half of the words are in the table of common names
  int words_x100 = 0;      // words a cell, on the average
  int characters = 0;      // bytes a cell, on the average
  bool counts_up = false;  // whole numbers, each one more than the one above
};

// The cells of one column, a list for each file.
using Cells = std::vector<std::string_view>;
ColumnLook look_at(const std::vector<Cells>& files);

// Without white space around it.
std::string_view trimmed(std::string_view cell);
// What stands in a cell: without white space around it; nothing where it says nothing.
std::string_view said(std::string_view cell);

}  // namespace parley::linkage
