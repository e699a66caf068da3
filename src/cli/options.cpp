#include "cli/options.hpp"

namespace parley::cli {

Option json_option() {
  return {"--json", "", "Print the answer as JSON", &Arguments::json};
}
Option passphrase_option() {
  return {"--passphrase-fd", "N",
          "Read passphrases from file descriptor N, a line each: the dossier's, then the key's (one "
          "line alone is for both)",
          &Arguments::passphrase_fd};
}
Option cost_option() {
  return {"--cost", "COST",
          "How dear each guess of the passphrase is: light (19 MiB), standard (128 MiB), strong "
          "(1 GiB)",
          &Arguments::cost};
}

std::vector<Option> file_options() {
  return {{"-d,--dossier", "FILE", "The dossier; default: PARLEY_DOSSIER", &Arguments::dossier},
          {"--wait", "SECONDS", "How long to wait for another writer; default 10",
           &Arguments::wait}};
}

std::vector<Option> open_options() {
  return with(file_options(),
              {{"--key", "KEY",
                "The key to act with: its name, the beginning of its digits, or its file; default: "
                "PARLEY_KEY, or the only key there is",
                &Arguments::key},
               passphrase_option()});
}

std::vector<Option> write_options() {
  return with(open_options(),
              {{"--office", "OFFICE", "Where you sit, as the record will say; default: PARLEY_OFFICE",
                &Arguments::office},
               {"-n,--dry-run", "", "Do everything but write", &Arguments::dry_run}});
}

std::vector<Option> with(std::vector<Option> more, std::vector<Option> base) {
  more.insert(more.end(), base.begin(), base.end());
  return more;
}

const std::vector<Command>& commands() {
  static const std::vector<Command> all = [] {
    std::vector<Command> out;
    for (auto group : {general_commands, record_commands, key_commands, dossier_commands,
                       list_commands, claim_commands, review_commands, exchange_commands, report_commands,
                       table_commands, name_commands, program_commands}) {
      std::vector<Command> some = group();
      out.insert(out.end(), some.begin(), some.end());
    }
    return out;
  }();
  return all;
}

const std::vector<Noun>& nouns() {
  static const std::vector<Noun> all = {
      {"record", "The record itself: checkpoints, proofs, erasure, passphrases"},
      {"key", "Keys: your own files, and who is admitted to a dossier"},
      {"audience", "Audiences: named sets of parties"},
      {"party", "Parties, as a tree"},
      {"place", "Places, with their names in several scripts"},
      {"source", "Sources: where statements come from"},
      {"measure", "Measures: what the parties are asked to do"},
      {"statement", "Statements: what somebody said, when, on what source"},
      {"list", "Lists of people held and sought"},
      {"claim", "Claims: the names that one side seeks of another, and what is answered"},
      {"remains", "Remains: cases of their own, perhaps unnamed"},
      {"exchange", "Exchanges of detained persons: terms, plans, stages, papers"},
      {"report", "Documents to print or hand over"},
      {"name", "Names of persons, on their own; no dossier is needed"},
  };
  return all;
}

}  // namespace parley::cli
