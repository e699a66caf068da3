// Byte strings and their two text forms, hex and base64 (RFC 4648 section 4).
//
// Decoders are strict: one text form a value. Wrong length, other alphabets, white space and
// non-zero padding bits are errors, so that a signed line has one spelling.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace parley {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

inline ByteView bytes_of(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
inline std::string_view text_of(ByteView bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
inline void append(Bytes& out, ByteView more) { out.insert(out.end(), more.begin(), more.end()); }

std::string to_hex(ByteView bytes);  // lower case
Result<Bytes> from_hex(std::string_view text);  // either case
std::string to_base64(ByteView bytes);  // padded
Result<Bytes> from_base64(std::string_view text);

// True if `text` is well-formed UTF-8 (no surrogates, nothing overlong, at most U+10FFFF).
bool is_utf8(std::string_view text);

}  // namespace parley
