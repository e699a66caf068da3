// Where the dossier stands: what the key, or one party, can read of it, as of a day.
#pragma once

#include <map>

#include "desk/session.hpp"
#include "dossier/status.hpp"
#include "dossier/timeline.hpp"

namespace parley::desk {

struct SituationRequest {
  std::optional<Date> as_of;         // absent: the day of the latest statement
  std::optional<std::string> party;  // handle: only what that party may read
};

struct Situation {
  std::string title;
  std::string origin;  // of the record
  dossier::Dossier dossier;
  dossier::Status status;
  std::vector<dossier::Event> timeline;
  std::uint64_t withheld = 0;
  std::uint64_t erased = 0;
  std::optional<std::string> party;  // asked for, or that of the key
  // Who wrote what the desk did not write itself, by name as the record knows it.
  std::map<record::KeyId, std::string> others;
};

// A key that belongs to a party sees what that party may see.
// Error (kNotFound): no such party.
Result<Situation> situation(const Session& session, const SituationRequest& request);

}  // namespace parley::desk
