#include "exchange/vocabulary.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

#include "exchange/vocabulary_words.hpp"
#include "text/code_points.hpp"

namespace parley::exchange {

TEST_CASE("vocabulary: every field has headers, in the fields' order") {
  const auto& all = field_words();
  REQUIRE(all.size() == kFieldCount);
  for (std::size_t i = 0; i < all.size(); ++i) {
    CHECK(all[i].field == fields()[i].field);
    CHECK(all[i].headers.size() >= 10);
    for (const std::string_view tag : all[i].hxl) CHECK(tag.starts_with('#'));
  }
}

TEST_CASE("vocabulary: no header stands at two fields") {
  std::map<std::string, std::string_view> known;
  for (const FieldWords& words : field_words()) {
    for (const std::string_view header : words.headers) {
      const std::string folded = plain_words(header);
      CAPTURE(header);
      CHECK_FALSE(folded.empty());
      const auto [at, fresh] = known.emplace(folded, name(words.field));
      CHECK(at->second == name(words.field));
    }
  }
  for (const std::string_view header : serial_headers()) {
    CAPTURE(header);
    CHECK_FALSE(known.contains(plain_words(header)));
  }
  std::map<std::string_view, std::string_view> tags;
  for (const FieldWords& words : field_words()) {
    for (const std::string_view tag : words.hxl) {
      const auto [at, fresh] = tags.emplace(tag, name(words.field));
      CAPTURE(tag);
      CHECK(at->second == name(words.field));
    }
  }
}

TEST_CASE("words: what says nothing") {
  for (const char* cell : {"",           " ",
                           "-",          "—",
                           "--",         "...",
                           "؟",          "/",
                           "N/A",        "n.a.",
                           "UNKNOWN",    "لا يوجد",
                           "لايوجد",     "غير معروف",
                           "غير معروفة", "مجهول",
                           "н/д",        "Неизвестно",
                           "немає",      "inconnu",
                           "Néant",      "\xE2\x80\x8F-\xE2\x80\x8F"}) {
    CAPTURE(cell);
    CHECK(says_nothing(cell));
  }
  for (const char* cell : {"0", "7", "Anna", "معروف", "Nadia", "أ", "نعم", "no way"}) {
    CAPTURE(cell);
    CHECK_FALSE(says_nothing(cell));
  }
}

// The short cut by the first letter must not miss what folding would find.
TEST_CASE("words: what says nothing says so with any first letter that looks like its own") {
  for (const char* cell : {"unknown", "n a", "none", "xxx", "inconnu", "aucun", "tbd", "لا يوجد",
                           "غير معروف", "مجهول", "н д", "нет", "не указано", "отсутствует",
                           "невідомо", "вiдсутнє", "відсутній"}) {
    const std::string plain = plain_words(cell);
    const std::size_t first = text::code_point_at(cell, 0).size;
    for (char32_t point = 1; point < 0x700; ++point) {
      std::string other;
      text::append_utf8(other, point);
      other += std::string_view(cell).substr(first);
      CAPTURE(other);
      if (plain_words(other) == plain) CHECK(says_nothing(other) == says_nothing(cell));
    }
  }
}

TEST_CASE("words: sex") {
  for (const char* cell : {"M", "male", " Male ", "ذكر", "ذَكَر", "homme", "Masculin", "муж.",
                           "МУЖСКОЙ", "чол.", "чоловіча", "м", "M."}) {
    CAPTURE(cell);
    CHECK(sex_in(cell) == Sex::kMale);
  }
  for (const char* cell :
       {"F", "Female", "أنثى", "انثى", "امرأة", "femme", "жен", "жіноча", "ж", "F/"}) {
    CAPTURE(cell);
    CHECK(sex_in(cell) == Sex::kFemale);
  }
  for (const char* cell : {"", "x", "mf", "ذكر أنثى", "1"}) {
    CAPTURE(cell);
    CHECK_FALSE(sex_in(cell));
  }
}

TEST_CASE("words: yes and no") {
  for (const char* cell : {"yes", "Y", "نعم", "أوافق نعم", "oui", "да", "так", "موافق"}) {
    CAPTURE(cell);
    CHECK(yes_or_no(cell) ==
          (std::string_view(cell) == "أوافق نعم" ? std::optional<bool>() : std::optional(true)));
  }
  for (const char* cell : {"no", "N", "لا", "non", "нет", "ні", "غير موافق", "не согласен"}) {
    CAPTURE(cell);
    CHECK(yes_or_no(cell) == false);
  }
  CHECK_FALSE(yes_or_no("perhaps"));
  CHECK_FALSE(yes_or_no(""));
}

TEST_CASE("words: wounded, sick, disabled, pregnant") {
  for (const char* cell :
       {"wounded in the leg", "Pregnant", "diabetic", "critically ill", "جريح", "الجريح",
        "مصاب بشلل", "مريض سكري", "حامل في الشهر السابع", "مبتورة الساق اليمنى بتر",
        "blessé à la jambe", "malade", "ранен в ногу", "болен", "тяжело болен", "поранений",
        "хворий", "інвалід", "not well, wounded"}) {
    CAPTURE(cell);
    CHECK(says_grave(cell));
  }
  for (const char* cell :
       {"", "good", "healthy", "سليم", "جيدة", "not wounded", "غير مصاب", "без ранений",
        "pas malade", "не поранений", "здоров", "village", "still"}) {
    CAPTURE(cell);
    CHECK_FALSE(says_grave(cell));
  }
}

}  // namespace parley::exchange
