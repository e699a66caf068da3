// The same must not count twice: columns that say what another column says.
//
// Promises: a role becomes kRepeats, never the reverse; columns that a person spoke of stay.
#pragma once

#include <vector>

#include "linkage/column_draft.hpp"

namespace parley::linkage {

// Whole names and parts of names that mostly stand in another column of whole names, and other
// fields that say in 19 of 20 rows what one before them says.
void leave_out_what_repeats(std::vector<Drafts>& tables);

}  // namespace parley::linkage
