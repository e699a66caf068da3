// What a list may say of a person: the fields, and what of them may leave the desk.
//
// All fields are optional and keep their text as received. The set follows Geneva Convention III,
// article 122(4), and what lists in use hold beyond it (doc/format/exchange.md).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace parley::exchange {

enum class Field : std::uint8_t {
  kReference,        // the list's own number or code for the person
  kIcrcReference,
  kName,             // the whole name in one cell
  kGiven,
  kFather,
  kGrandfather,
  kFamily,
  kMother,
  kAlias,            // kunya, nom de guerre, nickname; several may stand in one cell
  kNameAtArrest,
  kNameOther,        // the name again, in another script or spelling
  kSex,
  kBorn,             // date of birth
  kAge,              // in years, on the day of the list
  kBirthPlace,
  kOrigin,           // where the person or the family comes from
  kNationality,
  kDocument,         // identity papers
  kForce,
  kUnit,
  kRank,
  kServiceNumber,
  kCaptured,         // date of capture or last sighting
  kCapturePlace,
  kCaptureSource,    // who saw it, who says so
  kAllegedHolder,
  kDetentionPlace,
  kCompanions,       // taken or held together with
  kHealth,           // wounds, illness, pregnancy
  kContact,          // family, person to be informed
  kStatusWord,       // that party's own word for the person
  kConsent,          // to forward the name
  kDied,
  kBurialPlace,
  kNote,
};
inline constexpr std::size_t kFieldCount = static_cast<std::size_t>(Field::kNote) + 1;

// What happens to a field when the person's name is put to another party.
enum class Release : std::uint8_t {
  kForward,  // goes with the name
  kOnNamedDecision,  // stays with the desk until a decision releases that field for that person
  kNever,    // the list's own business
};

struct FieldInfo {
  Field field;
  std::string_view token;  // in files and mappings: "birth-place"
  Release release;
  bool several;  // more than one column may hold it
};

const std::array<FieldInfo, kFieldCount>& fields();
const FieldInfo& info(Field field);
inline std::string_view name(Field field) { return info(field).token; }
std::optional<Field> field_named(std::string_view token);

}  // namespace parley::exchange
