// Rounds: the names, or the answers on them, go out to a party as one sheet.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "desk/session.hpp"
#include "exchange/claim.hpp"

namespace parley::desk {

struct RoundRequest {
  exchange::RoundKind kind = exchange::RoundKind::kAnswers;
  std::string party;              // to whom; a handle or a name
  std::optional<std::string> by;  // only the names of that claimant
  std::optional<Date> deadline;
  std::string language = "en";
  bool reminder = false;  // to those whose sheet has gone out and not come back
  bool again = false;     // the file of the latest such round once more; nothing is recorded
  // Keeps the file where it outlives this program; called before the act is written, so that a
  // round in the record has its file, whatever happens. Not called in a dry run.
  std::function<Result<void>(ByteView file)> stage;
};

// Why names stayed behind. For the desk alone.
struct LeftOut {
  std::size_t without_consent = 0;  // to be forwarded
  std::size_t embargoed = 0;        // a death that the family has not been told of
  std::size_t sent = 0;             // out already, and not back
};

struct RoundAnswer {
  std::optional<record::EntryId> id;  // absent: in a dry run, or made again
  exchange::Round round;
  std::string party;
  LeftOut left_out;
  bool deadline_past = false;  // on the day it went
  std::uint64_t size = 0;
};

// Error (kNotFound): no name waits for such a round; (kRefused): the file would not be the one that
// went out, as what it shows has changed since.
Result<RoundAnswer> send_round(Session& session, const RoundRequest& request);

}  // namespace parley::desk
