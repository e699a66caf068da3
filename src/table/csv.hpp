// Comma-separated values: RFC 4180, read strictly and written deterministically.
//
// Promises: UTF-8 with or without a byte-order mark; comma, semicolon or tab, given or detected
// from the first line; CRLF or LF; quoted cells with separators, quotes and line ends in them, kept
// as received. Empty lines are skipped. Every row has the width of the first. What write_csv()
// writes without guard, read_csv() reads back as the same cells. Does not: guess other encodings,
// trim cells, know types, or accept a quote inside an unquoted cell, text after a closing quote, a
// lone carriage return or a NUL.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace parley::table {

struct CsvRow {
  std::vector<std::string> cells;
  std::uint64_t line = 0;  // on which the row begins, from 1

  bool operator==(const CsvRow&) const = default;
};

struct Csv {
  char separator = ',';
  std::vector<CsvRow> rows;  // the first is the header, where the file has one
};

struct CsvLimits {
  std::size_t cell = std::size_t{1} << 20;  // bytes
  std::size_t columns = 10'000;
};

// `separator`: ',', ';' or '\t'; absent: whichever stands most often, outside quotes, in the first
// line, in this order where equal. Error (kBadInput): the first fault with its line, row (from 1,
// the first line with cells) and column (from 1), and never the text of a cell.
Result<Csv> read_csv(std::string_view text, std::optional<char> separator = {},
                     const CsvLimits& limits = {});

struct CsvStyle {
  char separator = ',';
  // Put ' before a cell that a spreadsheet would run as a formula (it begins with = + - @, tab or
  // carriage return). Such a cell reads back with the mark.
  bool guard = false;
};

// Lines end in CRLF; a cell is quoted only where it must be. Rows without cells are left out.
std::string write_csv(const std::vector<std::vector<std::string>>& rows,
                      const CsvStyle& style = {});

}  // namespace parley::table
