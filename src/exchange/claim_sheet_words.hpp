// The words of the sheets that go to the sides and come back, in the five languages of the desk.
//
// Promises: no cell is empty; the words for answers and stances are the same whoever reads them,
// and within a language no two fold to one; a text's placeholders ({0}) are the same in all
// languages. A word is read whatever language it is in. Does not: translate what people entered.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "exchange/claim.hpp"

namespace parley::exchange {

enum class SheetLanguage : std::uint8_t { kEnglish, kArabic, kFrench, kRussian, kUkrainian };
inline constexpr std::array kSheetLanguages = {SheetLanguage::kEnglish, SheetLanguage::kArabic,
                                               SheetLanguage::kFrench, SheetLanguage::kRussian,
                                               SheetLanguage::kUkrainian};

std::string_view tag(SheetLanguage language);  // "ar"
std::optional<SheetLanguage> sheet_language_named(std::string_view tag);
inline bool right_to_left(SheetLanguage language) { return language == SheetLanguage::kArabic; }

// The columns that are ours; the others show fields of the list.
enum class SheetColumn : std::uint8_t {
  kNumber,
  kRound,
  // What the other side, or oneself, said before.
  kTheirAnswer,
  kTheirFinalReply,
  kTheirDate,
  kYourAnswer,
  kYourDate,
  // To be filled in. The first four say which round the sheet is of.
  kAnswer,
  kRemark,
  kFinalReply,
  kLastRemark,
  kDate,
  kOther,
  kCause,
  kBurialPlace,
  kNote,
  kReference,
};
inline constexpr std::size_t kSheetColumnCount =
    static_cast<std::size_t>(SheetColumn::kReference) + 1;

enum class SheetText : std::uint8_t {
  kName,  // of the sheet
  // The title of each round, in their order; {0} whose names, {1} for whom.
  kTitleAnswers,
  kTitleRemarks,
  kTitleFinalReplies,
  kTitleLastRemarks,
  kReminder,
  kDeadline,  // {0} a day
  // How to fill it in; {0} the column of the answer.
  kHowToAnswer,
  kHowToRemark,
  kAboutDeaths,
  kLeaveNumbers,  // {0}, {1} the columns to leave alone
  kWithoutPrejudice,
  kFamilies,  // in place of the names of families and their associations
  kAnd,       // between two names
  kLocked,    // told to whoever types in a locked cell
  kPage,      // at the foot
};
inline constexpr std::size_t kSheetTextCount = static_cast<std::size_t>(SheetText::kPage) + 1;

std::string_view word(SheetColumn column, SheetLanguage language);
std::string_view word(Field field, SheetLanguage language);
std::string_view word(AnswerStatus status, SheetLanguage language);
std::string_view word(Stance stance, SheetLanguage language);
std::string_view word(SheetText text, SheetLanguage language);
// With its placeholders filled.
std::string word(SheetText text, SheetLanguage language,
                 std::initializer_list<std::string_view> values);

// Back from any of the languages, whatever the case, marks and spacing; a status also by its name
// in English as the record has it.
std::optional<AnswerStatus> read_answer(std::string_view cell);
std::optional<Stance> read_stance(std::string_view cell);
std::optional<SheetColumn> read_column(std::string_view header);
std::optional<Field> read_field_column(std::string_view header);

}  // namespace parley::exchange
