// The table of words behind claim_sheet_words.hpp: each in the order of kSheetLanguages.
#pragma once

#include "exchange/claim_sheet_words.hpp"

namespace parley::exchange {

using InLanguages = std::array<std::string_view, kSheetLanguages.size()>;

const InLanguages& column_words(SheetColumn column);
const InLanguages& field_headers(Field field);
const InLanguages& status_words(AnswerStatus status);
const InLanguages& stance_words(Stance stance);
const InLanguages& text_words(SheetText text);

}  // namespace parley::exchange
