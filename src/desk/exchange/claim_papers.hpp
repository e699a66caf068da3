// The papers of claims: what is in dispute, and what is missing.
//
// Made of the lines that `claim list` shows the recipient (desk/claim/status.hpp), so that paper
// and screen tell a party the same: nothing of an answer that has not been passed on to it.
#pragma once

#include "desk/exchange/paper_page.hpp"

namespace parley::desk {

document::Document disputes(const PaperPage& page);
document::Document missing(const PaperPage& page);

}  // namespace parley::desk
