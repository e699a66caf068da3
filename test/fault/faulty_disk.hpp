// A disk that fails, for tests: a SQLite VFS above the system's that counts write points (writes,
// truncations, syncs, deletions, creations), fails one of them as it is told to, and can say what
// files a power cut would have left.
//
// The model of a power cut: what was synced is on the disk. Of what a file was given since, any
// sectors may have arrived and others not; a file may have grown without its data. A file exists,
// or is gone, for sure only once its folder was synced: when a new journal is first synced, and
// when a deletion asks for it.
#pragma once

#include <sqlite3.h>

#include <cstring>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "record/sqlite/sample_record.hpp"

namespace parley::record {

enum class DiskFault {
  kNone,
  kFail,   // nothing is done, and an error returned
  kTorn,   // half a write is done, and an error returned
  kFull,   // the disk is full
  kCrash,  // the power goes: nothing works any more
};

class FaultyDisk {
 public:
  static FaultyDisk& instance() {
    static FaultyDisk disk;  // for good: other VFSs stand on it
    return disk;
  }

  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;

  static const char* name() { return "parley-faulty"; }

  // From here on all files of `folder` count as synced, and write points are counted from 0. The
  // one numbered `at` fails as `fault` says; with `lasting`, so do all after it.
  void arm(const std::filesystem::path& folder, int at, DiskFault fault, bool lasting = false) {
    const auto open_files = std::move(names_);
    names_.clear();
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      const auto known = open_files.find(entry.path());
      auto inode = known == open_files.end() ? std::make_shared<Inode>() : known->second;
      *inode = {sample::read_bytes(entry.path()), {}};
      names_[entry.path()] = std::move(inode);
    }
    synced_names_ = names_;
    at_ = at;
    fault_ = fault;
    lasting_ = lasting;
    points_ = 0;
    dead_ = false;
  }
  void heal() {
    fault_ = DiskFault::kNone;
    dead_ = false;
  }
  int points() const { return points_; }
  // What the file held that was deleted last: its blocks stay on the disk, free.
  const Bytes& last_deleted() const { return last_deleted_; }

  // Writes the files into `folder` as a power cut at this moment may have left them.
  void power_cut(const std::filesystem::path& folder, std::mt19937& random) const {
    const unsigned odds[] = {0, 5, 50, 95, 100};
    const unsigned percent = odds[random() % std::size(odds)];
    const auto chance = [&] { return random() % 100 < percent; };
    // Names: those synced, and of each change since, perhaps.
    std::map<std::string, std::shared_ptr<Inode>> names = synced_names_;
    for (const auto& [path, inode] : synced_names_) {
      if (!names_.contains(path) && chance()) names.erase(path);
    }
    for (const auto& [path, inode] : names_) {
      if ((!synced_names_.contains(path) || synced_names_.at(path) != inode) && chance()) {
        names[path] = inode;
      }
    }
    for (const auto& [path, inode] : names) {
      Bytes content = inode->synced;
      for (const Change& change : inode->unsynced) apply(content, change, chance, random);
      sample::write_bytes(folder / std::filesystem::path(path).filename(), content);
    }
  }

 private:
  FaultyDisk() {
    under_ = sqlite3_vfs_find(nullptr);
    vfs_.iVersion = 1;
    vfs_.szOsFile = static_cast<int>(sizeof(File)) + under_->szOsFile;
    vfs_.mxPathname = under_->mxPathname;
    vfs_.zName = name();
    vfs_.pAppData = this;
    vfs_.xOpen = [](sqlite3_vfs* v, const char* path, sqlite3_file* file, int flags, int* out) {
      return of(v).open(path, file, flags, out);
    };
    vfs_.xDelete = [](sqlite3_vfs* v, const char* path, int sync) {
      return of(v).remove(path, sync);
    };
    vfs_.xAccess = [](sqlite3_vfs* v, const char* path, int flags, int* out) {
      FaultyDisk& disk = of(v);
      return disk.dead_ ? SQLITE_IOERR_ACCESS : disk.under_->xAccess(disk.under_, path, flags, out);
    };
    vfs_.xFullPathname = [](sqlite3_vfs* v, const char* path, int size, char* out) {
      return of(v).under_->xFullPathname(of(v).under_, path, size, out);
    };
    vfs_.xRandomness = [](sqlite3_vfs* v, int size, char* out) {
      return of(v).under_->xRandomness(of(v).under_, size, out);
    };
    vfs_.xSleep = [](sqlite3_vfs* v, int micros) {
      return of(v).under_->xSleep(of(v).under_, micros);
    };
    vfs_.xCurrentTime = [](sqlite3_vfs* v, double* out) {
      return of(v).under_->xCurrentTime(of(v).under_, out);
    };
    vfs_.xGetLastError = [](sqlite3_vfs* v, int size, char* out) {
      return of(v).under_->xGetLastError(of(v).under_, size, out);
    };
    sqlite3_vfs_register(&vfs_, 0);
  }

