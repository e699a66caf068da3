// Which form of a counted noun goes with a number.
//
// Source: Unicode CLDR 45, supplemental/plurals.xml, for whole numbers. Written out here and not
// asked of the installed ICU, so that a report is the same on every machine.
#pragma once

#include <array>
#include <cstdint>

#include "document/language.hpp"

namespace parley::desk {

enum class PluralForm : std::uint8_t { kZero, kOne, kTwo, kFew, kMany, kOther };

inline constexpr std::array kPluralForms = {PluralForm::kZero, PluralForm::kOne,
                                            PluralForm::kTwo,  PluralForm::kFew,
                                            PluralForm::kMany, PluralForm::kOther};

// Hebrew, which no report is in yet, counts as English.
PluralForm plural_form(document::Language language, std::uint64_t number);

// Whether some whole number takes that form.
bool has_plural_form(document::Language language, PluralForm form);

}  // namespace parley::desk
