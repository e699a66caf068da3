#include "cli/environment.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <thread>

#include "cli/text.hpp"

namespace parley::cli {
namespace {

constexpr std::size_t kLongestPassphrase = 1024;

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string{} : std::string(value);
}

Result<int> descriptor(const Arguments& arguments) {
  int value = -1;
  const std::string& text = arguments.passphrase_fd;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (code != std::errc{} || end != text.data() + text.size() || value < 0) {
    return fail(Fault::kUsage, "--passphrase-fd takes the number of a file descriptor");
  }
  return value;
}

// One line, byte by byte: the rest belongs to the next reader of the descriptor.
Result<std::optional<Passphrase>> read_line(int from) {
  std::string line;
  line.reserve(kLongestPassphrase);
  bool any = false;
  for (;;) {
    char c = 0;
    const ssize_t got = ::read(from, &c, 1);
    if (got < 0 && errno == EINTR) return fail(Fault::kCancelled, "interrupted");
    if (got < 0) return fail(Fault::kUsage, "the passphrase's file descriptor cannot be read");
    if (got == 0) break;
    any = true;
    if (c == '\n') break;
    if (line.size() == kLongestPassphrase) return fail(Fault::kUsage, "the passphrase is too long");
    line += c;
  }
  if (!any) return std::optional<Passphrase>{};
  std::optional<Passphrase> out{Passphrase(line)};
  wipe({reinterpret_cast<std::uint8_t*>(line.data()), line.size()});
  return out;
}

class Terminal {
 public:
  Terminal() : file_(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)) {}
  ~Terminal() {
    if (file_ >= 0) ::close(file_);
  }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;
  bool there() const { return file_ >= 0; }

  Result<Passphrase> ask(const std::string& prompt) {
    const std::string text = prompt + ": ";
    if (::write(file_, text.data(), text.size()) < 0) return fail(Fault::kIo, "no terminal");
    termios before{};
    tcgetattr(file_, &before);
    termios silent = before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(file_, TCSAFLUSH, &silent);
    // Ctrl-C ends the reading first, so that the terminal gets its echo back.
    struct sigaction interrupted{};
    struct sigaction as_before{};
    interrupted.sa_handler = [](int) {};
    sigaction(SIGINT, &interrupted, &as_before);
    auto line = read_line(file_);
    sigaction(SIGINT, &as_before, nullptr);
    tcsetattr(file_, TCSAFLUSH, &before);
    (void)!::write(file_, "\n", 1);
    PARLEY_TRY(line);
    if (!*line) return fail(Fault::kCancelled, "no passphrase was given");
    return *std::move(*line);
  }

 private:
  int file_;
};

}  // namespace

void Environment::print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }
void Environment::message(std::string_view text) { fmt::print(stderr, "{}\n", harmless(text)); }
std::function<void(std::uint64_t, std::uint64_t)> Environment::progress(const std::string& what) {
  if (isatty(STDERR_FILENO) != 1) return {};
  const auto start = std::chrono::steady_clock::now();
  return [what, start](std::uint64_t done, std::uint64_t total) {
    const auto spent = std::chrono::steady_clock::now() - start;
    if (spent < std::chrono::seconds(1) || total == 0) return;
    constexpr std::uint64_t kWidth = 30;
    const std::string bar(done * kWidth / total, '#');
    fmt::print(stderr, "\r{} [{:<{}}] {} of {}", what, bar, kWidth, done, total);
    // Cleared when the last full step has been drawn; what follows is printed over it.
    if (done + 1 >= total) fmt::print(stderr, "\r{:80}\r", "");
    std::fflush(stderr);
  };
}

Result<std::filesystem::path> Environment::dossier_path(const Arguments& arguments) const {
  std::string path = arguments.dossier;
  if (path.empty()) path = variable("PARLEY_DOSSIER");
  if (path.empty()) {
    return fail(Fault::kUsage, "no dossier is named: use -d FILE, or set PARLEY_DOSSIER");
  }
  return std::filesystem::path(path);
}

Result<std::unique_ptr<record::Store>> Environment::store(const Arguments& arguments,
                                                          StoreMode mode) {
  PARLEY_ASSIGN(const std::filesystem::path path, dossier_path(arguments));
  int seconds = 0;
  const auto [end, code] = std::from_chars(arguments.wait.data(),
                                           arguments.wait.data() + arguments.wait.size(), seconds);
  if (code != std::errc{} || end != arguments.wait.data() + arguments.wait.size() || seconds < 0 ||
      seconds > 86400) {
    return fail(Fault::kUsage, "--wait takes a number of seconds");
  }
  return open_store_(path, mode, std::chrono::seconds(seconds));
}

