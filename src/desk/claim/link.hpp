// Linkage at the desk: who may be the same person on the lists of the sides.
//
// What is found is written as an entry for the desk alone. It names the checkpoint it was made at,
// so that it can be made again. Nobody outside the desk sees any of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/exchange/recompute.hpp"
#include "desk/session.hpp"
#include "exchange/match.hpp"
#include "exchange/review_shown.hpp"

namespace parley::desk {

using exchange::kMatchEngine;

struct LinkAnswer {
  record::EntryId id;      // of the entry; zero for a dry run
  bool unchanged = false;  // the latest linkage found the same: nothing was written
  exchange::Linkage linkage;
  std::vector<std::string> problems;  // of the record, that kept entries out
  std::uint64_t size = 0;
};

// Over everything this key may read. Error (kNotFound): no two lists to compare.
Result<LinkAnswer> link_people(Session& session);

struct LinkCheck {
  record::EntryId id;
  Recomputed pairs = Recomputed::kNotHere;    // by the weights that are recorded
  Recomputed weights = Recomputed::kNotHere;  // fitted to the lists anew
};

// The latest linkage, made again from what the record held then. Error (kNotFound): there is none.
Result<LinkCheck> check_linkage(Session& session);

struct PairRow : exchange::ReviewSide {
  record::EntryId id;
};

struct PairLine {
  exchange::PairKind kind = exchange::PairKind::kClaim;
  PairRow a, b;
  exchange::LinkedPair pair;
};

struct PairsAnswer {
  record::EntryId linkage;
  std::vector<PairLine> pairs;  // in the order of the linkage
};

// The pairs of the latest linkage; of one standing, if given. Error (kNotFound): there is none.
Result<PairsAnswer> list_pairs(Session& session, std::optional<linkage::Standing> standing);

// How many pairs have been confirmed by how many keys; never which, and never by whom.
Result<exchange::ConfirmationCounts> count_confirmed(Session& session);

}  // namespace parley::desk
