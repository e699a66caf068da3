// Bytes of a text file as UTF-8, from the encodings that lists arrive in.
//
// Promises: nothing is lost or replaced silently: what is not of the encoding is an error with its
// byte and line. The encoding is, in this order: what the byte-order mark says; UTF-16 where every
// second byte is as the high bytes of our scripts are; UTF-8 where all of it is UTF-8; else the
// Windows code page whose letters the text looks like (encoding_guess.hpp), never where most of the
// file is UTF-8 and a few bytes are not. Does not: know UTF-32, the code pages of DOS and the Mac,
// or mixtures.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.hpp"
#include "base/result.hpp"

namespace parley::text {

enum class Encoding : std::uint8_t {
  kUtf8,
  kUtf16Le,
  kUtf16Be,
  kWindows1256,  // Arabic
  kWindows1251,  // Cyrillic
  kWindows1252,  // western Latin
};

std::string_view name(Encoding encoding);  // "utf-8", "utf-16le", "windows-1256", ...
// Case apart; also "utf8", "utf-16-le", "cp1256", "1256".
std::optional<Encoding> encoding_named(std::string_view name);

enum class Sureness : std::uint8_t {
  kGiven,    // by the caller
  kCertain,  // a byte-order mark, or nothing else reads the file
  kLikely,   // the letters fit no other code page nearly as well
  kGuess,    // too few letters to tell
};

std::string_view name(Sureness sureness);  // "given", "certain", "likely", "a guess"

struct Decoded {
  std::string text;  // UTF-8, without the byte-order mark and without NUL
  Encoding encoding = Encoding::kUtf8;
  Sureness sureness = Sureness::kCertain;
};

// Error (kBadInput): the first byte that is not of the encoding, or a NUL, with its place ("byte
// 120, line 7", both from 1); a byte-order mark that contradicts `given`.
// Error (kUnsupported): UTF-32.
Result<Decoded> decode(ByteView bytes, std::optional<Encoding> given = {});

}  // namespace parley::text
