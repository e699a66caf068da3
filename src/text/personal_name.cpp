#include "text/personal_name.hpp"

#include <algorithm>
#include <span>

#include "text/common_names.hpp"
#include "text/folding.hpp"
#include "text/name_elements.hpp"
#include "text/name_lexicon.hpp"
#include "text/name_roles.hpp"
#include "text/name_words.hpp"
#include "text/sounds.hpp"

namespace parley::text {
namespace {

using Words = std::vector<NameWord>;

bool is_known(std::string_view folded) {
  const CommonName* name = find_common_name(folded);
  return name != nullptr && name->kind != NameKind::kFamily;
}

// The words of a name and those of its nicknames.
struct Sorted {
  Words name;
  std::vector<Words> nicknames;
};

// "بأبي عمر" after "known": the preposition is not the name's.
void cut_preposition(NameWord& word) {
  for (const std::string_view abu : {"بابي", "بابو", "بام"}) {
    if (word.folded != abu) continue;
    word.folded.erase(0, 2);
    word.begin += 2;
  }
}

// Brackets and quotes hold nicknames, unless nothing stands outside of them.
void take_asides(Sorted& sorted) {
  const auto outside = [](const NameWord& word) { return word.aside == 0; };
  if (std::none_of(sorted.name.begin(), sorted.name.end(), outside)) return;
  Words rest;
  std::size_t aside = 0;
  bool behind = false;
  for (NameWord& word : sorted.name) {
    if (word.aside == 0) {
      if (behind) word.before = std::max(word.before, Gap::kDash);  // no compound leads over it
      behind = false;
      rest.push_back(std::move(word));
      continue;
    }
    behind = true;
    if (word.aside != aside) sorted.nicknames.emplace_back();
    aside = word.aside;
    sorted.nicknames.back().push_back(std::move(word));
  }
  sorted.name = std::move(rest);
}

std::string_view folded_at(const Words& words, std::size_t at) {
  return at < words.size() ? std::string_view(words[at].folded) : std::string_view();
}

// "known as ...", and a kunya behind a dash, as far as the next comma or dash.
void take_marked(Sorted& sorted) {
  Words rest;
  const Words& words = sorted.name;
  for (std::size_t at = 0; at < words.size();) {
    const Marker marker =
        nickname_marker(words[at].folded, folded_at(words, at + 1), folded_at(words, at + 2));
    const bool apart = !rest.empty() && words[at].before >= Gap::kDash &&
                       is_abu(words[at].folded) &&
                       (words[at].before == Gap::kDash || rest.size() >= 2);
    std::size_t from = at + marker.words;
    if (from == words.size() || (marker.words == 0 && !apart)) {
      rest.push_back(words[at++]);
      continue;
    }
    NameWord first = words[from];
    cut_preposition(first);
    if (marker.needs_abu && !is_abu(first.folded)) {  // a family name
      at = from;
      continue;
    }
    Words nickname{first};
    for (at = from + 1; at < words.size() && words[at].before < Gap::kDash; ++at) {
      nickname.push_back(words[at]);
    }
    sorted.nicknames.push_back(std::move(nickname));
  }
  sorted.name = std::move(rest);
}

// How many words at `at` are a title that is left out.
std::size_t title_at(const Words& words, std::size_t at, std::size_t end) {
  const NameWord& word = words[at];
  const std::size_t behind = end - at - 1;
  if (word.folded == "г" && behind >= 2 && words[at + 1].before == Gap::kHyphen) return 2;
  if (behind < 1 || words[at + 1].before == Gap::kHyphen) return 0;
  const bool short_title = word.dot || word.script == Script::kArabic;  // "د. سامر", "م سامر"
  if (short_title && is_title_with_dot(word.folded) && behind >= 2) return 1;
  if (!is_title(word.folded)) return 0;
  // "السيد" before a single word may be a name.
  return word.folded == "السيد" && behind < 2 ? 0 : 1;
}

// Titles at the front of each segment between commas.
void drop_titles(Words& words) {
  Words rest;
  bool front = true;
  for (std::size_t at = 0; at < words.size();) {
    front = front || words[at].before == Gap::kComma;
    const std::size_t title = front ? title_at(words, at, words.size()) : 0;
    if (title > 0) {
      const Gap before = words[at].before;
      at += title;
      if (at < words.size()) words[at].before = std::max(words[at].before, before);
      continue;
    }
    front = false;
    rest.push_back(std::move(words[at++]));
  }
  words = std::move(rest);
}

std::string slice(std::string_view written, const Words& words, std::size_t first,
                  std::size_t last) {
  return std::string(written.substr(words[first].begin, words[last].end - words[first].begin));
}

std::string key_of(std::string_view folded, Script script) {
  const CommonName* name = find_common_name(folded);
  return name != nullptr ? std::string(name->key) : name_key(folded, script);
}

void add_kunya(PersonalName& name, std::string_view written, const Words& words, std::size_t first,
               std::size_t last) {
  if (!name.kunya.empty()) name.kunya += ", ";
  name.kunya += slice(written, words, first, last);
  if (!name.kunya_key.empty()) return;
  std::size_t child = first;
  if (is_abu(words[child].folded) && child < last) ++child;
  const auto rest = std::span(words).subspan(child, last - child + 1);
  const std::vector<NameElement> elements = name_elements(rest, nullptr);
  if (elements.empty()) return;
  NameElement element = elements.front();
  // "Aboubakr", "أبوعمر"
  if (element.abu) element.folded.erase(0, element.folded.find(' ') + 1);
  name.kunya_key = key_of(element.folded, element.script);
}

NamePart part_of(const NameElement& element, std::string_view written, const Words& words) {
  NamePart part;
  part.written = slice(written, words, element.first, element.last);
  part.folded = element.folded;
  part.script = element.script;
  part.initial = element.initial;
  part.sounds = sounds_of(element.folded, element.script);
  if (!element.article) {
    part.article = static_cast<std::uint8_t>(glued_article(part.sounds, element.script));
  }
  const CommonName* common = find_common_name(element.folded);
  if (common != nullptr) {
    part.group = common->group;
    part.other_groups = common->others;
    part.initial = false;
    part.key = common->key;
  } else {
    part.key = name_key(element.folded, element.script);
  }
  return part;
}

bool is_bakr(const NameElement& element) {
  const std::string_view child =
      std::string_view(element.folded).substr(element.folded.find(' ') + 1);
  return name_key(child, element.script) == "bkr";
}

// How many elements at the front are a kunya and what belongs to it.
std::size_t leading_kunya(std::span<const NameElement> elements, const Words& words) {
  if (elements.empty() || !elements[0].abu || elements[0].son_of) return 0;
  const NameElement& first = elements[0];
  if (first.first == first.last || !is_abu(words[first.first].folded)) return 0;
  const std::size_t behind = elements.size() - 1;
  // By convention a given name too, when others follow it.
  if (is_bakr(first) && behind >= 1) return 0;
  // "Abu Omar al-Shami", nothing standing between
  return behind == 1 && elements[1].article && elements[1].before < Gap::kDash ? 2 : 1;
}

std::size_t words_before_comma(const Words& words) {
  std::size_t at = 0, commas = 0;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i].before != Gap::kComma) continue;
    if (commas++ == 0) at = i;
  }
  return commas == 1 ? at : 0;
}

