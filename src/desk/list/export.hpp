// A list as one table in which every field is a column, as read: for the desk or the party itself.
#pragma once

#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "desk/list/access.hpp"

namespace parley::desk {

// The first row is the header: "row", "entry", "file", the fields' tokens, then what was read of
// them: "read-sex", "read-born", "born-first", "born-last", "read-captured", "read-died",
// "may-forward", "insufficient", "flaws". Of several columns of one field, the texts with " / "
// between them. People that stand, in the order of the record.
// Error (kNotFound): no such list that this key may read; (kRefused): a key that may not write
// documents of that audience.
Result<std::vector<std::vector<std::string>>> export_list(Session& session, const std::string& key);

Result<Bytes> export_xlsx(const std::vector<std::vector<std::string>>& rows,
                          const std::string& key);
std::string export_csv(const std::vector<std::vector<std::string>>& rows);

}  // namespace parley::desk
