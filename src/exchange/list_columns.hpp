// The columns of a file, taken for the fields of a list of people.
//
// Promises: headers first (table/mapping.hpp with this folder's vocabulary), then, where a header
// alone does not say, what stands below it: "Name" over single words beside a family name is the
// given name, "الكنية" over family names is the family name, a second column of names is the name
// again, "No." over codes is the reference. What a saved mapping says is never changed. Whatever
// was taken otherwise than its header reads is said. Does not: read rows (list_import.hpp).
#pragma once

#include <string>
#include <string_view>

#include "exchange/list.hpp"
#include "table/mapping.hpp"
#include "table/sheet.hpp"

namespace parley::exchange {

// The token of columns that only count the rows: known, and no field.
constexpr std::string_view kSerialToken = "serial";

const table::VocabularyIndex& list_vocabulary();

struct ListColumns {
  std::size_t sheet = 0;   // in the file
  table::Columns columns;  // as taken in the end, with what should be looked at
  Reading reading;         // a column each
};

// Error (kBadInput): no header that is known, or none of them names or numbers a person; a header
// or sheet of the mapping that the file does not have.
Result<ListColumns> recognise_list(const table::SheetFile& file, const table::Mapping& mapping,
                                   ListKind kind);

}  // namespace parley::exchange
