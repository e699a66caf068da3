// What date_reading_words.cpp is made from.
#pragma once

#include <string_view>

#include "text/date_reading_words.hpp"

namespace parley::text {

struct DateTableRow {
  std::string_view spellings;  // "January|Jan"; case, marks, spaces, dots and hyphens do not count
  DateWord word;
};

extern const DateTableRow kDateTable[];
extern const std::size_t kDateTableSize;
extern const DateTableRow kAgeTable[];
extern const std::size_t kAgeTableSize;
extern const DateTableRow kUnknownTable[];
extern const std::size_t kUnknownTableSize;

}  // namespace parley::text
