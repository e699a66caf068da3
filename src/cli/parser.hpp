// From a command line to a command and its arguments.
#pragma once

#include <optional>
#include <string>

#include "cli/command.hpp"

namespace parley::cli {

struct Parsed {
  const Command* command = nullptr;  // null: nothing to run, `exit_code` says how it ended
  Arguments arguments;
  int exit_code = 0;
  std::string out;  // help or version
  std::string err;  // what is wrong with the line
};

Parsed parse(int argc, const char* const* argv, const std::string& version);

}  // namespace parley::cli
