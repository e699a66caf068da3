// A document as an XLSX file, for those who go on working with its tables.
//
// Promises: the first sheet bears title, facts and the sections without tables; each top-level
// section with a table, at any depth, is a sheet of its own, with all its blocks in order. Every
// cell is text (table/xlsx_writer.hpp): nothing is run, linked, or read as a number. A table that
// is alone on its sheet has its header in view and on each printed page. A right-to-left document
// has right-to-left sheets; a run that is isolated stands between U+2068 and U+2069 where other
// text stands beside it in its cell. The document's mark heads every sheet, its footer stands at
// the foot of every printed page. The same document gives the same bytes. Does not: draw charts
// (their caption says what they show), keep bold and emphasis.
#pragma once

#include "base/bytes.hpp"
#include "base/result.hpp"
#include "document/document.hpp"

namespace parley::report {

// Errors (kBadInput): what document::check() refuses; what a spreadsheet cannot hold, with its
// place. (kIo): the library failed.
Result<Bytes> to_xlsx(const document::Document& document);

}  // namespace parley::report
