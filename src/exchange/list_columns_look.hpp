// What stands below a header, where the header alone does not say what the column holds.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "exchange/list.hpp"
#include "table/columns.hpp"
#include "table/sheet.hpp"

namespace parley::exchange {

// The cells of one column that say something, counted.
struct Look {
  std::size_t cells = 0;
  std::size_t single_words = 0;  // compounds of Abd, Abu and the like count as one word
  std::size_t kunyas = 0;        // begin with Abu, Umm
  std::size_t whole_numbers = 0;
  std::size_t different = 0;                     // texts
  std::size_t arabic = 0;                        // or another script that is not Latin
  std::vector<std::string> date_texts;           // without what the file itself knows as a date
  std::size_t date_cells = 0, days_over_12 = 0;  // of what it knows

  bool mostly(std::size_t count) const { return cells > 0 && count * 10 >= cells * 7; }
  // A program that takes 03/04 for March puts only days up to 12 into date cells; by chance, two
  // thirds of dates lie later.
  bool seem_exchanged() const { return date_cells >= 20 && days_over_12 * 50 < date_cells; }
};

// `column` from 0; at most that many rows.
Look look_at(const table::Sheet& sheet, std::size_t first_data, std::size_t column,
             std::size_t rows);

// Changes what the cells show to be taken wrongly, and says so in the problems.
void look_below(const table::Sheet& sheet, ListKind kind, table::Columns& columns);

}  // namespace parley::exchange
