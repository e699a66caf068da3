#include "exchange/claim_sheet_words.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

namespace parley::exchange {
namespace {

template <class Enum, std::size_t N, class Body>
void for_each_word(Body body) {
  for (std::size_t i = 0; i < N; ++i) {
    for (const SheetLanguage language : kSheetLanguages) body(static_cast<Enum>(i), language);
  }
}

// The placeholders of a text, each once.
std::set<char> placeholders(std::string_view text) {
  std::set<char> out;
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    if (text[i] == '{' && text[i + 2] == '}') out.insert(text[i + 1]);
  }
  return out;
}

}  // namespace

TEST_CASE("sheet words: each reads back as what it is, from every language") {
  for (const AnswerStatus status : kAnswerStatuses) {
    for (const SheetLanguage language : kSheetLanguages) {
      CHECK(read_answer(word(status, language)) == status);
    }
    CHECK(read_answer(name(status)) == status);
  }
  for (const Stance stance : {Stance::kAccepted, Stance::kContested}) {
    for (const SheetLanguage language : kSheetLanguages) {
      CHECK(read_stance(word(stance, language)) == stance);
    }
  }
  for_each_word<SheetColumn, kSheetColumnCount>([](SheetColumn column, SheetLanguage language) {
    CAPTURE(word(column, language));
    CHECK(read_column(word(column, language)) == column);
    CHECK_FALSE(read_field_column(word(column, language)).has_value());
  });
  for_each_word<Field, kFieldCount>([](Field field, SheetLanguage language) {
    CAPTURE(word(field, language));
    CHECK(read_field_column(word(field, language)) == field);
    CHECK_FALSE(read_column(word(field, language)).has_value());
  });
}

TEST_CASE("sheet words: as people type them again") {
  CHECK(read_answer("  held ") == AnswerStatus::kHeld);
  CHECK(read_answer("NOT HELD") == AnswerStatus::kNotHeld);
  CHECK(read_answer("افرج عنه") == AnswerStatus::kReleased);  // without marks and hamza
  CHECK(read_answer("متوفي") == AnswerStatus::kDied);
  CHECK(read_answer("аннотация") == std::nullopt);
  CHECK(read_answer("") == std::nullopt);
  CHECK(read_stance("معترض عليه") == Stance::kContested);
}

TEST_CASE("sheet words: none is empty, placeholders agree") {
  for_each_word<SheetText, kSheetTextCount>([](SheetText text, SheetLanguage language) {
    CHECK_FALSE(word(text, language).empty());
    CHECK(placeholders(word(text, language)) == placeholders(word(text, SheetLanguage::kEnglish)));
  });
  // A verb would have to agree with a party's name, whose gender and number nobody knows.
  for_each_word<SheetText, kSheetTextCount>([](SheetText text, SheetLanguage) {
    CHECK(word(text, SheetLanguage::kArabic).find("طالب ب") == std::string_view::npos);
  });
  CHECK(word(SheetText::kDeadline, SheetLanguage::kEnglish, {"today"}) ==
        "To be returned by: today");
  for (const SheetLanguage language : kSheetLanguages) {
    CHECK(sheet_language_named(tag(language)) == language);
    CHECK(right_to_left(language) == (tag(language) == "ar"));
    // A spreadsheet tells no more than 255 characters.
    CHECK(word(SheetText::kLocked, language).size() <= 255);
  }
}

}  // namespace parley::exchange
