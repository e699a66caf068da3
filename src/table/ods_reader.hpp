// OpenDocument spreadsheets (.ods) as sheets of text.
//
// Promises: texts with their line ends, numbers as their shortest decimal, dates as ISO, the values
// kept for formulas; hidden and right-to-left sheets; the same limits as XLSX, also for repeated
// cells and rows. Left out, with a remark: comments, pictures, charts, shapes, scripts, links,
// covered cells and tables inside cells. Does not: read how much of a date a column's default style
// shows (a cell's own is), flat files (.fods), or encrypted ones.
#pragma once

#include "table/archive.hpp"
#include "table/sheet.hpp"

namespace parley::table {

// True if the archive says that it is an OpenDocument file of some kind.
bool is_opendocument(Archive& archive);

// Error as read_xlsx()'s; (kUnsupported): an OpenDocument file that is no spreadsheet.
Result<SheetFile> read_ods(ByteView bytes, const SheetLimits& limits = {});
Result<SheetFile> read_ods(Archive archive, const SheetLimits& limits);

}  // namespace parley::table
