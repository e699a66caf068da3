#include "base/cbor.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <stdexcept>

namespace parley::cbor {
namespace {

enum Major : std::uint8_t {
  kUnsigned = 0,
  kNegative = 1,
  kBytes = 2,
  kText = 3,
  kArray = 4,
  kMap = 5,
  kSimple = 7,
};

void encode_head(Bytes& out, Major major, std::uint64_t argument) {
  const auto lead = static_cast<std::uint8_t>(major << 5);
  int width = 0;
  if (argument < 24) {
    out.push_back(static_cast<std::uint8_t>(lead | argument));
    return;
  }
  if (argument <= 0xFF) {
    out.push_back(lead | 24), width = 1;
  } else if (argument <= 0xFFFF) {
    out.push_back(lead | 25), width = 2;
  } else if (argument <= 0xFFFFFFFF) {
    out.push_back(lead | 26), width = 4;
  } else {
    out.push_back(lead | 27), width = 8;
  }
  for (int shift = (width - 1) * 8; shift >= 0; shift -= 8) {
    out.push_back(static_cast<std::uint8_t>(argument >> shift));
  }
}

void encode_integer(Bytes& out, std::int64_t value) {
  if (value >= 0) {
    encode_head(out, kUnsigned, static_cast<std::uint64_t>(value));
  } else {
    encode_head(out, kNegative, static_cast<std::uint64_t>(-1 - value));
  }
}

// Bytewise order of encoded integer keys: by major type, then by argument (section 4.2.1).
bool key_before(std::int64_t a, std::int64_t b) {
  if ((a < 0) != (b < 0)) return b < 0;
  return a >= 0 ? a < b : a > b;
}

class Decoder {
 public:
  explicit Decoder(ByteView bytes) : bytes_(bytes) {}

  Result<Value> whole() {
    PARLEY_ASSIGN(Value value, next(0));
    if (at_ != bytes_.size()) return fault("bytes after the value");
    return value;
  }

 private:
  tl::unexpected<Error> fault(std::string_view what) const {
    return fail(Fault::kBadInput, fmt::format("CBOR at byte {}: {}", at_, what));
  }

  struct Head {
    std::uint8_t major;
    std::uint64_t argument;
  };

  Result<Head> head() {
    if (at_ >= bytes_.size()) return fault("ends early");
    const std::uint8_t lead = bytes_[at_];
    const std::uint8_t info = lead & 31;
    Head head{static_cast<std::uint8_t>(lead >> 5), info};
    if (info < 24) {
      ++at_;
      return head;
    }
    if (info > 27) return fault("indefinite or reserved length");
    const std::size_t width = std::size_t{1} << (info - 24);
    if (bytes_.size() - at_ - 1 < width) return fault("ends early");
    std::uint64_t argument = 0;
    for (std::size_t i = 1; i <= width; ++i) argument = argument << 8 | bytes_[at_ + i];
    const std::uint64_t least = info == 24 ? 24 : std::uint64_t{1} << (width * 4);
    if (argument < least) return fault("not the shortest form");
    at_ += width + 1;
    head.argument = argument;
    return head;
  }

  Result<std::int64_t> integer(Head head) {
    if (head.argument > static_cast<std::uint64_t>(INT64_MAX)) return fault("integer too large");
    const auto magnitude = static_cast<std::int64_t>(head.argument);
    return head.major == kUnsigned ? magnitude : -1 - magnitude;
  }

  Result<ByteView> raw(std::uint64_t length) {
    if (length > bytes_.size() - at_) return fault("ends early");
    const ByteView view = bytes_.subspan(at_, length);
    at_ += length;
    return view;
  }

  Result<Value> next(int depth) {
    if (depth > kMaxDepth) return fault("nested too deeply");
    const std::size_t start = at_;
    PARLEY_ASSIGN(const Head h, head());
    switch (h.major) {
      case kUnsigned:
      case kNegative: {
        PARLEY_ASSIGN(const std::int64_t value, integer(h));
        return Value(value);
      }
      case kBytes: {
        PARLEY_ASSIGN(const ByteView view, raw(h.argument));
        return Value(view);
      }
      case kText: {
        PARLEY_ASSIGN(const ByteView view, raw(h.argument));
        if (!is_utf8(text_of(view))) return fault("text is not UTF-8");
        return Value(text_of(view));
      }
      case kArray: return array(h.argument, depth);
      case kMap: return map(h.argument, depth);
      case kSimple:
        if (at_ == start + 1) {
          if (h.argument == 20) return Value(false);
          if (h.argument == 21) return Value(true);
          if (h.argument == 22) return Value(nullptr);
        }
        return fault("a float or a simple value other than true, false, null");
      default: return fault("a tag");
    }
  }

  Result<Value> array(std::uint64_t count, int depth) {
    // Every element takes a byte at least: a count beyond that is a lie, not an allocation.
    if (count > bytes_.size() - at_) return fault("ends early");
    Array out;
    out.reserve(count);
    for (std::uint64_t i = 0; i < count; ++i) {
      PARLEY_ASSIGN(Value value, next(depth + 1));
      out.push_back(std::move(value));
    }
    return Value(std::move(out));
  }

