// What befell a person, at any time: a release, a new arrest, a death, what an interview came to.
#pragma once

#include <optional>
#include <string>

#include "desk/session.hpp"
#include "exchange/claim.hpp"

namespace parley::desk {

struct EventRequest {
  std::string person;  // a number, or digits of the id; on any list
  exchange::EventKind kind = exchange::EventKind::kReleased;
  std::string by;  // the party that says so
  std::optional<Date> date;
  std::optional<std::string> to;  // whom transferred to
  std::string source;
  std::string note;
};

struct EnteredEvent {
  Written written;
  bool by_stranger = false;  // the party that says so neither claims nor holds the person
};

// Entered for the desk alone, or by a focal point for its own party. Error (kUsage): the outcome of
// an interview with a reason, which never leaves the interview; a transfer to nobody.
Result<EnteredEvent> enter_event(Session& session, const EventRequest& request);

}  // namespace parley::desk
