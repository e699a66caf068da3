// A named decision: this field of this person may go to that party.
#pragma once

#include <string>
#include <vector>

#include "desk/session.hpp"

namespace parley::desk {

struct ReleaseRequest {
  std::string person;               // a number, or digits of the id; on any list
  std::vector<std::string> fields;  // tokens
  std::string party;
  std::string reason;
};

// Error (kUsage): a field that there is none of, that goes with the name anyway or never leaves;
// one that has been released to that party already; no reason.
Result<Written> release_fields(Session& session, const ReleaseRequest& request);

}  // namespace parley::desk
