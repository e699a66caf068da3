#include "record/sqlite/sqlite_store.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <thread>

#include "record/sqlite/checksum_vfs.hpp"
#include "record/sqlite/sample_record.hpp"

namespace parley::record::sqlite {
namespace {

using namespace std::chrono_literals;
using sample::must;
using sample::Scratch;

// Runs SQL on a dossier's file, checksums kept: what somebody with the file and SQLite can do.
void tamper(const std::filesystem::path& path, const std::string& sql) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READWRITE,
                          checksum_vfs("").c_str()) == SQLITE_OK);
  char* error = nullptr;
  sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &error);
  CHECK_MESSAGE(error == nullptr, std::string(error == nullptr ? "" : error));
  sqlite3_free(error);
  sqlite3_close(database);
}

Fault fault_of(const std::filesystem::path& path, Mode mode = Mode::kRead) {
  const auto store = open(path, {mode});
  REQUIRE_FALSE(store);
  return store.error().fault;
}

}  // namespace

TEST_CASE("files that are no dossiers") {
  const Scratch scratch;
  CHECK(fault_of(scratch / "absent.parley") == Fault::kNotFound);
  CHECK(fault_of(scratch / "absent.parley", Mode::kWrite) == Fault::kNotFound);
  CHECK_FALSE(std::filesystem::exists(scratch / "absent.parley"));
  sample::write_bytes(scratch / "empty.parley", {});
  CHECK(fault_of(scratch / "empty.parley") == Fault::kBroken);
  sample::write_bytes(scratch / "text.parley", bytes_of(std::string(10000, 'x')));
  CHECK(fault_of(scratch / "text.parley") == Fault::kBroken);
  CHECK(fault_of(scratch / "text.parley", Mode::kCreate) == Fault::kUsage);
  sqlite3* other = nullptr;
  sqlite3_open((scratch / "other.parley").c_str(), &other);
  sqlite3_exec(other, "CREATE TABLE t(x)", nullptr, nullptr, nullptr);
  sqlite3_close(other);
  CHECK(fault_of(scratch / "other.parley") == Fault::kBroken);
}

TEST_CASE("a dossier of a later format is refused, and not called broken") {
  const Scratch scratch;
  const auto path = scratch / "a.parley";
  must(sample::create(path));
  tamper(path, "PRAGMA user_version=2");
  for (const Mode mode : {Mode::kRead, Mode::kWrite}) {
    CHECK(fault_of(path, mode) == Fault::kUnsupported);
  }
  tamper(path, "PRAGMA user_version=1");
  CHECK(open(path, {Mode::kRead}).has_value());
}

TEST_CASE("a reader writes nothing") {
  const Scratch scratch;
  const auto path = scratch / "a.parley";
  must(sample::create(path));
  const Bytes before = sample::read_bytes(path);
  Record record = must(sample::open(path, Mode::kRead));
  CHECK_FALSE(sample::append(record, {}));
  CHECK_FALSE(record.store().add_cosignature(2, "x"));
  CHECK_FALSE(record.set_passphrase("x", Passphrase("x"), sample::kCheap, sample::randomness()));
  CHECK(record.view().has_value());
  CHECK(sample::read_bytes(path) == before);
}

// What a crash in the middle of an act leaves: changed pages, and the journal that has the old
// ones.
void leave_journal(const std::filesystem::path& path, const std::filesystem::path& crashed) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READWRITE,
                          checksum_vfs("").c_str()) == SQLITE_OK);
  REQUIRE(sqlite3_exec(database,
                       "PRAGMA cache_size=1; BEGIN; UPDATE entry SET text=zeroblob(50000);",
                       nullptr, nullptr, nullptr) == SQLITE_OK);
  for (const char* end : {"", "-journal"}) {
    std::filesystem::copy_file(path.string() + end, crashed.string() + end);
  }
  sqlite3_close(database);
}

