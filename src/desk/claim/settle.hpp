// The committee's word on a claim that the sides did not agree on.
#pragma once

#include <string>

#include "desk/session.hpp"
#include "exchange/claim.hpp"

namespace parley::desk {

struct SettleRequest {
  std::string claim;  // a number, or digits of the id
  exchange::AnswerStatus status = exchange::AnswerStatus::kUnknown;
  std::string note;           // how it was settled; not empty
  bool before_reply = false;  // although a party's word is still awaited: it is not taken any more
  bool again = false;         // in place of the settlement that stands
};

// Error (kRefused): the claim is not before the committee, and where it is; the rounds are not
// through, and not `before_reply`; a settlement stands, and not `again`.
Result<Written> settle(Session& session, const SettleRequest& request);

}  // namespace parley::desk
