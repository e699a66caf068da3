// The family has been told of a death: from here on the answer may go to the claimant.
#pragma once

#include <optional>
#include <string>

#include "desk/session.hpp"

namespace parley::desk {

struct FamilyToldRequest {
  std::string claim;
  std::optional<Date> date;
  std::string note;  // by whom
};

// Error (kRefused): no death has been reported.
Result<Written> family_told(Session& session, const FamilyToldRequest& request);

}  // namespace parley::desk
