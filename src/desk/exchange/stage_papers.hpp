// The papers of one stage: the annex that both sides sign, the boarding manifest with its receipt.
//
// People stand by their number, which is random: the order tells nothing of lists, nor of who was
// taken when. Precondition: the stage concerns the recipient.
#pragma once

#include "desk/exchange/paper_page.hpp"

namespace parley::desk {

document::Document annex(const PaperPage& page, std::size_t stage);
document::Document manifest(const PaperPage& page, std::size_t stage);

}  // namespace parley::desk
