// The letters of a word as transliteration.hpp counts them: lower case, Latin letters apart from
// the marks upon them, other scripts composed and without what is not written in a plain text.
//
// Promises: any bytes are accepted. Stable for assigned characters whatever ICU's version.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace parley::text {

struct MarkedLetter {
  char32_t letter = 0;
  char32_t mark = 0;  // the last one upon it; 0: none
};

// "š" is s and U+030C; "ø", "ł", "đ", "ħ" and "ŧ" are o, l, d, h, t and '/'; "ı" is i and '/'.
std::vector<MarkedLetter> latin_letters(std::string_view word);
// Without vowel signs, tatweel, marks of direction; Persian yeh and kaf as the Arabic ones.
std::u32string native_letters(std::string_view word);

}  // namespace parley::text
