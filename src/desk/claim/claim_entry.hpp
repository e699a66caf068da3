// What the use cases of claims share: finding a claim, and writing one entry.
#pragma once

#include <string>

#include "desk/exchange/open.hpp"

namespace parley::desk {

// The desk's own audience, once the table permits the action on it.
Result<policy::Audience> desk_audience(Session& session, policy::Action action,
                                       const std::string& what);

// Where a key enters what it says: its own party's audience; of the desk or an interviewer, the
// desk's.
Result<policy::Audience> own_audience(Session& session, policy::Action action,
                                      const std::string& what);

// As find_row(), but of a sought list. Error: also kUsage, where the row is of a held list.
Result<const exchange::Claim*> find_claim(Session& session, const exchange::View& whole,
                                          const std::string& wanted);

// "north-sought:17": the row of that number in the list's files, as it stands; else as find_row().
// Error (kNotFound, kUsage): none, or more than one.
Result<const exchange::Row*> row_called(Session& session, const exchange::View& view,
                                        const std::string& wanted);

Result<Written> write_entry(Session& session, const policy::Audience& audience,
                            record::Payload payload);

}  // namespace parley::desk
