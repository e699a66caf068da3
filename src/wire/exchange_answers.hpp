// The desk's answers on plans as JSON; as wire/answers.hpp.
#pragma once

#include <string>

#include "desk/exchange/plan.hpp"

namespace parley::wire {

std::string to_json(const desk::PlanAnswer& answer);
std::string to_json(const desk::PlanCheck& answer);
std::string to_json(const desk::ExchangeStatus& answer);

}  // namespace parley::wire
