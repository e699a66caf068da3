// Plans and their checks as plain text for a terminal; as cli/text.hpp.
#pragma once

#include <string>
#include <vector>

#include "desk/exchange/plan.hpp"

namespace parley::cli {

std::string plan_text(const desk::PlanAnswer& answer);
std::string check_text(const desk::PlanCheck& check);
// What was said since a plan was made, and that it should be made again; empty of nothing.
std::vector<std::string> since_lines(const desk::Since& since);
std::string exchange_status_text(const desk::ExchangeStatus& status);

}  // namespace parley::cli
