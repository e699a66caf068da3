#include "policy/key_file.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <fstream>
#include <sstream>

namespace parley::policy {
namespace {

constexpr std::string_view kFirstLine = "parley-key 1";
constexpr std::string_view kContext = "parley/key-file/1";
constexpr std::uintmax_t kMaxKeyFileBytes = 4096;

Bytes context(const record::PublicKey& key) {
  Bytes out;
  append(out, bytes_of(kContext));
  append(out, key.bytes);
  return out;
}

bool is_one_line(std::string_view text) {
  return !text.empty() && text.size() <= 200 && is_utf8(text) &&
         std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

Result<std::string_view> field(std::string_view line, std::string_view name) {
  if (!line.starts_with(name) || line.substr(name.size()).substr(0, 2) != ": ") {
    return fail(Fault::kBadInput, fmt::format("the line '{}' is missing", name));
  }
  return line.substr(name.size() + 2);
}

Result<std::uint64_t> number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (code != std::errc{} || end != text.data() + text.size()) {
    return fail(Fault::kBadInput, "not a number");
  }
  return value;
}

Result<record::Kdf> parse_kdf(std::string_view text) {
  std::istringstream words{std::string(text)};
  std::string algorithm, operations, memory, salt;
  words >> algorithm >> operations >> memory >> salt;
  if (algorithm != "argon2id") return fail(Fault::kUnsupported, "an unknown key derivation");
  record::Kdf kdf;
  PARLEY_ASSIGN(kdf.operations, number(operations));
  PARLEY_ASSIGN(kdf.memory_kib, number(memory));
  PARLEY_ASSIGN(const Bytes raw, from_base64(salt));
  if (raw.size() != kdf.salt.size()) return fail(Fault::kBadInput, "the salt is not 16 bytes");
  std::copy(raw.begin(), raw.end(), kdf.salt.begin());
  return kdf;
}

bool synchronise(const std::filesystem::path& directory) {
  const int descriptor = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return false;
  // Some file systems have nothing to synchronise in a directory, and say so.
  const bool done = ::fsync(descriptor) == 0 || errno == EINVAL;
  ::close(descriptor);
  return done;
}

}  // namespace

std::string format_key_file(const KeyFile& file) {
  return fmt::format("{}\nname: {}\nkey: {}\nkdf: argon2id {} {} {}\nsealed: {}\n", kFirstLine,
                     file.name, to_hex(file.key.bytes), file.kdf.operations, file.kdf.memory_kib,
                     to_base64(file.kdf.salt), to_base64(file.sealed));
}

Result<KeyFile> parse_key_file(std::string_view text) {
  std::vector<std::string> lines;
  std::istringstream stream{std::string(text)};
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  if (lines.empty() || !lines[0].starts_with("parley-key ")) {
    return fail(Fault::kBadInput, "not a parley key file");
  }
  if (lines[0] != kFirstLine) {
    return fail(Fault::kUnsupported, "the key file is of a later version");
  }
  if (lines.size() != 5) return fail(Fault::kBadInput, "a key file has five lines");
  KeyFile file;
  PARLEY_ASSIGN(const std::string_view name, field(lines[1], "name"));
  PARLEY_ASSIGN(const std::string_view key, field(lines[2], "key"));
  PARLEY_ASSIGN(const std::string_view kdf, field(lines[3], "kdf"));
  PARLEY_ASSIGN(const std::string_view sealed, field(lines[4], "sealed"));
  if (!is_one_line(name)) return fail(Fault::kBadInput, "the name is not one line of text");
  file.name = name;
  PARLEY_ASSIGN(const Bytes raw, from_hex(key));
  PARLEY_ASSIGN(file.key, record::PublicKey::from(raw));
  PARLEY_ASSIGN(file.kdf, parse_kdf(kdf));
  PARLEY_ASSIGN(file.sealed, from_base64(sealed));
  // One spelling: no other white space, digits or words than are written.
  const std::string again = format_key_file(file);
  if (text != again && text != std::string_view(again).substr(0, again.size() - 1)) {
    return fail(Fault::kBadInput, "a key file is read only as it is written");
  }
  return file;
}

Result<KeyFile> make_key_file(const std::string& name, const Passphrase& passphrase,
                              record::Kdf cost, Random& random) {
  if (!is_one_line(name)) {
    return fail(Fault::kUsage, "a key's name is one line of text, 200 bytes at most");
  }
  const record::SecretKey secret = record::SecretKey::generate(random);
  KeyFile file{name, secret.public_key(), cost, {}};
  random.fill(file.kdf.salt);
  PARLEY_ASSIGN(const record::SymmetricKey key, derive(passphrase, file.kdf));
  file.sealed = record::wrap(key, context(file.key), secret.seed(), random);
  return file;
}

Result<record::SecretKey> open_key_file(const KeyFile& file, const Passphrase& passphrase) {
  PARLEY_ASSIGN(const record::SymmetricKey key, derive(passphrase, file.kdf));
  auto seed = record::unwrap(key, context(file.key), file.sealed);
  if (!seed) return fail(Fault::kLocked, "the passphrase does not open the key");
  auto secret = record::SecretKey::from_seed(*seed);
  wipe(*seed);
  if (!secret || secret->public_key() != file.key) {
    return fail(Fault::kBadInput, "the key file does not hold the key it names");
  }
  return secret;
}

std::filesystem::path key_file_name(const record::PublicKey& key) {
  return to_hex(ByteView(key.bytes).first(8)) + ".key";
}

Result<std::filesystem::path> save_key_file(const std::filesystem::path& directory,
                                            const KeyFile& file) {
  std::error_code error;
  if (!std::filesystem::exists(directory, error)) {
    std::filesystem::create_directories(directory, error);
    std::filesystem::permissions(directory, std::filesystem::perms::owner_all, error);
    if (error) return fail(Fault::kIo, directory.string() + " cannot be made");
  }
  std::filesystem::path path = directory / key_file_name(file.key);
  const int descriptor = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  if (descriptor < 0) {
    return fail(Fault::kIo,
                path.string() + (errno == EEXIST ? " exists already; a key file is never "
                                                   "replaced"
                                                 : " cannot be written"));
  }
  const std::string text = format_key_file(file);
  const bool written =
      ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
      ::fsync(descriptor) == 0;
  ::close(descriptor);
  // A rotation ends the old key: the name of the new file must outlive a power cut as well.
  if (!written || !synchronise(directory)) {
    std::filesystem::remove(path, error);
    return fail(Fault::kIo, path.string() + " cannot be written");
  }
  return path;
}

Result<KeyFile> load_key_file(const std::filesystem::path& path) {
  struct stat info{};
  if (stat(path.c_str(), &info) != 0)
    return fail(Fault::kNotFound, path.string() + " is not there");
  if (!S_ISREG(info.st_mode)) return fail(Fault::kBadInput, path.string() + " is not a file");
  if ((info.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
    return fail(Fault::kRefused, path.string() +
                                     " can be read by others; take their permissions away "
                                     "(chmod 600)");
  }
  if (static_cast<std::uintmax_t>(info.st_size) > kMaxKeyFileBytes) {
    return fail(Fault::kBadInput, path.string() + " is too large for a key file");
  }
  std::ifstream stream(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(stream), {}};
  if (!stream) return fail(Fault::kIo, path.string() + " cannot be read");
  auto file = parse_key_file(text);
  if (!file) return within(std::move(file).error(), path.string());
  return file;
}

KeyFiles list_key_files(const std::filesystem::path& directory) {
  KeyFiles files;
  std::error_code error;
  std::filesystem::directory_iterator item(directory, error);
  for (const std::filesystem::directory_iterator end; !error && item != end;
       item.increment(error)) {
    if (item->path().extension() != ".key") continue;
    auto file = load_key_file(item->path());
    if (file) {
      files.found.push_back({item->path(), *std::move(file)});
    } else {
      files.unusable.push_back(std::move(file).error());
    }
  }
  std::sort(files.found.begin(), files.found.end(), [](const FoundKey& a, const FoundKey& b) {
    return std::tie(a.file.name, a.path) < std::tie(b.file.name, b.path);
  });
  std::sort(files.unusable.begin(), files.unusable.end(),
            [](const Error& a, const Error& b) { return a.text() < b.text(); });
  return files;
}

Result<std::vector<FoundKey>> find_key_files(const std::filesystem::path& directory,
                                             const std::string& wanted) {
  std::error_code error;
  std::vector<FoundKey> matches;
  if (wanted.find('/') != std::string::npos && std::filesystem::exists(wanted, error)) {
    PARLEY_ASSIGN(KeyFile file, load_key_file(wanted));
    matches.push_back({wanted, std::move(file)});
    return matches;
  }
  KeyFiles files = list_key_files(directory);
  for (FoundKey& key : files.found) {
    const bool by_id = wanted.size() >= 8 && to_hex(key.file.key.bytes).starts_with(wanted);
    if (wanted.empty() || key.file.name == wanted || by_id) matches.push_back(std::move(key));
  }
  if (!matches.empty()) return matches;
  const std::string why = files.unusable.empty() ? "" : "; " + files.unusable.front().text();
  if (wanted.empty()) {
    return fail(Fault::kNotFound, fmt::format("there is no key in {}{}; 'parley key new --name "
                                              "NAME' makes one",
                                              directory.string(), why));
  }
  return fail(Fault::kNotFound, fmt::format("no key '{}' in {}{}", wanted, directory.string(), why));
}

Result<void> reseal_key_file(const FoundKey& key, const Passphrase& old_passphrase,
                             const Passphrase& new_passphrase, record::Kdf cost, Random& random) {
  PARLEY_ASSIGN(const record::SecretKey secret, open_key_file(key.file, old_passphrase));
  KeyFile file{key.file.name, key.file.key, cost, {}};
  random.fill(file.kdf.salt);
  PARLEY_ASSIGN(const record::SymmetricKey wrapping, derive(new_passphrase, file.kdf));
  file.sealed = record::wrap(wrapping, context(file.key), secret.seed(), random);
  const std::filesystem::path fresh = key.path.string() + ".new";
  const int descriptor = ::open(fresh.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
  if (descriptor < 0) return fail(Fault::kIo, fresh.string() + " cannot be written");
  const std::string text = format_key_file(file);
  const bool written =
      ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
      ::fsync(descriptor) == 0;
  ::close(descriptor);
  std::error_code error;
  if (written) std::filesystem::rename(fresh, key.path, error);
  if (!written || error || !synchronise(key.path.parent_path())) {
    std::filesystem::remove(fresh, error);
    return fail(Fault::kIo, key.path.string() + " cannot be written");
  }
  return {};
}

}  // namespace parley::policy
