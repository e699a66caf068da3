// The words that stand in cells: male and female, yes and no, nothing known, wounded or sick.
//
// Promises: in Arabic, English, French, Russian and Ukrainian, whatever the case, marks and
// look-alike letters. Does not: read dates or ages (text/date_reading.hpp).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "exchange/person.hpp"

namespace parley::exchange {

// Without white space and unseen marks at the ends.
std::string_view trimmed(std::string_view cell);

// The words alone, folded, with one space between them: what cells are compared as.
std::string plain_words(std::string_view cell);

// "-", "unknown", "لا يوجد", "н/д": what people write where there is nothing; and a cell without
// letters and digits.
bool says_nothing(std::string_view cell);

std::optional<Sex> sex_in(std::string_view cell);
std::optional<bool> yes_or_no(std::string_view cell);

// Whether words for wounded, sick, disabled or pregnant stand there, not negated.
bool says_grave(std::string_view cell);

}  // namespace parley::exchange
