// The short code under which a pair of rows stands in the desk's review sheet.
//
// Promises: the same for one pair for ever, whichever of the two comes first; a slip of one
// character, or two neighbours exchanged, is noticed. How: SHA-256 of both ids; nine characters
// and one to check (checked_code.hpp). Two pairs of a thousand million could share one: who
// reads a code back says so if there are two.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "record/ids.hpp"

namespace parley::exchange {

// "K7Q2M-9XR4T". `b` absent: the claim alone.
std::string pair_code(const record::EntryId& a, const std::optional<record::EntryId>& b);

// As a person may type it. Empty: no such code, or the check character does not fit.
std::optional<std::string> read_pair_code(std::string_view typed);

}  // namespace parley::exchange
