// The default Store: one SQLite file, `name.parley`, mode 0600.
//
// Rollback journal, synchronous=EXTRA, secure_delete: a committed act survives power loss, and an
// erased payload's bytes are overwritten in the file and in the journal that held them last. Every
// page carries a checksum (checksum_vfs.hpp). The layout is written down in doc/format/file.md.
// A file of a later format version is refused (kUnsupported); one that is no dossier, or a damaged
// one, is kBroken.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "record/store.hpp"

namespace parley::record::sqlite {

constexpr std::int32_t kApplicationId = 0x70726C79;  // "prly"
constexpr int kFormatVersion = 1;
constexpr int kPageSize = 4096;

enum class Mode {
  kRead,    // writes nothing but what rolls back an act that a crash interrupted; the file must exist
  kWrite,   // the file must exist
  kCreate,  // the file must not exist, or be empty
};

struct Options {
  Mode mode = Mode::kWrite;
  // How long a second writer waits for the first.
  std::chrono::milliseconds patience{10'000};
  // The SQLite VFS to stand on; empty: the system's. Tests put a failing disk here.
  std::string base_vfs{};
  // Reads damaged pages too, for a verifier that wants to say more. Only with Mode::kRead.
  bool ignore_checksums = false;
};

Result<std::unique_ptr<Store>> open(const std::filesystem::path& path, const Options& options);

// Pages whose checksum fails, a torn tail, a header that is not a dossier's: one line each, by page
// and byte range. Reads the file alone; needs no passphrase.
Result<std::vector<std::string>> damaged_pages(const std::filesystem::path& path);

}  // namespace parley::record::sqlite
