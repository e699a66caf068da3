#include "text/folding.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

#include "text/code_points.hpp"

namespace parley::text {
namespace {

struct Folding {
  const char* written;
  const char* folded;
};

// Code points that meet in names, and some that should not.
rc::Gen<std::string> any_text() {
  return rc::gen::map(
      rc::gen::container<std::vector<char32_t>>(rc::gen::oneOf(
          rc::gen::inRange<char32_t>(0x20, 0x180), rc::gen::inRange<char32_t>(0x2B0, 0x370),
          rc::gen::inRange<char32_t>(0x400, 0x530), rc::gen::inRange<char32_t>(0x590, 0x780),
          rc::gen::inRange<char32_t>(0x1E00, 0x2070), rc::gen::inRange<char32_t>(0xFB00, 0xFF60))),
      [](const std::vector<char32_t>& points) {
        std::string text;
        for (const char32_t point : points) append_utf8(text, point);
        return text;
      });
}

}  // namespace

TEST_CASE("each script is folded to one spelling") {
  constexpr Folding kFoldings[] = {
      // Arabic and Persian letters that look alike.
      {"علي على علی علے", "علي علي علي علي"},
      {"أحمد إبراهيم آدم ٱلله", "احمد ابراهيم ادم الله"},
      {"فاطمة فاطمه فاطمۀ", "فاطمه فاطمه فاطمه"},
      {"مؤمن رائد علاء", "مومن رايد علا"},
      {"کریم كريم ڪريم", "كريم كريم كريم"},
      {"ہاشم ھاشم", "هاشم هاشم"},
      {"پژمان چنگیز گل", "پژمان چنگيز گل"},
      // Tatweel, harakat, what cannot be seen.
      {"مُحَمَّدٌ", "محمد"},
      {"مـحـــمد", "محمد"},
      {"\u202Bمحمد\u200F\u202C", "محمد"},
      {"عبد\u200Cالله", "عبدالله"},
      // Presentation forms and ligatures, as from a PDF.
      {"ﻣﺤﻤﺪ", "محمد"},
      {"ﻋﻼﺀ", "علا"},
      {"ﷲ ﷴ", "الله محمد"},
      // Cyrillic: its marks are part of the letter, but for ё and ґ.
      {"Фёдор Ґалаґан", "федор галаган"},
      {"Їжак Йосип Єгор Ілля", "їжак йосип єгор ілля"},
      {"и\u0306 і\u0308", "й ї"},
      // Hebrew finals and niqqud.
      {"מָרְדֳּכַי אברהם", "מרדכי אברהמ"},
      // Latin.
      {"É ï ñ ö ø ł đ ß", "e i n o o l d ss"},
      {"Beşar Çelik Işık İlhan", "beshar chelik ishik ilhan"},
      {"Erdoğan Şahin", "erdoghan shahin"},
      {"s\u0327", "sh"},
      {"Ḥusayn ʿAlī Ṣāliḥ Ḫālid Ǧamāl", "husayn ali salih khalid jamal"},
      {"Ｍｏｈａｍｅｄ", "mohamed"},
      // Look-alikes of another script.
      {"Ивaнов", "иванов"},
      {"Пeтpoв", "петров"},
      {"Mоhаmеd", "mohamed"},
      {"Cepгей", "сергей"},
  };
  for (const Folding& wanted : kFoldings) CHECK(fold_name(wanted.written) == wanted.folded);
}

TEST_CASE("a word of letters that stand in one script only stays mixed") {
  CHECK(fold_name("qж") == "qж");
}

TEST_CASE("folding twice is folding once") {
  // A sign that is no letter may fold to one and so mix a word.
  CHECK(fold_name("\u0400\u02E0") == fold_name(fold_name("\u0400\u02E0")));
  CHECK(rc::check("any text", [] {
    const std::string once = fold_name(*any_text());
    RC_ASSERT(fold_name(once) == once);
  }));
  CHECK(rc::check("any bytes", [](const std::string& bytes) {
    const std::string once = fold_name(bytes);
    RC_ASSERT(fold_name(once) == once);
  }));
}

TEST_CASE("the script of a text is that of most of its letters") {
  CHECK(script_of("محمد (M.)") == Script::kArabic);
  CHECK(script_of("Иванов") == Script::kCyrillic);
  CHECK(script_of("כהן") == Script::kHebrew);
  CHECK(script_of("O'Neill") == Script::kLatin);
  CHECK(script_of("Գրիգոր") == Script::kOther);
  CHECK(script_of("123 - ؟") == Script::kNone);
}

TEST_CASE("broken UTF-8 is taken a byte at a time") {
  CHECK(code_points("a\xFF\xC3") == std::u32string{U'a', kReplacement, kReplacement});
  CHECK(code_points("\xE2\x82") == std::u32string{kReplacement, kReplacement});
  CHECK(code_points("\xED\xA0\x80").size() == 3);  // a surrogate
  CHECK(code_points("\xC0\xAF").size() == 2);      // overlong
  CHECK(rc::check("code points and back", [] {
    const std::string text = *any_text();
    RC_ASSERT(to_utf8(code_points(text)) == text);
  }));
}

}  // namespace parley::text
