// A claim as the desk knows it, and as a party may.
#pragma once

#include "desk/claim/status.hpp"
#include "desk/exchange/open.hpp"

namespace parley::desk {

// For whom a claim is shown.
struct Reader {
  std::optional<record::EntryId> party;  // absent: the desk
  bool own_entries_alone = false;
  Date on;
};

// Error (kRefused): a key that may not read it asks for another party.
Result<Reader> reader_of(const Session& session, const exchange::View& view,
                         const ClaimsRequest& request);
// What that key may read, or all of it for the desk and for auditors.
Result<exchange::View> view_for(const Session& session);

// Empty: that party may not know of the claim. `numbers`: of the party; null for the desk.
std::optional<ClaimLine> line_of(const exchange::View& view, const exchange::Claim& claim,
                                 const Reader& reader, const exchange::Numbers* numbers);

// All of them, in the order of the rows.
std::vector<ClaimLine> lines_of(Session& session, const exchange::View& view, const Reader& reader);

}  // namespace parley::desk
