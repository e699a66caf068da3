// The exchange as a session finds it: loaded once, for every use case of lists, claims and plans.
//
// Does not: decide what of it may be shown to whom; a use case that shows says so itself.
#pragma once

#include <string>

#include "desk/session.hpp"
#include "exchange/number.hpp"
#include "exchange/view.hpp"

namespace parley::desk {

// All that this key may read, folded. What it may not read is not there: of a party's own key, the
// claims are as that party's own entries tell them.
Result<exchange::View> open_exchange(const Session& session);

// All there is, for what the program itself must know in order to judge a step. Never shown to a
// key that may not read it.
Result<exchange::View> open_whole_exchange(const Session& session);

// The numbers under which people stand in what goes to that party. They are those of the whole
// exchange: `whole` is what open_whole_exchange() gave, or open_exchange() for a key of the desk.
exchange::Numbers numbers_for(Session& session, const exchange::View& whole,
                              const record::EntryId& party);

// A party by its handle, or by its name in any language. Error (kNotFound): there is none; `option`
// names what it was given by.
Result<record::EntryId> party_of(const exchange::View& view, const std::string& wanted,
                                 const std::string& option);

// The row that an entry-id prefix (6 digits or more) or anybody's number names, for the desk also
// that of a plan's papers; a claim is a row of a sought list. Error: kNotFound; kUsage, more than
// one.
Result<const exchange::Row*> find_row(Session& session, const exchange::View& whole,
                                      const std::string& wanted);

}  // namespace parley::desk
