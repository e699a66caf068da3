#include "cli/manual.hpp"

#include <fmt/core.h>

#include <map>
#include <set>

namespace parley::cli {
namespace {

std::string usage(const Command& command) {
  std::string out = "parley " + command.path;
  for (const Option& option : command.options) {
    if (option.positional()) {
      const std::string what = option.flags + (option.several ? "..." : "");
      out += option.required ? " " + what : " [" + what + "]";
    } else if (option.required) {
      const std::size_t comma = option.flags.rfind(',');
      const std::string flag =
          comma == std::string::npos ? option.flags : option.flags.substr(comma + 1);
      out += fmt::format(" {} {}", flag, option.value_name);
    }
  }
  return out + " [OPTION]...";
}

std::string spelled(const Option& option) {
  if (option.positional()) return option.flags;
  std::string flags;
  for (const char c : option.flags) flags += c == ',' ? std::string(", ") : std::string(1, c);
  return option.value_name.empty() ? flags : flags + " " + option.value_name;
}

std::string troff(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '-') {
      out += "\\-";
    } else if (c == '\\') {
      out += "\\e";
    } else if (c == '\'') {
      out += "\\(aq";
    } else {
      out += c;
    }
  }
  return out.starts_with('.') ? "\\&" + out : out;
}

constexpr std::string_view kExitStatus[][2] = {
    {"0", "It was done."},
    {"1", "It failed; the message says why."},
    {"2", "The command line is not right."},
    {"3", "It was done, and something needs a person: bad rows, what could not be checked."},
    {"4", "The record does not hold."},
};

constexpr std::string_view kVariables[][2] = {
    {"PARLEY_DOSSIER", "The dossier, where \\-d does not name one."},
    {"PARLEY_KEY", "The key to act with, where \\-\\-key does not name one."},
    {"PARLEY_KEYS", "The directory of key files; default: $XDG_DATA_HOME/parley/keys."},
    {"PARLEY_OFFICE", "The office that entries are written from."},
};

// Words after "parley", and after each noun.
std::map<std::string, std::set<std::string>> words() {
  std::map<std::string, std::set<std::string>> out;
  for (const Command& command : commands()) {
    const std::size_t space = command.path.find(' ');
    out[""].insert(command.path.substr(0, space));
    if (space != std::string::npos) {
      out[command.path.substr(0, space)].insert(command.path.substr(space + 1));
    }
  }
  return out;
}

std::set<std::string> flags_of(const Command& command) {
  std::set<std::string> out{"--help"};
  for (const Option& option : command.options) {
    if (option.positional()) continue;
    std::size_t start = 0;
    while (start <= option.flags.size()) {
      const std::size_t end = std::min(option.flags.find(',', start), option.flags.size());
      out.insert(option.flags.substr(start, end - start));
      start = end + 1;
    }
  }
  return out;
}

std::string joined(const std::set<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

}  // namespace

std::string man_page(const std::string& version) {
  std::string out = fmt::format(
      ".TH PARLEY 1 \"\" \"parley {}\" \"User Commands\"\n"
      ".SH NAME\nparley \\- mediator's workbench with a record that can be checked\n"
      ".SH SYNOPSIS\n.B parley\n.I COMMAND\n[\\fIOPTION\\fR]...\n"
      ".SH DESCRIPTION\n"
      "parley keeps one record of what the sides of a negotiation said, listed, promised and "
      "decided.\nEach entry is signed and sealed; each side can verify what concerns it.\n"
      "Data go to standard output, messages to standard error.\n"
      "Passphrases are asked for on the terminal, or read from a file descriptor.\n"
      ".SH COMMANDS\n",
      troff(version));
  for (const Command& command : commands()) {
    out += fmt::format(".SS {}\n{}.\n", troff(usage(command)), troff(command.about));
    for (const Option& option : command.options) {
      out += fmt::format(".TP\n.B {}\n{}.\n", troff(spelled(option)), troff(option.about));
    }
  }
  out += ".SH EXIT STATUS\n";
  for (const auto& [code, meaning] : kExitStatus) {
    out += fmt::format(".TP\n.B {}\n{}\n", code, meaning);
  }
  out += ".SH ENVIRONMENT\n";
  for (const auto& [variable, meaning] : kVariables) {
    out += fmt::format(".TP\n.B {}\n{}\n", variable, meaning);
  }
  return out;
}

