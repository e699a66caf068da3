// The command tree as data: parsing, help, manual, completions and reference are all made from it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.hpp"
#include "cli/arguments.hpp"

namespace parley::cli {

class Environment;

using Field = std::variant<std::string Arguments::*, bool Arguments::*,
                           std::vector<std::string> Arguments::*>;

struct Option {
  std::string flags;       // "-d,--dossier", or "NOTE" for a positional one
  std::string value_name;  // "FILE"; empty for a flag
  std::string about;
  Field field;
  bool required = false;
  bool several = false;  // of a positional one: any number of words, not one alone
  int words = 1;         // of one that is not: how many follow it

  bool positional() const { return !flags.starts_with('-'); }
};

struct Command {
  std::string path;   // "statement add"
  std::string about;  // one line, as an imperative
  std::vector<Option> options;
  // The exit code, or an error.
  std::function<Result<int>(Environment&, const Arguments&)> run;
};

struct Noun {
  std::string name;
  std::string about;
};

inline constexpr int kOk = 0;
inline constexpr int kFailed = 1;
inline constexpr int kUsage = 2;
inline constexpr int kFindings = 3;  // something needs a person
inline constexpr int kBroken = 4;    // the record does not verify

// The whole tree, in the order in which it is documented.
const std::vector<Command>& commands();
const std::vector<Noun>& nouns();

}  // namespace parley::cli