  Result<Value> map(std::uint64_t count, int depth) {
    if (count > (bytes_.size() - at_) / 2) return fault("ends early");
    Map out;
    out.reserve(count);
    std::int64_t last = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
      PARLEY_ASSIGN(const Head h, head());
      if (h.major != kUnsigned && h.major != kNegative) return fault("a map key is no integer");
      PARLEY_ASSIGN(const std::int64_t key, integer(h));
      if (i > 0 && !key_before(last, key)) return fault("map keys out of order or twice");
      PARLEY_ASSIGN(Value value, next(depth + 1));
      out.emplace(key, std::move(value));
      last = key;
    }
    return Value(std::move(out));
  }

  ByteView bytes_;
  std::size_t at_ = 0;
};

template <class T>
Result<const T*> at(const Map& map, std::int64_t key, const T* (Value::*as)() const,
             std::string_view type) {
  const Value* value = find(map, key);
  if (value == nullptr) return fail(Fault::kBadInput, fmt::format("field {} is missing", key));
  const T* typed = (value->*as)();
  if (typed == nullptr) return fail(Fault::kBadInput, fmt::format("field {} is no {}", key, type));
  return typed;
}

}  // namespace

Map::Map(std::initializer_list<value_type> fields) {
  fields_.reserve(fields.size());
  for (const auto& [key, value] : fields) emplace(key, value);
}

Map::const_iterator Map::lower_bound(std::int64_t key) const {
  return std::lower_bound(fields_.begin(), fields_.end(), key,
                          [](const value_type& field, std::int64_t k) { return field.first < k; });
}

Map::const_iterator Map::find(std::int64_t key) const {
  const auto it = lower_bound(key);
  return it != fields_.end() && it->first == key ? it : fields_.end();
}

bool Map::contains(std::int64_t key) const { return find(key) != fields_.end(); }

void Map::reserve(std::size_t count) { fields_.reserve(count); }

std::pair<Map::const_iterator, bool> Map::emplace(std::int64_t key, Value value) {
  const auto it = fields_.empty() || fields_.back().first < key ? fields_.cend() : lower_bound(key);
  if (it != fields_.end() && it->first == key) return {it, false};
  return {fields_.emplace(it, key, std::move(value)), true};
}

Value& Map::operator[](std::int64_t key) {
  const auto it = emplace(key, nullptr).first;
  return fields_[static_cast<std::size_t>(it - fields_.begin())].second;
}

const Value& Map::at(std::int64_t key) const {
  const auto it = find(key);
  if (it == fields_.end()) throw std::out_of_range("no such key in a CBOR map");
  return it->second;
}

Value& Map::at(std::int64_t key) { return const_cast<Value&>(std::as_const(*this).at(key)); }

std::size_t Map::erase(std::int64_t key) {
  const auto it = find(key);
  if (it == fields_.end()) return 0;
  fields_.erase(it);
  return 1;
}

void encode_to(Bytes& out, const Value& value) {
  struct Visitor {
    Bytes& out;
    void operator()(std::nullptr_t) const { out.push_back(0xF6); }
    void operator()(bool b) const { out.push_back(b ? 0xF5 : 0xF4); }
    void operator()(std::int64_t i) const { encode_integer(out, i); }
    void operator()(const Bytes& bytes) const {
      encode_head(out, kBytes, bytes.size());
      append(out, bytes);
    }
    void operator()(const std::string& text) const {
      encode_head(out, kText, text.size());
      append(out, bytes_of(text));
    }
    void operator()(const Array& array) const {
      encode_head(out, kArray, array.size());
      for (const Value& item : array) encode_to(out, item);
    }
    void operator()(const Map& map) const {
      encode_head(out, kMap, map.size());
      const auto first_unsigned = map.lower_bound(0);
      for (auto it = first_unsigned; it != map.end(); ++it) pair(it->first, it->second);
      for (auto it = first_unsigned; it != map.begin();) {
        --it;
        pair(it->first, it->second);
      }
    }
    void pair(std::int64_t key, const Value& item) const {
      encode_integer(out, key);
      encode_to(out, item);
    }
  };
  std::visit(Visitor{out}, value.data());
}

Bytes encode(const Value& value) {
  Bytes out;
  encode_to(out, value);
  return out;
}

Result<Value> decode(ByteView bytes) { return Decoder(bytes).whole(); }

const Value* find(const Map& map, std::int64_t key) {
  const auto it = map.find(key);
  return it == map.end() ? nullptr : &it->second;
}

Result<std::int64_t> integer_at(const Map& map, std::int64_t key) {
  PARLEY_ASSIGN(const std::int64_t* value, at<std::int64_t>(map, key, &Value::integer, "integer"));
  return *value;
}
Result<std::string> text_at(const Map& map, std::int64_t key) {
  PARLEY_ASSIGN(const std::string* value, at<std::string>(map, key, &Value::text, "text"));
  return *value;
}
Result<const Bytes*> bytes_at(const Map& map, std::int64_t key) {
  return at<Bytes>(map, key, &Value::bytes, "byte string");
}
Result<const Array*> array_at(const Map& map, std::int64_t key) {
  return at<Array>(map, key, &Value::array, "array");
}
Result<const Map*> map_at(const Map& map, std::int64_t key) {
  return at<Map>(map, key, &Value::map, "map");
}

}  // namespace parley::cbor
