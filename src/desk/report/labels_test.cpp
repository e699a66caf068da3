#include "desk/report/labels.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "desk/report/plural.hpp"

namespace parley::desk {
namespace {

using document::Language;

std::set<std::string> placeholders(std::string_view text) {
  std::set<std::string> found;
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    if (text[i] == '{' && text[i + 2] == '}') found.emplace(text.substr(i, 3));
  }
  return found;
}

bool has_arabic(std::string_view text) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0xD8 && byte <= 0xDB) return true;
  }
  return false;
}

bool has_cyrillic(std::string_view text) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0xD0 && byte <= 0xD3) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("every label stands in every language, with the same placeholders") {
  for (std::size_t i = 0; i < kLabelCount; ++i) {
    const auto one = static_cast<Label>(i);
    const std::string english(label(one, Language::kEnglish));
    const bool is_word = has_cyrillic(label(one, Language::kRussian));
    for (const Language language : kReportLanguages) {
      const std::string text(label(one, language));
      INFO(english, " / ", document::tag(language), " / ", text);
      CHECK_FALSE(text.empty());
      CHECK(placeholders(text) == placeholders(english));
      // A cell in the wrong column would be in the wrong script.
      CHECK(has_arabic(text) == (language == Language::kArabic && (is_word || has_arabic(text))));
      if (one >= Label::kDossier && one != Label::kNumber) {
        CHECK(has_arabic(text) == (language == Language::kArabic));
        CHECK(has_cyrillic(text) ==
              (language == Language::kRussian || language == Language::kUkrainian));
      }
    }
  }
}

TEST_CASE("every form that a language has is written, and prints the number") {
  for (std::size_t i = 0; i < kCountedCount; ++i) {
    const auto what = static_cast<Counted>(i);
    for (const Language language : kReportLanguages) {
      for (const std::uint64_t number : {0, 1, 2, 3, 5, 11, 21, 22, 100, 102, 1'000'000}) {
        const std::string text = counted(what, language, number);
        INFO(document::tag(language), " ", number, " ", text);
        CHECK_FALSE(text.empty());
        CHECK(placeholders(text).empty());
        // Arabic says none, one and two in words.
        if (language != Language::kArabic || number > 2) {
          CHECK(text.find(std::to_string(number)) == 0);
        }
      }
    }
  }
}

TEST_CASE("counts agree with their nouns") {
  CHECK(counted(Counted::kEntries, Language::kEnglish, 1) == "1 entry");
  CHECK(counted(Counted::kEntries, Language::kEnglish, 57) == "57 entries");
  CHECK(counted(Counted::kStatements, Language::kFrench, 0) == "0 déclaration");
  CHECK(counted(Counted::kStatements, Language::kRussian, 21) == "21 заявление");
  CHECK(counted(Counted::kStatements, Language::kRussian, 22) == "22 заявления");
  CHECK(counted(Counted::kStatements, Language::kRussian, 12) == "12 заявлений");
  CHECK(counted(Counted::kStatements, Language::kUkrainian, 20) == "20 заяв");
  CHECK(counted(Counted::kStatements, Language::kArabic, 2) == "تصريحان");
  CHECK(counted(Counted::kStatements, Language::kArabic, 7) == "7 تصريحات");
  CHECK(counted(Counted::kStatements, Language::kArabic, 20) == "20 تصريحاً");
  CHECK(counted(Counted::kStatements, Language::kArabic, 100) == "100 تصريح");
}

TEST_CASE("placeholders are filled in the order of the values") {
  CHECK(label(Label::kEntryNumber, Language::kEnglish, {"31"}) == "entry 31");
  CHECK(label(Label::kChartCaption, Language::kFrench, {"1er mai 2013", "13 mai 2013"}) ==
        "Déclarations par mesure, du 1er mai 2013 au 13 mai 2013");
}

// Words that no report may print, whatever the language.
TEST_CASE("the words are the field's") {
  for (std::size_t i = 0; i < kLabelCount; ++i) {
    for (const Language language : kReportLanguages) {
      const std::string_view text = label(static_cast<Label>(i), language);
      for (const std::string_view word :
           {"prisoner", "captive", "hostage", "пленн", "заложник", "полонен", "أسير", "أسرى",
            "رهائن", "prisonnier", "captif", "otage", "failed"}) {
        CHECK(text.find(word) == std::string_view::npos);
      }
    }
  }
  CHECK(label(Label::kExchange, Language::kRussian) == "Обмен задержанными лицами");
  CHECK(label(Label::kCeasefire, Language::kArabic) == "وقف إطلاق النار");
}

}  // namespace parley::desk
