// What is said of one person: the fields, and what each holds. Lists of people: records.hpp.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "text/personal_name.hpp"

namespace parley::linkage {

enum class Kind : std::uint8_t {
  kName,      // personal names: Name
  kDate,      // a day, month, year or span: DateSpan
  kCode,      // documents, service numbers, references: std::string, as written
  kCategory,  // sex, status: std::string, compared as it is
  kTerm,      // places, units: Term
};

std::string_view name(Kind kind);  // "name", "date", "code", "category", "term"

struct Field {
  std::string token;  // "birth": stands for the field in results
  Kind kind = Kind::kName;
  // The person's own names: agreeing in them alone never makes a pair sure.
  bool own_name = false;
  // Brothers and cousins have the same (mother, origin): cannot tell relatives apart. The father's,
  // grandfather's and family name are known to be so.
  bool shared_by_kin = false;
  // Fields of one group (not 0) partly say the same (birth place and origin): the one that agrees
  // most counts in full, the others half.
  std::uint8_t group = 0;
  // A code that is not one person's own: a telephone, a postcode, a house number.
  bool of_household = false;

  bool operator==(const Field&) const = default;
};

using Schema = std::vector<Field>;

// A name as the list has it. A kunya may stand within, or alone.
struct Name {
  text::PersonalName name;
  // Nom de guerre, name given at arrest: agreeing in it tells, differing in it does not.
  bool alias = false;
};

// The first and the last day that are meant, both of day precision; an age is a span of a year.
struct DateSpan {
  Date first, last;
  // 1 January and the like: the day is often not meant. Compared as if the whole year were.
  bool likely_unknown = false;
};

// A place or a unit: opaque ids where the caller's tables know it, else its text.
struct Term {
  std::vector<std::string> is;      // what it may be (two places may have one name)
  std::vector<std::string> within;  // what contains those, at any level that tells something
  std::string text;                 // as written; compared where either side has no ids
};

using Value = std::variant<Name, DateSpan, std::string, Term>;

struct Record {
  std::uint32_t index = 0;                 // the caller's own; comes back in results
  std::vector<std::vector<Value>> values;  // one list for each field of the schema
};

constexpr std::size_t kMostFeatures = 32;
constexpr std::size_t kMostValues = 8;  // of one field of one person
constexpr std::size_t kMostParts = 8;   // of a name that are compared; further ones are not

// One value of a name field, from the columns given, father, grandfather, family.
text::PersonalName assembled(std::span<const text::PersonalName> pieces);

// The year, month or day that `date` says.
DateSpan span_of(const Date& date);
// What codes are compared as: letters and digits only, digits of any script as 0-9, lower case.
std::string folded_code(std::string_view written);

// What is compared: a field, or one slot of a name field.
enum class Slot : std::uint8_t {
  kWhole,  // the field is no name
  kGiven,
  kFather,
  kGrandfather,
  kFamily,
  kFurther,  // further ancestors, parts whose place cannot be told
  kKunya,
};
std::string_view name(Slot slot);  // "", "given", "father", ...

struct Feature {
  std::uint16_t field = 0;
  Slot slot = Slot::kWhole;

  bool operator==(const Feature&) const = default;
};

// In a fixed order. "birth", "name.father": what a feature is called in results.
std::vector<Feature> features_of(const Schema& schema);
std::string token(const Schema& schema, const Feature& feature);

}  // namespace parley::linkage
