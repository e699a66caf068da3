#include "record/sqlite/checksum_vfs.hpp"

#include <sqlite3.h>

#include <bit>
#include <cstring>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string_view>
#include <vector>

namespace parley::record::sqlite {
namespace {

constexpr char kMagic[] = "SQLite format 3";
constexpr std::string_view kStrictPrefix = "parley-checksum-";
constexpr std::string_view kLenientPrefix = "parley-lenient-";
constexpr std::size_t kReservedOffset = 20;

// Laid out as SQLite wants it: our file first, the file of the VFS below right behind it.
struct File {
  sqlite3_file base;
  bool guarded;
  bool reads_damage;
};

sqlite3_file* below(sqlite3_file* file) {
  return reinterpret_cast<sqlite3_file*>(reinterpret_cast<File*>(file) + 1);
}
sqlite3_vfs* below(sqlite3_vfs* vfs) { return static_cast<sqlite3_vfs*>(vfs->pAppData); }

bool is_page(int amount) { return amount >= 512 && std::has_single_bit(unsigned(amount)); }

void note_header(File* file, const void* data, int amount, sqlite3_int64 offset) {
  if (offset != 0 || amount < 100 || std::memcmp(data, kMagic, sizeof kMagic) != 0) return;
  file->guarded = static_cast<const std::uint8_t*>(data)[kReservedOffset] == kReservedBytes;
}

int close(sqlite3_file* file) { return below(file)->pMethods->xClose(below(file)); }

int read(sqlite3_file* file, void* data, int amount, sqlite3_int64 offset) {
  const int code = below(file)->pMethods->xRead(below(file), data, amount, offset);
  if (code != SQLITE_OK) return code;
  auto* self = reinterpret_cast<File*>(file);
  note_header(self, data, amount, offset);
  if (!self->guarded || self->reads_damage || !is_page(amount)) return SQLITE_OK;
  const std::span page(static_cast<const std::uint8_t*>(data), static_cast<std::size_t>(amount));
  const auto expected = page_checksum(page);
  const bool equal =
      std::memcmp(expected.data(), page.last(kReservedBytes).data(), kReservedBytes) == 0;
  return equal ? SQLITE_OK : SQLITE_IOERR_DATA;
}

int write(sqlite3_file* file, const void* data, int amount, sqlite3_int64 offset) {
  auto* self = reinterpret_cast<File*>(file);
  note_header(self, data, amount, offset);
  if (!self->guarded || !is_page(amount)) {
    return below(file)->pMethods->xWrite(below(file), data, amount, offset);
  }
  // The pager's buffer is not ours to change.
  thread_local std::vector<std::uint8_t> page;
  page.assign(static_cast<const std::uint8_t*>(data),
              static_cast<const std::uint8_t*>(data) + amount);
  const auto checksum = page_checksum(page);
  std::copy(checksum.begin(), checksum.end(), page.end() - kReservedBytes);
  return below(file)->pMethods->xWrite(below(file), page.data(), amount, offset);
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
  return below(file)->pMethods->xTruncate(below(file), size);
}
int sync(sqlite3_file* file, int flags) {
  return below(file)->pMethods->xSync(below(file), flags);
}
int file_size(sqlite3_file* file, sqlite3_int64* size) {
  return below(file)->pMethods->xFileSize(below(file), size);
}
int lock(sqlite3_file* file, int level) {
  return below(file)->pMethods->xLock(below(file), level);
}
int unlock(sqlite3_file* file, int level) {
  return below(file)->pMethods->xUnlock(below(file), level);
}
int check_reserved_lock(sqlite3_file* file, int* out) {
  return below(file)->pMethods->xCheckReservedLock(below(file), out);
}
int file_control(sqlite3_file* file, int operation, void* argument) {
  return below(file)->pMethods->xFileControl(below(file), operation, argument);
}
int sector_size(sqlite3_file* file) { return below(file)->pMethods->xSectorSize(below(file)); }
int device_characteristics(sqlite3_file* file) {
  return below(file)->pMethods->xDeviceCharacteristics(below(file));
}

// Version 1: without shared memory and memory maps, which would go round the checks; a rollback
// journal needs neither.
constexpr sqlite3_io_methods kMethods = {
    1,           close, read,   write,  truncate,            sync,
    file_size,   lock,  unlock, check_reserved_lock,         file_control,
    sector_size, device_characteristics,
    nullptr,     nullptr, nullptr, nullptr, nullptr, nullptr,
};

int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  if ((flags & SQLITE_OPEN_MAIN_DB) == 0) {
    return below(vfs)->xOpen(below(vfs), name, file, flags, out_flags);
  }
  auto* self = reinterpret_cast<File*>(file);
  self->guarded = false;
  self->reads_damage = std::string_view(vfs->zName).starts_with(kLenientPrefix);
  self->base.pMethods = nullptr;
  const int code = below(vfs)->xOpen(below(vfs), name, below(file), flags, out_flags);
  if (code == SQLITE_OK) self->base.pMethods = &kMethods;
  return code;
}

int remove(sqlite3_vfs* vfs, const char* path, int sync_directory) {
  return below(vfs)->xDelete(below(vfs), path, sync_directory);
}
int access(sqlite3_vfs* vfs, const char* path, int flags, int* out) {
  return below(vfs)->xAccess(below(vfs), path, flags, out);
}
int full_pathname(sqlite3_vfs* vfs, const char* path, int size, char* out) {
  return below(vfs)->xFullPathname(below(vfs), path, size, out);
}
int randomness(sqlite3_vfs* vfs, int size, char* out) {
  return below(vfs)->xRandomness(below(vfs), size, out);
}
int sleep(sqlite3_vfs* vfs, int microseconds) {
  return below(vfs)->xSleep(below(vfs), microseconds);
}
int current_time(sqlite3_vfs* vfs, double* out) {
  return below(vfs)->xCurrentTime(below(vfs), out);
}
int last_error(sqlite3_vfs* vfs, int size, char* out) {
  return below(vfs)->xGetLastError(below(vfs), size, out);
}

}  // namespace

