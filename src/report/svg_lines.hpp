// Text broken into lines by estimate, where no font can be measured.
#pragma once

#include <vector>

#include "document/text.hpp"

namespace parley::report {

// Thousandths of an em that a run is likely to take at most.
int estimated_width(std::string_view text, bool bold);

// Lines of `most` thousandths of an em; a newline ends one, a word longer than a line is broken.
// The runs keep their faces and languages.
std::vector<document::Text> lines_of(const document::Text& text, int most);

}  // namespace parley::report
