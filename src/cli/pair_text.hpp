// Why two rows may be one person, as plain text for a terminal; as cli/text.hpp.
#pragma once

#include <string>

#include "desk/link/pair_told.hpp"

namespace parley::cli {

// The steps, each with its change and the sum so far, and what they come to.
std::string told_text(const desk::ToldPair& told, document::Language language);
// The same under the rows' names, with how to read the numbers.
std::string explained_text(const desk::ExplainedPair& pair, document::Language language);

}  // namespace parley::cli
