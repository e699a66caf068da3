// What a column of any table says about a person, and the words that headers have for it.
//
// Promises: tokens that stand in files (--columns) for ever; words of Arabic, English, French,
// German, Hebrew, Russian, Spanish, Ukrainian. Does not: look at cells (roles.hpp does).
#pragma once

#include <cstdint>
#include <string_view>

#include "table/vocabulary.hpp"

namespace parley::linkage {

enum class Role : std::uint8_t {
  // Of the person's own name.
  kName,  // whole
  kGiven,
  kFather,  // or patronymic
  kGrandfather,
  kFamily,
  kAlias,
  // Fields of their own.
  kOtherName,  // somebody else's: the mother's
  kDate,
  kAge,
  kSex,
  kTerm,  // places, occupations, streets
  kCategory,
  kCode,
  kEmail,
  kNumber,
  // Not compared.
  kText,    // remarks
  kRowId,   // another for each row: tells nothing
  kAnswer,  // what another linkage found
  kTruth,   // given with --truth
  kEmpty,
  kConstant,
  kRepeats,   // says what another column says
  kOnlyHere,  // the other file has nothing like it
  kIgnored,   // a person said so
};

std::string_view name(Role role);  // "name", "given", "date", ... for people
bool is_own_name(Role role);       // kName to kAlias
bool is_compared(Role role);       // kName to kNumber

// Every token that a column may be given: "name", "birth", "phone", "term", ... A generic one
// ("term") is a field of its own for each header; of the others, columns of two files that have the
// same token are one field.
const table::VocabularyIndex& role_vocabulary();
Role role_of(std::string_view token);  // precondition: of the vocabulary
bool is_generic(std::string_view token);

}  // namespace parley::linkage
