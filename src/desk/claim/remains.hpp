// Remains: cases of their own, perhaps unnamed, never part of parity.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/session.hpp"
#include "exchange/claim.hpp"

namespace parley::desk {

struct RemainsRequest {
  std::string key;  // a handle
  std::string by;   // the party that reports them
  std::string place;
  std::optional<Date> found;
  std::vector<std::string> claims;  // whose they may be
  std::string note;
};

// Entered for the desk alone, or by a focal point for its own party.
// Error (kUsage): the handle is badly formed, or taken.
Result<Written> add_remains(Session& session, const RemainsRequest& request);

struct RemainsLine {
  exchange::Remains value;
  std::string by;  // handle
};
// What this key may read.
Result<std::vector<RemainsLine>> list_remains(const Session& session);

}  // namespace parley::desk
