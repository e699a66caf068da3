#include <fmt/core.h>

#include <charconv>
#include <thread>

#include "cli/environment.hpp"
#include "cli/options.hpp"
#include "cli/text.hpp"
#include "desk/record/checkpoint.hpp"
#include "desk/record/erase.hpp"
#include "record/checkpoint.hpp"
#include "wire/answers.hpp"

namespace parley::cli {
namespace {

Result<int> run_init(Environment& environment, const Arguments& arguments) {
  PARLEY_ASSIGN(record::Kdf cost, cost_named(arguments.cost));
  PARLEY_ASSIGN(const policy::FoundKey key, environment.key_file(arguments));
  PARLEY_ASSIGN(const Passphrase passphrase,
                environment.new_passphrase(arguments, "New passphrase of the dossier"));
  PARLEY_ASSIGN(const record::SecretKey secret,
                environment.unlock(arguments, key.file, passphrase));
  if (arguments.dry_run) {
    PARLEY_ASSIGN(const std::filesystem::path path, environment.dossier_path(arguments));
    if (std::filesystem::exists(path)) {
      return fail(Fault::kUsage, path.string() + " exists already");
    }
    environment.message("nothing was written (dry run)");
    return kOk;
  }
  PARLEY_ASSIGN(auto store, environment.store(arguments, StoreMode::kCreate));
  const desk::InitRequest request{arguments.title, key.file.name, cost};
  PARLEY_ASSIGN(const desk::Founded founded, desk::init(std::move(store), passphrase, secret,
                                                        environment.setting(arguments), request));
  environment.print(arguments.json ? wire::to_json(founded) + "\n"
                                   : fmt::format("dossier {}\nverifier key {}\n",
                                                 founded.dossier.hex(), founded.verifier_key));
  return kOk;
}

Result<int> run_log(Environment& environment, const Arguments& arguments) {
  PARLEY_ASSIGN(const desk::Session session, environment.session(arguments, desk::Access::kRead));
  std::optional<std::string> party;
  if (!arguments.for_party.empty()) party = arguments.for_party;
  PARLEY_ASSIGN(const desk::Log log, desk::log(session, party));
  environment.print(arguments.json ? wire::to_json(log) + "\n" : log_text(log));
  return kOk;
}

Result<int> run_show(Environment& environment, const Arguments& arguments) {
  PARLEY_ASSIGN(const desk::Session session, environment.session(arguments, desk::Access::kRead));
  PARLEY_ASSIGN(const desk::Shown shown, desk::show(session, arguments.items.at(0)));
  environment.print(shown_text(shown));
  return kOk;
}

// What can be said of a file that does not even open.
Result<int> report_damage(Environment& environment, const Arguments& arguments,
                          const Error& error) {
  auto damage = environment.damage(arguments);
  if (error.fault != Fault::kBroken && (!damage || damage->empty())) {
    return tl::unexpected<Error>(error);
  }
  desk::VerifyAnswer answer;
  if (damage) {
    for (const std::string& page : *damage) {
      answer.verified.findings.push_back({record::Verdict::kBroken, page, ""});
    }
  }
  answer.verified.findings.push_back({record::Verdict::kBroken, "the file", error.text()});
  environment.print(arguments.json ? wire::to_json(answer) + "\n" : verify_text(answer));
  return kBroken;
}

Result<int> run_verify(Environment& environment, const Arguments& arguments) {
  PARLEY_ASSIGN(const int threads, threads_of(arguments));
  desk::VerifyRequest request;
  request.threads = threads;
  request.progress = environment.progress("verifying");
  if (!arguments.against.empty()) {
    PARLEY_ASSIGN(request.against, read_file(arguments.against));
  }
  auto store = environment.store(arguments, StoreMode::kReadDamaged);
  if (!store) {
    if (store.error().fault == Fault::kUsage || store.error().fault == Fault::kNotFound ||
        store.error().fault == Fault::kUnsupported) {
      return tl::unexpected<Error>(std::move(store).error());
    }
    return report_damage(environment, arguments, store.error());
  }
  std::optional<Passphrase> passphrase;
  if (!arguments.closed && environment.can_ask(arguments)) {
    PARLEY_ASSIGN(passphrase, environment.passphrase(arguments, "Passphrase of the dossier"));
    request.passphrase = &*passphrase;
  }
  auto answer = desk::verify(*std::move(store), request);
  if (!answer) {
    if (answer.error().fault == Fault::kLocked || answer.error().fault == Fault::kBadInput) {
      return tl::unexpected<Error>(std::move(answer).error());
    }
    return report_damage(environment, arguments, answer.error());
  }
  environment.print(arguments.json ? wire::to_json(*answer) + "\n" : verify_text(*answer));
  if (answer->broken()) return kBroken;
  return answer->verified.findings.empty() ? kOk : kFindings;
}

Result<int> run_erase(Environment& environment, const Arguments& arguments) {
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kWrite));
  desk::EraseRequest request{arguments.items, {}, arguments.reason};
  for (const std::string& field : arguments.fields) {
    std::int64_t number = 0;
    const auto [end, code] = std::from_chars(field.data(), field.data() + field.size(), number);
    if (code != std::errc{} || end != field.data() + field.size()) {
      return fail(Fault::kUsage, "--field takes the number of a field");
    }
    request.fields.push_back(number);
  }
  PARLEY_ASSIGN(const desk::Written written, desk::erase(session, request));
  environment.print(written_text(written, arguments.json));
  return kOk;
}

