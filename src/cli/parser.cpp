#include "cli/parser.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
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
      // Only what takes several goes on to the next word.
      added->allow_extra_args(option.several);
      if (option.positional() && !option.several) added->expected(1);
      if (!option.positional() && option.words > 1) added->expected(option.words);
    }
    added->required(option.required);
  };
  std::visit(add, option.field);
}

// The first word that names nothing, which CLI11 would pass over in silence.
std::optional<std::string> unknown_word(int argc, const char* const* argv) {
  if (argc < 2 || argv[1][0] == '-') return std::nullopt;
  const std::string first = argv[1];
  if (first == "help") return std::nullopt;
  const auto is_noun = [&first](const Noun& noun) { return noun.name == first; };
  const auto is_command = [](const std::string& path) {
    return [path](const Command& command) { return command.path == path; };
  };
  const bool noun = std::any_of(nouns().begin(), nouns().end(), is_noun);
  if (!noun) {
    const bool known = std::any_of(commands().begin(), commands().end(), is_command(first));
    return known ? std::nullopt : std::optional(first);
  }
  if (argc < 3 || argv[2][0] == '-') return std::nullopt;
  const std::string path = first + " " + argv[2];
  const bool known = std::any_of(commands().begin(), commands().end(), is_command(path));
  return known ? std::nullopt : std::optional(path);
}

}  // namespace

Parsed parse(int argc, const char* const* argv, const std::string& version) {
  Parsed parsed;
  if (const auto word = unknown_word(argc, argv)) {
    parsed.err = "parley: there is no command '" + *word + "'; see parley --help\n";
    parsed.exit_code = kUsage;
    return parsed;
  }
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
    CLI::App* parent = space == std::string::npos ? &app : groups.at(command.path.substr(0, space));
    const std::string name =
        space == std::string::npos ? command.path : command.path.substr(space + 1);
    CLI::App* leaf = parent->add_subcommand(name, command.about);
    for (const Option& option : command.options) add_option(*leaf, option, parsed.arguments);
    leaves[leaf] = &command;
  }
  constexpr const char* kHelp[] = {"parley", "--help"};
  if (argc > 1 && std::string_view(argv[1]) == "help") {
    argc = 2;
    argv = kHelp;
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    std::ostringstream out, err;
    const int code = app.exit(error, out, err);
    parsed.out = out.str();
    parsed.err = err.str().empty() ? "" : "parley: " + err.str();
    parsed.exit_code = code == 0 ? kOk : kUsage;
    return parsed;
  }
  for (const auto& [leaf, command] : leaves) {
    if (leaf->parsed()) parsed.command = command;
  }
  return parsed;
}

}  // namespace parley::cli
