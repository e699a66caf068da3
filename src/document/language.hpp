// The languages a document may be written in, and the way each runs.
//
// Promises: a BCP 47 tag and a direction for each. Does not: say what language a text is in; the
// caller knows, or leaves it open (see Run).
#pragma once

#include <optional>
#include <string_view>

namespace parley::document {

enum class Language { kEnglish, kArabic, kFrench, kRussian, kUkrainian, kHebrew };
enum class Direction { kLeftToRight, kRightToLeft };

std::string_view tag(Language language);                      // "en"
std::optional<Language> language_from_tag(std::string_view);  // of "ar" or "ar-SY"; none if unknown
Direction direction(Language language);

}  // namespace parley::document
