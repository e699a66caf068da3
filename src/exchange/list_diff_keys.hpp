// What rows are compared by, when a new version of a list is laid over the one before.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "exchange/list.hpp"

namespace parley::exchange {

// Each field's text as compared: digits of any script as 0 to 9, one space for white space, dates
// in one spelling, sex as one letter. By field, then column; nothing that says nothing.
using FieldTexts = std::vector<std::pair<Field, std::string>>;

struct RowKeys {
  FieldTexts texts;
  std::string contents;  // all of them in one, for looking up
  std::string raw;       // all cells as received, those of no field too
  FieldTexts codes;      // document, ICRC number, service number, reference: letters and digits
  std::string name;      // the words of the legal name, folded
  std::string birth;     // the date, or the age, in one spelling; empty where not readable
};

RowKeys keys_of(const Reading& reading, const std::vector<std::string>& cells);
std::string raw_key(const std::vector<std::string>& cells);

// The fields whose texts differ.
std::vector<Field> differing(const FieldTexts& a, const FieldTexts& b);

// Whether the names may be one person's: most words of the shorter are like one of the other.
bool names_agree(const RowKeys& a, const RowKeys& b);

// Beyond the name: fields that are equal, and fields that only one of them can have right.
struct Support {
  int agree = 0, against = 0;
};
Support support(const RowKeys& a, const RowKeys& b);

}  // namespace parley::exchange
