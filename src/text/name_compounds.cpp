#include "text/name_compounds.hpp"

#include <algorithm>
#include <array>

#include "text/code_points.hpp"
#include "text/name_lexicon.hpp"
#include "text/sounds.hpp"

namespace parley::text {
namespace {

std::size_t letters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

template <std::size_t N>
bool in(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Takes `prefix` off `text`, if it stands there.
bool cut_front(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

// Words whose "ال" is their own.
constexpr auto kOwnAlef = std::to_array<std::string_view>(
    {"الله",  "الياس",  "الين",      "الينا",     "الهام",    "الفت",     "الماس",
     "البرت", "البير",  "الفريد",    "الفرد",     "الكسندر",  "الكساندر", "الكسندرا",
     "الكسي", "اليسار", "اليسيا",    "اليزابيث",  "اليزابيت", "الفونس",   "الفارو",
     "الونا", "اليكسي", "اليكساندر", "اولكساندر", "الطون",    "التون"});

TakenApart arabic(const NameWord& word) {
  std::string mended;
  std::string_view text = word.folded;
  if (text.starts_with("اال")) {  // a broken ligature of lam and alef
    mended = "الا" + std::string(text.substr(6));
    text = mended;
  }
  TakenApart out;
  std::string_view rest = text;
  if (!word.carrier && !in(kOwnAlef, text) && cut_front(rest, "ال") && letters(rest) >= 3) {
    out.article = true;
    text = rest;
  }
  rest = text;
  if (cut_front(rest, "عبدال") && letters(rest) >= 2) {
    out.compound = true;
    out.folded = rest == "له" ? "عبد الله" : "عبد " + std::string(rest);
    return out;
  }
  rest = text;
  if (cut_front(rest, "ابو") && letters(rest) >= 3) {
    if (std::string_view bare = rest; cut_front(bare, "ال") && letters(bare) >= 3) rest = bare;
    out.abu = true;
    out.folded = "ابو " + std::string(rest);
    return out;
  }
  for (const auto& [ending, second] : {std::pair("الدين", "دين"), std::pair("الله", "الله")}) {
    const std::string_view end = ending;
    if (!text.ends_with(end) || letters(text) < letters(end) + 2) continue;
    out.compound = true;
    out.folded = std::string(text.substr(0, text.size() - end.size())) + " " + second;
    return out;
  }
  out.folded = text;
  return out;
}

// The second halves of names with abd, by their consonants.
constexpr auto kAttributes = std::to_array<std::string_view>(
    {"rhmn", "rhm", "slm", "smd", "nsr", "nr", "nb",  "rf",  "rzk", "str", "ckr", "smy",
     "sm",   "sbr", "tb",  "zhr", "dym", "rb", "rsl", "rcd", "cfy", "nfr", "zmn", "sd"});

// "abd" and the rest, whose article may have taken the sound of the next letter.
std::string_view after_abd(std::string_view rest) {
  constexpr std::string_view kVowels = "aeiou";
  const auto is_vowel = [&](char c) { return kVowels.find(c) != std::string_view::npos; };
  std::size_t at = 0;
  while (at < rest.size() && at < 2 && is_vowel(rest[at])) ++at;
  if (at == rest.size()) return {};
  const std::string_view tail = rest.substr(at);
  if (tail.size() >= 5 && tail[0] == 'l') {
    const std::string_view name = tail.substr(1);
    // "Abdullaev" is none.
    if (name[0] != 'l' || name.starts_with("lat")) return name;
    return {};
  }
  if (at == 0) return {};
  const bool doubled = tail.size() >= 5 && tail[0] == tail[1];
  const std::string_view name = doubled ? tail.substr(1) : tail;
  const std::string key = key_of_sounds(sounds_of(name, Script::kLatin));
  if (doubled && !is_vowel(tail[0]) && tail[0] != 'l') return name;
  return name.size() >= 4 && in(kAttributes, key) ? name : std::string_view{};
}

// The first halves of names with al-Din, by their consonants.
constexpr auto kOfFaith = std::to_array<std::string_view>(
    {"nr",  "sl",  "slh", "bdr", "gml", "kml", "cms", "cm",   "sf", "mhy",
     "mh",  "az",  "zn",  "al",  "fhr", "hsm", "sd",  "srg",  "tk", "rkn",
     "gll", "mgd", "hyr", "hr",  "kmr", "kmr", "cb",  "chb",  "bh", "amd",
     "nsr", "nzm", "kwm", "km",  "grb", "d",   "zh",  "nsyr", "rd", "frd"});

bool first_of_faith(std::string_view stem) {
  return stem.size() >= 3 && in(kOfFaith, key_of_sounds(sounds_of(stem, Script::kLatin)));
}

// The stem before al-Din; empty if there is none.
std::string_view before_din(std::string_view text) {
  for (const std::string_view ending : {"dine", "deen", "din", "dyn"}) {
    if (!text.ends_with(ending)) continue;
    std::string_view stem = text.substr(0, text.size() - ending.size());
    const bool doubled = stem.ends_with("d");
    const bool lam = stem.ends_with("l");
    if (doubled || lam) stem.remove_suffix(1);
    if (stem.size() < 3) return {};
    const char vowel = stem.back();
    if (vowel != 'a' && vowel != 'e' && vowel != 'u' && vowel != 'i' && vowel != 'o') return {};
    std::string_view bare = stem;
    bare.remove_suffix(1);
    if (doubled && bare.size() >= 3) return bare;
    if (first_of_faith(bare)) return bare;
    return {};
  }
  return {};
}

TakenApart latin(const NameWord& word) {
  const std::string_view text = word.folded;
  TakenApart out;
  std::string_view rest = text;
  for (const std::string_view allah :
       {"abdullah", "abdulla", "abdallah", "abdalla", "abdellah", "abdoullah", "abdollah"}) {
    if (text != allah) continue;
    out.compound = true;
    out.folded = "abd allah";
    return out;
  }
  if (cut_front(rest, "abd")) {
    if (const std::string_view name = after_abd(rest); !name.empty()) {
      out.compound = true;
      out.folded = "abd " + std::string(name);
      return out;
    }
  }
  rest = text;
  if ((cut_front(rest, "abou") || cut_front(rest, "abu")) && rest.size() >= 3) {
    if (std::string_view bare = rest; cut_front(bare, "l") && bare.size() >= 4) rest = bare;
    out.abu = true;
    out.folded = "abu " + std::string(rest);
    return out;
  }
  if (const std::string_view stem = before_din(text); !stem.empty()) {
    out.compound = true;
    out.folded = std::string(stem) + " din";
    return out;
  }
  out.folded = text;
  return out;
}

TakenApart cyrillic(const NameWord& word) {
  const std::string_view text = word.folded;
  TakenApart out;
  out.folded = text;
  for (const std::string_view allah : {"абдулла", "абдуллах", "абдалла", "абдаллах"}) {
    if (text != allah) continue;
    out.compound = true;
    out.folded = "абд аллах";
    return out;
  }
  for (const std::string_view abd : {"абдуль", "абдаль", "абдель", "абдул", "абдал", "абдел",
                                     "абдур", "абдер", "абдус", "абдес"}) {
    std::string_view rest = text;
    if (!cut_front(rest, abd)) continue;
    const bool lam = abd.find("л") != std::string_view::npos;
    if (!lam && !rest.starts_with(abd.substr(8))) continue;  // "Абдуррахман"
    if (letters(rest) < 4 || (rest.starts_with("л") && !rest.starts_with("лат"))) continue;
    if (rest.ends_with("ов") || rest.ends_with("ова") || rest.ends_with("ев")) continue;
    out.compound = true;
    out.folded = "абд " + std::string(rest);
    return out;
  }
  for (const std::string_view din : {"еддин", "аддин", "уддин", "эддин", "утдин", "иддин"}) {
    if (!text.ends_with(din) || letters(text) < 7) continue;
    out.compound = true;
    out.folded = std::string(text.substr(0, text.size() - din.size())) + " дин";
    return out;
  }
  return out;
}

}  // namespace

TakenApart take_apart(const NameWord& word) {
  switch (word.script) {
    case Script::kArabic: return arabic(word);
    case Script::kLatin: return latin(word);
    case Script::kCyrillic: return cyrillic(word);
    default: break;
  }
  TakenApart out;
  out.folded = word.folded;
  return out;
}

}  // namespace parley::text
