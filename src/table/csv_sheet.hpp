// Separated text as people really send it, read leniently into one sheet.
//
// Promises: any encoding of text/encoding.hpp; comma, semicolon or tab, given, named by a first
// line "sep=;", or the one that gives most of the first lines the same number of cells; lines that
// end in CRLF, LF or, where the first line does, CR; quoted cells with line ends in them; rows of
// any width. Wherever read_csv() takes a file, the cells are the same. What it would refuse and
// this takes is a remark: a quote inside an unquoted cell and text after a closing quote (kept as
// text), rows with more or fewer cells than most rows have, a lone carriage return. An encoding
// that was not certain is a remark too.
// Does not: know types (every cell is text), trim cells, or mend a quoted cell that is not closed:
// that is an error at the line where it opens.
#pragma once

#include <optional>

#include "base/bytes.hpp"
#include "table/sheet.hpp"
#include "text/encoding.hpp"

namespace parley::table {

struct CsvCustom {
  std::optional<text::Encoding> encoding;
  std::optional<char> separator;  // any ASCII character but quote, CR and LF
};

// Rows are numbered by the line on which they begin, from 1. An empty cell counts towards the
// limit of columns here. Error (kBadInput): with line, row and column as read_csv()'s.
Result<SheetFile> read_csv_sheet(ByteView bytes, const CsvCustom& custom = {},
                                 const SheetLimits& limits = {});

}  // namespace parley::table
