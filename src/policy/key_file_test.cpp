#include "policy/key_file.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace parley::policy {
namespace {

constexpr record::Kdf kCheap{1, 8, {}};

class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "parley-keys-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

Passphrase words() { return Passphrase("an invented passphrase"); }

KeyFile make(const std::string& name = "An invented office") {
  SystemRandom random;
  auto file = make_key_file(name, words(), kCheap, random);
  REQUIRE(file);
  return *std::move(file);
}

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::filesystem::path write(const std::filesystem::path& path, const std::string& text,
                            mode_t mode = 0600) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
  REQUIRE(chmod(path.c_str(), mode) == 0);
  return path;
}

mode_t mode_of(const std::filesystem::path& path) {
  struct stat info{};
  REQUIRE(stat(path.c_str(), &info) == 0);
  return info.st_mode & 07777;
}

Fault fault_of(const auto& result) {
  REQUIRE_FALSE(result);
  return result.error().fault;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

std::string digits(const KeyFile& file) { return to_hex(file.key.bytes); }

}  // namespace

TEST_CASE("a key file opens with its passphrase, and with no other") {
  const KeyFile file = make("Réunion à Montreux");
  const std::string text = format_key_file(file);
  const std::vector<std::string> lines = lines_of(text);
  REQUIRE(lines.size() == 5);
  CHECK(lines[0] == "parley-key 1");
  CHECK(lines[1] == "name: Réunion à Montreux");
  CHECK(lines[2] == "key: " + digits(file));
  CHECK(lines[3] == "kdf: argon2id 1 8 " + to_base64(file.kdf.salt));
  CHECK(lines[4] == "sealed: " + to_base64(file.sealed));
  CHECK(file.sealed.size() == 72);

  for (const std::string& form : {text, text.substr(0, text.size() - 1)}) {
    const auto again = parse_key_file(form);
    REQUIRE(again);
    CHECK(again->name == file.name);
    CHECK(again->key == file.key);
    CHECK(again->kdf == file.kdf);
    CHECK(again->sealed == file.sealed);
    const auto secret = open_key_file(*again, words());
    REQUIRE(secret);
    CHECK(secret->public_key() == file.key);
  }
  CHECK(fault_of(open_key_file(file, Passphrase("another"))) == Fault::kLocked);
  CHECK(fault_of(open_key_file(file, Passphrase(""))) == Fault::kLocked);
  CHECK(fault_of(open_key_file(file, Passphrase("\xff"))) == Fault::kBadInput);
}

TEST_CASE("a passphrase typed with other code points is the same") {
  SystemRandom random;
  const auto file = make_key_file("k", Passphrase("caf\u00e9"), kCheap, random);
  REQUIRE(file);
  CHECK(open_key_file(*file, Passphrase("cafe\u0301")));
  CHECK_FALSE(open_key_file(*file, Passphrase("cafe")));
}

TEST_CASE("the seal belongs to its key and to its context") {
  const KeyFile one = make(), two = make();
  KeyFile mixed = one;
  mixed.key = two.key;
  CHECK(fault_of(open_key_file(mixed, words())) == Fault::kLocked);
  mixed = one;
  mixed.kdf.salt[0] ^= 1;
  CHECK(fault_of(open_key_file(mixed, words())) == Fault::kLocked);
  mixed = one;
  mixed.sealed.back() ^= 1;
  CHECK(fault_of(open_key_file(mixed, words())) == Fault::kLocked);
  mixed.sealed.clear();
  CHECK(fault_of(open_key_file(mixed, words())) == Fault::kLocked);

  // The bytes as doc/format/keys.md gives them.
  const auto key = derive(words(), one.kdf);
  REQUIRE(key);
  Bytes context;
  append(context, bytes_of("parley/key-file/1"));
  append(context, one.key.bytes);
  const auto seed = record::unwrap(*key, context, one.sealed);
  REQUIRE(seed);
  CHECK(record::SecretKey::from_seed(*seed)->public_key() == one.key);

  // A seal that opens, over another seed than the key's.
  SystemRandom random;
  KeyFile other = one;
  other.sealed = record::wrap(*key, context, Bytes(32, 7), random);
  CHECK(fault_of(open_key_file(other, words())) == Fault::kBadInput);
  other.sealed = record::wrap(*key, context, Bytes(31, 7), random);
  CHECK(fault_of(open_key_file(other, words())) == Fault::kBadInput);
}

TEST_CASE("a cost that no machine bears is refused") {
  KeyFile file = make();
  file.kdf.memory_kib = record::kMaxKdfMemoryKib + 1;
  CHECK(fault_of(open_key_file(file, words())) == Fault::kUnsupported);
  file.kdf = {record::kMaxKdfOperations + 1, 8, {}};
  CHECK(fault_of(open_key_file(file, words())) == Fault::kUnsupported);
}