void add_parts(PersonalName& name, std::span<const NameElement> elements,
               std::span<const NameRole> roles, const Words& words) {
  for (std::size_t i = 0; i < elements.size(); ++i) {
    name.parts.push_back(part_of(elements[i], name.written, words));
    name.parts.back().role = roles[i];
  }
}

PersonalName begin_name(std::string_view written, Sorted& sorted) {
  PersonalName name;
  name.written = written;
  name.script = script_of(written);
  sorted.name = name_words(written);
  take_asides(sorted);
  take_marked(sorted);
  drop_titles(sorted.name);
  for (Words& nickname : sorted.nicknames) {
    drop_titles(nickname);
    if (nickname.size() == 1 && is_title(nickname.front().folded)) continue;  // "(lawyer)"
    add_kunya(name, written, nickname, 0, nickname.size() - 1);
  }
  return name;
}

}  // namespace

std::string_view name(Script script) {
  switch (script) {
    case Script::kNone: return "none";
    case Script::kLatin: return "latin";
    case Script::kArabic: return "arabic";
    case Script::kCyrillic: return "cyrillic";
    case Script::kHebrew: return "hebrew";
    case Script::kOther: break;
  }
  return "other";
}

std::string_view name(NameRole role) {
  switch (role) {
    case NameRole::kGiven: return "given";
    case NameRole::kFather: return "father";
    case NameRole::kGrandfather: return "grandfather";
    case NameRole::kFamily: return "family";
    case NameRole::kUnplaced: break;
  }
  return "unplaced";
}

