// Which Windows code page a text was written in, by what its letters look like.
//
// Promises: a pure function in integers; a page that gives a byte no meaning is out. How: each
// letter beyond ASCII counts 4, 2, 0 or -2, by how usual it is in lists in Arabic, Russian and
// Ukrainian, or French; neighbours count against a page where they do not go together: two scripts
// in one word, a capital after a small letter, a small one after two capitals, accented letters
// side by side, a final Arabic letter or a vowel sign where none stands. The page with the highest
// sum is taken; equal sums in the order 1252, 1256, 1251. Does not: look at words, or know
// languages by other letters (Turkish, Polish, Greek); for those the encoding is given.
#pragma once

#include "base/bytes.hpp"
#include "text/encoding.hpp"

namespace parley::text {

struct EncodingGuess {
  Encoding encoding = Encoding::kWindows1252;
  Sureness sureness = Sureness::kGuess;  // kLikely or kGuess
};

// At most the first 4 MiB are looked at.
EncodingGuess guess_code_page(ByteView bytes);

}  // namespace parley::text
