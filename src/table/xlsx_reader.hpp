// XLSX and XLSM workbooks (ECMA-376, transitional and strict) as sheets of text.
//
// Promises: shared and inline strings, numbers as their shortest decimal, dates by number format in
// both date systems, booleans, errors, the values kept for formulas; hidden and right-to-left
// sheets. Bounded memory and time (SheetLimits) whatever the file claims. What is not read is a
// remark: macros, links to other files, data connections, pictures, charts, comments, embedded
// objects; nothing of it is opened or followed. Does not: run formulas, apply conditional formats,
// or open encrypted files and binary workbooks (.xlsb, .xls): they are errors that say what to do.
#pragma once

#include "table/archive.hpp"
#include "table/sheet.hpp"

namespace parley::table {

// Error (kBadInput): damaged, hostile, beyond a limit; (kUnsupported): another kind of file;
// (kLocked): encrypted.
Result<SheetFile> read_xlsx(ByteView bytes, const SheetLimits& limits = {});
// The same, of an archive that is open already.
Result<SheetFile> read_xlsx(Archive archive, const SheetLimits& limits);

}  // namespace parley::table
