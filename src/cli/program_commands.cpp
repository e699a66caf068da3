// What the program says of itself.
#include "cli/environment.hpp"
#include "cli/manual.hpp"
#include "cli/options.hpp"

namespace parley::cli {
namespace {

Result<int> run_man(Environment& environment, const Arguments&) {
  environment.print(man_page(PARLEY_VERSION));
  return kOk;
}

Result<int> run_reference(Environment& environment, const Arguments&) {
  environment.print(reference_page());
  return kOk;
}

Result<int> run_completion(Environment& environment, const Arguments& arguments) {
  const std::string& shell = arguments.items.at(0);
  if (shell == "bash") {
    environment.print(bash_completion());
  } else if (shell == "zsh") {
    environment.print(zsh_completion());
  } else if (shell == "fish") {
    environment.print(fish_completion());
  } else {
    return fail(Fault::kUsage, "completions are for bash, zsh and fish");
  }
  return kOk;
}

}  // namespace

std::vector<Command> program_commands() {
  return {
      {"man", "Print the manual page", {}, run_man},
      {"reference", "Print the reference of commands, as Markdown", {}, run_reference},
      {"completion", "Print completions for a shell",
       {{"SHELL", "SHELL", "bash, zsh or fish", &Arguments::items, true}}, run_completion},
  };
}

}  // namespace parley::cli
