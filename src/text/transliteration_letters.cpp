#include "text/transliteration_letters.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "text/code_points.hpp"

namespace parley::text {
namespace {

constexpr std::u32string_view kStruck = U"øłđħŧı", kPlain = U"oldhti";

std::u32string normal(std::string_view word, bool composed) {
  std::u32string lower = code_points(word);
  for (char32_t& point : lower) point = static_cast<char32_t>(u_tolower(static_cast<int>(point)));
  UErrorCode code = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer =
      composed ? icu::Normalizer2::getNFCInstance(code) : icu::Normalizer2::getNFDInstance(code);
  if (U_FAILURE(code)) return lower;
  const icu::UnicodeString in = icu::UnicodeString::fromUTF32(
      reinterpret_cast<const UChar32*>(lower.data()), static_cast<int32_t>(lower.size()));
  const icu::UnicodeString done = normalizer->normalize(in, code);
  if (U_FAILURE(code)) return lower;
  std::u32string out;
  for (int32_t at = 0; at < done.length(); at = done.moveIndex32(at, 1)) {
    out.push_back(static_cast<char32_t>(done.char32At(at)));
  }
  return out;
}

bool is_mark(char32_t point) {
  return (U_GET_GC_MASK(static_cast<UChar32>(point)) & (U_GC_M_MASK | U_GC_CF_MASK)) != 0;
}

}  // namespace

std::vector<MarkedLetter> latin_letters(std::string_view word) {
  std::vector<MarkedLetter> letters;
  for (const char32_t point : normal(word, false)) {
    if (is_mark(point)) {
      if (!letters.empty()) letters.back().mark = point;
    } else if (const std::size_t at = kStruck.find(point); at != kStruck.npos) {
      letters.push_back({kPlain[at], U'/'});
    } else {
      letters.push_back({point, 0});
    }
  }
  return letters;
}

std::u32string native_letters(std::string_view word) {
  std::u32string letters;
  for (const char32_t point : normal(word, true)) {
    if (is_mark(point) || point == 0x640) continue;
    letters.push_back(point == 0x6CC ? U'ي' : point == 0x6A9 ? U'ك' : point);
  }
  return letters;
}

}  // namespace parley::text
