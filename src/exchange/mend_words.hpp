// What is wrong with a cell, in the language of the list that it stands in.
//
// Promises: what person.hpp and text/date_reading.hpp say of cells has words in every language of
// the desk; a text that this table does not know stays as it is, in English. Does not: translate
// headers, which are the list's own.
#pragma once

#include <string_view>

#include "exchange/claim_sheet_words.hpp"
#include "exchange/list.hpp"

namespace parley::exchange {

// By the headers of the columns that are known; English where they do not say.
SheetLanguage language_of(const Reading& reading);

std::string_view in_language(std::string_view english, SheetLanguage language);

// The header of the column that says it, and what whoever types there is told.
inline constexpr std::string_view kWhatToMendHeader = "what to mend";
inline constexpr std::string_view kNotToBeTyped =
    "This cell says which row it is, or what is wrong with it. Mend the others.";

}  // namespace parley::exchange
