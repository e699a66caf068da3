// Writing and reading the bodies of this folder's kinds.
//
// Promises: one encoding a value: what is empty or false is absent, names stand by tag; refs are
// the ids that the body names, by field number, each once, but for the fields that have an audience
// of their own. The reader accepts only what the writer writes.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "dossier/names.hpp"
#include "record/payload.hpp"

namespace parley::dossier {

// Fields are to be written in ascending order.
class BodyWriter {
 public:
  BodyWriter(Kind kind, std::set<std::int64_t> apart);

  void text(std::int64_t field, std::string_view value);
  void flag(std::int64_t field, bool value);
  void integer(std::int64_t field, std::int64_t value);
  void date(std::int64_t field, const std::optional<Date>& value);
  void id(std::int64_t field, const std::optional<record::EntryId>& value);
  void ids(std::int64_t field, const std::vector<record::EntryId>& values);
  void names(std::int64_t field, const Names& value);
  void array(std::int64_t field, cbor::Array value);
  void refer(std::int64_t field, const record::EntryId& id);  // in `array`

  record::Payload finish() { return std::move(payload_); }

 private:
  record::Payload payload_;
  std::set<std::int64_t> apart_;
};

// Reads field after field and keeps the first error; finish() returns it, or says that a field is
// not one of the kind's. A field that is a part withheld from this audience reads as absent.
class BodyReader {
 public:
  BodyReader(Kind kind, const record::Payload& payload);

  std::string text(std::int64_t field, bool required = false);
  bool flag(std::int64_t field);
  std::optional<std::int64_t> integer(std::int64_t field, std::int64_t least, std::int64_t most);
  std::optional<Date> date(std::int64_t field);
  std::optional<record::EntryId> id(std::int64_t field);
  std::vector<record::EntryId> ids(std::int64_t field);
  Names names(std::int64_t field);
  cbor::Array array(std::int64_t field);
  cbor::Map map_from(std::int64_t first);  // the fields from there on, renumbered from 0
  // A handle; a measure's may have several parts. Required but for statements.
  std::string key(std::int64_t field);
  // One of an enumeration's names.
  template <class Enum>
  Enum token(std::int64_t field, std::optional<Enum> (*named)(std::string_view)) {
    const std::string value = text(field, true);
    if (value.empty()) return Enum{};  // withheld, or an error already
    const std::optional<Enum> found = named(value);
    if (!found) fault(field, "is not one of its values");
    return found.value_or(Enum{});
  }

  bool is_withheld(std::int64_t field) const;
  void fault(std::int64_t field, std::string_view reason);
  Result<void> finish();

 private:
  const cbor::Value* take(std::int64_t field, bool required = false);

  Kind kind_;
  const record::Payload& payload_;
  std::set<std::int64_t> seen_;
  std::optional<Error> error_;
};

// The id in a byte string, if it is one.
std::optional<record::EntryId> id_in(const cbor::Value& value);

// True if a value stands twice.
template <class T>
bool has_twice(std::vector<T> values) {
  std::sort(values.begin(), values.end());
  return std::adjacent_find(values.begin(), values.end()) != values.end();
}

}  // namespace parley::dossier
