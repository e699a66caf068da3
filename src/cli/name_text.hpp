// Names on their own, as plain text for a terminal; as cli/text.hpp.
#pragma once

#include <string>

#include "desk/name/names.hpp"

namespace parley::cli {

std::string compared_text(const desk::NamesCompared& compared);
std::string parsed_text(const desk::NameParsed& parsed);
// What was found for each name asked for, the best first, with its probability.
std::string found_text(const desk::NamesFound& found);

}  // namespace parley::cli
