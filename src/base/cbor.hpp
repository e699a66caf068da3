// Canonical CBOR: the part of RFC 8949 that a record is made of, and nothing else.
//
// Promises: encode() gives the deterministic encoding of section 4.2.1 (shortest lengths, definite
// lengths, map keys in bytewise order of their encodings); decode() accepts exactly those bytes:
// whatever decodes, encodes to itself. Integers of 64 bits with a sign, byte strings, UTF-8 text as
// received (not normalised), arrays, maps with integer keys, true, false, null.
// Does not: floats, tags, undefined, indefinite lengths, text keys; nesting beyond kMaxDepth.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/bytes.hpp"

namespace parley::cbor {

class Value;
using Array = std::vector<Value>;

// A map with integer keys, ascending, in one piece of memory: maps of a record are small and many.
// An insertion moves what follows it; keys in ascending order cost nothing.
class Map {
 public:
  using value_type = std::pair<std::int64_t, Value>;
  using const_iterator = std::vector<value_type>::const_iterator;

  Map() = default;
  Map(std::initializer_list<value_type> fields);
  template <class Iterator>
  Map(Iterator from, Iterator to) {
    for (; from != to; ++from) emplace(from->first, from->second);
  }

  // Like those of std::map.
  std::pair<const_iterator, bool> emplace(std::int64_t key, Value value);
  Value& operator[](std::int64_t key);
  Value& at(std::int64_t key);
  const Value& at(std::int64_t key) const;
  std::size_t erase(std::int64_t key);
  const_iterator find(std::int64_t key) const;
  const_iterator lower_bound(std::int64_t key) const;
  bool contains(std::int64_t key) const;
  void reserve(std::size_t count);
  const_iterator begin() const;
  const_iterator end() const;
  std::size_t size() const;
  bool empty() const;

  bool operator==(const Map& other) const;

 private:
  std::vector<value_type> fields_;
};

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
  // To take the map out of a value that is not needed any more.
  Map* map() { return std::get_if<Map>(&data_); }

  bool operator==(const Value&) const = default;

 private:
  Data data_;
};

inline Map::const_iterator Map::begin() const { return fields_.begin(); }
inline Map::const_iterator Map::end() const { return fields_.end(); }
inline std::size_t Map::size() const { return fields_.size(); }
inline bool Map::empty() const { return fields_.empty(); }
inline bool Map::operator==(const Map& other) const { return fields_ == other.fields_; }

// Precondition: text is UTF-8 and nesting is within kMaxDepth; else what decode() would refuse.
Bytes encode(const Value& value);
void encode_to(Bytes& out, const Value& value);

// Error (kBadInput): not the canonical encoding of one value, with the offset of the first fault.
Result<Value> decode(ByteView bytes);

// Reading a map's fields with an error that names the key.
Result<std::int64_t> integer_at(const Map& map, std::int64_t key);
Result<std::string> text_at(const Map& map, std::int64_t key);
Result<const Bytes*> bytes_at(const Map& map, std::int64_t key);
Result<const Array*> array_at(const Map& map, std::int64_t key);
Result<const Map*> map_at(const Map& map, std::int64_t key);
// The value, or nullptr where the key is absent.
const Value* find(const Map& map, std::int64_t key);

}  // namespace parley::cbor
