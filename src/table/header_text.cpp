#include "table/header_text.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "base/bytes.hpp"

namespace parley::table {
namespace {

// A letter for which it may be taken; 0: it is left out.
UChar32 plain(UChar32 c) {
  switch (c) {
    case 0x0640: return 0;  // tatweel
    case 0x0671: return 0x0627;
    case 0x0629:
    case 0x06BE:
    case 0x06C1:
    case 0x06D5: return 0x0647;
    case 0x0649:
    case 0x06CC: return 0x064A;
    case 0x06A9: return 0x0643;
    case 0x0621: return 0;  // a hamza alone: often left out
    case '\'':
    case '`':
    case 0x00B4:
    case 0x02B9:
    case 0x02BC:
    case 0x02BE:
    case 0x02BF:
    case 0x2018:
    case 0x2019: return 0;
    default: return c;
  }
}

bool is_word_character(UChar32 c) {
  return (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_ND_MASK | U_GC_NO_MASK)) != 0;
}

icu::UnicodeString decomposed(std::string_view text) {
  UErrorCode code = U_ZERO_ERROR;
  const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(code);
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(code);
  if (U_FAILURE(code)) return {};
  const auto whole = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  icu::UnicodeString out = nfd->normalize(fold->normalize(whole, code), code);
  if (U_FAILURE(code)) return {};
  return out;
}

// "الاسم" as "اسم".
void drop_article(std::string& word) {
  constexpr std::string_view kArticle = "\u0627\u0644";
  if (word.starts_with(kArticle) && word.size() >= kArticle.size() + 4) {
    word.erase(0, kArticle.size());
  }
}

void add(std::vector<std::string>& readings, std::string_view text) {
  std::string folded = fold_header(text);
  if (folded.empty()) return;
  if (std::find(readings.begin(), readings.end(), folded) == readings.end()) {
    readings.push_back(std::move(folded));
  }
}

// "dd/mm/yyyy": says how a date is written, not what it is.
bool is_date_hint(std::string_view inside) {
  return inside.find_first_not_of("dmyDMY/-. ") == std::string_view::npos;
}

struct Brackets {
  std::string outside;
  std::vector<std::string> inside;
};

Brackets split_brackets(std::string_view text) {
  Brackets out;
  while (!text.empty()) {
    const std::size_t open = text.find_first_of("([{");
    out.outside += text.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = text.find_first_of(")]}", open);
    out.outside += ' ';
    out.inside.emplace_back(text.substr(open + 1, close - std::min(close, open + 1)));
    if (close == std::string_view::npos) break;
    text.remove_prefix(close + 1);
  }
  return out;
}

}  // namespace

std::string fold_header(std::string_view text) {
  if (!is_utf8(text) || text.size() > 4096) return {};
  const icu::UnicodeString folded = decomposed(text);
  std::string out;
  std::string word;
  const auto end_word = [&] {
    if (word.empty()) return;
    drop_article(word);
    if (!out.empty()) out += ' ';
    out += word;
    word.clear();
  };
  for (int32_t i = 0; i < folded.length();) {
    const UChar32 c = folded.char32At(i);
    i += U16_LENGTH(c);
    if ((U_GET_GC_MASK(c) & (U_GC_M_MASK | U_GC_CF_MASK)) != 0) continue;
    const UChar32 letter = plain(c);
    if (letter == 0) continue;
    if (is_word_character(letter)) {
      icu::UnicodeString(letter).toUTF8String(word);
    } else {
      end_word();
    }
  }
  end_word();
  return out;
}

std::string squeezed(std::string_view folded) {
  std::string out;
  std::copy_if(folded.begin(), folded.end(), std::back_inserter(out),
               [](char c) { return c != ' '; });
  return out;
}

std::vector<std::string> header_readings(std::string_view text) {
  std::vector<std::string> readings;
  const Brackets brackets = split_brackets(text);
  const bool hints = std::all_of(brackets.inside.begin(), brackets.inside.end(), is_date_hint);
  add(readings, hints ? brackets.outside : text);
  add(readings, brackets.outside);
  const std::string_view outside = brackets.outside;
  for (std::size_t begin = 0; begin <= outside.size();) {
    const std::size_t end = std::min(outside.find_first_of("/|\\\r\n", begin), outside.size());
    add(readings, outside.substr(begin, end - begin));
    begin = end + 1;
  }
  for (const std::string& inside : brackets.inside) add(readings, inside);
  return readings;
}

}  // namespace parley::table