TEST_CASE("names are one line") {
  SystemRandom random;
  CHECK(make_key_file(std::string(200, 'n'), words(), kCheap, random));
  for (const std::string& name :
       {std::string(), std::string("two\nlines"), std::string("a\ttab"), std::string("a\rb"),
        std::string("\x7f"), std::string("\xff"), std::string(201, 'n'), std::string("a\0b", 3)}) {
    CHECK(fault_of(make_key_file(name, words(), kCheap, random)) == Fault::kUsage);
  }
}

TEST_CASE("malformed key files") {
  const std::string good = format_key_file(make());
  REQUIRE(parse_key_file(good));
  const auto changed = [&](std::size_t line, const std::string& text) {
    std::vector<std::string> lines = lines_of(good);
    lines.at(line) = text;
    return parse_key_file(joined(lines));
  };
  CHECK(fault_of(parse_key_file("")) == Fault::kBadInput);
  CHECK(fault_of(parse_key_file("ssh-ed25519 AAAA\n")) == Fault::kBadInput);
  CHECK(fault_of(parse_key_file(good + "\n")) == Fault::kBadInput);
  CHECK(fault_of(parse_key_file(good + "more\n")) == Fault::kBadInput);
  CHECK(fault_of(parse_key_file("parley-key 1\n")) == Fault::kBadInput);
  CHECK(fault_of(changed(1, "name:")) == Fault::kBadInput);
  CHECK(fault_of(changed(1, "name: ")) == Fault::kBadInput);
  CHECK(fault_of(changed(1, "name: \x01")) == Fault::kBadInput);
  CHECK(fault_of(changed(1, "Name: x")) == Fault::kBadInput);
  CHECK(fault_of(changed(2, "key: 00")) == Fault::kBadInput);
  CHECK(fault_of(changed(2, "key: " + std::string(64, 'g'))) == Fault::kBadInput);
  CHECK(fault_of(changed(2, "key: " + std::string(64, 'A'))) == Fault::kBadInput);  // upper case
  CHECK(fault_of(changed(3, "kdf: scrypt 1 8 AAAAAAAAAAAAAAAAAAAAAA==")) == Fault::kUnsupported);
  for (const std::string kdf :
       {"argon2id 1 8 AAAA", "argon2id -1 8 AAAAAAAAAAAAAAAAAAAAAA==", "argon2id 1 8",
        "argon2id 01 8 AAAAAAAAAAAAAAAAAAAAAA==", "argon2id  1 8 AAAAAAAAAAAAAAAAAAAAAA==",
        "argon2id 1 8 AAAAAAAAAAAAAAAAAAAAAA== more", "argon2id 1 x AAAAAAAAAAAAAAAAAAAAAA=="}) {
    CAPTURE(kdf);
    CHECK(fault_of(changed(3, "kdf: " + kdf)) == Fault::kBadInput);
  }
  CHECK(changed(3, "kdf: argon2id 1 8 AAAAAAAAAAAAAAAAAAAAAA=="));
  CHECK(fault_of(changed(4, "sealed: !!!!")) == Fault::kBadInput);
  CHECK(fault_of(changed(4, lines_of(good)[4] + " ")) == Fault::kBadInput);
  std::vector<std::string> swapped = lines_of(good);
  std::swap(swapped[1], swapped[2]);
  CHECK(fault_of(parse_key_file(joined(swapped))) == Fault::kBadInput);
}

TEST_CASE("a key file of a later version is not read") {
  std::vector<std::string> lines = lines_of(format_key_file(make()));
  lines[0] = "parley-key 2";
  CHECK(fault_of(parse_key_file(joined(lines))) == Fault::kUnsupported);
  lines.emplace_back("what comes then");
  CHECK(fault_of(parse_key_file(joined(lines))) == Fault::kUnsupported);
}

TEST_CASE("saving makes a directory and a file for the owner alone, and replaces nothing") {
  const Folder folder;
  const std::filesystem::path keys = folder / "a/b/keys";
  const KeyFile file = make();
  const auto path = save_key_file(keys, file);
  REQUIRE(path);
  CHECK(*path == keys / (digits(file).substr(0, 16) + ".key"));
  CHECK(path->filename() == key_file_name(file.key));
  CHECK(mode_of(keys) == 0700);
  CHECK(mode_of(*path) == 0600);
  CHECK(read(*path) == format_key_file(file));
  const auto loaded = load_key_file(*path);
  REQUIRE(loaded);
  CHECK(loaded->key == file.key);

  KeyFile renamed = file;
  renamed.name = "Another office";
  const auto again = save_key_file(keys, renamed);
  CHECK(fault_of(again) == Fault::kIo);
  CHECK(again.error().message.find("exists already") != std::string::npos);
  CHECK(read(*path) == format_key_file(file));

  // Another key beside it; a directory that is there stays as it is.
  REQUIRE(chmod(keys.c_str(), 0750) == 0);
  CHECK(save_key_file(keys, make()));
  CHECK(mode_of(keys) == 0750);
  CHECK(fault_of(save_key_file(*path, make())) == Fault::kIo);  // no directory
}

