// One spelling of a word within its script: look-alike letters unified, marks and signs that cannot
// be seen left out, lower case.
//
// Promises: pure and independent of the locale and the installed Unicode library; idempotent:
// fold_name(fold_name(x)) == fold_name(x); any bytes are accepted.
// Does not: change letters that sound alike (sounds.hpp does), or take words apart.
#pragma once

#include <string>
#include <string_view>

#include "text/personal_name.hpp"

namespace parley::text {

Script script_of(char32_t c);             // kNone: no letter of a script that parley knows
Script script_of(std::string_view text);  // of most of its letters; the first on a tie

// Latin letters inside a Cyrillic word that look like Cyrillic ones become these, and the reverse.
std::string fold_name(std::string_view text);

}  // namespace parley::text
