// A saved mapping: what a person decided about the columns of one kind of file.
//
// A TOML file:
//   version = 1
//   sheet = "قائمة"                # absent: the sheet whose headers are known best
//   header_row = 3                 # as the file's own program counts; absent: recognised
//   date_order = "day-first"       # or "month-first"; absent: seen from the column
//   calendar = "gregorian"         # or "hijri", "persian"; absent: seen from each cell
//   encoding = "windows-1256"      # of text files; absent: seen
//   separator = ";"                # of text files: one character; absent: seen
//   [columns]
//   "اسم الأسير" = "name"          # a header as it stands in the file, and the field's token
//   "Remarks" = "ignore"
//   "column 7" = "place"           # a column without a header, by its number
//
// Promises: strict reading, each fault with its line; deterministic writing that reads back as the
// same mapping; what it says goes before what is recognised, and a header that the sheet does not
// have is an error with its line. Headers are the same if equal, else if equal when folded
// (header_text.hpp). Errors never repeat a header. Does not: know the fields: the vocabulary does.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "table/columns.hpp"
#include "table/csv_sheet.hpp"
#include "table/vocabulary.hpp"
#include "text/date_reading.hpp"
#include "text/encoding.hpp"

namespace parley::table {

struct MappedColumn {
  std::string header;
  std::string field;       // a token, or "ignore"
  std::uint32_t line = 0;  // of the file it was read from; 0: of none

  bool operator==(const MappedColumn& other) const {
    return header == other.header && field == other.field;
  }
};

struct Mapping {
  std::string sheet;
  std::uint64_t header_row = 0;
  std::optional<text::DayOrder> date_order = {};
  std::optional<text::Calendar> calendar = {};
  std::optional<text::Encoding> encoding = {};
  std::optional<char> separator = {};
  std::vector<MappedColumn> columns = {};  // by header

  bool operator==(const Mapping&) const = default;

  CsvCustom csv() const { return {encoding, separator}; }
};

// Error (kBadInput): the first fault with its line.
Result<Mapping> read_mapping(std::string_view toml, const VocabularyIndex& vocabulary);
std::string write_mapping(const Mapping& mapping);

// What was recognised, to be saved and changed: columns that nothing recognised are "ignore".
// Those with the header of another are left out.
Mapping mapping_of(const Sheet& sheet, const Columns& columns);

// The sheet that the mapping names, else, of the first 32, the one with the best header; of equals,
// the first that is not hidden. Error (kBadInput): there is none.
Result<std::size_t> choose_sheet(const SheetFile& file, const VocabularyIndex& vocabulary,
                                 const Mapping& mapping = {});

// recognise(), with the mapping's word before the header's. Where it names no header row, the one
// of the first 25 that has the most of its headers is taken.
// Error (kBadInput): a header or row that the sheet does not have, with the mapping's line.
Result<Columns> recognise(const Sheet& sheet, const VocabularyIndex& vocabulary,
                          const Mapping& mapping);

}  // namespace parley::table
