// An exchange as one audience can read it: lists, claims, decisions, over the dossier's parties.
//
// Promises: a pure function of the record's view.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "dossier/view.hpp"
#include "exchange/claims.hpp"
#include "exchange/identity.hpp"
#include "exchange/lists.hpp"
#include "exchange/person.hpp"

namespace parley::exchange {

struct View {
  dossier::Dossier dossier;
  Lists lists;
  Claims claims;
  Identities identities;
  std::map<std::string, record::EntryId> party_names;  // folded; handles, and names in any language

  // By handle, or by a name in any language, as a cell may hold it.
  std::optional<record::EntryId> party_called(std::string_view text) const;
  // The party's handle, and its name in a language.
  std::string handle_of(const record::EntryId& party) const;
  std::string name_of(const record::EntryId& party, std::string_view language) const;

  Result<Person> person(const Row& row) const;
  // Whether the name may be put to another party: the row's own word, else its list's.
  bool may_forward(const Row& row) const;
  std::vector<std::string> problems() const;
};

// Error (kBroken): the view's entries are not in the order of the record.
Result<View> fold(const record::View& view);

}  // namespace parley::exchange