  struct Change {
    std::size_t at = 0;
    Bytes bytes;
    bool truncates = false;  // to `at`
  };
  struct Inode {
    Bytes synced;
    std::vector<Change> unsynced;
  };
  struct File {
    sqlite3_file base;
    FaultyDisk* disk;
    std::shared_ptr<Inode>* inode;
    bool sync_folder;  // a new journal
  };

  static constexpr std::size_t kSector = 512;

  template <class Chance>
  static void apply(Bytes& content, const Change& change, const Chance& chance,
                    std::mt19937& random) {
    if (change.truncates) {
      if (chance()) content.resize(change.at);
      return;
    }
    const std::size_t end = change.at + change.bytes.size();
    // The file may have grown before the data came: then it holds anything.
    if (end > content.size() && chance()) {
      for (std::size_t i = content.size(); i < end; ++i) {
        content.push_back(static_cast<std::uint8_t>(random() % 4 == 0 ? random() : 0));
      }
    }
    std::size_t at = change.at;
    while (at < end) {
      const std::size_t next = std::min(end, (at / kSector + 1) * kSector);
      std::size_t amount = 0;
      if (chance()) amount = random() % 10 == 0 ? random() % (next - at) : next - at;
      if (amount > 0) {
        if (content.size() < at + amount) content.resize(at + amount);
        std::copy_n(change.bytes.begin() + static_cast<std::ptrdiff_t>(at - change.at), amount,
                    content.begin() + static_cast<std::ptrdiff_t>(at));
      }
      at = next;
    }
  }

  static FaultyDisk& of(sqlite3_vfs* vfs) { return *static_cast<FaultyDisk*>(vfs->pAppData); }
  static File& self(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
  static sqlite3_file* below(sqlite3_file* file) {
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<File*>(file) + 1);
  }

  // Counts a write point and says what happens at it.
  DiskFault next() {
    const int point = points_++;
    if (fault_ == DiskFault::kNone || point < at_ || (point > at_ && !lasting_)) {
      return DiskFault::kNone;
    }
    if (fault_ == DiskFault::kCrash) dead_ = true;
    return fault_;
  }

  int open(const char* path, sqlite3_file* file, int flags, int* out) {
    File& me = self(file);
    me.base.pMethods = nullptr;
    if (dead_) return SQLITE_CANTOPEN;
    const bool is_new = path != nullptr && !names_.contains(path) &&
                        !std::filesystem::exists(path) && (flags & SQLITE_OPEN_CREATE) != 0;
    if (is_new && next() != DiskFault::kNone) {
      if (dead_) names_[path] = std::make_shared<Inode>();
      return SQLITE_CANTOPEN;
    }
    const int code = under_->xOpen(under_, path, below(file), flags, out);
    if (code != SQLITE_OK) return code;
    std::shared_ptr<Inode>& inode = path == nullptr ? nameless_ : names_[path];
    if (inode == nullptr) inode = std::make_shared<Inode>();
    me.disk = this;
    me.inode = new std::shared_ptr<Inode>(inode);
    me.sync_folder = is_new && (flags & SQLITE_OPEN_MAIN_JOURNAL) != 0;
    static const sqlite3_io_methods kMethods = methods();
    me.base.pMethods = &kMethods;
    return SQLITE_OK;
  }

  int remove(const char* path, int sync) {
    if (dead_) return SQLITE_IOERR_DELETE;
    const DiskFault fault = next();
    if (fault == DiskFault::kCrash) names_.erase(path);
    if (fault != DiskFault::kNone) return SQLITE_IOERR_DELETE;
    last_deleted_ = sample::read_bytes(path);
    const int code = under_->xDelete(under_, path, sync);
    if (code == SQLITE_OK) names_.erase(path);
    if (sync != 0) synced_names_ = names_;
    return code;
  }

