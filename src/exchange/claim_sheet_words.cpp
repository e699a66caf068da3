#include "exchange/claim_sheet_words.hpp"

#include <map>

#include "exchange/claim_sheet_texts.hpp"
#include "table/header_text.hpp"

namespace parley::exchange {
namespace {

constexpr std::array<std::string_view, kSheetLanguages.size()> kTags = {"en", "ar", "fr", "ru",
                                                                        "uk"};

std::string folded(std::string_view text) { return table::squeezed(table::fold_header(text)); }

// What each folded word means; the first meaning stands, a test sees that there is one alone.
template <class Meaning, class Meanings, class Word>
std::map<std::string, Meaning, std::less<>> index(const Meanings& meanings, Word word_of) {
  std::map<std::string, Meaning, std::less<>> out;
  for (const Meaning meaning : meanings) {
    for (const SheetLanguage language : kSheetLanguages) {
      out.emplace(folded(word_of(meaning, language)), meaning);
    }
  }
  return out;
}

template <class Meaning>
std::optional<Meaning> found(const std::map<std::string, Meaning, std::less<>>& words,
                             std::string_view text) {
  const auto one = words.find(folded(text));
  if (one == words.end()) return {};
  return one->second;
}

template <class Enum, std::size_t N>
std::array<Enum, N> all_of() {
  std::array<Enum, N> out{};
  for (std::size_t i = 0; i < N; ++i) out[i] = static_cast<Enum>(i);
  return out;
}

}  // namespace

std::string_view tag(SheetLanguage language) { return kTags[static_cast<std::size_t>(language)]; }

std::optional<SheetLanguage> sheet_language_named(std::string_view wanted) {
  for (const SheetLanguage language : kSheetLanguages) {
    if (tag(language) == wanted) return language;
  }
  return {};
}

std::string_view word(SheetColumn column, SheetLanguage language) {
  return column_words(column)[static_cast<std::size_t>(language)];
}
std::string_view word(Field field, SheetLanguage language) {
  return field_headers(field)[static_cast<std::size_t>(language)];
}
std::string_view word(AnswerStatus status, SheetLanguage language) {
  return status_words(status)[static_cast<std::size_t>(language)];
}
std::string_view word(Stance stance, SheetLanguage language) {
  return stance_words(stance)[static_cast<std::size_t>(language)];
}
std::string_view word(SheetText text, SheetLanguage language) {
  return text_words(text)[static_cast<std::size_t>(language)];
}

std::string word(SheetText text, SheetLanguage language,
                 std::initializer_list<std::string_view> values) {
  const std::string_view form = word(text, language);
  std::string out;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const std::size_t at = i + 2 < form.size() && form[i] == '{' && form[i + 2] == '}'
                               ? static_cast<std::size_t>(form[i + 1] - '0')
                               : values.size();
    if (at < values.size()) {
      out += values.begin()[at];
      i += 2;
    } else {
      out += form[i];
    }
  }
  return out;
}

std::optional<AnswerStatus> read_answer(std::string_view cell) {
  static const auto words = index<AnswerStatus>(
      kAnswerStatuses,
      [](AnswerStatus status, SheetLanguage language) { return word(status, language); });
  if (const auto status = found(words, cell)) return status;
  return answer_status_named(cell);
}

std::optional<Stance> read_stance(std::string_view cell) {
  static const auto words =
      index<Stance>(std::array{Stance::kAccepted, Stance::kContested},
                    [](Stance stance, SheetLanguage language) { return word(stance, language); });
  return found(words, cell);
}

std::optional<SheetColumn> read_column(std::string_view header) {
  static const auto words = index<SheetColumn>(
      all_of<SheetColumn, kSheetColumnCount>(),
      [](SheetColumn column, SheetLanguage language) { return word(column, language); });
  return found(words, header);
}

std::optional<Field> read_field_column(std::string_view header) {
  static const auto words =
      index<Field>(all_of<Field, kFieldCount>(),
                   [](Field field, SheetLanguage language) { return word(field, language); });
  return found(words, header);
}

}  // namespace parley::exchange