Result<std::vector<std::string>> Environment::damage(const Arguments& arguments) {
  PARLEY_ASSIGN(const std::filesystem::path path, dossier_path(arguments));
  return damage_(path);
}

std::filesystem::path Environment::key_directory() const {
  if (const std::string keys = variable("PARLEY_KEYS"); !keys.empty()) return keys;
  if (const std::string data = variable("XDG_DATA_HOME"); !data.empty()) {
    return std::filesystem::path(data) / "parley" / "keys";
  }
  return std::filesystem::path(variable("HOME")) / ".local" / "share" / "parley" / "keys";
}

Result<std::vector<policy::FoundKey>> Environment::key_files(const Arguments& arguments) const {
  const std::string wanted = arguments.key.empty() ? variable("PARLEY_KEY") : arguments.key;
  return policy::find_key_files(key_directory(), wanted);
}

Result<policy::FoundKey> Environment::key_file(const Arguments& arguments) const {
  PARLEY_ASSIGN(std::vector<policy::FoundKey> keys, key_files(arguments));
  if (keys.size() > 1) {
    return fail(Fault::kUsage,
                "several keys may be meant; name one with --key, by its digits or its file");
  }
  return std::move(keys.front());
}

bool Environment::can_ask(const Arguments& arguments) const {
  return !arguments.passphrase_fd.empty() || Terminal().there();
}

Result<std::optional<Passphrase>> Environment::next_line(const Arguments& arguments) {
  if (arguments.passphrase_fd.empty()) return std::optional<Passphrase>{};
  PARLEY_ASSIGN(const int from, descriptor(arguments));
  return read_line(from);
}

Result<Passphrase> Environment::passphrase(const Arguments& arguments, const std::string& prompt) {
  if (!arguments.passphrase_fd.empty()) {
    PARLEY_ASSIGN(auto line, next_line(arguments));
    if (!line)
      return fail(Fault::kUsage, "the passphrase's file descriptor holds no line for: " + prompt);
    return *std::move(line);
  }
  Terminal terminal;
  if (!terminal.there()) {
    return fail(Fault::kUsage,
                "a passphrase is needed, and there is no terminal to ask on; use --passphrase-fd");
  }
  return terminal.ask(prompt);
}

Result<Passphrase> Environment::new_passphrase(const Arguments& arguments,
                                               const std::string& prompt) {
  PARLEY_ASSIGN(Passphrase first, passphrase(arguments, prompt));
  if (first.text().empty()) return fail(Fault::kUsage, "an empty passphrase protects nothing");
  if (arguments.passphrase_fd.empty()) {
    PARLEY_ASSIGN(const Passphrase second, passphrase(arguments, prompt + ", again"));
    if (first.text() != second.text()) return fail(Fault::kUsage, "the two passphrases differ");
  }
  constexpr std::size_t kShort = 12;
  if (first.text().size() < kShort) {
    message("note: a passphrase of fewer than 12 characters is soon guessed by who has the file");
  }
  return first;
}

Result<record::SecretKey> Environment::unlock(const Arguments& arguments,
                                              const policy::KeyFile& file,
                                              const Passphrase& dossier_passphrase) {
  if (!arguments.passphrase_fd.empty()) {
    // A second line is the key's; with one line alone, both have the same passphrase.
    PARLEY_ASSIGN(auto line, next_line(arguments));
    return policy::open_key_file(file, line ? *line : dossier_passphrase);
  }
  PARLEY_ASSIGN(const Passphrase typed,
                passphrase(arguments, "Passphrase of the key '" + file.name +
                                          "' (empty if it is the dossier's)"));
  return policy::open_key_file(file, typed.text().empty() ? dossier_passphrase : typed);
}

Result<std::size_t> top_of(const Arguments& arguments) {
  std::size_t value = 0;
  constexpr std::size_t kMostTop = 1'000;
  const std::string& text = arguments.top;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (code != std::errc{} || end != text.data() + text.size() || value == 0 || value > kMostTop) {
    return fail(Fault::kUsage, fmt::format("--top takes a number from 1 to {}", kMostTop));
  }
  return value;
}

Result<int> threads_of(const Arguments& arguments) {
  if (arguments.threads.empty()) {
    return static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  }
  int threads = 0;
  const std::string& text = arguments.threads;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), threads);
  if (code != std::errc{} || end != text.data() + text.size() || threads < 1 || threads > 256) {
    return fail(Fault::kUsage, "--threads takes a number from 1 to 256");
  }
  return threads;
}

