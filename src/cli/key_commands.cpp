#include <fmt/core.h>

#include "cli/environment.hpp"
#include "cli/options.hpp"
#include "cli/text.hpp"
#include "desk/audience/audiences.hpp"
#include "desk/key/keys.hpp"
#include "wire/answers.hpp"

namespace parley::cli {
namespace {

// A new key file from a passphrase that is asked for.
Result<policy::FoundKey> make_key(Environment& environment, const Arguments& arguments,
                                  const std::string& name) {
  PARLEY_ASSIGN(const record::Kdf cost, cost_named(arguments.cost));
  PARLEY_ASSIGN(const Passphrase passphrase,
                environment.new_passphrase(arguments, "New passphrase of the key '" + name + "'"));
  PARLEY_ASSIGN(policy::KeyFile file,
                policy::make_key_file(name, passphrase, cost, environment.random()));
  PARLEY_ASSIGN(const auto path, policy::save_key_file(environment.key_directory(), file));
  return policy::FoundKey{path, std::move(file)};
}

Result<int> run_new(Environment& environment, const Arguments& arguments) {
  PARLEY_ASSIGN(const policy::FoundKey key, make_key(environment, arguments, arguments.name));
  environment.message("key file " + key.path.string());
  environment.print(to_hex(key.file.key.bytes) + "\n");
  return kOk;
}

Result<int> run_list(Environment& environment, const Arguments& arguments) {
  if (!arguments.admitted) {
    const policy::KeyFiles files = policy::list_key_files(environment.key_directory());
    for (const policy::FoundKey& key : files.found) {
      environment.print(fmt::format("{}  {}\n", to_hex(key.file.key.bytes), harmless(key.file.name)));
    }
    for (const Error& error : files.unusable) environment.message("parley: " + error.text());
    return files.unusable.empty() ? kOk : kFindings;
  }
  PARLEY_ASSIGN(const desk::Session session, environment.session(arguments, desk::Access::kRead));
  environment.print(arguments.json ? wire::keys_json(session.registry()) + "\n"
                                   : keys_text(session.registry()));
  return kOk;
}

Result<int> run_admit(Environment& environment, const Arguments& arguments) {
  desk::AdmitRequest request;
  const auto raw = from_hex(arguments.items.at(0));
  auto key = raw ? record::PublicKey::from(*raw) : tl::unexpected(raw.error());
  if (!key) {
    return fail(Fault::kUsage,
                "that is no public key: 64 digits, as `parley key new` or `parley key list` prints");
  }
  request.key = *std::move(key);
  const auto role = policy::role_named(arguments.role);
  if (!role) {
    return fail(Fault::kUsage, "--role is desk, focal-point, monitor, interviewer, auditor or reader");
  }
  request.role = *role;
  request.party = arguments.party;
  request.name = arguments.name;
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kWrite));
  PARLEY_ASSIGN(const desk::Written written, desk::admit_key(session, request));
  environment.print(written_text(written, arguments.json));
  return kOk;
}

Result<int> run_rotate(Environment& environment, const Arguments& arguments) {
  if (arguments.dry_run) return fail(Fault::kUsage, "a rotation makes a key file; there is no dry run");
  std::optional<policy::FoundKey> fresh;
  if (!arguments.to.empty()) {
    PARLEY_ASSIGN(auto keys, policy::find_key_files(environment.key_directory(), arguments.to));
    if (keys.size() > 1) return fail(Fault::kUsage, "--to: several keys may be meant");
    fresh = std::move(keys.front());
  }
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kWrite));
  const bool made = !fresh;
  if (made) {
    // Nobody else waits while a person thinks of a passphrase.
    session.record().end();
    PARLEY_ASSIGN(fresh, make_key(environment, arguments, session.self().name));
    PARLEY_TRY(session.record().begin_write());
  }
  auto written = desk::rotate_key(session, fresh->file.key);
  if (!written) {
    std::error_code ignored;
    if (made) std::filesystem::remove(fresh->path, ignored);
    return tl::unexpected<Error>(std::move(written).error());
  }
  environment.message("key file " + fresh->path.string());
  environment.message("the old key, " + session.self().id.hex().substr(0, 16) +
                      ", signs nothing in this dossier any more");
  environment.print(to_hex(fresh->file.key.bytes) + "\n");
  return kOk;
}

