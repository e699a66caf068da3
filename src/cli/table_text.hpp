// Linkage of any tables, as plain text for a terminal; as cli/text.hpp.
#pragma once

#include <string>

#include "desk/link/tables.hpp"
#include "document/language.hpp"

namespace parley::cli {

// What the columns were taken for, what was found, where the truth was given, how good it is, and,
// in that language, why two rows may be one person.
std::string tables_text(const desk::TablesAnswer& answer, document::Language language);

}  // namespace parley::cli
