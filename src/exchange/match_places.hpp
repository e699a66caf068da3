// Places as cells write them, found among the dossier's places by any of their names.
//
// Promises: a pure function of the dossier; every name of a place, in any script, is one term; a
// cell that names several ("Taiz, Salah district") is the innermost of those known. A place of no
// name that the dossier has is its text. Does not: know any place of its own, or ask a map.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dossier/view.hpp"
#include "linkage/record.hpp"
#include "text/personal_name.hpp"

namespace parley::exchange {

class MatchPlaces {
 public:
  explicit MatchPlaces(const dossier::Dossier& dossier);

  linkage::Term term(std::string_view cell) const;

 private:
  struct Named {
    text::NamePart name;
    record::EntryId place;
  };
  std::vector<record::EntryId> known(std::string_view part) const;
  std::vector<std::string> around(const record::EntryId& place) const;

  const dossier::Dossier& dossier_;
  std::unordered_map<std::string, std::vector<record::EntryId>> by_spelling_;  // never iterated
  std::unordered_map<std::string, std::vector<Named>> by_sound_;               // never iterated
};

// A place's name for comparison: folded within its script, without article and without words like
// "governorate", in one word.
std::string place_spelling(std::string_view name);

}  // namespace parley::exchange
