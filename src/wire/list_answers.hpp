// The desk's answers on lists as JSON; as wire/answers.hpp.
#pragma once

#include <string>

#include "desk/list/find.hpp"
#include "desk/list/import.hpp"
#include "desk/list/mend.hpp"
#include "desk/list/show.hpp"

namespace parley::wire {

std::string columns_json(const exchange::ListFile& file);
std::string to_json(const desk::ImportedList& answer);
std::string to_json(const desk::MendAnswer& answer);
std::string to_json(const desk::ListsAnswer& answer);
std::string to_json(const desk::PeopleFound& answer);
// People only where asked for.
std::string to_json(const desk::ShownList& answer, bool people);

}  // namespace parley::wire
