#include "desk/report/plural.hpp"

namespace parley::desk {
namespace {

using document::Language;

PluralForm arabic(std::uint64_t number) {
  const std::uint64_t hundredth = number % 100;
  if (number == 0) return PluralForm::kZero;
  if (number == 1) return PluralForm::kOne;
  if (number == 2) return PluralForm::kTwo;
  if (hundredth >= 3 && hundredth <= 10) return PluralForm::kFew;
  if (hundredth >= 11) return PluralForm::kMany;
  return PluralForm::kOther;
}

PluralForm french(std::uint64_t number) {
  if (number <= 1) return PluralForm::kOne;
  return number % 1'000'000 == 0 ? PluralForm::kMany : PluralForm::kOther;
}

PluralForm slavonic(std::uint64_t number) {
  const std::uint64_t last = number % 10;
  const std::uint64_t last_two = number % 100;
  if (last == 1 && last_two != 11) return PluralForm::kOne;
  if (last >= 2 && last <= 4 && (last_two < 12 || last_two > 14)) return PluralForm::kFew;
  return PluralForm::kMany;
}

}  // namespace

PluralForm plural_form(Language language, std::uint64_t number) {
  switch (language) {
    case Language::kArabic: return arabic(number);
    case Language::kFrench: return french(number);
    case Language::kRussian:
    case Language::kUkrainian: return slavonic(number);
    case Language::kEnglish:
    case Language::kHebrew: break;
  }
  return number == 1 ? PluralForm::kOne : PluralForm::kOther;
}

bool has_plural_form(Language language, PluralForm form) {
  // Each rule repeats after a million.
  for (const std::uint64_t number : {0, 1, 2, 3, 5, 11, 100, 1'000'000}) {
    if (plural_form(language, number) == form) return true;
  }
  return false;
}

}  // namespace parley::desk
