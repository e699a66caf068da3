// Linkage of any tables, as plain text for a terminal; as cli/text.hpp.
#pragma once

#include <string>

#include "desk/link/tables.hpp"

namespace parley::cli {

// What the columns were taken for, what was found, and, where the truth was given, how good it is.
std::string tables_text(const desk::TablesAnswer& answer);
// One pair of rows: from the odds before anything is compared to those after.
std::string explained_text(const desk::RowsExplained& rows);

}  // namespace parley::cli