TEST_CASE("a file that others have leave to is refused") {
  const Folder folder;
  const std::string text = format_key_file(make());
  for (const mode_t mode : {0640, 0604, 0620, 0602, 0610, 0601, 0666}) {
    CAPTURE(mode);
    const auto file = load_key_file(write(folder / "k.key", text, mode));
    CHECK(fault_of(file) == Fault::kRefused);
    const KeyFiles files = list_key_files(folder / "");
    CHECK(files.found.empty());
    REQUIRE(files.unusable.size() == 1);
    CHECK(files.unusable[0].fault == Fault::kRefused);
  }
  for (const mode_t mode : {0600, 0700}) {
    CHECK(load_key_file(write(folder / "k.key", text, mode)));
  }
  CHECK(fault_of(load_key_file(folder / "none.key")) == Fault::kNotFound);
  CHECK(fault_of(load_key_file(write(folder / "k.key", text + std::string(5000, 'x')))) ==
        Fault::kBadInput);
  const auto bad = load_key_file(write(folder / "k.key", "nothing of the kind\n"));
  CHECK(fault_of(bad) == Fault::kBadInput);
  CHECK(bad.error().text().find("k.key") != std::string::npos);
}

TEST_CASE("keys are listed by name") {
  const Folder folder;
  CHECK(list_key_files(folder / "none").found.empty());
  const std::filesystem::path keys = folder / "keys";
  for (const char* name : {"c", "a", "b", "a"}) REQUIRE(save_key_file(keys, make(name)));
  write(keys / "broken.key", "nothing of the kind\n");
  write(keys / "other.txt", format_key_file(make("d")));
  const KeyFiles files = list_key_files(keys);
  CHECK(files.unusable.size() == 1);
  const std::vector<FoundKey>& found = files.found;
  REQUIRE(found.size() == 4);
  CHECK(found[0].file.name == "a");
  CHECK(found[1].file.name == "a");
  CHECK(found[0].path < found[1].path);
  CHECK(found[2].file.name == "b");
  CHECK(found[3].file.name == "c");
}

TEST_CASE("a key is found by name, by digits, by path") {
  const Folder folder;
  const std::filesystem::path keys = folder / "keys";
  const KeyFile north = make("North"), south = make("South");
  const auto path = save_key_file(keys, north);
  REQUIRE(path);
  REQUIRE(save_key_file(keys, south));
  const auto finds = [&](const std::string& wanted) {
    const auto found = find_key_files(keys, wanted);
    REQUIRE(found);
    REQUIRE(found->size() == 1);
    return found->front().file.name;
  };
  CHECK(finds("North") == "North");
  CHECK(finds("South") == "South");
  CHECK(finds(digits(north)) == "North");
  CHECK(finds(digits(south).substr(0, 8)) == "South");
  CHECK(finds(path->string()) == "North");
  for (const std::string& none :
       {std::string("north"), digits(north).substr(0, 7), digits(north) + "0",
        (keys / "none.key").string(), path->filename().string()}) {
    CAPTURE(none);
    CHECK(fault_of(find_key_files(keys, none)) == Fault::kNotFound);
  }
  // A path is taken as it is: what is wrong with that file is said.
  CHECK(find_key_files(keys, "")->size() == 2);  // nothing wanted: all
  CHECK(fault_of(find_key_files(keys, write(folder / "open.key", "x", 0644).string())) ==
        Fault::kRefused);

  SUBCASE("two of one name") {
    const KeyFile again = make("North");
    REQUIRE(save_key_file(keys, again));
    CHECK(find_key_files(keys, "North")->size() == 2);
    CHECK(finds(digits(again)) == "North");
  }
  SUBCASE("one's name is another's digits") {
    REQUIRE(save_key_file(keys, make(digits(south).substr(0, 8))));
    CHECK(find_key_files(keys, digits(south).substr(0, 8))->size() == 2);
    CHECK(finds(digits(south).substr(0, 9)) == "South");
  }
}

TEST_CASE("a key file is sealed again with another passphrase") {
  const Folder folder;
  SystemRandom random;
  const KeyFile file = make("North");
  const auto path = save_key_file(folder / "keys", file);
  REQUIRE(path);
  const Passphrase first = words(), second("another one");
  CHECK(fault_of(reseal_key_file({*path, file}, second, second, file.kdf, random)) == Fault::kLocked);
  REQUIRE(reseal_key_file({*path, file}, first, second, file.kdf, random));
  const auto again = load_key_file(*path);
  REQUIRE(again);
  CHECK(again->key == file.key);
  CHECK(open_key_file(*again, second));
  CHECK(fault_of(open_key_file(*again, first)) == Fault::kLocked);
}

}  // namespace parley::policy
