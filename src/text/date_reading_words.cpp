#include "text/date_reading_words.hpp"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "base/bytes.hpp"
#include "text/date_reading_table.hpp"
#include "text/digits.hpp"

namespace parley::text {
namespace {

using enum DateWordKind;

bool is_left_out(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) ||                 // combining marks
         (c >= 0x0591 && c <= 0x05C7 && c != 0x05BE) ||  // Hebrew points
         (c >= 0x0610 && c <= 0x061A) || (c >= 0x064B && c <= 0x065F) || c == 0x0670 ||
         (c >= 0x06D6 && c <= 0x06ED) ||  // Arabic vowel signs
         c == 0x0640 ||                   // tatweel
         (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF || c == 0x061C || c == 0x00AD || c == '\'' ||
         c == '`' || c == 0x2018 || c == 0x2019 || (c >= 0x02B9 && c <= 0x02BF) || c == 0x02C8;
}

char32_t folded(char32_t c) {
  if (c >= 'A' && c <= 'Z') return c + 32;
  if (c >= 0x0410 && c <= 0x042F) return c + 32;  // Cyrillic
  if (c >= 0x0400 && c <= 0x040F) return c + 80;
  if (c == 0x0490) return 0x0491;
  switch (c) {
    case 0x0649:
    case 0x06CC:
    case 0x06D2: return 0x064A;  // yeh
    case 0x06A9: return 0x0643;  // kaf
    case 0x0629:
    case 0x06C1:
    case 0x06BE:
    case 0x06D5: return 0x0647;  // heh
    case 0x0671: return 0x0627;  // alef
    case 0x2010:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0x05BE: return '-';
    case 0x2044:
    case 0x2215:
    case 0x060D:
    case '\\': return '/';
    case 0x060C: return ',';
    case 0x066B: return '.';  // the Arabic decimal separator
    case 0x061F: return '?';
    case 0x2248: return '~';
    default: break;
  }
  const auto digit = digit_value(c);
  return digit ? U'0' + static_cast<char32_t>(*digit) : c;
}

bool is_space(char32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Adds each of "one|two words|three".
void add(DateWords& to, std::string_view spellings, const DateWord& word) {
  while (!spellings.empty()) {
    const std::size_t end = std::min(spellings.find('|'), spellings.size());
    std::u32string key;
    const auto spelling = fold_date_text(spellings.substr(0, end));
    for (const char32_t c : spelling.value()) {
      if (!is_space(c) && c != '.' && c != '-') key += c;
    }
    const auto [at, added] = to.words.emplace(key, word);
    if (!added && at->second != word) ++to.clashes;
    spellings.remove_prefix(std::min(end + 1, spellings.size()));
  }
}

DateWords make(const DateTableRow* rows, std::size_t count) {
  DateWords out;
  for (std::size_t i = 0; i < count; ++i) add(out, rows[i].spellings, rows[i].word);
  return out;
}

}  // namespace

Result<std::u32string> fold_date_text(std::string_view text) {
  if (!is_utf8(text)) return fail(Fault::kBadInput, "not UTF-8");
  std::u32string out;
  UErrorCode code = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKDInstance(code);
  if (U_FAILURE(code)) return fail(Fault::kIo, "the Unicode library's data is missing");
  const icu::UnicodeString whole = normalizer->normalize(
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())}), code);
  if (U_FAILURE(code)) return fail(Fault::kBadInput, "it cannot be normalised");
  for (std::int32_t at = 0; at < whole.length(); at = whole.moveIndex32(at, 1)) {
    const auto c = static_cast<char32_t>(whole.char32At(at));
    if (!is_left_out(c)) out += folded(c);
  }
  return out;
}

const DateWords& date_words() {
  static const DateWords kWords = make(kDateTable, kDateTableSize);
  return kWords;
}

const DateWords& age_words() {
  static const DateWords kWords = make(kAgeTable, kAgeTableSize);
  return kWords;
}

const DateWords& unknown_words() {
  static const DateWords kWords = make(kUnknownTable, kUnknownTableSize);
  return kWords;
}

}  // namespace parley::text
