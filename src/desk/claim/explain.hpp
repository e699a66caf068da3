// Why two rows may be one person, by the weights of the latest linkage; whether it proposed the
// pair or not.
//
// For the desk alone.
#pragma once

#include <string>
#include <vector>

#include "desk/claim/link.hpp"
#include "desk/link/pair_told.hpp"
#include "desk/session.hpp"

namespace parley::desk {

struct ExplainRequest {
  // Codes of pairs, as the queue and the sheet have them; or two rows (claim_entry.hpp).
  std::vector<std::string> wanted;
};

struct PairExplained {
  exchange::PairKind kind = exchange::PairKind::kClaim;
  PairRow a, b;
  ExplainedPair explained;
};

struct PairsExplained {
  record::EntryId linkage;
  std::vector<PairExplained> pairs;  // in the order wanted
};

// Error (kNotFound): nothing has been linked; no such pair or row; lists that the linkage did not
// compare; rows that changed since. (kUsage): a claim alone, one row.
Result<PairsExplained> explain_pairs(Session& session, const ExplainRequest& request);

}  // namespace parley::desk
