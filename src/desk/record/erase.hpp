// Erasure: a signed order that destroys payloads, or single fields, and stays in the record.
#pragma once

#include "desk/session.hpp"

namespace parley::desk {

struct EraseRequest {
  std::vector<std::string> entries;  // digits of their ids
  std::vector<std::int64_t> fields;  // empty: whole payloads; only fields of an audience of their own
  std::string reason;                // names nobody
};

// Error: kRefused for kinds that hold the record together (keys, audiences, erasures, refusals);
// kUsage without a reason.
Result<Written> erase(Session& session, const EraseRequest& request);

}  // namespace parley::desk
