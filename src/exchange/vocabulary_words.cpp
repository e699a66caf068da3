#include "exchange/vocabulary_words.hpp"

#include <algorithm>
#include <bitset>
#include <set>
#include <string>
#include <vector>

#include "text/code_points.hpp"
#include "text/folding.hpp"

namespace parley::exchange {
namespace {

using Words = std::set<std::string, std::less<>>;

// Marks of direction, joiners, the byte order mark: nobody sees or means them.
bool is_unseen(char32_t point) {
  return (point >= 0x200B && point <= 0x200F) || (point >= 0x202A && point <= 0x202E) ||
         (point >= 0x2066 && point <= 0x2069) || point == 0xFEFF || point == 0x061C;
}

bool is_space(char32_t point) {
  return point <= 0x20 || point == 0x7F || point == 0x85 || point == 0xA0 || point == 0x1680 ||
         (point >= 0x2000 && point <= 0x200A) || point == 0x2028 || point == 0x2029 ||
         point == 0x202F || point == 0x205F || point == 0x3000;
}

// Between words: white space, unseen marks, ASCII, Latin-1, general and Arabic punctuation.
bool is_gap(char32_t point) {
  if (point == U'\'' || point == 0x2019) return false;  // within a word: здоров'я
  return is_space(point) || is_unseen(point) || (point > 0x20 && point < 0x30) ||
         (point > 0x39 && point < 0x41) || (point > 0x5A && point < 0x61) ||
         (point > 0x7A && point < 0xAA) || point == 0xAB || point == 0xBB || point == 0xB7 ||
         (point >= 0x2010 && point <= 0x2027) || (point >= 0x2030 && point <= 0x205E) ||
         point == 0x060C || point == 0x061B || point == 0x061F || point == 0x066A ||
         point == 0x0640 || point == 0x06D4;
}

std::vector<std::string> folded_words(std::string_view cell) {
  std::vector<std::string> out;
  std::string word;
  const std::string folded = text::fold_name(cell);
  for (std::size_t at = 0; at < folded.size();) {
    const text::CodePoint point = text::code_point_at(folded, at);
    if (!is_gap(point.value)) {
      word.append(folded, at, point.size);
    } else if (!word.empty()) {
      out.push_back(std::move(word));
      word.clear();
    }
    at += point.size;
  }
  if (!word.empty()) out.push_back(std::move(word));
  return out;
}

std::string plain(std::string_view cell) { return plain_words(cell); }

Words words(std::initializer_list<std::string_view> all) {
  Words out;
  for (const std::string_view one : all) out.insert(plain(one));
  return out;
}

const Words& nothing_words() {
  static const Words kAll = words(
      {"unknown",    "not known",     "unk",        "n a",         "na",         "none",
       "nil",        "not available", "not given",  "not stated",  "no data",    "tbd",
       "null",       "nan",           "x",          "xx",          "xxx",        "لا يوجد",
       "لايوجد",     "لا شيء",        "لا شئ",      "غير معروف",   "غير معروفة", "غير محدد",
       "غير متوفر",  "غير متوفرة",    "غير مذكور",  "غير موجود",   "مجهول",      "مجهولة",
       "لا يعرف",    "لا معلومات",    "inconnu",    "inconnue",    "néant",      "non connu",
       "non connue", "non précisé",   "aucun",      "aucune",      "n d",        "н д",
       "нет",        "нет данных",    "неизвестно", "неизвестен",  "неизвестна", "не известно",
       "не указано", "отсутствует",   "немає",      "немає даних", "нема",       "невідомо",
       "невідомий",  "невідома",      "не вказано", "відсутній",   "відсутнє"});
  return kAll;
}

// The first letters or digits, below kFirsts, that no such phrase begins with, in whatever script the
// word goes on. Most cells of a list are told apart by them, without folding.
constexpr char32_t kFirsts = 0x670;
const std::bitset<kFirsts>& first_letters_of_something() {
  static const auto kAll = [] {
    std::set<char32_t> of_nothing;
    for (const std::string& phrase : nothing_words()) {
      of_nothing.insert(text::code_point_at(phrase, 0).value);
    }
    std::bitset<kFirsts> out;
    for (char32_t point = U'0'; point < kFirsts; ++point) {
      const bool plain_letter = (point <= U'z' && !is_gap(point)) ||
                                (point >= 0x410 && point < 0x460) ||
                                (point >= 0x621 && point <= 0x64A) ||
                                (point >= 0x660 && point <= 0x669);
      if (!plain_letter) continue;
      std::string letter;
      text::append_utf8(letter, point);
      bool something = true;
      for (const std::string_view rest : {"", "nnn", "ннн", "ننن"}) {
        const std::string folded = text::fold_name(letter + std::string(rest));
        something = something && !folded.empty() &&
                    !of_nothing.contains(text::code_point_at(folded, 0).value);
      }
      out[point] = something;
    }
    return out;
  }();
  return kAll;
}

bool begins_with_something(std::string_view cell) {
  for (std::size_t at = 0; at < cell.size();) {
    const text::CodePoint point = text::code_point_at(cell, at);
    if (!is_gap(point.value)) {
      return point.value < kFirsts && first_letters_of_something()[point.value];
    }
    at += point.size;
  }
  return false;
}

const Words& male_words() {
  static const Words kAll =
      words({"m",    "male",    "man",      "boy",       "mr",       "ذكر",    "الذكر",   "ذكور",
             "ذ",    "رجل",     "ولد",      "طفل",       "masculin", "homme",  "h",       "garçon",
             "masc", "м",       "муж",      "мужской",   "мужчина",  "мужск",  "мальчик", "ч",
             "чол",  "чоловік", "чоловіча", "чоловічий", "хлопець",  "хлопчик"});
  return kAll;
}

const Words& female_words() {
  static const Words kAll = words(
      {"f",       "female", "woman", "girl",   "fem",     "mrs",     "ms",      "أنثى",  "انثي",
       "الأنثى",  "إناث",   "أ",     "امرأة",  "امراه",   "بنت",     "فتاة",    "طفلة",  "سيدة",
       "féminin", "femme",  "fille", "ж",      "жен",     "женский", "женщина", "женск", "девочка",
       "девушка", "жін",    "жінка", "жіноча", "жіночий", "дівчина", "дівчинка"});
  return kAll;
}

const Words& yes_words() {
  static const Words kAll =
      words({"yes",  "y",       "true",     "1",       "ok",       "given",    "agreed",
             "نعم",  "موافق",   "موافقة",   "موافقون", "يوافق",    "oui",      "o",
             "vrai", "accordé", "d'accord", "да",      "согласен", "согласна", "согласны",
             "так",  "згоден",  "згодна",   "згодні",  "є"});
  return kAll;
}

const Words& no_words() {
  static const Words kAll =
      words({"no",          "n",           "false",       "0",          "not given",   "refused",
             "لا",          "كلا",         "غير موافق",   "غير موافقة", "غير موافقين", "لا يوافق",
             "رفض",         "مرفوض",       "non",         "faux",       "refusé",      "нет",
             "не согласен", "не согласна", "не согласны", "отказ",      "ні",          "не згоден",
             "не згодна",   "не згодні",   "відмова"});
  return kAll;
}

const Words& negations() {
  static const Words kAll =
      words({"no",   "not",  "without", "never",  "un",  "غير",   "لا",    "ليس",
             "ليست", "بدون", "بلا",     "ليس به", "pas", "sans",  "aucun", "aucune",
             "non",  "не",   "без",     "нет",    "ні",  "немає", "нема"});
  return kAll;
}

// Beginnings of words, after the article where there is one.
const std::vector<std::string>& grave_stems() {
  static const std::vector<std::string> kAll = [] {
    std::vector<std::string> out;
    for (const std::string_view stem :
         {"wound",    "injur",   "sick",      "illness",   "ailing",  "disab",      "amput",
          "paraly",   "cancer",  "tumor",     "tumour",    "diabet",  "pregnan",    "critical",
          "chronic",  "epilep",  "hospitali", "fractur",   "burn",    "shrapnel",   "blind",
          "disease",  "kidney",  "dialysis",  "haemophil", "bless",   "malad",      "enceinte",
          "handicap", "paralys", "fractur",   "brûl",      "invalid", "hospitalis", "aveugle",
          "جريح",     "جرح",     "جراح",      "مجروح",     "مصاب",    "اصابه",      "اصابات",
          "مريض",     "مرض",     "امراض",     "حامل",      "معاق",    "اعاقه",      "عاهه",
          "بتر",      "مبتور",   "شلل",       "مشلول",     "سرطان",   "سكري",       "نزيف",
          "مزمن",     "كسر",     "كسور",      "حروق",      "شظايا",   "كفيف",       "اعمى",
          "صرع",      "فشل",     "ранен",     "ранёны",    "болен",   "больна",     "больн",
          "болезн",   "болеет",  "беременн",  "инвалид",   "ампут",   "тяжел",      "тяжело",
          "диабет",   "онколог", "перелом",   "ожог",      "осколоч", "паралич",    "контуз",
          "слеп",     "поранен", "хвор",      "вагітн",    "інвалід", "тяжк",       "діабет",
          "опік",     "осколк",  "параліч",   "сліп"}) {
      out.push_back(plain(stem));
    }
    return out;
  }();
  return kAll;
}

bool is_grave(std::string_view word) {
  static const std::string kArticle = plain("ال");
  static const Words kWhole = words({"ill", "unwell", "rak", "рак"});
  if (kWhole.contains(word)) return true;
  const auto begins = [](std::string_view from) {
    const auto& stems = grave_stems();
    return std::any_of(stems.begin(), stems.end(),
                       [from](const std::string& stem) { return from.starts_with(stem); });
  };
  return begins(word) || (word.starts_with(kArticle) && begins(word.substr(kArticle.size())));
}

}  // namespace

std::string plain_words(std::string_view cell) {
  std::string out;
  for (const std::string& word : folded_words(cell)) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::string_view trimmed(std::string_view cell) {
  std::size_t first = cell.size(), end = 0;
  for (std::size_t at = 0; at < cell.size();) {
    const text::CodePoint point = text::code_point_at(cell, at);
    if (!is_space(point.value) && !is_unseen(point.value)) {
      first = std::min(first, at);
      end = at + point.size;
    }
    at += point.size;
  }
  return first < end ? cell.substr(first, end - first) : std::string_view();
}

bool says_nothing(std::string_view cell) {
  constexpr std::size_t kLongest = 64;  // no such phrase is longer
  if (cell.size() > kLongest || begins_with_something(cell)) return false;
  const std::string text = plain(cell);
  return text.empty() || nothing_words().contains(text);
}

std::optional<Sex> sex_in(std::string_view cell) {
  const std::string text = plain(cell);
  if (male_words().contains(text)) return Sex::kMale;
  if (female_words().contains(text)) return Sex::kFemale;
  return {};
}

std::optional<bool> yes_or_no(std::string_view cell) {
  const std::string text = plain(cell);
  if (yes_words().contains(text)) return true;
  if (no_words().contains(text)) return false;
  return {};
}

bool says_grave(std::string_view cell) {
  bool negated = false;
  for (const std::string& word : folded_words(cell)) {
    if (!negated && is_grave(word)) return true;
    negated = negations().contains(word);
  }
  return false;
}

}  // namespace parley::exchange
