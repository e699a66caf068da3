// Saying who is the same person: one decision a pair, by the key at hand.
//
// There is no way to decide many pairs at once but to have decided each: a sheet that comes back is
// read row by row. Two keys that say "same" confirm; one that says "different" keeps the two apart.
#pragma once

#include <string>
#include <vector>

#include "desk/session.hpp"
#include "exchange/review_sheet.hpp"

namespace parley::desk {

struct DecideRequest {
  // One (a claim as answered) or two people: a row as LIST:ROW, 6 digits or more of an id, or a
  // number in any sheet.
  std::vector<std::string> people;
  exchange::Verdict verdict = exchange::Verdict::kLater;
  std::string reason;
};

struct Decided {
  std::vector<record::EntryId> ids;
  bool unchanged = false;  // this key had said so before
  std::uint64_t size = 0;
};

// Error: kNotFound, kUsage (more than one row is called so), kRefused.
Result<Decided> decide(Session& session, const DecideRequest& request);

// The same for pairs as the queue has them, one after the other, each an act of its own. The
// session need not hold the write lock: it is taken for each.
Result<Decided> decide_shown(Session& session, const exchange::Identity& identity);

struct MergeReviewRequest {
  std::string file;  // its name, for messages
  std::string bytes;
};

struct ReviewMerged {
  std::string file;
  std::size_t same = 0, different = 0, later = 0;  // written
  std::size_t unchanged = 0;                       // this key had said so before
  std::size_t blank = 0;                           // stay undecided
  std::vector<exchange::SheetRemark> refused;      // by row
  std::vector<record::EntryId> ids;
  std::uint64_t size = 0;
};

// Each verdict of a review sheet is this key's decision on its pair; all in one act. A verdict on
// rows, or an answer, that changed since the sheet was written is refused.
Result<ReviewMerged> merge_review(Session& session, const MergeReviewRequest& request);

}  // namespace parley::desk
