// Any file of a table that people send: what it is is seen from its bytes, not from its name.
//
// Promises: XLSX, ODS, PFIF and separated text as a SheetFile, within the limits; what parley does
// not read (old .xls, encrypted files, PDF, pictures, archives, other documents) is an error that
// says what to do. Does not: look at the name.
#pragma once

#include <string_view>

#include "base/bytes.hpp"
#include "table/csv_sheet.hpp"
#include "table/sheet.hpp"

namespace parley::table {

// `name` is the context of every error. `text`: of separated text only; see Mapping::csv().
// Error (kBadInput): damaged, hostile, beyond a limit; (kLocked): encrypted; (kUnsupported):
// another kind of file.
Result<SheetFile> read_sheets(std::string_view name, ByteView bytes, const SheetLimits& limits = {},
                              const CsvCustom& text = {});

}  // namespace parley::table