std::array<std::uint8_t, kReservedBytes> page_checksum(std::span<const std::uint8_t> page) {
  const auto word = [&page](std::size_t at) {
    std::uint32_t value;
    std::memcpy(&value, page.data() + at, sizeof value);
    if constexpr (std::endian::native == std::endian::big) value = __builtin_bswap32(value);
    return value;
  };
  std::uint32_t s1 = 0;
  std::uint32_t s2 = 0;
  for (std::size_t at = 0; at + 8 <= page.size() - kReservedBytes; at += 8) {
    s1 += word(at) + s2;
    s2 += word(at + 4) + s1;
  }
  std::array<std::uint8_t, kReservedBytes> out{};
  for (std::size_t i = 0; i < 4; ++i) {
    out[i] = static_cast<std::uint8_t>(s1 >> (8 * i));
    out[i + 4] = static_cast<std::uint8_t>(s2 >> (8 * i));
  }
  return out;
}

std::string checksum_vfs(const std::string& base, OnDamage on_damage) {
  static std::mutex mutex;
  static std::map<std::string, std::unique_ptr<sqlite3_vfs>> registered;
  const std::lock_guard guard(mutex);
  // SQLite keeps the pointer to a name: the set's nodes stay where they are.
  static std::set<std::string> names;
  const std::string_view prefix = on_damage == OnDamage::kFail ? kStrictPrefix : kLenientPrefix;
  const std::string& name = *names.insert(std::string(prefix) + base).first;
  if (registered.contains(name)) return name;
  sqlite3_vfs* under = sqlite3_vfs_find(base.empty() ? nullptr : base.c_str());
  if (under == nullptr) return {};
  auto vfs = std::make_unique<sqlite3_vfs>();
  vfs->iVersion = 1;
  vfs->szOsFile = static_cast<int>(sizeof(File)) + under->szOsFile;
  vfs->mxPathname = under->mxPathname;
  vfs->zName = name.c_str();
  vfs->pAppData = under;
  vfs->xOpen = open;
  vfs->xDelete = remove;
  vfs->xAccess = access;
  vfs->xFullPathname = full_pathname;
  vfs->xRandomness = randomness;
  vfs->xSleep = sleep;
  vfs->xCurrentTime = current_time;
  vfs->xGetLastError = last_error;
  sqlite3_vfs_register(vfs.get(), 0);
  registered.emplace(name, std::move(vfs));
  return name;
}

}  // namespace parley::record::sqlite
