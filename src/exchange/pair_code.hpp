// The short codes of the desk's review sheet: under which a pair of rows stands, and of what the
// sheet showed of it.
//
// Promises: the same for one pair for ever, whichever of the two comes first; a slip of one
// character, or two neighbours exchanged, is noticed. How: SHA-256 of both ids; nine characters
// and one to check (checked_code.hpp). Two pairs of a thousand million could share one: who
// reads a code back says so if there are two.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.hpp"
#include "record/ids.hpp"

namespace parley::exchange {

// "K7Q2M-9XR4T". `b` absent: the claim alone.
std::string pair_code(const record::EntryId& a, const std::optional<record::EntryId>& b);

// "H3K8V2": of all that is shown of a pair. Other contents have, but once in 28 million, another.
std::string shown_code(ByteView shown);

// What stands in the sheet's code column: "K7Q2M-9XR4T H3K8V2". One cell, so that no sorting and
// no copying of columns parts the two.
struct SheetCode {
  std::string pair, shown;
};
std::string text_of(const SheetCode& code);

// As a person may type it. Empty: no such code, or a check character does not fit.
std::optional<SheetCode> read_sheet_code(std::string_view typed);

}  // namespace parley::exchange
