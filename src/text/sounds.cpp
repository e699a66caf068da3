#include "text/sounds.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "text/code_points.hpp"

namespace parley::text {
namespace {

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

struct Reading {
  std::string_view from, to;
};

// Longest first. What stands nowhere is read letter by letter.
constexpr Reading kLatin[] = {
    {"chtch", "SC"}, {"shch", "SC"}, {"tsch", "C"}, {"sch", "S"}, {"tch", "C"}, {"dsh", "j"},
    {"eau", "o"},    {"sh", "S"},    {"kh", "X"},   {"gh", "G"},  {"th", "T"},  {"dh", "D"},
    {"ch", "C"},     {"zh", "Z"},    {"ph", "f"},   {"dj", "j"},  {"sz", "S"},  {"ck", "k"},
    {"cz", "C"},     {"ts", "c"},    {"tz", "c"},   {"tc", "C"},  {"qu", "k"},  {"oo", "u"},
    {"ou", "u"},     {"ee", "i"},    {"aa", "a"},   {"ii", "i"},  {"uu", "u"},  {"ea", "e"},
    {"ei", "ey"},    {"ai", "ay"},   {"oi", "oy"},  {"au", "aw"}, {"iy", "i"},  {"yi", "i"},
    {"ij", "i"},
};

// Before e, i and y.
bool softens(char c) { return c == 'e' || c == 'i' || c == 'y'; }

std::string latin_sounds(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const std::string_view rest = word.substr(at);
    // "Oualid"
    if (at == 0 && rest.starts_with("ou") && rest.size() > 3 && is_vowel(rest[2])) {
      out += 'w';
      at = 2;
      continue;
    }
    const auto reading = std::find_if(std::begin(kLatin), std::end(kLatin), [&](const Reading& r) {
      return rest.starts_with(r.from) && (at > 0 || r.from != "yi");
    });
    if (reading != std::end(kLatin)) {
      out += reading->to;
      at += reading->from.size();
      continue;
    }
    // "Artyom", "Solovyov": ё, which is folded to е.
    if (rest.starts_with("yo") && at > 0 && !is_vowel(word[at - 1])) {
      out += 'e';
      at += 2;
      continue;
    }
    const char c = rest[0];
    const char next = rest.size() > 1 ? rest[1] : '\0';
    const char before = at > 0 ? word[at - 1] : '\0';
    ++at;
    if (c == 'c') {
      out += softens(next) ? 's' : 'k';
    } else if (c == 'x') {
      out += "ks";
    } else if (c == 'y' && !is_vowel(next) && at > 1) {
      out += is_vowel(before) ? 'y' : 'i';
    } else if (c >= 'a' && c <= 'z') {
      out += c;
    }
  }
  return out;
}

struct LetterSounds {
  char32_t letter;
  std::string_view sounds;
};

constexpr LetterSounds kCyrillic[] = {
    {U'а', "a"},  {U'б', "b"},  {U'в', "v"}, {U'г', "g"}, {U'д', "d"},  {U'е', "e"}, {U'ж', "Z"},
    {U'з', "z"},  {U'и', "i"},  {U'й', "y"}, {U'к', "k"}, {U'л', "l"},  {U'м', "m"}, {U'н', "n"},
    {U'о', "o"},  {U'п', "p"},  {U'р', "r"}, {U'с', "s"}, {U'т', "t"},  {U'у', "u"}, {U'ф', "f"},
    {U'х', "X"},  {U'ц', "c"},  {U'ч', "C"}, {U'ш', "S"}, {U'щ', "SC"}, {U'ы', "i"}, {U'э', "e"},
    {U'ю', "yu"}, {U'я', "ya"}, {U'і', "i"}, {U'ї', "i"}, {U'є', "ye"}, {U'ў', "w"}, {U'ј', "y"},
    {U'ѕ', "z"},  {U'ђ', "j"},  {U'ћ', "C"}, {U'љ', "l"}, {U'њ', "n"},  {U'џ', "j"},
};

constexpr LetterSounds kArabic[] = {
    {U'ا', "A"}, {U'ب', "b"}, {U'ت', "t"}, {U'ث', "T"}, {U'ج', "j"}, {U'ح', "H"}, {U'خ', "X"},
    {U'د', "d"}, {U'ذ', "D"}, {U'ر', "r"}, {U'ز', "z"}, {U'س', "s"}, {U'ش', "S"}, {U'ص', "s"},
    {U'ض', "K"}, {U'ط', "t"}, {U'ظ', "Q"}, {U'ع', "E"}, {U'غ', "G"}, {U'ف', "f"}, {U'ق', "q"},
    {U'ك', "k"}, {U'ل', "l"}, {U'م', "m"}, {U'ن', "n"}, {U'ه', "h"}, {U'و', "W"}, {U'ي', "Y"},
    {U'پ', "p"}, {U'چ', "C"}, {U'ژ', "Z"}, {U'گ', "g"}, {U'ڤ', "v"}, {U'ڥ', "v"},
};

constexpr LetterSounds kHebrew[] = {
    {U'א', "A"}, {U'ב', "B"}, {U'ג', "g"}, {U'ד', "d"}, {U'ה', "h"}, {U'ו', "W"},
    {U'ז', "z"}, {U'ח', "H"}, {U'ט', "t"}, {U'י', "Y"}, {U'כ', "L"}, {U'ל', "l"},
    {U'מ', "m"}, {U'נ', "n"}, {U'ס', "s"}, {U'ע', "E"}, {U'פ', "F"}, {U'צ', "c"},
    {U'ק', "k"}, {U'ר', "r"}, {U'ש', "R"}, {U'ת', "t"},
};

std::string_view sound_in(std::span<const LetterSounds> table, char32_t letter) {
  for (const LetterSounds& entry : table) {
    if (entry.letter == letter) return entry.sounds;
  }
  return {};
}

// "bb" is b; two letters of one sound are one.
void collapse(std::string& sounds) {
  sounds.erase(std::unique(sounds.begin(), sounds.end()), sounds.end());
}

// Each `from` becomes `to`, which is not longer.
void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
}

