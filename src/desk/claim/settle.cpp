#include "desk/claim/settle.hpp"

#include "desk/claim/claim_entry.hpp"

namespace parley::desk {

Result<Written> settle(Session& session, const SettleRequest& request) {
  PARLEY_ASSIGN(const policy::Audience desk,
                desk_audience(session, policy::Action::kPlan, "claim settle"));
  if (request.note.empty()) return fail(Fault::kUsage, "--note says how it was settled");
  PARLEY_ASSIGN(const exchange::View view, open_exchange(session));
  PARLEY_ASSIGN(const exchange::Claim* claim, find_claim(session, view, request.claim));
  const exchange::Settlement settlement{claim->id, request.status, request.note};
  PARLEY_TRY(may(*claim, settlement));
  return write_entry(session, desk, to_payload(settlement));
}

}  // namespace parley::desk
