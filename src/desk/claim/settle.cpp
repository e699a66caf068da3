#include "desk/claim/settle.hpp"

#include <fmt/core.h>

#include "desk/claim/claim_entry.hpp"

namespace parley::desk {
namespace {

// A word that a party is asked for would not be taken after the settlement.
bool word_is_awaited(const exchange::Claim& claim) {
  return claim.state == exchange::ClaimState::kContested ||
         (claim.state == exchange::ClaimState::kReplied && claim.sent);
}

std::string told(const exchange::EnteredSettlement& standing) {
  return fmt::format("it is settled already: {}{}", name(standing.value.status),
                     standing.time ? ", entered " + day_of_seconds(*standing.time).iso() : "");
}

Result<void> check(const exchange::View& view, const exchange::Claim& claim,
                   const SettleRequest& request) {
  if (claim.settlement && !request.again) {
    return fail(Fault::kRefused, told(view.claims.settlements[*claim.settlement]) +
                                     "; --again enters another in its place");
  }
  if (request.again && !claim.settlement) {
    return fail(Fault::kUsage, "--again: no settlement of this claim stands");
  }
  if (word_is_awaited(claim) && !request.before_reply) {
    return fail(Fault::kRefused,
                fmt::format("{} is still awaited, and would not be taken any more; settle "
                            "afterwards, or with --before-reply, --note saying why",
                            awaits(claim.state)));
  }
  return {};
}

}  // namespace

Result<Written> settle(Session& session, const SettleRequest& request) {
  PARLEY_ASSIGN(const policy::Audience desk,
                desk_audience(session, policy::Action::kPlan, "claim settle"));
  if (request.note.empty()) return fail(Fault::kUsage, "--note says how it was settled");
  PARLEY_ASSIGN(const exchange::View view, open_exchange(session));
  PARLEY_ASSIGN(const exchange::Claim* claim, find_claim(session, view, request.claim));
  const exchange::Settlement settlement{claim->id, request.status, request.note};
  PARLEY_TRY(may(*claim, settlement));
  PARLEY_TRY(check(view, *claim, request));
  return write_entry(session, desk, to_payload(settlement));
}

}  // namespace parley::desk
