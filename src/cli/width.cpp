#include "cli/width.hpp"

#include "text/code_points.hpp"

namespace parley::cli {

std::size_t width_of(std::string_view text) {
  const auto takes_none = [](char32_t c) {
    return (c >= 0x300 && c <= 0x36f) || (c >= 0x64b && c <= 0x65f) || (c >= 0x200b && c <= 0x200f);
  };
  std::size_t out = 0;
  for (const char32_t c : text::code_points(text)) out += takes_none(c) ? 0 : 1;
  return out;
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t here = width_of(text);
  if (here < width) text.append(width - here, ' ');
  return text;
}

}  // namespace parley::cli
