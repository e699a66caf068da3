#include "text/name_tokens.hpp"

#include <algorithm>

#include "text/code_points.hpp"
#include "text/folding.hpp"
#include "text/name_lexicon.hpp"
#include "text/normal.hpp"

namespace parley::text {
namespace {

// What may stand within a word: all but white space and signs that part words.
bool parts_words(char32_t c) {
  if (c <= 0x20 || c == 0x7F) return true;
  constexpr std::u32string_view kSigns = U",;:/|()[]{}<>\"«»“”„‟،؛\u3000\u00A0•·・";
  if (kSigns.find(c) != kSigns.npos) return true;
  return (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) ||
         (c >= 0x2066 && c <= 0x2069) || c == kReplacement;
}

bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x5BE; }

bool at_edge(char32_t c) { return is_hyphen(c) || c == '.' || c == '\'' || c == '*' || c == '!'; }

std::vector<std::u32string> cut(std::string_view name) {
  std::vector<std::u32string> out;
  std::u32string word;
  const auto finish = [&] {
    while (!word.empty() && at_edge(word.back())) word.pop_back();
    if (!word.empty() && out.size() < kMostTokens) out.push_back(word);
    word.clear();
  };
  for (std::size_t at = 0; at < name.size() && out.size() < kMostTokens;) {
    const CodePoint point = code_point_at(name, at);
    at += point.size;
    if (parts_words(point.value)) {
      finish();
    } else if (!word.empty() || !at_edge(point.value)) {
      word.push_back(point.value);
    }
  }
  finish();
  return out;
}

bool is_small_word(std::string_view folded) {
  return is_title(folded) || is_son_of(folded) || is_son_of_behind(folded) || is_article(folded) ||
         is_particle(folded) || is_abu(folded);
}

}  // namespace

NameTokens name_tokens(std::string_view name) {
  struct Word {
    std::string written, folded;
    bool small = false;
  };
  std::vector<Word> words;
  for (const std::u32string& points : cut(name)) {
    std::string written = to_utf8(points);
    std::string folded = fold_name(written);
    const bool small = is_small_word(folded);
    words.push_back({std::move(written), std::move(folded), small});
  }
  std::vector<std::string> out;
  const auto add = [&](std::string word) {
    if (std::find(out.begin(), out.end(), word) == out.end()) out.push_back(std::move(word));
  };
  const bool all_small =
      std::all_of(words.begin(), words.end(), [](const Word& word) { return word.small; });
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].small || all_small) add(words[i].written);
    if (words.size() > 1 && i + 1 < words.size() &&
        (is_abd(words[i].folded) || is_abu(words[i].folded) || is_article(words[i].folded))) {
      add(words[i].written + words[i + 1].written);
    }
  }
  // Halves at a hyphen, behind all whole words.
  for (const Word& word : words) {
    const std::u32string points = code_points(word.written);
    if (std::none_of(points.begin(), points.end(), is_hyphen)) continue;
    std::u32string half;
    for (std::size_t i = 0; i <= points.size(); ++i) {
      if (i < points.size() && !is_hyphen(points[i])) {
        half.push_back(points[i]);
        continue;
      }
      const std::string written = to_utf8(half);
      if (half.size() > 1 && !is_small_word(fold_name(written))) add(written);
      half.clear();
    }
  }
  return {std::move(out), words.size() == 1};
}

}  // namespace parley::text
