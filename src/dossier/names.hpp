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

// Text that shows as what it is: UTF-8 without control characters other than line feed and tab, and
// without marks that turn the direction of what follows (U+202A to U+202E, U+2066 to U+2069).
bool is_plain_text(std::string_view text);

// One line of plain text, not empty, without white space at its ends.
bool is_line(std::string_view text);
constexpr std::size_t kLongestLine = 500;  // bytes

// Each adds what is wrong with a field to `flaws`. check_names: no name at all, a tag that is none,
// a name that is not one line. check_line: not one line, or too long. check_language: neither empty
// nor a tag. check_key: not a handle.
void check_names(const Names& names, Flaws& flaws);
void check_line(std::string field, std::string_view text, Flaws& flaws);
void check_language(std::string_view language, Flaws& flaws);
void check_key(std::string_view key, Flaws& flaws);

}  // namespace parley::dossier
