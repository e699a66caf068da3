#include "report/svg_lines.hpp"

#include <algorithm>

#include "text/code_points.hpp"

namespace parley::report {
namespace {

using document::Run;
using document::Text;

struct Span {
  char32_t first, last;
  int width;  // thousandths of an em
};

// What stands in none of these takes kUsual.
constexpr int kUsual = 640;
constexpr Span kWidths[] = {
    {0x20, 0x20, 280},      {0x21, 0x2f, 420},      {0x30, 0x39, 590},      {0x3a, 0x3b, 300},
    {0x41, 0x5a, 700},      {0x61, 0x68, 600},      {0x69, 0x6a, 290},      {0x6b, 0x6b, 560},
    {0x6c, 0x6c, 290},      {0x6d, 0x6d, 950},      {0x6e, 0x71, 630},      {0x72, 0x74, 490},
    {0x77, 0x77, 820},      {0xa0, 0xa0, 280},      {0x300, 0x36f, 0},      {0x591, 0x5c7, 0},
    {0x5d0, 0x5ea, 590},    {0x610, 0x61a, 0},      {0x621, 0x64a, 520},    {0x64b, 0x65f, 0},
    {0x670, 0x670, 0},      {0x671, 0x6d3, 560},    {0x200b, 0x200f, 0},    {0x2066, 0x2069, 0},
    {0x1100, 0x11ff, 1000}, {0x2e80, 0xd7ff, 1000}, {0xf900, 0xfaff, 1000}, {0xff00, 0xff60, 1000},
};

int width_of(char32_t c, bool bold) {
  int width = c >= 0x10000 ? 1100 : kUsual;
  for (const Span& span : kWidths) {
    if (c >= span.first && c <= span.last) width = span.width;
  }
  return bold ? width * 11 / 10 : width;
}

class Breaker {
 public:
  explicit Breaker(int most) : most_(most) { out_.emplace_back(); }

  std::vector<Text> run(const Text& text) {
    for (const Run& run : text.runs) {
      const std::u32string points = text::code_points(document::displayed(run.text));
      for (std::size_t at = 0; at < points.size();) {
        if (points[at] == U'\n') {
          next_line();
          ++at;
          continue;
        }
        std::size_t end = at + 1;
        while (end < points.size() && points[end] != U' ' && points[end] != U'\n' &&
               points[end - 1] != U' ') {
          ++end;
        }
        put(run, points.substr(at, end - at));
        at = end;
      }
    }
    return std::move(out_);
  }

 private:
  void next_line() {
    out_.emplace_back();
    used_ = 0;
  }

  void append(const Run& run, std::u32string_view points) {
    Text& line = out_.back();
    const bool same = !line.runs.empty() && of_ == &run && used_ > 0;
    if (!same) line.runs.push_back({{}, run.face, run.language, run.foreign});
    line.runs.back().text += text::to_utf8(std::u32string(points));
    of_ = &run;
  }

  // A word with the spaces after it, or spaces alone.
  void put(const Run& run, const std::u32string& word) {
    const bool bold = run.face == document::Face::kBold;
    const bool space = word.front() == U' ';
    int width = 0;
    for (const char32_t c : word) width += width_of(c, bold);
    if (used_ > 0 && used_ + width > most_) next_line();
    if (space && used_ == 0 && !out_.back().runs.empty()) return;
    if (width <= most_) {
      append(run, word);
      used_ += width;
      return;
    }
    std::size_t from = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
      const int one = width_of(word[i], bold);
      if (used_ > 0 && used_ + one > most_ && one > 0) {
        append(run, std::u32string_view(word).substr(from, i - from));
        next_line();
        from = i;
      }
      used_ += one;
    }
    append(run, std::u32string_view(word).substr(from));
  }

  int most_;
  int used_ = 0;
  const Run* of_ = nullptr;
  std::vector<Text> out_;
};

}  // namespace

int estimated_width(std::string_view text, bool bold) {
  int out = 0;
  for (const char32_t c : text::code_points(text)) out += width_of(c, bold);
  return out;
}

std::vector<Text> lines_of(const Text& text, int most) { return Breaker(most).run(text); }

}  // namespace parley::report
