// The review queue of the key at hand, and as a sheet for an officer who works away from the
// program.
//
// For the desk alone. What another key decided does not show.
#pragma once

#include <string>
#include <vector>

#include "desk/link/pair_told.hpp"
#include "desk/session.hpp"
#include "exchange/review_shown.hpp"

namespace parley::desk {

struct ReviewAnswer {
  std::size_t waiting = 0;  // pairs in the queue
  std::size_t put_off = 0;  // of them: this key said "later"
  bool linked = true;       // false: nothing has been linked yet
  exchange::ReviewOrder order = exchange::ReviewOrder::kTeaching;
  std::vector<exchange::ShownPair> pairs;  // the first of the queue
};

// "north-sought:17 (N-118)".
document::Text called(const exchange::ReviewSide& side);
// What linkage says of a pair, to be told. Precondition: it is explained.
ExplainedPair explained(const exchange::ShownPair& pair);

// In the blind order nothing of what linkage says of a pair is in the answer.
Result<ReviewAnswer> review_queue(Session& session, std::size_t most, exchange::ReviewOrder order);

struct ReviewSheet {
  Bytes file;
  std::size_t pairs = 0;
};

// The queue, or its first `most`, as an XLSX file. `officer`: whom the sheet is for, as its title
// says; empty: the key's name. Error (kNotFound): nothing waits.
Result<ReviewSheet> review_sheet(Session& session, const std::string& officer, std::size_t most,
                                 exchange::ReviewOrder order);

}  // namespace parley::desk
