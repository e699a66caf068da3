// Options that several commands share.
#pragma once

#include <vector>

#include "cli/command.hpp"

namespace parley::cli {

// -d and --wait.
std::vector<Option> file_options();
// Those, --passphrase-fd, --key: for commands that open the dossier.
std::vector<Option> open_options();
// Those, --office, --dry-run: for commands that write.
// --json is added where an answer is printed.
std::vector<Option> write_options();
Option json_option();
Option passphrase_option();
Option cost_option();

// `base` with `more` in front.
std::vector<Option> with(std::vector<Option> more, std::vector<Option> base);

// Each noun's commands, in a file of its own.
std::vector<Command> general_commands();
std::vector<Command> record_commands();
std::vector<Command> key_commands();
std::vector<Command> dossier_commands();
std::vector<Command> list_commands();
std::vector<Command> claim_commands();
std::vector<Command> review_commands();
std::vector<Command> exchange_commands();
std::vector<Command> report_commands();
std::vector<Command> table_commands();
std::vector<Command> name_commands();
std::vector<Command> program_commands();

}  // namespace parley::cli
