// Names on their own, as JSON; as wire/answers.hpp.
#pragma once

#include <string>

#include "desk/name/names.hpp"

namespace parley::wire {

std::string to_json(const desk::NamesCompared& answer);
std::string to_json(const desk::NameParsed& answer);
// One line: {"query":...,"found":[...]}.
std::string to_json_line(const desk::NamesFound::One& one);

}  // namespace parley::wire
