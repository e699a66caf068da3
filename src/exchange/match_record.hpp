// A person of a list as linkage compares people.
//
// Promises: a pure function of the person and the dossier's places; whatever tells something of who
// somebody is is in the record: names whole or in parts, other spellings, aliases and kunyas, the
// mother, sex, birth, places, papers, force and unit, capture. Consent plays no part: a name is
// matched whether it may be forwarded or not.
#pragma once

#include "exchange/match_places.hpp"
#include "exchange/person.hpp"
#include "linkage/record.hpp"

namespace parley::exchange {

linkage::Schema match_schema();

// Without the list's own reference, which few lists can compare: with_references() adds it.
linkage::Record match_record(const Person& person, const MatchPlaces& places, std::uint32_t index);

// The list's own references of that person, for with_references().
std::vector<std::string> match_references(const Person& person);
void with_references(linkage::Record& record, const std::vector<std::string>& references);

}  // namespace parley::exchange
