// The command tree as a manual page, as a reference page, and as shell completions.
#pragma once

#include <string>

#include "cli/command.hpp"

namespace parley::cli {

std::string man_page(const std::string& version);  // troff, for parley(1)
std::string reference_page();                      // Markdown: doc/reference/commands.md
std::string bash_completion();
std::string zsh_completion();
std::string fish_completion();

}  // namespace parley::cli
