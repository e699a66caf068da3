// Key files: a person's signing key, outside every dossier, sealed by a passphrase of its own.
//
// A text file of five lines, mode 0600, in a directory of mode 0700 (doc/format/keys.md). A lost
// passphrase or file cannot be recovered: another key is admitted and the lost one is ended.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/random.hpp"
#include "record/seal.hpp"
#include "record/signature.hpp"

namespace parley::policy {

struct KeyFile {
  std::string name;  // one line, chosen by its owner
  record::PublicKey key;
  record::Kdf kdf;
  Bytes sealed;  // the seed, wrapped
};

std::string format_key_file(const KeyFile& file);
// Accepts what format_key_file() gives, with or without the last newline, and nothing else.
// Error (kBadInput): not a key file; (kUnsupported): of a later version.
Result<KeyFile> parse_key_file(std::string_view text);

// A fresh key, sealed. Error (kUsage): the name is empty or not one line.
Result<KeyFile> make_key_file(const std::string& name, const Passphrase& passphrase,
                              record::Kdf cost, Random& random);
// Error (kLocked): the passphrase does not open it.
Result<record::SecretKey> open_key_file(const KeyFile& file, const Passphrase& passphrase);

// <first 16 hex digits of the key>.key
std::filesystem::path key_file_name(const record::PublicKey& key);

// Writes without ever replacing a file; makes the directory (0700) if it lacks.
Result<std::filesystem::path> save_key_file(const std::filesystem::path& directory,
                                            const KeyFile& file);
// Error: kNotFound, kIo unreadable, kRefused if anybody but the owner has leave to read, write or
// run it, and those of parse_key_file().
Result<KeyFile> load_key_file(const std::filesystem::path& path);

struct FoundKey {
  std::filesystem::path path;
  KeyFile file;
};
// Those in the directory that can be used, by name then path, and why the others cannot. An absent
// directory has none.
struct KeyFiles {
  std::vector<FoundKey> found;
  std::vector<Error> unusable;
};
KeyFiles list_key_files(const std::filesystem::path& directory);
// By path, by name, or by the beginning of the key in hex (8 digits at least); all that fit.
// Error: kNotFound none, and why a file there cannot be used.
Result<std::vector<FoundKey>> find_key_files(const std::filesystem::path& directory,
                                             const std::string& wanted);

// Seals the same key with another passphrase, in place of the file: whole or not at all.
Result<void> reseal_key_file(const FoundKey& key, const Passphrase& old_passphrase,
                             const Passphrase& new_passphrase, record::Kdf cost, Random& random);

}  // namespace parley::policy
