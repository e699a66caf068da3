// Dates in words, as each language writes them in a report: "13 January 2014", "13 января 2014 г.".
//
// Promises: a date known to the month or year says no more than that; Western digits everywhere;
// Arabic months by both names, Levantine and international, as the United Nations write them.
#pragma once

#include <string>

#include "base/date.hpp"
#include "document/language.hpp"

namespace parley::desk {

// In the nominative: the date by itself, or after a preposition that does not change it. Hebrew,
// which no report is in yet, as English.
std::string written_date(const Date& date, document::Language language);

}  // namespace parley::desk
