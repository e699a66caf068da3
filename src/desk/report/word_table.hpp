// Tables of words in the languages of reports.
//
// Promises: a cell for each of kReportLanguages, in their order; "?" for what is not in a table (a
// test looks for it). Hebrew, which no report is in yet, reads as English.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

#include "desk/report/labels.hpp"

namespace parley::desk {

using WordCells = std::array<std::string_view, kReportLanguages.size()>;

template <class Enum>
struct WordEntry {
  Enum of;
  WordCells cells;
};

inline std::string_view cell_in(const WordCells& cells, document::Language language) {
  const auto at = std::find(kReportLanguages.begin(), kReportLanguages.end(), language);
  return cells[at == kReportLanguages.end()
                   ? 0
                   : static_cast<std::size_t>(at - kReportLanguages.begin())];
}

template <class Enum, std::size_t N>
std::string_view find_word(const WordEntry<Enum> (&table)[N], Enum wanted,
                           document::Language language) {
  for (const WordEntry<Enum>& entry : table) {
    if (entry.of == wanted) return cell_in(entry.cells, language);
  }
  return "?";
}

// `form` with {0}, {1} filled. Precondition: as many values as placeholders.
std::string filled(std::string_view form, std::initializer_list<std::string_view> values);

}  // namespace parley::desk
