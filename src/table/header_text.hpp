// Headers of columns, made comparable.
//
// Promises: case, diacritics, vowel signs, tatweel, the look-alikes of Arabic and Persian letters
// (أ إ آ ا, ة ه, ى ي ی, ک ك), the Arabic article, apostrophes, punctuation, underscores and spacing
// make no difference; what stands in brackets ("DOB (dd/mm/yyyy)") and the sides of a slash or a
// line end ("Name / الاسم") count alone too. Does not: know words or languages.
// Source: Unicode's NFKC_Casefold and NFD, by ICU, stable for assigned characters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace parley::table {

// Words with one space between them; empty if there are none or the text is not UTF-8.
std::string fold_header(std::string_view text);

// A folded header without its spaces: "FirstName" and "first_name" are one.
std::string squeezed(std::string_view folded);

// The whole folded (but for a bracketed "dd/mm/yyyy"), then without brackets, then each side of a
// slash or line end, then what stands in brackets; none empty, each once.
std::vector<std::string> header_readings(std::string_view text);

}  // namespace parley::table