std::string reference_page() {
  std::string out =
      "# Commands\n\nMade by `parley reference` from the command tree; a test holds this page to "
      "it.\nData go to standard output, messages to standard error. `parley COMMAND --help` says "
      "the same.\n\n## Exit codes\n\n| code | meaning |\n|---|---|\n";
  for (const auto& [code, meaning] : kExitStatus) out += fmt::format("| {} | {} |\n", code, meaning);
  for (const Command& command : commands()) {
    out += fmt::format("\n## parley {}\n\n{}.\n\n```\n{}\n```\n", command.path, command.about,
                       usage(command));
    if (command.options.empty()) continue;
    out += "\n| option | |\n|---|---|\n";
    for (const Option& option : command.options) {
      out += fmt::format("| `{}` | {}{} |\n", spelled(option), option.about,
                         option.required && !option.positional() ? " (required)" : "");
    }
  }
  return out;
}

std::string bash_completion() {
  std::string out =
      "# bash completion for parley\n_parley() {\n"
      "  local word=\"${COMP_WORDS[COMP_CWORD]}\" one=\"${COMP_WORDS[1]}\" two=\"${COMP_WORDS[2]}\"\n"
      "  local words=\"\"\n"
      "  if [[ $COMP_CWORD -eq 1 ]]; then\n";
  const auto all = words();
  out += fmt::format("    words=\"{} --help --version\"\n  else\n", joined(all.at("")));
  out += "    case \"$one $two\" in\n";
  for (const Command& command : commands()) {
    const bool single = command.path.find(' ') == std::string::npos;
    out += fmt::format("      \"{}\"{}) words=\"{}\" ;;\n", command.path, single ? "*" : "",
                       joined(flags_of(command)));
  }
  out += "    esac\n    if [[ $COMP_CWORD -eq 2 ]]; then\n      case \"$one\" in\n";
  for (const auto& [noun, verbs] : all) {
    if (!noun.empty()) out += fmt::format("        {}) words=\"{}\" ;;\n", noun, joined(verbs));
  }
  out +=
      "      esac\n    fi\n  fi\n"
      "  if [[ $word == -* || $COMP_CWORD -eq 1 || ( $COMP_CWORD -eq 2 && -n $words ) ]]; then\n"
      "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\")\n"
      "  fi\n}\ncomplete -o default -F _parley parley\n";
  return out;
}

std::string zsh_completion() {
  // zsh keeps the line in `words`; a list of our own must not hide it.
  const auto all = words();
  std::string out = "#compdef parley\nlocal -a choices\nif (( CURRENT == 2 )); then\n";
  out += fmt::format("  choices=({})\n", joined(all.at("")));
  out += "else\n  case \"$words[2]\" in\n";
  for (const auto& [noun, verbs] : all) {
    if (noun.empty()) continue;
    out += fmt::format("    {}) (( CURRENT == 3 )) && choices=({}) ;;\n", noun, joined(verbs));
  }
  out += "  esac\n  if [[ \"$PREFIX\" == -* ]]; then\n    case \"$words[2] $words[3]\" in\n";
  for (const Command& command : commands()) {
    const bool single = command.path.find(' ') == std::string::npos;
    out += fmt::format("      \"{}\"{}) choices=({}) ;;\n", command.path, single ? "*" : "",
                       joined(flags_of(command)));
  }
  out += "    esac\n  fi\nfi\nif (( $#choices )); then\n  compadd -a choices\nelse\n  _files\nfi\n";
  return out;
}

std::string fish_completion() {
  std::string out = "# fish completion for parley\n";
  const auto all = words();
  std::map<std::string, std::string> about;
  for (const Noun& noun : nouns()) about[noun.name] = noun.about;
  for (const Command& command : commands()) about[command.path] = command.about;
  const auto quoted = [](const std::string& text) {
    std::string escaped;
    for (const char c : text) escaped += c == '\'' ? std::string("\\'") : std::string(1, c);
    return "'" + escaped + "'";
  };
  for (const std::string& word : all.at("")) {
    out += fmt::format("complete -c parley -n __fish_use_subcommand -f -a {} -d {}\n", word,
                       quoted(about[word]));
  }
  for (const auto& [noun, verbs] : all) {
    if (noun.empty()) continue;
    for (const std::string& verb : verbs) {
      out += fmt::format("complete -c parley -n '__fish_seen_subcommand_from {}' -f -a {} -d {}\n",
                         noun, verb, quoted(about[noun + " " + verb]));
    }
  }
  return out;
}

}  // namespace parley::cli