std::string cyrillic_sounds(std::u32string_view word) {
  std::string out;
  for (const char32_t letter : word) out += sound_in(kCyrillic, letter);
  replace_all(out, "dZ", "j");
  replace_all(out, "iya", "ia");
  replace_all(out, "iy", "i");
  return out;
}

std::string arabic_sounds(std::u32string_view word) {
  std::string out;
  for (const char32_t letter : word) out += sound_in(kArabic, letter);
  replace_all(out, "tS", "C");
  replace_all(out, "dj", "j");
  replace_all(out, "dZ", "j");
  if (out.empty()) return out;
  // "ايـ", "اوـ": the alef only carries the vowel.
  if (out[0] == 'A') out[0] = 'O';
  char& last = out.back();
  if (out.size() > 1 && last == 'Y') last = 'I';
  if (out.size() > 1 && last == 'h') last = 'P';
  return out;
}

std::string hebrew_sounds(std::u32string_view word) {
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (i + 1 < word.size() && word[i + 1] == '\'') {  // geresh: sounds of other languages
      constexpr LetterSounds kWithGeresh[] = {{U'ג', "j"}, {U'ז', "Z"}, {U'צ', "C"}, {U'ת', "T"},
                                              {U'ח', "X"}, {U'ד', "D"}, {U'ע', "G"}, {U'ר', "G"}};
      if (const auto sounds = sound_in(kWithGeresh, word[i]); !sounds.empty()) {
        out += sounds;
        ++i;
        continue;
      }
    }
    out += sound_in(kHebrew, word[i]);
  }
  replace_all(out, "WW", "w");
  replace_all(out, "YY", "Y");
  replace_all(out, "ts", "c");
  if (out.empty()) return out;
  if (out[0] == 'A') out[0] = 'O';
  char& last = out.back();
  if (out.size() > 1 && last == 'Y') last = 'I';
  if (out.size() > 1 && (last == 'h' || last == 'A')) last = 'P';
  return out;
}

