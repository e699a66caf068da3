// The summary of a plan: stages, who goes first, exposure; for the desk also why others do not go,
// and what smallest change would free more.
#pragma once

#include "desk/exchange/paper_page.hpp"

namespace parley::desk {

document::Document summary(const PaperPage& page);

}  // namespace parley::desk
