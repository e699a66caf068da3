// PFIF, the People Finder Interchange Format, versions 1.1 to 1.4 (zesty.ca/pfif), as sheets.
//
// Promises: a sheet "person", whose first row is PFIF's names of the fields, in one order for all
// versions, with the texts of the notes inside a person as its column "note"; and where there are
// notes, inside persons or beside them, a sheet "note" of the same kind. Rows count from 1, the
// header. Fields that PFIF does not have are a remark. Does not: follow URLs, read photographs, or
// bring the field names of versions 1.1 to 1.3 (first_name, last_name, other) to 1.4's.
#pragma once

#include "base/bytes.hpp"
#include "table/sheet.hpp"

namespace parley::table {

// Error (kUnsupported): XML, but not PFIF; (kBadInput): not XML, or beyond a limit.
Result<SheetFile> read_pfif(ByteView bytes, const SheetLimits& limits = {});

}  // namespace parley::table
