// Canonical CBOR: the part of RFC 8949 that a record is made of, and nothing else.
//
// Promises: encode() gives the deterministic encoding of section 4.2.1 (shortest lengths, definite
// lengths, map keys in bytewise order of their encodings); decode() accepts exactly those bytes:
// whatever decodes, encodes to itself. Integers of 64 bits with a sign, byte strings, UTF-8 text as
// received (not normalised), arrays, maps with integer keys, true, false, null.
// Does not: floats, tags, undefined, indefinite lengths, text keys; nesting beyond kMaxDepth.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/bytes.hpp"

namespace parley::cbor {

class Value;
using Array = std::vector<Value>;
using Map = std::map<std::int64_t, Value>;

constexpr int kMaxDepth = 32;

class Value {
 public:
  using Data = std::variant<std::nullptr_t, bool, std::int64_t, Bytes, std::string, Array, Map>;

  Value() = default;
  Value(std::nullptr_t) {}
  Value(bool b) : data_(b) {}
  Value(int i) : data_(std::int64_t{i}) {}
  Value(std::int64_t i) : data_(i) {}
  Value(Bytes bytes) : data_(std::move(bytes)) {}
  Value(ByteView bytes) : data_(Bytes(bytes.begin(), bytes.end())) {}
  Value(std::string text) : data_(std::move(text)) {}
  Value(std::string_view text) : data_(std::string(text)) {}
  Value(const char* text) : data_(std::string(text)) {}
  Value(Array array) : data_(std::move(array)) {}
  Value(Map map) : data_(std::move(map)) {}

  const Data& data() const { return data_; }
  bool is_null() const { return std::holds_alternative<std::nullptr_t>(data_); }

  // The value as that type, or nullptr if it is of another.
  const bool* boolean() const { return std::get_if<bool>(&data_); }
  const std::int64_t* integer() const { return std::get_if<std::int64_t>(&data_); }
  const Bytes* bytes() const { return std::get_if<Bytes>(&data_); }
  const std::string* text() const { return std::get_if<std::string>(&data_); }
  const Array* array() const { return std::get_if<Array>(&data_); }
  const Map* map() const { return std::get_if<Map>(&data_); }

  bool operator==(const Value&) const = default;

 private:
  Data data_;
};

// Precondition: text is UTF-8 and nesting is within kMaxDepth; else what decode() would refuse.
Bytes encode(const Value& value);
void encode_to(Bytes& out, const Value& value);

// Error (kBadInput): not the canonical encoding of one value, with the offset of the first fault.
Result<Value> decode(ByteView bytes);

// Reading a map's fields with an error that names the key.
Result<std::int64_t> integer_at(const Map& map, std::int64_t key);
Result<std::string> text_at(const Map& map, std::int64_t key);
Result<Bytes> bytes_at(const Map& map, std::int64_t key);
Result<Array> array_at(const Map& map, std::int64_t key);
Result<Map> map_at(const Map& map, std::int64_t key);
// The value, or nullptr where the key is absent.
const Value* find(const Map& map, std::int64_t key);

}  // namespace parley::cbor
