#include "text/folding.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "text/code_points.hpp"
#include "text/fold_table.hpp"

namespace parley::text {
namespace {

// Letters that cannot be told apart on paper.
struct Twin {
  char32_t latin, cyrillic;
};
constexpr Twin kTwins[] = {
    {U'a', U'а'}, {U'e', U'е'}, {U'o', U'о'}, {U'p', U'р'}, {U'c', U'с'}, {U'x', U'х'},
    {U'y', U'у'}, {U'i', U'і'}, {U'j', U'ј'}, {U's', U'ѕ'}, {U'A', U'А'}, {U'E', U'Е'},
    {U'O', U'О'}, {U'P', U'Р'}, {U'C', U'С'}, {U'X', U'Х'}, {U'I', U'І'}, {U'J', U'Ј'},
    {U'S', U'Ѕ'}, {U'B', U'В'}, {U'H', U'Н'}, {U'K', U'К'}, {U'M', U'М'}, {U'T', U'Т'},
    {U'Y', U'У'}, {U'k', U'к'}, {U'm', U'м'}, {U't', U'т'}, {U'ï', U'ї'}, {U'Ï', U'Ї'},
    {U'ë', U'ё'}, {U'Ë', U'Ё'}, {U'h', U'һ'},
};

char32_t twin_of(char32_t letter) {
  for (const Twin& twin : kTwins) {
    if (twin.latin == letter) return twin.cyrillic;
    if (twin.cyrillic == letter) return twin.latin;
  }
  return 0;
}

// A word of both scripts was meant in the one whose letters the other's can all stand for, on a tie
// in the one with more letters; if neither, it stays mixed. True if something changed.
bool unmix(std::span<char32_t> word) {
  std::size_t latin = 0, cyrillic = 0, odd_latin = 0, odd_cyrillic = 0;
  for (const char32_t letter : word) {
    const Script script = script_of(letter);
    const bool odd = twin_of(letter) == 0;
    if (script == Script::kLatin) ++latin, odd_latin += odd;
    if (script == Script::kCyrillic) ++cyrillic, odd_cyrillic += odd;
  }
  if (latin == 0 || cyrillic == 0 || (odd_latin > 0 && odd_cyrillic > 0)) return false;
  const bool to_cyrillic = odd_cyrillic > 0 || (odd_latin == 0 && cyrillic >= latin);
  for (char32_t& letter : word) {
    const Script from = to_cyrillic ? Script::kLatin : Script::kCyrillic;
    if (script_of(letter) != from) continue;
    letter = twin_of(letter);
  }
  return true;
}

bool is_word(char32_t point) { return point > 0x2F && script_of(point) != Script::kNone; }

const char* folded_pair(char32_t letter, char32_t mark) {
  if (mark < 0x300 || mark > 0x36F) return nullptr;
  const std::span<const FoldPair> pairs(kFoldPairs, kFoldPairsSize);
  const auto found = std::lower_bound(pairs.begin(), pairs.end(), std::pair(letter, mark),
                                      [](const FoldPair& pair, const auto& wanted) {
                                        return std::pair(pair.letter, pair.mark) < wanted;
                                      });
  if (found == pairs.end() || found->letter != letter || found->mark != mark) return nullptr;
  return found->to;
}

const char* folded_one(char32_t point) {
  const std::span<const FoldEntry> table(kFoldTable, kFoldTableSize);
  const auto found =
      std::lower_bound(table.begin(), table.end(), point,
                       [](const FoldEntry& entry, char32_t wanted) { return entry.from < wanted; });
  return found == table.end() || found->from != point ? nullptr : found->to;
}

// Returns where the word after the one at `begin` begins.
std::size_t unmix_word(std::u32string& points, std::size_t begin, bool& changed) {
  std::size_t end = begin;
  while (end < points.size() && is_word(points[end])) ++end;
  changed |= unmix(std::span(points).subspan(begin, end - begin));
  return end + 1;
}

std::string fold_letters(std::u32string_view points) {
  std::string out;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const char* to = i + 1 < points.size() ? folded_pair(points[i], points[i + 1]) : nullptr;
    if (to != nullptr) {
      ++i;
    } else {
      to = folded_one(points[i]);
    }
    if (to != nullptr) {
      out += to;
    } else {
      append_utf8(out, points[i]);
    }
  }
  return out;
}

// Whether there may be both Latin and Cyrillic letters, signs that fold to them included, by the
// leading bytes of UTF-8.
bool may_be_mixed(std::string_view text) {
  bool latin = false, cyrillic = false;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    cyrillic |= (byte >= 0xD0 && byte <= 0xD4) || byte >= 0xE1;
    latin |= (byte >= 'A' && byte <= 'z') || (byte >= 0xC2 && byte <= 0xCB) || byte >= 0xE1;
  }
  return latin && cyrillic;
}

// Words of two scripts made of one; false if there was none.
bool unmix_all(std::u32string& points) {
  bool changed = false;
  for (std::size_t begin = 0; begin < points.size();) begin = unmix_word(points, begin, changed);
  return changed;
}

}  // namespace

Script script_of(char32_t c) {
  const auto in = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
  if (in('A', 'Z') || in('a', 'z')) return Script::kLatin;
  if (c < 0xAA) return Script::kNone;
  if (c == 0xD7 || c == 0xF7) return Script::kNone;
  if (in(0xC0, 0x2AF) || c == 0xAA || c == 0xBA || in(0x1E00, 0x1EFF) || in(0xFB00, 0xFB06) ||
      in(0xFF21, 0xFF3A) || in(0xFF41, 0xFF5A)) {
    return Script::kLatin;
  }
  if (in(0x400, 0x52F) || in(0xA640, 0xA69F)) return Script::kCyrillic;
  if (in(0x5D0, 0x5F2) || in(0xFB1D, 0xFB4F)) return Script::kHebrew;
  if (in(0x620, 0x64A) || in(0x66E, 0x6D3) || in(0x6D5, 0x6D5) || in(0x6EE, 0x6FF) ||
      in(0x750, 0x77F) || in(0xFB50, 0xFDFB) || in(0xFE70, 0xFEFC)) {
    return c == 0x640 ? Script::kNone : Script::kArabic;
  }
  if (in(0x370, 0x3FF) || in(0x530, 0x58F) || in(0x700, 0x74F) || in(0x780, 0x1CFF) ||
      in(0x1F00, 0x1FFF) || in(0x2C00, 0x2DFF) || in(0x3040, 0xA4CF) || in(0xA4D0, 0xABFF) ||
      in(0xAC00, 0xD7A3) || in(0xF900, 0xFAFF) || in(0x10000, 0x323AF)) {
    return Script::kOther;
  }
  return Script::kNone;
}

Script script_of(std::string_view text) {
  std::array<std::size_t, 6> count{};
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    ++count[static_cast<std::size_t>(script_of(point.value))];
    at += point.size;
  }
  count[0] = 0;
  const auto most = std::max_element(count.begin(), count.end());
  return *most == 0 ? Script::kNone : static_cast<Script>(most - count.begin());
}

std::string fold_name(std::string_view text) {
  std::u32string points = code_points(text);
  if (!may_be_mixed(text)) return fold_letters(points);
  unmix_all(points);
  std::string out = fold_letters(points);
  // Some words show only without their marks and capitals what they were meant as.
  for (points = code_points(out); unmix_all(points); points = code_points(out)) {
    out = fold_letters(points);
  }
  return out;
}

}  // namespace parley::text