Result<int> run_checkpoint(Environment& environment, const Arguments& arguments) {
  PARLEY_ASSIGN(auto store, environment.store(arguments, StoreMode::kRead));
  std::optional<std::uint64_t> size;
  if (!arguments.size.empty()) {
    PARLEY_ASSIGN(size, record::parse_decimal(arguments.size));
  }
  PARLEY_ASSIGN(const std::string note, desk::checkpoint(*store, size));
  if (arguments.output.empty()) {
    environment.print(note);
  } else {
    PARLEY_TRY(write_file(arguments.output, note));
  }
  return kOk;
}

Result<int> run_verifier(Environment& environment, const Arguments& arguments) {
  PARLEY_ASSIGN(auto store, environment.store(arguments, StoreMode::kRead));
  PARLEY_ASSIGN(const std::string key, desk::verifier_key(*store));
  environment.print(key + "\n");
  return kOk;
}

Result<int> run_cosign(Environment& environment, const Arguments& arguments) {
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kWrite));
  std::optional<std::string> note;
  if (!arguments.against.empty()) {
    PARLEY_ASSIGN(note, read_file(arguments.against));
  }
  PARLEY_ASSIGN(const desk::Cosigned cosigned, desk::cosign(session, note));
  PARLEY_TRY(desk::attach_cosignatures(session, cosigned.note));
  environment.print(cosigned.note);
  environment.message("verifier key " + cosigned.verifier_key);
  return kOk;
}

Result<int> run_attach(Environment& environment, const Arguments& arguments) {
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kWrite));
  PARLEY_ASSIGN(const std::string note, read_file(arguments.items.at(0)));
  PARLEY_ASSIGN(const std::uint64_t count, desk::attach_cosignatures(session, note));
  environment.message(arguments.dry_run ? "nothing was written (dry run)"
                                        : fmt::format("cosignatures kept: {}", count));
  return kOk;
}

Result<int> run_proof(Environment& environment, const Arguments& arguments) {
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kRead));
  PARLEY_ASSIGN(const std::string proof, desk::proof(session, arguments.items.at(0)));
  if (arguments.output.empty()) {
    environment.print(proof);
  } else {
    PARLEY_TRY(write_file(arguments.output, proof));
  }
  return kOk;
}

