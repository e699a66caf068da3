#include "exchange/match_record.hpp"

#include <array>

namespace parley::exchange {
namespace {

using linkage::Kind;
using linkage::Value;
using text::NameRole;
using Values = std::vector<Value>;

enum : std::size_t {
  kNames,
  kMothers,
  kSexes,
  kBirth,
  kBirthPlaces,
  kOrigins,
  kDocuments,
  kServiceNumbers,
  kForces,
  kUnits,
  kCaptures,
  kCapturePlaces,
  kIcrcReferences,
  kReferences,
  kFields
};

void put(Values& out, Value value) {
  if (out.size() < linkage::kMostValues) out.push_back(std::move(value));
}

// What one cell holds several of: "Abu Omar; the falcon".
std::vector<std::string_view> several(std::string_view cell) {
  constexpr std::array<std::string_view, 6> kBetween = {",", "،", ";", "؛", "/", "\n"};
  std::vector<std::string_view> out;
  std::size_t start = 0;
  for (std::size_t at = 0; at <= cell.size();) {
    std::size_t length = at == cell.size() ? 1 : 0;
    for (const std::string_view mark : kBetween) {
      if (cell.substr(at, mark.size()) == mark) length = mark.size();
    }
    if (length == 0) {
      ++at;
      continue;
    }
    if (at > start) out.push_back(cell.substr(start, at - start));
    at += length;
    start = at;
  }
  return out;
}

bool has_name(const text::PersonalName& name) { return !name.parts.empty() || !name.kunya.empty(); }

void put_name(Values& out, text::PersonalName name, bool alias) {
  if (has_name(name)) put(out, linkage::Name{std::move(name), alias});
}

// The name that the columns given, father, grandfather, family make. Where the given name has no
// column of its own, the first part of the whole name stands for it.
text::PersonalName from_columns(const Person& person, const text::PersonalName& whole) {
  struct Of {
    Field field;
    NameRole role;
  };
  constexpr std::array<Of, 3> kRest = {Of{Field::kFather, NameRole::kFather},
                                       Of{Field::kGrandfather, NameRole::kGrandfather},
                                       Of{Field::kFamily, NameRole::kFamily}};
  std::vector<text::PersonalName> pieces;
  if (const auto given = person.text(Field::kGiven); !given.empty()) {
    pieces.push_back(text::parse_name_part(given, NameRole::kGiven));
  } else if (!whole.parts.empty()) {
    text::PersonalName first = whole;
    first.parts.resize(1);
    first.parts[0].role = NameRole::kGiven;
    first.written = first.parts[0].written;
    pieces.push_back(std::move(first));
  }
  bool rest = false;
  for (const Of& of : kRest) {
    const auto text = person.text(of.field);
    if (text.empty()) continue;
    rest = true;
    pieces.push_back(text::parse_name_part(text, of.role));
  }
  if (!rest && person.text(Field::kGiven).empty()) return {};
  return linkage::assembled(pieces);
}

void put_names(Values& out, const Person& person) {
  text::PersonalName whole;
  if (const auto text = person.text(Field::kName); !text.empty()) whole = text::parse_name(text);
  text::PersonalName columns = from_columns(person, whole);
  // A column "name" beside a column "father" may hold the given name alone.
  const bool whole_says_all = whole.parts.size() > 1 || columns.parts.empty();
  if (whole_says_all) put_name(out, std::move(whole), false);
  put_name(out, std::move(columns), false);
  for (const auto& [field, text] : person.texts) {
    if (field == Field::kNameOther) put_name(out, text::parse_name(text), false);
    if (field == Field::kNameAtArrest) put_name(out, text::parse_name(text), true);
    if (field != Field::kAlias) continue;
    for (const std::string_view one : several(text)) put_name(out, text::parse_name(one), true);
  }
}

void put_places(Values& out, const Person& person, Field field, const MatchPlaces& places) {
  for (const auto& [one, text] : person.texts) {
    if (one == field) put(out, places.term(text));
  }
}

void put_terms(Values& out, const Person& person, Field field) {
  for (const auto& [one, text] : person.texts) {
    if (one == field) put(out, linkage::Term{{}, {}, text});
  }
}

void put_codes(Values& out, const Person& person, Field field) {
  for (const auto& [one, text] : person.texts) {
    if (one != field) continue;
    for (const std::string_view code : several(text)) {
      if (!linkage::folded_code(code).empty()) put(out, std::string(code));
    }
  }
}

}  // namespace

linkage::Schema match_schema() {
  linkage::Schema out(kFields);
  out[kNames] = {"name", Kind::kName, true, false, 0};
  out[kMothers] = {"mother", Kind::kName, false, true, 0};
  out[kSexes] = {"sex", Kind::kCategory, false, false, 0};
  out[kBirth] = {"birth", Kind::kDate, false, false, 0};
  out[kBirthPlaces] = {"birth-place", Kind::kTerm, false, true, 1};
  out[kOrigins] = {"origin", Kind::kTerm, false, true, 1};
  out[kDocuments] = {"document", Kind::kCode, false, false, 0};
  out[kServiceNumbers] = {"service-number", Kind::kCode, false, false, 0};
  out[kForces] = {"force", Kind::kTerm, false, false, 2};
  out[kUnits] = {"unit", Kind::kTerm, false, false, 2};
  out[kCaptures] = {"captured", Kind::kDate, false, true, 0};
  out[kCapturePlaces] = {"capture-place", Kind::kTerm, false, true, 0};
  out[kIcrcReferences] = {"icrc-reference", Kind::kCode, false, false, 0};
  out[kReferences] = {"reference", Kind::kCode, false, false, 0};
  return out;
}

linkage::Record match_record(const Person& person, const MatchPlaces& places, std::uint32_t index) {
  linkage::Record out;
  out.index = index;
  out.values.resize(kFields);
  put_names(out.values[kNames], person);
  if (const auto mother = person.text(Field::kMother); !mother.empty()) {
    put_name(out.values[kMothers], text::parse_name(mother), false);
  }
  if (person.sex != Sex::kUnknown) {
    out.values[kSexes].emplace_back(std::string(person.sex == Sex::kMale ? "m" : "f"));
  }
  if (person.born_span) {
    const bool unknown = person.born && person.born->likely_unknown;
    out.values[kBirth].emplace_back(
        linkage::DateSpan{person.born_span->first, person.born_span->last, unknown});
  }
  put_places(out.values[kBirthPlaces], person, Field::kBirthPlace, places);
  put_places(out.values[kOrigins], person, Field::kOrigin, places);
  put_codes(out.values[kDocuments], person, Field::kDocument);
  put_codes(out.values[kServiceNumbers], person, Field::kServiceNumber);
  put_terms(out.values[kForces], person, Field::kForce);
  put_terms(out.values[kUnits], person, Field::kUnit);
  if (person.captured) {
    const text::DaySpan span = person.captured->span();
    out.values[kCaptures].emplace_back(linkage::DateSpan{span.first, span.last, false});
  }
  put_places(out.values[kCapturePlaces], person, Field::kCapturePlace, places);
  put_codes(out.values[kIcrcReferences], person, Field::kIcrcReference);
  return out;
}

std::vector<std::string> match_references(const Person& person) {
  std::vector<std::string> out;
  for (const auto& [field, text] : person.texts) {
    if (field == Field::kReference && !linkage::folded_code(text).empty()) out.push_back(text);
  }
  return out;
}

void with_references(linkage::Record& record, const std::vector<std::string>& references) {
  for (const std::string& one : references) put(record.values[kReferences], one);
}

}  // namespace parley::exchange
