// Who is the same person, as JSON; as wire/answers.hpp. For the desk alone.
#pragma once

#include <string>

#include "desk/claim/decide.hpp"
#include "desk/claim/explain.hpp"
#include "desk/claim/link.hpp"
#include "desk/claim/review.hpp"

namespace parley::wire {

std::string to_json(const desk::LinkAnswer& answer);
std::string to_json(const desk::LinkCheck& answer);
std::string to_json(const desk::PairsAnswer& answer);
std::string to_json(const exchange::ConfirmationCounts& answer);
std::string to_json(const desk::PairsExplained& answer);
std::string to_json(const desk::ReviewAnswer& answer);
std::string to_json(const desk::Decided& answer);
std::string to_json(const desk::ReviewMerged& answer);

}  // namespace parley::wire