Result<int> run_passphrase(Environment& environment, const Arguments& arguments) {
  PARLEY_ASSIGN(const record::Kdf cost, cost_named(arguments.cost));
  PARLEY_ASSIGN(const policy::FoundKey key, environment.key_file(arguments));
  PARLEY_ASSIGN(const Passphrase old_passphrase,
                environment.passphrase(arguments, "Passphrase of the key '" + key.file.name + "'"));
  PARLEY_ASSIGN(const Passphrase new_passphrase,
                environment.new_passphrase(arguments,
                                           "New passphrase of the key '" + key.file.name + "'"));
  PARLEY_TRY(policy::reseal_key_file(key, old_passphrase, new_passphrase, cost,
                                     environment.random()));
  environment.message("key file " + key.path.string());
  return kOk;
}

Result<int> run_revoke(Environment& environment, const Arguments& arguments) {
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kWrite));
  PARLEY_ASSIGN(const desk::Written written,
                desk::revoke_key(session, arguments.items.at(0), arguments.reason));
  environment.print(written_text(written, arguments.json));
  return kOk;
}

Result<int> run_audience_add(Environment& environment, const Arguments& arguments) {
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kWrite));
  const std::set<std::string> parties(arguments.parties.begin(), arguments.parties.end());
  PARLEY_ASSIGN(const desk::Written written,
                desk::define_audience(session, arguments.handle, parties));
  environment.print(written_text(written, arguments.json));
  return kOk;
}

Result<int> run_audience_list(Environment& environment, const Arguments& arguments) {
  PARLEY_ASSIGN(desk::Session session, environment.session(arguments, desk::Access::kWrite));
  PARLEY_TRY(session.authorize(policy::Action::kRead, policy::Standing::kDesk, "audience list"));
  session.record().end();
  environment.print(arguments.json ? wire::audiences_json(session.registry()) + "\n"
                                   : audiences_text(session.registry()));
  return kOk;
}

}  // namespace

std::vector<Command> key_commands() {
  const Option name = {"--name", "NAME", "Whose key it is: a person or an office", &Arguments::name,
                       true};
  const Option reason = {"--reason", "TEXT", "Why; name nobody", &Arguments::reason};
  return {
      {"key new", "Make a key file, sealed by a passphrase, and print its public key",
       {name, cost_option(), passphrase_option()}, run_new},
      {"key list", "List your key files or, with --admitted, the keys admitted to the dossier",
       with({{"--admitted", "", "The keys of the dossier, ended ones too", &Arguments::admitted},
             json_option()},
            open_options()),
       run_list},
      {"key admit", "Admit a public key to the dossier",
       with({{"KEY", "KEY", "The public key, 64 digits in hex", &Arguments::items, true},
             name,
             {"--role", "ROLE", "desk, focal-point, monitor, interviewer, auditor or reader",
              &Arguments::role, true},
             {"--party", "PARTY", "The party it speaks or reads for", &Arguments::party},
             json_option()},
            write_options()),
       run_admit},
      {"key rotate", "Put a new key of yours in the place of the old one",
       with({{"--to", "KEY", "A key file of yours, instead of a new one", &Arguments::to},
             cost_option()},
            write_options()),
       run_rotate},
      {"key passphrase", "Seal a key file with another passphrase",
       {{"--key", "KEY", "The key: its name, the beginning of its digits, or its file",
         &Arguments::key},
        cost_option(),
        {"--passphrase-fd", "N", "Read the old and the new passphrase there, a line each",
         &Arguments::passphrase_fd}},
       run_passphrase},
      {"key revoke", "End a key: from here on, nothing it signs is accepted",
       with({{"KEY", "KEY", "The key, by 8 digits or more", &Arguments::items, true}, reason,
             json_option()},
            write_options()),
       run_revoke},
      {"audience add", "Name a set of parties",
       with({{"NAME", "NAME", "a-z, 0-9 and '-'", &Arguments::handle, true},
             {"--party", "PARTY", "One of its parties; may be repeated", &Arguments::parties, true},
             json_option()},
            write_options()),
       run_audience_add},
      {"audience list", "List the audiences; the desk and auditors alone may",
       with({json_option()}, open_options()), run_audience_list},
  };
}

}  // namespace parley::cli