desk::Setting Environment::setting(const Arguments& arguments) {
  std::string office = arguments.office;
  if (office.empty()) office = variable("PARLEY_OFFICE");
  return {clock_, random_, office, arguments.dry_run, threads_of(arguments).value_or(1)};
}

namespace {

// Of several keys, the one that this dossier has admitted and not ended: after a rotation the old
// and the new file carry the same name.
Result<void> keep_active(record::Record& record, std::vector<policy::FoundKey>& keys) {
  PARLEY_ASSIGN(const record::View view, record.view());
  const policy::Registry registry = policy::Registry::fold(view);
  std::erase_if(keys, [&registry](const policy::FoundKey& key) {
    return registry.active(record::key_id(key.file.key)) == nullptr;
  });
  if (keys.size() == 1) return {};
  return fail(Fault::kUsage, keys.empty()
                                 ? "none of the keys that may be meant is in use in this dossier; "
                                   "name one with --key"
                                 : "several keys may be meant; name one with --key");
}

}  // namespace

Result<desk::Session> Environment::session(const Arguments& arguments, desk::Access access) {
  PARLEY_TRY(threads_of(arguments));
  const StoreMode mode = access == desk::Access::kWrite ? StoreMode::kWrite : StoreMode::kRead;
  PARLEY_ASSIGN(auto store, this->store(arguments, mode));
  PARLEY_ASSIGN(std::vector<policy::FoundKey> keys, key_files(arguments));
  PARLEY_ASSIGN(const Passphrase dossier, passphrase(arguments, "Passphrase of the dossier"));
  PARLEY_ASSIGN(record::Record record, record::Record::open(std::move(store), dossier));
  if (keys.size() > 1) PARLEY_TRY(keep_active(record, keys));
  const policy::FoundKey& key = keys.front();
  PARLEY_ASSIGN(record::SecretKey secret, unlock(arguments, key.file, dossier));
  return desk::Session::open(std::move(record), std::move(secret), access, setting(arguments));
}

Result<record::Kdf> cost_named(std::string_view name) {
  record::Kdf kdf;
  if (name == "light") {
    kdf.operations = 2, kdf.memory_kib = 19 * 1024;
  } else if (name == "standard") {
    kdf.operations = 3, kdf.memory_kib = 128 * 1024;
  } else if (name == "strong") {
    kdf.operations = 4, kdf.memory_kib = 1024 * 1024;
  } else {
    return fail(Fault::kUsage, "--cost is light, standard or strong");
  }
  return kdf;
}

Result<std::string> read_file(const std::string& name, std::size_t most) {
  const bool from_stdin = name == "-";
  std::FILE* file = from_stdin ? stdin : std::fopen(name.c_str(), "rb");
  if (file == nullptr) return fail(Fault::kNotFound, name + " cannot be opened");
  std::string text;
  char buffer[1 << 16];
  std::size_t got = 0;
  while ((got = std::fread(buffer, 1, sizeof buffer, file)) > 0 && text.size() <= most) {
    text.append(buffer, got);
  }
  const bool failed = std::ferror(file) != 0;
  if (!from_stdin) std::fclose(file);
  if (failed) return fail(Fault::kIo, name + " cannot be read");
  if (text.size() > most) {
    return fail(Fault::kBadInput, fmt::format("{} is larger than {} MiB", name, most >> 20));
  }
  return text;
}

Result<void> write_file(const std::string& name, std::string_view bytes) {
  std::error_code ignored;
  const auto target = std::filesystem::status(name, ignored);
  if (std::filesystem::exists(target) && !std::filesystem::is_regular_file(target)) {
    return fail(Fault::kUsage, name + " is there already and is not a file");
  }
  std::string under = name + ".XXXXXX";
  const int file = mkstemp(under.data());
  if (file < 0) return fail(Fault::kIo, name + " cannot be written");
  bool good = true;
  for (std::size_t at = 0; good && at < bytes.size();) {
    const ssize_t done = ::write(file, bytes.data() + at, bytes.size() - at);
    good = done > 0;
    at += good ? static_cast<std::size_t>(done) : 0;
  }
  good = good && fsync(file) == 0;
  ::close(file);
  if (!good || std::rename(under.c_str(), name.c_str()) != 0) {
    ::unlink(under.c_str());
    return fail(Fault::kIo, name + " cannot be written");
  }
  return {};
}

}  // namespace parley::cli
