// Answers about claims as JSON (doc/reference/json.md).
#pragma once

#include <string>
#include <vector>

#include "desk/claim/merge.hpp"
#include "desk/claim/remains.hpp"
#include "desk/claim/round.hpp"
#include "desk/claim/status.hpp"

namespace parley::wire {

std::string to_json(const desk::RoundAnswer& answer);
std::string to_json(const desk::Merged& answer);
std::string to_json(const desk::ClaimsList& answer);
std::string to_json(const desk::ClaimStory& answer);
std::string to_json(const desk::ClaimsStatus& answer);
std::string to_json(const std::vector<desk::RemainsLine>& answer);

}  // namespace parley::wire
