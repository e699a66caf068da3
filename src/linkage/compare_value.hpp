// How far two dates, codes or terms agree. Symmetric. Terms of which one has only ids and the other
// only text are kAbsent: they cannot be compared.
#pragma once

#include <string_view>

#include "linkage/encode.hpp"
#include "linkage/level.hpp"

namespace parley::linkage {

Level compare(const CodedDate& a, const CodedDate& b);

// Folded codes: kExact, kNear (one character added, left out, exchanged, or two neighbours swapped;
// codes of five or more), of long ones (e-mail) kAlike and kWeak (so many edits to four, to two
// characters), kDifferent.
Level compare_codes(std::string_view a, std::string_view b);

// By ids where both have them, else by text: the same words, words that are alike, all the words of
// one among the other's (kWithin).
Level compare(const CodedTerm& a, const CodedTerm& b);

// The better of two levels of values of one field, of which a person may have several.
Level better(Level a, Level b);

}  // namespace parley::linkage
