// The two halves of the vocabulary, in the order of the fields: who somebody is, and what befell them.
#pragma once

#include "exchange/vocabulary.hpp"

namespace parley::exchange {

std::vector<FieldWords> identity_words();  // kReference to kNationality
std::vector<FieldWords> custody_words();   // kDocument to kNote

}  // namespace parley::exchange
