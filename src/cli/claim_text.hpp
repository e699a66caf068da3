// Answers about claims as text for a terminal.
#pragma once

#include <string>
#include <vector>

#include "desk/claim/merge.hpp"
#include "desk/claim/remains.hpp"
#include "desk/claim/round.hpp"
#include "desk/claim/status.hpp"

namespace parley::cli {

std::string round_text(const desk::RoundAnswer& answer, const std::string& file);
// At most so many findings of each sort, and how many more there are.
std::string merged_text(const desk::Merged& answer, const std::string& file);
std::string claims_text(const desk::ClaimsList& answer);
std::string claim_text(const desk::ClaimStory& answer);
std::string claims_status_text(const desk::ClaimsStatus& answer);
std::string remains_text(const std::vector<desk::RemainsLine>& answer);

}  // namespace parley::cli
