#include "document/language.hpp"

namespace parley::document {

std::string_view tag(Language language) {
  switch (language) {
    case Language::kEnglish: return "en";
    case Language::kArabic: return "ar";
    case Language::kFrench: return "fr";
    case Language::kRussian: return "ru";
    case Language::kUkrainian: return "uk";
    case Language::kHebrew: return "he";
  }
  return "und";
}

std::optional<Language> language_from_tag(std::string_view text) {
  const std::string_view primary = text.substr(0, text.find('-'));
  for (const Language language : {Language::kEnglish, Language::kArabic, Language::kFrench,
                                  Language::kRussian, Language::kUkrainian, Language::kHebrew}) {
    if (primary == tag(language)) return language;
  }
  return std::nullopt;
}

Direction direction(Language language) {
  return language == Language::kArabic || language == Language::kHebrew ? Direction::kRightToLeft
                                                                        : Direction::kLeftToRight;
}

}  // namespace parley::document
