// What something is called, by language.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "dossier/kinds.hpp"

namespace parley::dossier {

// By BCP 47 tag, with a script where it matters ("en", "ar", "uk", "ar-Latn"); text as received.
using Names = std::map<std::string, std::string>;

// A well-formed tag by its outline only: 2 to 8 letters, then parts of 1 to 8 letters and digits.
bool is_language_tag(std::string_view text);

// The name in `language`, else in English, else the first by tag, else "".
std::string_view name_in(const Names& names, std::string_view language);

// One line of text, not empty, without control characters or white space at its ends.
bool is_line(std::string_view text);
constexpr std::size_t kLongestLine = 500;  // bytes

// Flaws: no name at all, a tag that is none, a name that is not one line.
void check_names(const Names& names, Flaws& flaws);

}  // namespace parley::dossier
