#include "document/text.hpp"

#include <algorithm>
#include <iterator>

#include "text/code_points.hpp"

namespace parley::document {
namespace {

struct Range {
  char32_t first, last;
};

// The marks that the fonts of parley have (report/fonts.hpp).
constexpr Range kMarks[] = {{0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x05BF, 0x05BF},
                            {0x05C1, 0x05C7}, {0x0610, 0x061A}, {0x064B, 0x065F}, {0x0670, 0x0670},
                            {0x06D6, 0x06DC}, {0x06DF, 0x06E4}, {0x06E7, 0x06E8}, {0x06EA, 0x06ED},
                            {0x08CA, 0x08FF}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF},
                            {0xFE20, 0xFE2F}};

bool is_mark(char32_t c) {
  return std::any_of(std::begin(kMarks), std::end(kMarks),
                     [c](const Range& range) { return c >= range.first && c <= range.last; });
}

bool is_joiner(char32_t c) { return (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF; }

bool is_direction_control(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_line_break(char32_t c) {
  return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

// Or U+FFFE, U+FFFF, which no file may hold.
bool is_control(char32_t c) {
  return c < ' ' || (c >= 0x7F && c <= 0x9F) || c == 0xFFFE || c == 0xFFFF;
}

}  // namespace

bool Text::empty() const {
  return std::all_of(runs.begin(), runs.end(), [](const Run& run) { return run.text.empty(); });
}

std::string Text::plain() const {
  std::string out;
  for (const Run& run : runs) out += run.text;
  return out;
}

std::string displayed(std::string_view text) {
  constexpr std::size_t kMostMarks = 6;  // on one letter; no language here writes more than four
  std::string out;
  out.reserve(text.size());
  std::size_t marks = 0;
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::code_point_at(text, at);
    at += c.size;
    if (is_direction_control(c.value)) continue;
    if (is_mark(c.value)) {
      ++marks;
    } else if (!is_joiner(c.value)) {
      marks = 0;
    }
    if (marks > kMostMarks) {
      if (marks == kMostMarks + 1) text::append_utf8(out, text::kReplacement);
    } else if (is_line_break(c.value)) {
      if (c.value != '\r' || !text.substr(at).starts_with('\n')) out += '\n';
    } else if (c.value == '\t') {
      out += ' ';
    } else if (is_control(c.value)) {
      text::append_utf8(out, text::kReplacement);
    } else {
      out += text.substr(at - c.size, c.size);
    }
  }
  return out;
}

}  // namespace parley::document
