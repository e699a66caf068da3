#include "cli/parser.hpp"

#include <CLI/CLI.hpp>
#include <map>
#include <sstream>

namespace parley::cli {
namespace {

void add_option(CLI::App& app, const Option& option, Arguments& arguments) {
  const auto add = [&](auto field) {
    auto& value = arguments.*field;
    CLI::Option* added = nullptr;
    if constexpr (std::is_same_v<std::decay_t<decltype(value)>, bool>) {
      added = app.add_flag(option.flags, value, option.about);
    } else {
      added = app.add_option(option.flags, value, option.about);
      added->type_name(option.value_name);
      added->allow_extra_args(option.positional());
    }
    added->required(option.required);
  };
  std::visit(add, option.field);
}

}  // namespace

Parsed parse(int argc, const char* const* argv, const std::string& version) {
  Parsed parsed;
  CLI::App app("parley: a mediator's workbench: one record that every side can verify");
  app.name("parley");
  app.set_version_flag("--version", version);
  app.require_subcommand(1);
  app.fallthrough(false);
  app.failure_message(CLI::FailureMessage::simple);

  std::map<std::string, CLI::App*> groups;
  for (const Noun& noun : nouns()) {
    CLI::App* group = app.add_subcommand(noun.name, noun.about);
    group->require_subcommand(1);
    groups[noun.name] = group;
  }
  std::map<const CLI::App*, const Command*> leaves;
  for (const Command& command : commands()) {
    const std::size_t space = command.path.find(' ');
    CLI::App* parent =
        space == std::string::npos ? &app : groups.at(command.path.substr(0, space));
    const std::string name =
        space == std::string::npos ? command.path : command.path.substr(space + 1);
    CLI::App* leaf = parent->add_subcommand(name, command.about);
    for (const Option& option : command.options) add_option(*leaf, option, parsed.arguments);
    leaves[leaf] = &command;
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    std::ostringstream out, err;
    const int code = app.exit(error, out, err);
    parsed.out = out.str();
    parsed.err = err.str();
    parsed.exit_code = code == 0 ? kOk : kUsage;
    return parsed;
  }
  for (const auto& [leaf, command] : leaves) {
    if (leaf->parsed()) parsed.command = command;
  }
  return parsed;
}

}  // namespace parley::cli
