// What a command meets outside itself: terminal, passphrases, stores, clock, settings.
//
// Data goes to stdout, messages to stderr. Passphrases come from the terminal or from a file
// descriptor, never from the command line or an environment variable.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "base/secret.hpp"
#include "cli/arguments.hpp"
#include "desk/session.hpp"
#include "policy/key_file.hpp"
#include "record/store.hpp"

namespace parley::cli {

enum class StoreMode { kRead, kReadDamaged, kWrite, kCreate };

using StoreOpener = std::function<Result<std::unique_ptr<record::Store>>(
    const std::filesystem::path& path, StoreMode mode, std::chrono::milliseconds patience)>;
// What is damaged in a file that may not even open.
using DamageReader =
    std::function<Result<std::vector<std::string>>(const std::filesystem::path& path)>;

class Environment {
 public:
  Environment(StoreOpener open_store, DamageReader damage, const desk::Clock& clock, Random& random)
      : open_store_(std::move(open_store)),
        damage_(std::move(damage)),
        clock_(clock),
        random_(random) {}

  void print(std::string_view text);    // stdout
  void message(std::string_view text);  // stderr, with a newline
  // For work over a second, where stderr is a terminal: a line that is redrawn. Empty elsewhere.
  std::function<void(std::uint64_t done, std::uint64_t total)> progress(const std::string& what);

  const desk::Clock& clock() const { return clock_; }
  Random& random() { return random_; }

  // Error (kUsage): neither -d nor PARLEY_DOSSIER.
  Result<std::filesystem::path> dossier_path(const Arguments& arguments) const;
  Result<std::unique_ptr<record::Store>> store(const Arguments& arguments, StoreMode mode);
  Result<std::vector<std::string>> damage(const Arguments& arguments);

  std::filesystem::path key_directory() const;
  // The keys that --key, PARLEY_KEY or nothing may mean; at least one.
  Result<std::vector<policy::FoundKey>> key_files(const Arguments& arguments) const;
  // The one it means. Error (kUsage): more than one.
  Result<policy::FoundKey> key_file(const Arguments& arguments) const;

  // Prompts name what is asked for. Error (kUsage): no terminal and no descriptor.
  Result<Passphrase> passphrase(const Arguments& arguments, const std::string& prompt);
  // Asked twice on a terminal. Error (kUsage): empty, or the two differ.
  Result<Passphrase> new_passphrase(const Arguments& arguments, const std::string& prompt);
  // The next line of the descriptor, if there is one.
  Result<std::optional<Passphrase>> next_line(const Arguments& arguments);
  bool can_ask(const Arguments& arguments) const;

  Result<record::SecretKey> unlock(const Arguments& arguments, const policy::KeyFile& file,
                                   const Passphrase& dossier_passphrase);
  // Opens the dossier with its passphrase and the person's key.
  Result<desk::Session> session(const Arguments& arguments, desk::Access access);
  desk::Setting setting(const Arguments& arguments);

 private:
  StoreOpener open_store_;
  DamageReader damage_;
  const desk::Clock& clock_;
  Random& random_;
};

// "light", "standard", "strong": what a passphrase costs to try. Error (kUsage): another word.
Result<record::Kdf> cost_named(std::string_view name);

// --top. Error (kUsage): no number, or one that is too large.
Result<std::size_t> top_of(const Arguments& arguments);

// As --threads says, else as many as the machine has. Error (kUsage): no number from 1 to 256.
Result<int> threads_of(const Arguments& arguments);

// A file's text, at most `most` bytes. "-" is stdin. Error (kIo, kNotFound), with the name.
constexpr std::size_t kLargestFile = std::size_t{64} << 20;
Result<std::string> read_file(const std::string& name, std::size_t most = kLargestFile);
// Writes a file whole: under another name first, then renamed; mode 0600.
Result<void> write_file(const std::string& name, std::string_view bytes);

}  // namespace parley::cli
