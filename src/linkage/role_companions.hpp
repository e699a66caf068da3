// Columns of two files that say the same under different headers: "Governorate" and "مكان", "q4"
// and "town".
//
// A column whose token and header the other file lacks is joined with one of those that the other
// has alone, if both can be the same kind of thing:
// - both hold words or codes of many values, a third of which the columns share: the best first;
// - what is left: one place of each file ("city", "region", "birth place" ...), even where no value
//   is shared, for two files may be of two languages; the linkage finds out what it tells.
// Promises: columns that a person spoke of, names, dates, ages and sexes are left as they are;
// symmetric; deterministic. Does not: decide roles.
#pragma once

#include <vector>

#include "linkage/column_draft.hpp"

namespace parley::linkage {

// Gives joined columns one key. One table: does nothing.
void join_companions(std::vector<Drafts>& tables);

}  // namespace parley::linkage