// The system's VFS, on a medium that takes no writes (to root a file's mode forbids nothing).
const char* read_only_vfs() {
  static sqlite3_vfs vfs = *sqlite3_vfs_find(nullptr);
  vfs.zName = "parley-read-only";
  vfs.xOpen = [](sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out) {
    sqlite3_vfs* system = sqlite3_vfs_find(nullptr);
    flags = (flags & ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)) | SQLITE_OPEN_READONLY;
    return system->xOpen(system, name, file, flags, out);
  };
  sqlite3_vfs_register(&vfs, 0);
  return vfs.zName;
}

TEST_CASE("whoever reads past damage first rolls back what a crash interrupted") {
  const Scratch scratch;
  const auto path = scratch / "a.parley";
  must(sample::create_fifty(path));
  const auto crashed = scratch / "crashed.parley";
  leave_journal(path, crashed);
  REQUIRE(sample::read_bytes(crashed) != sample::read_bytes(path));

  Options options{Mode::kRead};
  options.ignore_checksums = true;
  options.base_vfs = read_only_vfs();
  for (const bool past_damage : {true, false}) {
    options.ignore_checksums = past_damage;
    const auto refused = open(crashed, options);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::kUnsupported);
    CHECK(refused.error().message.find("copy the file") != std::string::npos);
  }

  options.ignore_checksums = true;
  options.base_vfs.clear();
  const auto store = must(open(crashed, options));
  CHECK(must(store->damage()).empty());
  CHECK(must(store->size()) == 50);
  CHECK(sample::read_bytes(crashed) == sample::read_bytes(path));
  CHECK_FALSE(std::filesystem::exists(crashed.string() + "-journal"));
}

TEST_CASE("every page carries its checksum, and damage is named") {
  const Scratch scratch;
  const auto path = scratch / "a.parley";
  must(sample::create_fifty(path));
  CHECK(must(damaged_pages(path)).empty());
  Bytes bytes = sample::read_bytes(path);
  REQUIRE(bytes.size() % kPageSize == 0);
  const std::size_t pages = bytes.size() / kPageSize;
  bytes[2 * kPageSize + 17] ^= 4;
  bytes[5 * kPageSize + kPageSize - 1] ^= 0x80;  // in the checksum itself
  sample::write_bytes(path, bytes);
  const auto damage = must(damaged_pages(path));
  REQUIRE(damage.size() == 2);
  CHECK(damage[0] == "page 3 (bytes 8192 to 12287) fails its checksum");
  CHECK(damage[1] == "page 6 (bytes 20480 to 24575) fails its checksum");
  bytes = sample::read_bytes(path);
  bytes[2 * kPageSize + 17] ^= 4;
  bytes[5 * kPageSize + kPageSize - 1] ^= 0x80;
  Bytes shorter(bytes.begin(), bytes.end() - 10);
  sample::write_bytes(path, shorter);
  CHECK(must(damaged_pages(path)) ==
        std::vector{"the file ends within page " + std::to_string(pages) + " (at byte " +
                    std::to_string(bytes.size() - 10) + ")"});
  shorter.resize(bytes.size() - kPageSize);
  sample::write_bytes(path, shorter);
  CHECK(must(damaged_pages(path)).size() == 1);
  Bytes longer = bytes;
  longer.insert(longer.end(), bytes.end() - kPageSize, bytes.end());
  sample::write_bytes(path, longer);
  CHECK(must(damaged_pages(path)).size() == 1);
  sample::write_bytes(path, {});
  CHECK(must(damaged_pages(path)) == std::vector<std::string>{"the file is empty"});
  CHECK(damaged_pages(scratch / "absent").error().fault == Fault::kIo);
}

