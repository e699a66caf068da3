// A person looked for on the dossier's lists by a name, in any script.
//
// Promises: only of lists that this key may read; for a party, of the lists that it gave itself: on
// whose list else a name stands would tell who seeks or holds whom. Every name of a row counts:
// other spellings, aliases, the name given at arrest. The same at any number of threads. Does not:
// say who is the same person (claim link does, from all that lists say).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/list/show.hpp"

namespace parley::desk {

struct FindPeopleRequest {
  std::string name;
  std::optional<std::string> party;  // as that party may know it
  std::size_t most = 10;
};

struct FoundPerson {
  std::string list;  // key
  exchange::ListKind kind = exchange::ListKind::kSought;
  std::int64_t row = 0;
  std::string file;
  std::string reference;
  std::string birth;  // as ShownPerson
  record::EntryId id;
  std::string name;                                // the one that is like, as written
  exchange::Field field = exchange::Field::kName;  // which of the row's names it is
  std::uint32_t probability_ppm = 0;               // text/name_match.hpp: of the names alone
};

struct PeopleFound {
  std::string name;
  std::size_t people = 0;          // whose names were looked at
  // The likest first, each row once; none that is under 1 in 10 like.
  std::vector<FoundPerson> found;
};

// Error (kBadInput): the name has no letter, or is too long; (kNotFound): no such party.
Result<PeopleFound> find_people(const Session& session, const FindPeopleRequest& request);

}  // namespace parley::desk
