// Writing and reading the bodies of payloads, for every folder that owns kinds.
//
// Promises: one encoding a value: what is empty or false is absent; refs are the ids that the body
// names, each once, but for the fields that have an audience of their own. The reader accepts only
// what the writer writes.
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
#include "record/payload.hpp"

namespace parley::record {

// A kind of entry, as far as its body is concerned.
struct BodyKind {
  std::string_view name;
  std::int64_t newest = 1;                             // version, written and read
  std::string_view (*field_name)(std::int64_t) = nullptr;  // for errors; may be absent
  std::int64_t parts_from = 0;  // parts of this field and later are not looked at; 0: all are
};

// Fields are to be written in ascending order.
class BodyWriter {
 public:
  explicit BodyWriter(const BodyKind& kind, std::set<std::int64_t> apart = {});

  void text(std::int64_t field, std::string_view value);
  void flag(std::int64_t field, bool value);
  void integer(std::int64_t field, std::int64_t value);
  void date(std::int64_t field, const std::optional<Date>& value);
  void id(std::int64_t field, const std::optional<EntryId>& value);
  void ids(std::int64_t field, const std::vector<EntryId>& values);
  void texts(std::int64_t field, const std::vector<std::string>& values);  // empty ones kept
  void array(std::int64_t field, cbor::Array value);
  void refer(std::int64_t field, const EntryId& id);  // in `array`

  Payload finish() { return std::move(payload_); }

 private:
  Payload payload_;
  std::set<std::int64_t> apart_;
  std::set<EntryId> referred_;
};

// Reads field after field and keeps the first error; finish() returns it, or says that a field is
// not one of the kind's. A field that is a part withheld from this audience reads as absent.
class BodyReader {
 public:
  BodyReader(const BodyKind& kind, const Payload& payload);

  std::string text(std::int64_t field, bool required = false);
  bool flag(std::int64_t field);
  std::optional<std::int64_t> integer(std::int64_t field, std::int64_t least, std::int64_t most);
  std::optional<Date> date(std::int64_t field);
  std::optional<EntryId> id(std::int64_t field, bool required = false);
  std::vector<EntryId> ids(std::int64_t field);
  std::vector<std::string> texts(std::int64_t field);
  const cbor::Array& array(std::int64_t field);
  cbor::Map map_from(std::int64_t first);  // the fields from there on, renumbered from 0
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
  bool has_seen(std::int64_t field) const;

  BodyKind kind_;
  const Payload& payload_;
  std::vector<std::int64_t> seen_;
  std::optional<Error> error_;
};

// The id in a byte string, if it is one.
std::optional<EntryId> id_in(const cbor::Value& value);

// True if a value stands twice.
template <class T>
bool has_twice(std::vector<T> values) {
  std::sort(values.begin(), values.end());
  return std::adjacent_find(values.begin(), values.end()) != values.end();
}

}  // namespace parley::record
