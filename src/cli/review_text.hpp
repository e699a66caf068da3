// Who is the same person, as plain text for a terminal; as cli/text.hpp. For the desk alone.
#pragma once

#include <string>

#include "desk/claim/decide.hpp"
#include "desk/claim/explain.hpp"
#include "desk/claim/link.hpp"
#include "desk/claim/review.hpp"

namespace parley::cli {

std::string link_text(const desk::LinkAnswer& answer);
std::string link_check_text(const desk::LinkCheck& answer);
std::string pairs_text(const desk::PairsAnswer& answer);
std::string pairs_explained_text(const desk::PairsExplained& answer, document::Language language);
std::string confirmed_text(const exchange::ConfirmationCounts& answer);
// One pair, side by side.
std::string shown_pair_text(const exchange::ShownPair& pair);
std::string review_text(const desk::ReviewAnswer& answer);
std::string decided_text(const desk::Decided& answer);
std::string review_merged_text(const desk::ReviewMerged& answer);

}  // namespace parley::cli