PersonalName parse_name(std::string_view written, NameOrder order) {
  Sorted sorted;
  PersonalName name = begin_name(written, sorted);
  const Words& words = sorted.name;
  std::vector<NameElement> elements = name_elements(words, is_known);
  const std::size_t comma = words_before_comma(words);
  const auto before_comma = std::count_if(elements.begin(), elements.end(),
                                          [&](const NameElement& e) { return e.last < comma; });
  auto family = static_cast<std::size_t>(before_comma);
  if (family == 0 && order == NameOrder::kGivenFirst) {
    if (const std::size_t kunya = leading_kunya(elements, words)) {
      add_kunya(name, written, words, elements[0].first, elements[kunya - 1].last);
      elements.erase(elements.begin(), elements.begin() + static_cast<std::ptrdiff_t>(kunya));
    }
    // "... al-Halabi Abu Omar": behind a nisba it is no family name.
    const std::size_t count = elements.size();
    if (count >= 3 && elements[count - 1].abu && elements[count - 2].nisba) {
      add_kunya(name, written, words, elements[count - 1].first, elements[count - 1].last);
      elements.pop_back();
    }
  }
  add_parts(name, elements, name_roles(elements, family, order), words);
  return name;
}

PersonalName parse_name_part(std::string_view written, NameRole role) {
  Sorted sorted;
  PersonalName name = begin_name(written, sorted);
  const Words& words = sorted.name;
  std::vector<NameElement> elements = name_elements(words, is_known);
  if (role == NameRole::kGiven) {
    if (const std::size_t kunya = leading_kunya(elements, words)) {
      add_kunya(name, written, words, elements[0].first, elements[kunya - 1].last);
      elements.erase(elements.begin(), elements.begin() + static_cast<std::ptrdiff_t>(kunya));
    }
  }
  std::vector<NameRole> roles(elements.size(), role);
  for (std::size_t i = 0; i < elements.size(); ++i) {
    if (role == NameRole::kGiven && i > 0) roles[i] = NameRole::kUnplaced;
    if (role == NameRole::kFather && i > 0) roles[i] = NameRole::kGrandfather;
    if (role != NameRole::kFamily && is_patronymic(elements[i].folded)) {
      roles[i] = NameRole::kFather;
    }
  }
  add_parts(name, elements, roles, words);
  return name;
}

std::string name_key(std::string_view folded, Script script) {
  const std::string sounds = sounds_of(folded, script);
  std::size_t article = glued_article(sounds, script);
  // "Alexander" and "Elias" have none.
  constexpr std::string_view kVowels = "aeiouAWYEN";
  if (article > 0 && kVowels.find(sounds[article]) != std::string_view::npos) article = 0;
  return key_of_sounds(std::string_view(sounds).substr(article));
}

}  // namespace parley::text