TEST_CASE("the second writer waits for the first, then is told who holds the record") {
  const Scratch scratch;
  const auto path = scratch / "a.parley";
  must(sample::create(path));
  int ready[2];
  int release[2];
  REQUIRE(pipe(ready) == 0);
  REQUIRE(pipe(release) == 0);
  const pid_t holder = fork();
  if (holder == 0) {
    close(release[1]);
    auto store = open(path, {});
    const char good = store && (*store)->begin_write() ? 'y' : 'n';
    char unused;
    if (write(ready[1], &good, 1) != 1) _exit(1);
    if (read(release[0], &unused, 1) != 0) _exit(1);
    (*store)->end();
    _exit(0);
  }
  close(release[0]);
  char good = 'n';
  REQUIRE(read(ready[0], &good, 1) == 1);
  REQUIRE(good == 'y');
  auto store = must(open(path, {Mode::kWrite, 200ms, {}, false}));
  CHECK(store->begin_read());  // a reader need not wait
  CHECK(must(store->size()) == 2);
  store->end();
  const auto started = std::chrono::steady_clock::now();
  const auto refused = store->begin_write();
  CHECK(std::chrono::steady_clock::now() - started >= 200ms);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().fault == Fault::kBusy);
  CHECK(refused.error().text().find("(process " + std::to_string(holder) + ", user ") !=
        std::string::npos);

  auto patient = must(open(path, {Mode::kWrite, 20'000ms, {}, false}));
  std::atomic<bool> released = false;
  std::thread other([&] {
    std::this_thread::sleep_for(100ms);
    released = true;
    close(release[1]);
  });
  CHECK(patient->begin_write());
  CHECK(released);
  other.join();
  patient->end();
  int status = 0;
  waitpid(holder, &status, 0);
  CHECK(status == 0);
  close(ready[0]), close(ready[1]);
}

TEST_CASE("a reader sees one state, and does not take a writer's work for damage") {
  const Scratch scratch;
  const auto path = scratch / "a.parley";
  Record record = must(sample::create(path));
  std::atomic<bool> stop = false;
  int verified = 0;
  std::thread reader([&] {
    while (!stop) {
      const auto wrong = sample::wrongs(path);
      for (const std::string& text : wrong) FAIL_CHECK(text);
      ++verified;
    }
  });
  for (int i = 0; i < sample::repetitions(60); ++i) {
    std::vector<Draft> drafts;
    drafts.push_back(sample::draft(std::string(20000, 'x')));
    CHECK(sample::append(record, std::move(drafts)).has_value());
  }
  stop = true;
  reader.join();
  CHECK(verified > 0);
}

TEST_CASE("appending refuses a second entry in the same place") {
  const Scratch scratch;
  const auto path = scratch / "a.parley";
  Record record = must(sample::create(path));
  REQUIRE(record.begin_write());
  ActBuilder builder = record.act(sample::author(), sample::randomness());
  NewAct act = *builder.finish(CompactTree(), sample::key_of(3));
  act.act.size = 2;  // taken by the first act
  CHECK_FALSE(record.store().append(act));
  CHECK(must(record.store().size()) == 2);
  CHECK(sample::append(record, {}).has_value());
  CHECK(sample::wrongs(path).empty());
}

TEST_CASE("cosignatures are kept once each, in one order") {
  const Scratch scratch;
  Record record = must(sample::create(scratch / "a.parley"));
  Store& store = record.store();
  REQUIRE(store.add_cosignature(2, "— b AAAAAAA="));
  REQUIRE(store.add_cosignature(2, "— a AAAAAAA="));
  REQUIRE(store.add_cosignature(2, "— b AAAAAAA="));
  REQUIRE(store.add_cosignature(5, "— c AAAAAAA="));
  CHECK(must(store.cosignatures(2)) == std::vector<std::string>{"— a AAAAAAA=", "— b AAAAAAA="});
  CHECK(must(store.cosignatures(3)).empty());
  CHECK(must(record.checkpoint()).ends_with("\n— a AAAAAAA=\n— b AAAAAAA=\n"));
}

}  // namespace parley::record::sqlite
