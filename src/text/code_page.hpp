// The upper halves of the Windows code pages, as Unicode's mapping files give them
// (unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS: cp1251, cp1252, cp1256).
//
// Promises: fixed tables, the same whatever library is installed. Does not: map bytes below 0x80,
// which are ASCII in all three.
#pragma once

#include <array>

#include "text/encoding.hpp"

namespace parley::text {

// What bytes 0x80 to 0xFF mean; 0: nothing.
using CodePage = std::array<char16_t, 128>;

// The table of a one-byte encoding; nullptr for UTF-8 and UTF-16.
const CodePage* code_page(Encoding encoding);

}  // namespace parley::text
