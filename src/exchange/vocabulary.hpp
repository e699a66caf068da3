// The words of lists: what columns are headed by in Arabic, English, French, Russian and Ukrainian.
//
// Promises: written by the project from how lists are headed; no spelling stands at two fields.
// Headers are compared folded (table/header_text.hpp), so case, marks and look-alikes need no
// spelling of their own. Does not: read cells (vocabulary_words.hpp).
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "exchange/field.hpp"

namespace parley::exchange {

struct FieldWords {
  Field field;
  std::vector<std::string_view> headers;
  std::vector<std::string_view> hxl;  // tags: "#date+birth"
};

// One for each field, in the fields' order.
const std::vector<FieldWords>& field_words();

// What heads a column that only counts the rows: it tells nothing of the person.
std::span<const std::string_view> serial_headers();

}  // namespace parley::exchange
