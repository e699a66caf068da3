#include "desk/exchange/paper_words.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "desk/report/labels.hpp"

namespace parley::desk {
namespace {

// The placeholders of a text, each as often as it stands.
std::multiset<char> placeholders(std::string_view text) {
  std::multiset<char> out;
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    if (text[i] == '{' && text[i + 2] == '}') out.insert(text[i + 1]);
  }
  return out;
}

TEST_CASE("every word of the papers stands in every language, with the same placeholders") {
  for (std::size_t i = 0; i < kPaperWordCount; ++i) {
    const auto word = static_cast<PaperWord>(i);
    const std::string_view english = paper_word(word, document::Language::kEnglish);
    for (const document::Language language : kReportLanguages) {
      const std::string_view text = paper_word(word, language);
      CAPTURE(i);
      CHECK(text != "?");
      CHECK_FALSE(text.empty());
      CHECK(placeholders(text) == placeholders(english));
    }
  }
}

TEST_CASE("statuses, classes, bases, bars and reasons have words in every language") {
  for (const document::Language language : kReportLanguages) {
    for (const exchange::AnswerStatus status : exchange::kAnswerStatuses) {
      CHECK(words_of(status, language) != "?");
    }
    for (std::size_t i = 0; i < exchange::kBarCount; ++i) {
      CHECK(words_of(static_cast<exchange::Bar>(i), language) != "?");
    }
    for (int i = 0; i <= static_cast<int>(exchange::planning::Reason::kCeiling); ++i) {
      CHECK(words_of(static_cast<exchange::planning::Reason>(i), language) != "?");
    }
    for (int i = 0; i <= static_cast<int>(exchange::planning::FirstClass::kOther); ++i) {
      CHECK(words_of(static_cast<exchange::planning::FirstClass>(i), language) != "?");
    }
    for (int i = 0; i <= static_cast<int>(exchange::planning::Basis::kPolicy); ++i) {
      CHECK(words_of(static_cast<exchange::planning::Basis>(i), language) != "?");
    }
  }
}

TEST_CASE("no word of the papers is one that hostile readers would quote") {
  for (std::size_t i = 0; i < kPaperWordCount; ++i) {
    const std::string text(paper_word(static_cast<PaperWord>(i), document::Language::kEnglish));
    for (const char* word : {"captive", "prisoner", "ruled", "unwound", "terrorist"}) {
      CHECK(text.find(word) == std::string::npos);
    }
  }
}

TEST_CASE("an Arabic text agrees with whatever number or party stands in it") {
  for (std::size_t i = 0; i < kPaperWordCount; ++i) {
    const std::string text(paper_word(static_cast<PaperWord>(i), document::Language::kArabic));
    CAPTURE(text);
    // No noun counted by a number before it, no verb whose subject is a party.
    for (const char* wrong :
         {"{0} مرحلة", "{0} مقعد", "{0} إضافي", "} إضافي", "طالب بهم", "يسلّمهم"}) {
      CHECK(text.find(wrong) == std::string::npos);
    }
  }
}

TEST_CASE("placeholders are filled where they stand") {
  CHECK(paper_word(PaperWord::kHandsOver, document::Language::kEnglish, {"A", "B"}) ==
        "A hands over to B");
  CHECK(paper_word(PaperWord::kStage, document::Language::kRussian, {"3"}) == "Этап 3");
}

}  // namespace
}  // namespace parley::desk
