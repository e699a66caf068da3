#include "desk/claim/family_told.hpp"

#include "desk/claim/claim_entry.hpp"

namespace parley::desk {

Result<Written> family_told(Session& session, const FamilyToldRequest& request) {
  PARLEY_ASSIGN(const policy::Audience desk,
                desk_audience(session, policy::Action::kRelease, "claim family-told"));
  PARLEY_ASSIGN(const exchange::View view, open_exchange(session));
  PARLEY_ASSIGN(const exchange::Claim* claim, find_claim(session, view, request.claim));
  const exchange::FamilyTold told{claim->id, request.date, request.note};
  PARLEY_TRY(may(*claim, told));
  return write_entry(session, desk, to_payload(told));
}

}  // namespace parley::desk