  static int write(sqlite3_file* file, const void* data, int amount, sqlite3_int64 offset) {
    File& me = self(file);
    FaultyDisk& disk = *me.disk;
    if (disk.dead_) return SQLITE_IOERR_WRITE;
    const DiskFault fault = disk.next();
    const auto* bytes = static_cast<const std::uint8_t*>(data);
    if (fault == DiskFault::kFail) return SQLITE_IOERR_WRITE;
    if (fault == DiskFault::kFull) return SQLITE_FULL;
    if (fault == DiskFault::kTorn) amount /= 2;
    (*me.inode)->unsynced.push_back(
        {static_cast<std::size_t>(offset), Bytes(bytes, bytes + amount), false});
    if (fault == DiskFault::kCrash) return SQLITE_IOERR_WRITE;
    const int code = below(file)->pMethods->xWrite(below(file), data, amount, offset);
    return fault == DiskFault::kTorn ? SQLITE_IOERR_WRITE : code;
  }

  static int truncate(sqlite3_file* file, sqlite3_int64 size) {
    File& me = self(file);
    if (me.disk->dead_) return SQLITE_IOERR_TRUNCATE;
    const DiskFault fault = me.disk->next();
    if (fault == DiskFault::kNone || fault == DiskFault::kCrash) {
      (*me.inode)->unsynced.push_back({static_cast<std::size_t>(size), {}, true});
    }
    if (fault != DiskFault::kNone) return SQLITE_IOERR_TRUNCATE;
    return below(file)->pMethods->xTruncate(below(file), size);
  }

  static int sync(sqlite3_file* file, int flags) {
    File& me = self(file);
    FaultyDisk& disk = *me.disk;
    if (disk.dead_ || disk.next() != DiskFault::kNone) return SQLITE_IOERR_FSYNC;
    // The real sync is left out: the files that are looked at later are the model's.
    (void)flags;
    for (const Change& change : (*me.inode)->unsynced) {
      Bytes& content = (*me.inode)->synced;
      if (change.truncates) {
        content.resize(change.at);
      } else {
        content.resize(std::max(content.size(), change.at + change.bytes.size()));
        std::copy(change.bytes.begin(), change.bytes.end(),
                  content.begin() + static_cast<std::ptrdiff_t>(change.at));
      }
    }
    (*me.inode)->unsynced.clear();
    if (me.sync_folder) disk.synced_names_ = disk.names_;
    me.sync_folder = false;
    return SQLITE_OK;
  }

  // What needs no counting: only dead disks do not answer. Locks are let go of even then.
  static sqlite3_io_methods methods() {
    sqlite3_io_methods m{};
    m.iVersion = 1;
    m.xClose = [](sqlite3_file* f) {
      delete self(f).inode;
      return below(f)->pMethods->xClose(below(f));
    };
    m.xRead = [](sqlite3_file* f, void* data, int amount, sqlite3_int64 offset) {
      if (self(f).disk->dead_) return SQLITE_IOERR_READ;
      return below(f)->pMethods->xRead(below(f), data, amount, offset);
    };
    m.xWrite = write;
    m.xTruncate = truncate;
    m.xSync = sync;
    m.xFileSize = [](sqlite3_file* f, sqlite3_int64* size) {
      if (self(f).disk->dead_) return SQLITE_IOERR_FSTAT;
      return below(f)->pMethods->xFileSize(below(f), size);
    };
    m.xLock = [](sqlite3_file* f, int level) {
      if (self(f).disk->dead_) return SQLITE_IOERR_LOCK;
      return below(f)->pMethods->xLock(below(f), level);
    };
    m.xUnlock = [](sqlite3_file* f, int level) {
      return below(f)->pMethods->xUnlock(below(f), level);
    };
    m.xCheckReservedLock = [](sqlite3_file* f, int* out) {
      return below(f)->pMethods->xCheckReservedLock(below(f), out);
    };
    m.xFileControl = [](sqlite3_file* f, int operation, void* argument) {
      return below(f)->pMethods->xFileControl(below(f), operation, argument);
    };
    m.xSectorSize = [](sqlite3_file* f) { return below(f)->pMethods->xSectorSize(below(f)); };
    m.xDeviceCharacteristics = [](sqlite3_file* f) {
      return below(f)->pMethods->xDeviceCharacteristics(below(f));
    };
    return m;
  }

  sqlite3_vfs vfs_{};
  sqlite3_vfs* under_ = nullptr;
  std::map<std::string, std::shared_ptr<Inode>> names_;
  std::map<std::string, std::shared_ptr<Inode>> synced_names_;
  std::shared_ptr<Inode> nameless_;
  int at_ = 0;
  DiskFault fault_ = DiskFault::kNone;
  bool lasting_ = false;
  int points_ = 0;
  bool dead_ = false;
  Bytes last_deleted_;
};

}  // namespace parley::record
