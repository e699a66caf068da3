// Lists as plain text for a terminal; as cli/text.hpp.
#pragma once

#include <string>

#include "desk/list/find.hpp"
#include "desk/list/import.hpp"
#include "desk/list/mend.hpp"
#include "desk/list/show.hpp"

namespace parley::cli {

std::string columns_text(const exchange::ListFile& file);
std::string imported_list_text(const desk::ImportedList& answer);
std::string mended_text(const desk::MendAnswer& answer);
std::string lists_text(const desk::ListsAnswer& answer);
std::string people_found_text(const desk::PeopleFound& answer);
std::string shown_list_text(const desk::ShownList& answer, bool people);

}  // namespace parley::cli
