#include "exchange/field.hpp"

namespace parley::exchange {
namespace {

using enum Field;
using enum Release;

constexpr std::array<FieldInfo, kFieldCount> kFields = {{
    {kReference, "reference", kNever, false},
    {kIcrcReference, "icrc-reference", kForward, false},
    {kName, "name", kForward, false},
    {kGiven, "given", kForward, false},
    {kFather, "father", kForward, false},
    {kGrandfather, "grandfather", kForward, false},
    {kFamily, "family", kForward, false},
    {kMother, "mother", kForward, false},
    {kAlias, "alias", kOnNamedDecision, true},
    {kNameAtArrest, "name-at-arrest", kOnNamedDecision, false},
    {kNameOther, "name-other", kForward, true},
    {kSex, "sex", kForward, false},
    {kBorn, "born", kForward, false},
    {kAge, "age", kForward, false},
    {kBirthPlace, "birth-place", kForward, false},
    {kOrigin, "origin", kForward, false},
    {kNationality, "nationality", kForward, false},
    {kDocument, "document", kOnNamedDecision, true},
    {kForce, "force", kOnNamedDecision, false},
    {kUnit, "unit", kOnNamedDecision, false},
    {kRank, "rank", kOnNamedDecision, false},
    {kServiceNumber, "service-number", kOnNamedDecision, false},
    {kCaptured, "captured", kForward, false},
    {kCapturePlace, "capture-place", kForward, false},
    {kCaptureSource, "capture-source", kOnNamedDecision, false},
    {kAllegedHolder, "alleged-holder", kNever, false},
    {kDetentionPlace, "detention-place", kOnNamedDecision, false},
    {kCompanions, "companions", kOnNamedDecision, false},
    {kHealth, "health", kOnNamedDecision, false},
    {kContact, "contact", kOnNamedDecision, true},
    {kStatusWord, "status-word", kOnNamedDecision, false},
    {kConsent, "consent", kNever, false},
    {kDied, "died", kOnNamedDecision, false},
    {kBurialPlace, "burial-place", kOnNamedDecision, false},
    {kNote, "note", kNever, true},
}};

}  // namespace

const std::array<FieldInfo, kFieldCount>& fields() { return kFields; }

const FieldInfo& info(Field field) { return kFields[static_cast<std::size_t>(field)]; }

std::optional<Field> field_named(std::string_view token) {
  for (const FieldInfo& one : kFields) {
    if (one.token == token) return one.field;
  }
  return {};
}

}  // namespace parley::exchange
