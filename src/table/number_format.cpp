#include "table/number_format.hpp"

#include <algorithm>
#include <string>

namespace parley::table {
namespace {

using Shown = NumberFormat::Shown;

bool between(std::uint32_t id, std::uint32_t first, std::uint32_t last) {
  return id >= first && id <= last;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// The first section's placeholders in small letters: no literals, colours, locales, conditions.
// Elapsed time ("[h]:mm") is a number of hours, not a time of day: '[' then stands for it.
std::string placeholders(std::string_view code) {
  std::string out;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    switch (const char c = code[i]) {
      case '"': i = std::min(code.find('"', i + 1), code.size()); break;
      case '\\':
      case '_':
      case '*': ++i; break;
      case '[': {
        const std::size_t end = std::min(code.find(']', i), code.size());
        const std::string_view inside = code.substr(i + 1, end - std::min(end, i + 1));
        if (!inside.empty() && inside.find_first_not_of("hmsHMS") == std::string_view::npos) {
          out += '[';
        }
        i = end;
        break;
      }
      default: out += lower(c);
    }
  }
  return out;
}

bool has(std::string_view text, char c) { return text.find(c) != std::string_view::npos; }

}  // namespace

NumberFormat builtin_number_format(std::uint32_t id) {
  // 34, 35, 55 and 56 are times in one East Asian list and dates in another: as both.
  if (id == 22 || id == 77 || between(id, 34, 35) || between(id, 55, 56)) {
    return {Shown::kDateTime, 0};
  }
  if (id == 17 || id == 74) return {Shown::kMonth, 0};
  if (between(id, 18, 21) || between(id, 32, 33) || id == 45 || id == 47 || between(id, 75, 76) ||
      id == 78 || id == 80) {
    return {Shown::kTime, 0};
  }
  if (between(id, 14, 16) || between(id, 27, 31) || id == 36 || between(id, 50, 58) ||
      between(id, 71, 73) || id == 81) {
    return {Shown::kDay, 0};
  }
  return {};
}

NumberFormat number_format_of_code(std::string_view code) {
  std::string shown = placeholders(code);
  if (shown.starts_with("general") || has(shown, '[')) return {};
  if (!shown.empty() && shown.find_first_not_of('0') == std::string::npos) {
    return {Shown::kNumber, static_cast<std::uint8_t>(std::min<std::size_t>(shown.size(), 30))};
  }
  for (const std::string_view half : {"am/pm", "a/p"}) {
    if (const std::size_t at = shown.find(half); at != std::string::npos) {
      shown.replace(at, half.size(), "h");
    }
  }
  // "0.00E+00" is a number; eras and Buddhist years are years.
  const bool exponent =
      shown.find("e+") != std::string::npos || shown.find("e-") != std::string::npos;
  const bool year = has(shown, 'y') || has(shown, 'b') || (has(shown, 'e') && !exponent);
  const bool day = has(shown, 'd') || has(shown, 'a');  // "aaa" names the day of the week
  const bool time = has(shown, 'h') || has(shown, 's');
  const bool month = has(shown, 'm') && (!time || year || day);
  if (time) return {year || day ? Shown::kDateTime : Shown::kTime, 0};
  if (day) return {Shown::kDay, 0};
  if (month) return {year ? Shown::kMonth : Shown::kDay, 0};
  if (year) return {Shown::kYear, 0};
  return {};
}

}  // namespace parley::table
