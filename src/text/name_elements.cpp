#include "text/name_elements.hpp"

#include "text/name_compounds.hpp"
#include "text/name_lexicon.hpp"

namespace parley::text {
namespace {

using Words = std::span<const NameWord>;

// The word behind words[at], if it belongs to the same segment.
const NameWord* behind(Words words, std::size_t at) {
  if (at + 1 >= words.size() || words[at + 1].before >= Gap::kDash) return nullptr;
  return &words[at + 1];
}

// "al", "el", "ash" before its word.
bool is_article_at(Words words, std::size_t at) {
  const NameWord* next = behind(words, at);
  if (next == nullptr || next->script != words[at].script) return false;
  const std::string& word = words[at].folded;
  // An l alone is one only in "Abd-l-Rahman".
  if (word == "l" && next->before != Gap::kHyphen) return false;
  return is_article(word) || is_assimilated_article(word, next->folded);
}

bool is_nisba(const NameElement& element) {
  const std::string_view text = element.folded;
  const auto ends = [&](std::string_view ending) { return text.ends_with(ending); };
  return element.article && (ends("ي") || ends("i") || ends("y") || ends("iya") || ends("iyah") ||
                             ends("иди") || ends("и") || ends("י"));
}

NameElement plain(Words words, std::size_t at) {
  const NameWord& word = words[at];
  TakenApart apart = take_apart(word);
  NameElement element;
  element.first = element.last = at;
  element.folded = std::move(apart.folded);
  element.script = word.script;
  element.article = apart.article;
  element.abu = apart.abu;
  element.compound = apart.compound;
  element.before = word.before;
  element.upper = word.upper;
  element.initial = word.capital || (word.dot && word.folded.size() <= 2);
  return element;
}

// `half`, which stands for words[at], and the element behind it.
NameElement joined(Words words, std::size_t at, std::string_view half, int depth) {
  NameElement element = name_element(words, at + 1, depth + 1);
  element.folded = std::string(half) + " " + element.folded;
  element.first = at;
  element.before = words[at].before;
  element.initial = false;
  return element;
}

std::string_view abu_of(const NameWord& word) {
  const bool mother = word.folded.find('m') != std::string::npos || word.folded == "ام" ||
                      word.folded.find("м") != std::string::npos || word.folded == "אומ";
  switch (word.script) {
    case Script::kArabic: return mother ? "ام" : "ابو";
    case Script::kCyrillic: return mother ? "умм" : "абу";
    case Script::kHebrew: return mother ? "אומ" : "אבו";
    default: return mother ? "umm" : "abu";
  }
}

std::string_view abd_of(Script script) {
  switch (script) {
    case Script::kArabic: return "عبد";
    case Script::kCyrillic: return "абд";
    case Script::kHebrew: return "עבד";
    default: return "abd";
  }
}

// Compounds of abd that stand in several words; false if words[at] begins none.
bool with_abd(Words words, std::size_t at, NameElement& out) {
  const NameWord& word = words[at];
  if (!is_abd(word.folded) || behind(words, at) == nullptr) return false;
  std::size_t next = at + 1;
  bool article = is_abd_with_article(word.folded);
  if (is_article_at(words, next)) {
    article = true;
    ++next;
  }
  const TakenApart apart = take_apart(words[next]);
  if (!article && !apart.article && !follows_abd(words[next].folded) &&
      !follows_abd(apart.folded)) {
    return false;
  }
  out = plain(words, next);
  out.folded = std::string(abd_of(word.script)) + " " + out.folded;
  if (is_allah(words[next].folded) || out.folded == "abd lah") {
    out.folded = word.script == Script::kLatin      ? "abd allah"
                 : word.script == Script::kCyrillic ? "абд аллах"
                                                    : out.folded;
  }
  out.first = at;
  out.before = word.before;
  out.article = false;
  out.abu = false;
  out.initial = false;
  out.compound = true;
  return true;
}

// al-Din, Allah, al-Islam behind the first half of a compound. `words` how many words it takes.
std::size_t second_half(Words words, std::size_t at, std::string& folded) {
  const NameWord& word = words[at];
  const auto half_of = [](const NameWord& half) {
    if (is_allah(half.folded)) {
      return std::string(half.script == Script::kArabic     ? "الله"
                         : half.script == Script::kCyrillic ? "аллах"
                         : half.script == Script::kHebrew   ? "אללה"
                                                            : "allah");
    }
    return take_apart(half).folded;
  };
  if (word.script == Script::kArabic || word.script == Script::kHebrew) {
    if (is_allah(word.folded)) {
      folded = half_of(word);
      return 1;
    }
    if (take_apart(word).article && is_second_half(take_apart(word).folded)) {
      folded = take_apart(word).folded;
      return 1;
    }
  }
  if (is_din(word.folded)) {
    folded = word.script == Script::kLatin ? "din" : "дин";
    return 1;
  }
  if (is_allah(word.folded)) {
    folded = half_of(word);
    return 1;
  }
  const bool article = is_article_at(words, at);
  const std::size_t half = article ? at + 1 : at;
  if (!is_second_half(words[half].folded)) return 0;
  const std::string_view text = words[half].folded;
  const bool din = text.starts_with("d") && text.ends_with("n");
  if (!article && !din && text != "deen" && text != "dine" && text != "дин") return 0;
  folded = din || text == "deen" || text == "dine" ? "din" : half_of(words[half]);
  return half - at + 1;
}

bool joins_by_hyphen(const NameElement& a, const NameElement& b, KnownName known) {
  if (b.before != Gap::kHyphen || a.article || b.article || a.initial || b.initial) return false;
  if (a.script != b.script || b.son_of) return false;
  if (known == nullptr || known(a.folded + " " + b.folded)) return true;
  return !known(a.folded) || !known(b.folded);
}

}  // namespace

NameElement name_element(Words words, std::size_t at, int depth) {
  constexpr int kDeepest = 6;  // "Abu Abd al-Rahman" has three
  if (depth == kDeepest) return plain(words, at);
  NameElement element;
  const NameWord& word = words[at];
  const NameWord* next = behind(words, at);
  if (with_abd(words, at, element)) return element;
  if (next != nullptr && is_abu(word.folded) && next->script == word.script && !word.dot) {
    element = joined(words, at, abu_of(word), depth);
    element.abu = true;
    element.article = false;
    return element;
  }
  if (is_article_at(words, at)) {
    element = name_element(words, at + 1, depth + 1);
    element.first = at;
    element.before = word.before;
    element.article = true;
    element.initial = false;
    element.nisba = is_nisba(element);
    return element;
  }
  if (next != nullptr && is_first_half(word.folded)) {
    element = joined(words, at, word.folded, depth);
    element.compound = true;
    element.article = false;
    return element;
  }
  if (next != nullptr && is_particle(word.folded) && !word.dot) {
    return joined(words, at, word.folded, depth);
  }
  element = plain(words, at);
  element.nisba = is_nisba(element);
  return element;
}

std::vector<NameElement> name_elements(Words words, KnownName known) {
  std::vector<NameElement> out;
  bool son_of = false;
  std::size_t bin = 0;
  for (std::size_t at = 0; at < words.size();) {
    const std::string& word = words[at].folded;
    const bool last = behind(words, at) == nullptr;
    if (!out.empty() && is_son_of_behind(word)) {
      out.back().patronymic = true;
      ++at;
      continue;
    }
    const bool begins = out.empty() || words[at].before >= Gap::kDash;
    if (is_son_of(word) && !last && !(begins && is_ben(word)) && !(begins && word == "b")) {
      if (!son_of) bin = at;
      son_of = true;
      ++at;
      continue;
    }
    std::string half;
    if (!out.empty() && !son_of && words[at].before < Gap::kDash && !out.back().article &&
        !out.back().initial) {
      if (const std::size_t taken = second_half(words, at, half)) {
        out.back().folded += " " + half;
        out.back().last = at + taken - 1;
        out.back().compound = true;
        at += taken;
        continue;
      }
    }
    NameElement element = name_element(words, at);
    // "ben Gurion" in a column of its own, "בן ציון"; but Ben may be a given name.
    if (begins && is_ben(word) && !last && (word != "ben" || words.size() == 2)) {
      element = name_element(words, at + 1);
      element.first = at;
      element.before = words[at].before;
      element.son_of = true;
    }
    element.son_of |= son_of;
    if (son_of && out.empty()) element.first = bin;
    son_of = false;
    at = element.last + 1;
    if (!out.empty() && joins_by_hyphen(out.back(), element, known)) {
      out.back().folded += " " + element.folded;
      out.back().last = element.last;
      out.back().compound = true;
    } else {
      out.push_back(std::move(element));
    }
  }
  return out;
}

}  // namespace parley::text