Result<int> run_passphrase(Environment& environment, const Arguments& arguments) {
  PARLEY_ASSIGN(const record::Kdf cost, cost_named(arguments.cost));
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kWrite));
  PARLEY_TRY(session.authorize(policy::Action::kKeys, policy::Standing::kAll, "record passphrase"));
  session.record().end();
  const std::string label = arguments.label.empty() ? "main" : arguments.label;
  if (arguments.list) {
    for (const std::string& one : session.record().passphrase_labels()) {
      environment.print(harmless(one) + "\n");
    }
    return kOk;
  }
  if (arguments.dry_run) {
    environment.message("nothing was written (dry run)");
    return kOk;
  }
  if (arguments.remove) {
    PARLEY_TRY(session.record().remove_passphrase(label));
    environment.message("the passphrase '" + label + "' no longer opens the dossier");
    return kOk;
  }
  PARLEY_ASSIGN(const Passphrase fresh,
                environment.new_passphrase(arguments, "New passphrase '" + label + "'"));
  PARLEY_TRY(session.record().set_passphrase(label, fresh, cost, environment.random()));
  environment.message("the passphrase '" + label + "' opens the dossier from now on");
  return kOk;
}

Option for_option() {
  return {"--for", "PARTY", "Only what that party may read", &Arguments::for_party};
}
Option output_option() {
  return {"-o,--output", "FILE", "Write there instead of printing", &Arguments::output};
}
Option entry_argument() {
  return {"ENTRY", "ENTRY", "The entry, by 6 digits or more of its id", &Arguments::items, true};
}
Option entries_argument() {
  return {"ENTRY", "ENTRY", "Entries, each by 6 digits or more of its id", &Arguments::items, true,
          true};
}

}  // namespace

std::vector<Command> general_commands() {
  return {
      {"init", "Found a dossier; your key becomes its first key, with the role desk",
       with({{"--title", "TITLE", "What the dossier is called", &Arguments::title, true},
             cost_option(), json_option()},
            write_options()),
       run_init},
      {"log", "List the entries that you may read", with({for_option(), json_option()}, open_options()),
       run_log},
      {"show", "Show one entry whole, as JSON", with({entry_argument()}, open_options()), run_show},
      {"verify", "Check that the record holds; exit code 4 where it does not",
       with({{"--against", "NOTE", "A checkpoint that was handed out: its entries must be here still",
              &Arguments::against},
             {"--closed", "", "Do not ask for the passphrase: check headers, signatures and tree alone",
              &Arguments::closed},
             {"--threads", "N", "How many threads; default: as many as there are cores",
              &Arguments::threads},
             json_option(), passphrase_option()},
            file_options()),
       run_verify},
  };
}

std::vector<Command> record_commands() {
  return {
      {"record checkpoint", "Print the last checkpoint, a signed note to hand out",
       with({{"--size", "N", "An earlier one: the record's size then", &Arguments::size},
             output_option()},
            file_options()),
       run_checkpoint},
      {"record verifier", "Print the key that the record's checkpoints verify with", file_options(),
       run_verifier},
      {"record cosign", "Sign a checkpoint: that you have seen this record as it is",
       with({{"--note", "NOTE", "An earlier checkpoint, instead of the last one", &Arguments::against}},
            write_options()),
       run_cosign},
      {"record attach", "Keep the cosignatures that a note has got elsewhere",
       with({{"NOTE", "NOTE", "A cosigned checkpoint; '-' for stdin", &Arguments::items, true}},
            write_options()),
       run_attach},
      {"record proof", "Print the proof that an entry is in the record",
       with({entry_argument(), output_option()}, open_options()), run_proof},
      {"record erase", "Destroy the payloads of entries, by an order that stays in the record",
       with({entries_argument(),
             {"--reason", "TEXT", "Why; name nobody", &Arguments::reason, true},
             {"--field", "N", "Only these fields, which have an audience of their own",
              &Arguments::fields},
             json_option()},
            write_options()),
       run_erase},
      {"record passphrase", "Set a passphrase that opens the dossier, or take one away",
       with({{"--label", "LABEL", "Which passphrase; default: main", &Arguments::label},
             {"--remove", "", "Take it away", &Arguments::remove},
             {"--list", "", "List the labels of the passphrases there are", &Arguments::list},
             cost_option()},
            write_options()),
       run_passphrase},
  };
}

}  // namespace parley::cli