// A final a, ah, eh: often the feminine ending, and then a different name without it.
void mark_final(std::string& sounds) {
  const std::size_t size = sounds.size();
  if (size > 3 && sounds[size - 1] == 'h' && sounds[size - 2] == 'a') {
    sounds.pop_back();
    sounds.back() = 'M';
  } else if (size > 2 && sounds.back() == 'a') {
    sounds.back() = 'N';
  }
}

std::string sounds_of_word(std::string_view folded, Script script) {
  std::string out;
  switch (script) {
    case Script::kLatin: out = latin_sounds(folded); break;
    case Script::kCyrillic: out = cyrillic_sounds(code_points(folded)); break;
    case Script::kArabic: out = arabic_sounds(code_points(folded)); break;
    case Script::kHebrew: out = hebrew_sounds(code_points(folded)); break;
    case Script::kNone:
    case Script::kOther: return out;
  }
  // Without vowels two equal letters are two sounds: "ممدوح". Only Allah is written with a double
  // l.
  if (script == Script::kArabic || script == Script::kHebrew) {
    replace_all(out, "ll", "l");
    return out;
  }
  collapse(out);
  mark_final(out);
  return out;
}

}  // namespace

std::string sounds_of(std::string_view folded, Script script) {
  std::string out;
  // The halves of a compound: no letters of two of them make one sound.
  while (!folded.empty()) {
    const std::string_view half = folded.substr(0, folded.find(' '));
    folded.remove_prefix(std::min(folded.size(), half.size() + 1));
    out += sounds_of_word(half, script);
  }
  return out;
}

std::size_t glued_article(std::string_view sounds, Script script) {
  const bool abjad = script == Script::kArabic || script == Script::kHebrew;
  if (sounds.size() < 6 || sounds[1] != 'l') return 0;
  const char first = sounds[0];
  return (abjad ? first == 'O' : first == 'a' || first == 'e') ? 2 : 0;
}

std::string key_of_sounds(std::string_view sounds) {
  std::string key;
  std::size_t placed = 0;  // the last sound that the key has
  for (std::size_t i = 0; i < sounds.size(); ++i) {
    const char c = sounds[i];
    char to = '\0';
    switch (c) {
      case 'b':
      case 'p':
      case 'B': to = 'b'; break;
      case 'F': to = i == 0 ? 'b' : 'f'; break;
      case 'd':
      case 'D':
      case 'K': to = 'd'; break;
      case 'f':
      case 'v': to = 'f'; break;
      case 'g':
      case 'G':
      case 'j':
      case 'Z': to = 'g'; break;
      case 'h':
      case 'H':
      case 'X': to = 'h'; break;
      case 'k':
      case 'q':
      case 'L': to = 'k'; break;
      case 'l':
      case 'm':
      case 'n':
      case 'r': to = c; break;
      case 's':
      case 'c':
      case 'R': to = 's'; break;
      case 'S':
      case 'C': to = 'c'; break;
      case 't':
      case 'T': to = 't'; break;
      case 'z':
      case 'Q': to = 'z'; break;
      case 'w':
      case 'W': to = i == 0 ? 'f' : '\0'; break;
      case 'y':
      case 'Y': to = i == 0 ? 'y' : '\0'; break;
      case 'a':
      case 'e':
      case 'i':
      case 'o':
      case 'u':
      case 'O':
      case 'A':
      case 'E':
      case 'N': to = i == 0 ? 'a' : '\0'; break;
      default: break;  // P, I: endings
    }
    if (to == '\0') continue;
    // Neighbours of one kind are one ("Mattsson"), unless they are the same letter: such are left
    // only where the vowel between them is not written.
    const bool neighbour =
        !key.empty() && key.back() == to && placed + 1 == i && sounds[i - 1] != c;
    if (!neighbour) key += to;
    placed = i;
  }
  // A final h may be ة, ه, ح or nothing at all.
  if (key.size() > 2 && key.back() == 'h') key.pop_back();
  return key;
}

}  // namespace parley::text
