// TOML 1.0 files as a plain tree of values with their line numbers.
//
// Promises: no exception; what the file holds, in the file's order for arrays and by key for
// tables; a decimal number stays the text that was written, so that no float enters a record.
// Does not: write TOML; know times of day (kept as kind kOther).
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"

namespace parley::toml {

enum class Kind : std::uint8_t {
  kTable,
  kArray,
  kText,
  kInteger,
  kDecimal,  // in `text`, as written
  kBoolean,
  kDate,   // a local date
  kOther,  // a time, or a date with a time
};

std::string_view name(Kind kind);  // "a table", "text", ... for error texts

struct Field;

struct Value {
  Kind kind = Kind::kTable;
  std::string text;           // kText, kDecimal
  std::int64_t integer = 0;   // kInteger
  bool boolean = false;       // kBoolean
  Date date;                  // kDate
  std::vector<Value> items;   // kArray
  std::vector<Field> fields;  // kTable, by key
  std::uint32_t line = 0;     // from 1

  // The field of a table, or nullptr.
  const Value* find(std::string_view key) const;
};

struct Field {
  std::string key;
  Value value;
};

// "a field that is not known here: sadi; known are said, source". The word is left out where it can
// be no field's name: what a person wrote is not repeated at length.
std::string unknown_field(std::string_view field,
                          const std::set<std::string, std::less<>>& known);

// The file's top table. Error (kBadInput): not TOML, with the line and column of the first fault.
Result<Value> parse(std::string_view text);

}  // namespace parley::toml
