// UTF-8 taken apart into code points and put together again.
//
// Promises: never fails. Each byte that belongs to no well-formed sequence is U+FFFD.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace parley::text {

inline constexpr char32_t kReplacement = 0xFFFD;

struct CodePoint {
  char32_t value = 0;
  std::size_t at = 0;    // first byte
  std::size_t size = 0;  // bytes
};

// The code point that begins at byte `at` (at < text.size()).
CodePoint code_point_at(std::string_view text, std::size_t at);
std::u32string code_points(std::string_view text);
void append_utf8(std::string& out, char32_t value);
std::string to_utf8(std::u32string_view text);

}  // namespace parley::text
