#include "table/csv_separator.hpp"

#include <array>
#include <cstddef>
#include <map>

namespace parley::table {
namespace {

constexpr std::array kSeparators = {',', ';', '\t'};
constexpr std::size_t kLines = 25;

using Counts = std::array<std::size_t, kSeparators.size()>;

std::size_t separator_index(char c) {
  std::size_t i = 0;
  while (i < kSeparators.size() && kSeparators[i] != c) ++i;
  return i;
}

struct Lines {
  std::array<std::map<std::size_t, std::size_t>, kSeparators.size()> lines_with;  // by count
  std::size_t lines = 0;

  void add(const Counts& counts) {
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (counts[i] != 0) ++lines_with[i][counts[i]];
    }
    ++lines;
  }
};

Lines count_lines(std::string_view text) {
  Lines out;
  Counts counts{};
  bool quoted = false;
  bool cell_start = true;
  bool any = false;
  for (std::size_t i = 0; i < text.size() && out.lines < kLines; ++i) {
    const char c = text[i];
    if (quoted) {
      if (c == '"' && text.substr(i + 1, 1) == "\"") {
        ++i;
      } else if (c == '"') {
        quoted = false;
      }
    } else if (c == '\n' || c == '\r') {
      if (any) out.add(counts);
      counts = {};
      any = false;
      cell_start = true;
    } else {
      any = true;
      const std::size_t at = separator_index(c);
      if (at < counts.size()) ++counts[at];
      quoted = c == '"' && cell_start;
      cell_start = at < counts.size();
    }
  }
  if (any && out.lines < kLines) out.add(counts);
  return out;
}

}  // namespace

char detect_separator_of_lines(std::string_view text) {
  const Lines lines = count_lines(text);
  std::size_t best = 0;
  std::pair<std::size_t, std::size_t> most;  // lines alike, separators in each
  for (std::size_t i = 0; i < kSeparators.size(); ++i) {
    for (const auto& [count, number] : lines.lines_with[i]) {
      if (std::pair(number, count) > most) {
        most = {number, count};
        best = i;
      }
    }
  }
  return kSeparators[best];
}

}  // namespace parley::table
