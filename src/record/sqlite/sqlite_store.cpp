#include "record/sqlite/sqlite_store.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cstddef>
#include <fstream>

#include "record/sqlite/checksum_vfs.hpp"
#include "record/sqlite/lock_holder.hpp"
#include "record/sqlite/page_scan.hpp"
#include "record/sqlite/statement.hpp"

namespace parley::record::sqlite {
namespace {

constexpr char kSchema[] = R"(
CREATE TABLE meta(name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE slot(n INTEGER PRIMARY KEY, label TEXT NOT NULL, kdf BLOB NOT NULL, wrapped BLOB NOT NULL);
CREATE TABLE entry(n INTEGER PRIMARY KEY, header BLOB NOT NULL, key BLOB, text BLOB);
CREATE TABLE part(n INTEGER, field INTEGER, key BLOB NOT NULL, text BLOB NOT NULL, PRIMARY KEY(n, field)) WITHOUT ROWID;
CREATE TABLE act(size INTEGER PRIMARY KEY, signature BLOB NOT NULL, checkpoint TEXT NOT NULL, frontier BLOB NOT NULL);
CREATE TABLE cosignature(size INTEGER, line TEXT, PRIMARY KEY(size, line)) WITHOUT ROWID;
)";

constexpr int kMaxColumnBytes = 64 << 20;
constexpr std::size_t kWrappedKeySize = 24 + 32 + 16;  // nonce, key, tag

Bytes copy(ByteView view) { return {view.begin(), view.end()}; }

class SqliteStore final : public Store {
 public:
  SqliteStore(std::filesystem::path path, Options options)
      : path_(std::move(path)), options_(std::move(options)) {}
  ~SqliteStore() override {
    // Statements go before the connection does.
    insert_entry_.reset();
    insert_part_.reset();
    insert_act_.reset();
    if (database_ != nullptr) {
      end();
      sqlite3_close_v2(database_);
    }
  }
  SqliteStore(const SqliteStore&) = delete;
  SqliteStore& operator=(const SqliteStore&) = delete;

  Result<void> connect() {
    // A reader must be able to roll back what a crash interrupted, or it could not read.
    const int flags = options_.ignore_checksums ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    const std::string vfs =
        checksum_vfs(options_.base_vfs, options_.ignore_checksums ? OnDamage::kRead : OnDamage::kFail);
    if (sqlite3_open_v2(path_.c_str(), &database_, flags | SQLITE_OPEN_NOMUTEX,
                        vfs.empty() ? nullptr : vfs.c_str()) != SQLITE_OK) {
      return sqlite_error(database_, "opening the dossier");
    }
    sqlite3_extended_result_codes(database_, 1);
    // Nothing in a dossier is larger; a hostile file must not take all memory.
    sqlite3_limit(database_, SQLITE_LIMIT_LENGTH, kMaxColumnBytes);
    sqlite3_busy_timeout(database_, static_cast<int>(options_.patience.count()));
    // A hostile file's schema must not run code of its own.
    sqlite3_db_config(database_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(database_, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(database_, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    if (options_.mode == Mode::kCreate) {
      int reserved = kReservedBytes;
      sqlite3_file_control(database_, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
      PARLEY_TRY(execute(database_, "PRAGMA page_size=4096"));
    }
    PARLEY_TRY(execute(database_,
                       "PRAGMA synchronous=EXTRA; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY;"
                       "PRAGMA cache_size=-65536; PRAGMA foreign_keys=OFF;"));
    if (options_.mode == Mode::kRead) PARLEY_TRY(execute(database_, "PRAGMA query_only=ON"));
    if (options_.mode == Mode::kCreate) return {};
    return check_format();
  }

  // Whether the file cannot be read before an act that a crash interrupted is rolled back.
  bool needs_roll_back() const {
    return database_ != nullptr && sqlite3_extended_errcode(database_) == SQLITE_READONLY_ROLLBACK;
  }

  Result<void> begin_write() override {
    PARLEY_TRY(begin("BEGIN IMMEDIATE"));
    // An act that erased something may have been killed before it wiped its journal.
    auto wiped = wipe_journal();
    if (!wiped) end();
    return wiped;
  }
  Result<void> begin_read() override {
    PARLEY_TRY(begin("BEGIN"));
    // The first read takes the lock. A damaged file is for the reads that follow to tell.
    auto locked = begin("SELECT 1 FROM sqlite_schema LIMIT 1");
    if (locked || locked.error().fault == Fault::kBroken) return {};
    end();
    return locked;
  }
  void end() override {
    if (database_ != nullptr && sqlite3_get_autocommit(database_) == 0) {
      sqlite3_exec(database_, "ROLLBACK", nullptr, nullptr, nullptr);
    }
  }

  Result<void> create(const Meta& meta) override {
    PARLEY_TRY(execute(database_, kSchema));
    PARLEY_TRY(execute(database_, fmt::format("PRAGMA application_id={}; PRAGMA user_version={}",
                                              kApplicationId, kFormatVersion)
                                      .c_str()));
    PARLEY_TRY(put_meta("dossier", meta.dossier.view()));
    PARLEY_TRY(put_meta("log-key", meta.log_key.bytes));
    PARLEY_TRY(put_meta("wrapped-log-key", meta.wrapped_log_key));
    return put_slots(meta.slots);
  }

  Result<Meta> meta() override {
    Meta meta;
    PARLEY_ASSIGN(const Bytes dossier, get_meta("dossier"));
    PARLEY_ASSIGN(const Bytes log_key, get_meta("log-key"));
    PARLEY_ASSIGN(meta.wrapped_log_key, get_meta("wrapped-log-key"));
    if (dossier.size() != DossierId::kSize || log_key.size() != meta.log_key.bytes.size() ||
        meta.wrapped_log_key.size() != kWrappedKeySize) {
      return fail(Fault::kBroken, "the dossier's id or one of its keys is of a wrong length");
    }
    PARLEY_ASSIGN(meta.dossier, DossierId::from(dossier));
    PARLEY_ASSIGN(meta.log_key, PublicKey::from(log_key));
    PARLEY_ASSIGN(auto rows,
                  Statement::prepare(database_, "SELECT label, kdf, wrapped FROM slot ORDER BY n"));
    for (;;) {
      PARLEY_ASSIGN(const bool more, rows.step());
      if (!more) break;
      meta.slots.push_back({std::string(rows.text(0)), copy(rows.blob(1)), copy(rows.blob(2))});
    }
    return meta;
  }

  Result<void> replace_slots(const std::vector<Slot>& slots) override {
    PARLEY_TRY(begin_write());
    auto written = execute(database_, "DELETE FROM slot");
    if (written) written = put_slots(slots);
    if (written) written = commit_wiping();
    if (!written) end();
    return written;
  }

  Result<void> append(const NewAct& act) override {
    auto written = write(act);
    if (written) {
      written = act.erasures.empty() ? execute(database_, "COMMIT") : commit_wiping();
    }
    if (!written) end();
    return written;
  }

  Result<std::uint64_t> size() override {
    PARLEY_ASSIGN(auto row, Statement::prepare(database_, "SELECT max(n) FROM entry"));
    PARLEY_TRY(row.step());
    return row.is_null(0) ? 0 : static_cast<std::uint64_t>(row.integer(0)) + 1;
  }

  Result<std::optional<StoredAct>> last_act() override {
    PARLEY_ASSIGN(auto row,
                  Statement::prepare(database_,
                                     "SELECT size, signature, checkpoint, frontier FROM act "
                                     "ORDER BY size DESC LIMIT 1"));
    PARLEY_ASSIGN(const bool any, row.step());
    if (!any) return std::optional<StoredAct>{};
    PARLEY_ASSIGN(StoredAct act, read_act(row));
    return std::optional<StoredAct>(std::move(act));
  }

  Result<void> entries(std::uint64_t from, std::uint64_t to, const EntryVisitor& visit) override {
    PARLEY_ASSIGN(auto rows, Statement::prepare(database_,
                                                "SELECT n, header, key, text FROM entry "
                                                "WHERE n >= ?1 AND n < ?2 ORDER BY n"));
    PARLEY_ASSIGN(auto parts, Statement::prepare(database_,
                                                 "SELECT n, field, key, text FROM part "
                                                 "WHERE n >= ?1 AND n < ?2 ORDER BY n, field"));
    for (Statement* statement : {&rows, &parts}) {
      statement->bind(1, static_cast<std::int64_t>(from));
      statement->bind(2, static_cast<std::int64_t>(to));
    }
    PARLEY_ASSIGN(bool part_left, parts.step());
    StoredEntry entry;
    for (std::uint64_t expected = from;; ++expected) {
      PARLEY_ASSIGN(const bool more, rows.step());
      if (!more) {
        if (part_left) return fail(Fault::kBroken, "a part belongs to no entry");
        return {};
      }
      const auto index = static_cast<std::uint64_t>(rows.integer(0));
      if (index != expected) {
        return fail(Fault::kBroken, fmt::format("entry {} is missing", expected));
      }
      const ByteView header = rows.blob(1);
      const ByteView key = rows.blob(2);
      const ByteView text = rows.blob(3);
      entry.header.assign(header.begin(), header.end());
      entry.key.assign(key.begin(), key.end());
      entry.text.assign(text.begin(), text.end());
      entry.parts.clear();
      while (part_left && static_cast<std::uint64_t>(parts.integer(0)) == index) {
        entry.parts.push_back({parts.integer(1), copy(parts.blob(2)), copy(parts.blob(3))});
        PARLEY_ASSIGN(part_left, parts.step());
      }
      PARLEY_TRY(visit(index, entry));
    }
  }

  Result<void> acts(const ActVisitor& visit) override {
    PARLEY_ASSIGN(auto rows,
                  Statement::prepare(database_,
                                     "SELECT size, signature, checkpoint, frontier FROM act "
                                     "ORDER BY size"));
    for (;;) {
      PARLEY_ASSIGN(const bool more, rows.step());
      if (!more) return {};
      PARLEY_ASSIGN(const StoredAct act, read_act(rows));
      PARLEY_TRY(visit(act));
    }
  }

  Result<void> add_cosignature(std::uint64_t size, const std::string& line) override {
    PARLEY_TRY(begin_write());
    auto written = write_cosignature(size, line);
    if (written) written = execute(database_, "COMMIT");
    if (!written) end();
    return written;
  }

  Result<std::vector<std::string>> cosignatures(std::uint64_t size) override {
    PARLEY_ASSIGN(auto rows, Statement::prepare(
                                 database_,
                                 "SELECT line FROM cosignature WHERE size = ?1 ORDER BY line"));
    rows.bind(1, static_cast<std::int64_t>(size));
    std::vector<std::string> lines;
    for (;;) {
      PARLEY_ASSIGN(const bool more, rows.step());
      if (!more) return lines;
      lines.emplace_back(rows.text(0));
    }
  }

  Result<void> all_cosignatures(const CosignatureVisitor& visit) override {
    PARLEY_ASSIGN(auto rows, Statement::prepare(
                                 database_, "SELECT size, line FROM cosignature ORDER BY size, line"));
    for (;;) {
      PARLEY_ASSIGN(const bool more, rows.step());
      if (!more) return {};
      PARLEY_TRY(visit(static_cast<std::uint64_t>(rows.integer(0)), std::string(rows.text(1))));
    }
  }

  // Through the connection: closing a second descriptor of the file would drop its locks.
  Result<std::vector<std::string>> damage() override {
    PARLEY_ASSIGN(const std::int64_t size, file_size());
    std::vector<std::string> damage = scan_pages([file = file(), size](std::uint64_t start, std::span<std::uint8_t> page) {
      const auto left = static_cast<std::uint64_t>(size) - start;
      if (left == 0) return std::size_t{0};
      // A failed checksum still fills the page.
      file->pMethods->xRead(file, page.data(), kPageSize, static_cast<sqlite3_int64>(start));
      return std::min<std::size_t>(left, page.size());
    });
    // Damaged pages may keep the rows from being counted; then they are the finding.
    if (damage.empty()) PARLEY_TRY(find_strays(damage));
    return damage;
  }

 private:
  Result<void> check_format() {
    PARLEY_ASSIGN(const std::int64_t application, pragma("application_id"));
    PARLEY_ASSIGN(const std::int64_t version, pragma("user_version"));
    if (application != kApplicationId) {
      return fail(Fault::kBroken, "the file is not a parley dossier");
    }
    if (version > kFormatVersion) {
      return fail(Fault::kUnsupported,
                  fmt::format("the dossier has format {}, this program reads up to {}", version,
                              kFormatVersion));
    }
    if (version < 1) return fail(Fault::kBroken, "the dossier has no format version");
    return check_schema();
  }

  // A hostile file could bring triggers, views or other tables; a dossier has exactly its own.
  Result<void> check_schema() {
    PARLEY_ASSIGN(auto rows,
                  Statement::prepare(database_, "SELECT sql FROM sqlite_schema WHERE sql NOT NULL"));
    std::string_view expected = kSchema;
    std::size_t tables = 0;
    for (;;) {
      PARLEY_ASSIGN(const bool more, rows.step());
      if (!more) break;
      if (expected.find("\n" + std::string(rows.text(0)) + ";\n") == std::string_view::npos) {
        return fail(Fault::kBroken, "the file has a table that is not a dossier's");
      }
      ++tables;
    }
    if (tables != static_cast<std::size_t>(std::count(expected.begin(), expected.end(), ';'))) {
      return fail(Fault::kBroken, "the file lacks a table of a dossier's");
    }
    return {};
  }

  // Rows that no reading of the record would meet.
  Result<void> find_strays(std::vector<std::string>& damage) {
    constexpr std::pair<const char*, const char*> kStrays[] = {
        {"SELECT count(*) FROM entry WHERE n < 0", "entries before the first"},
        {"SELECT count(*) FROM part WHERE n < 0 OR n > (SELECT coalesce(max(n), -1) FROM entry)",
         "parts that belong to no entry"},
        {"SELECT count(*) FROM part WHERE typeof(n) <> 'integer' OR typeof(field) <> 'integer'",
         "parts whose number is none"},
        {"SELECT count(*) FROM act WHERE size < 1", "acts before the first"},
    };
    for (const auto& [sql, what] : kStrays) {
      PARLEY_ASSIGN(auto row, Statement::prepare(database_, sql));
      PARLEY_TRY(row.step());
      if (row.integer(0) > 0) {
        damage.push_back(fmt::format("the file holds {} {}", row.integer(0), what));
      }
    }
    return {};
  }

  sqlite3_file* file() {
    sqlite3_file* file = nullptr;
    sqlite3_file_control(database_, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    return file;
  }

  Result<std::int64_t> file_size() {
    sqlite3_int64 size = 0;
    if (file()->pMethods->xFileSize(file(), &size) != SQLITE_OK) {
      return fail(Fault::kIo, path_.string() + " cannot be read");
    }
    return size;
  }

  Result<std::int64_t> pragma(const char* name) {
    PARLEY_ASSIGN(auto row, Statement::prepare(database_, fmt::format("PRAGMA {}", name)));
    PARLEY_TRY(row.step());
    return row.integer(0);
  }

  Result<void> begin(const char* sql) {
    auto begun = execute(database_, sql);
    if (!begun && begun.error().fault == Fault::kBusy) {
      return fail(Fault::kBusy,
                  fmt::format("the dossier is in use by {}; waited {} s", lock_holder(path_),
                              options_.patience.count() / 1000));
    }
    return begun;
  }

  Result<void> write(const NewAct& act) {
    PARLEY_ASSIGN(std::uint64_t index, size());
    PARLEY_TRY(prepare_inserts());
    for (const StoredEntry& entry : act.entries) {
      PARLEY_TRY(write_entry(index, entry));
      ++index;
    }
    insert_act_->bind(1, static_cast<std::int64_t>(act.act.size));
    insert_act_->bind(2, act.act.signature.bytes);
    insert_act_->bind_text(3, act.act.checkpoint);
    insert_act_->bind(4, act.act.frontier);
    PARLEY_TRY(insert_act_->run());
    for (const Erasure& erasure : act.erasures) PARLEY_TRY(erase(erasure));
    return {};
  }

  Result<void> write_entry(std::uint64_t index, const StoredEntry& entry) {
    insert_entry_->bind(1, static_cast<std::int64_t>(index));
    insert_entry_->bind(2, entry.header);
    if (entry.text.empty()) {
      insert_entry_->bind_null(3);
      insert_entry_->bind_null(4);
    } else {
      insert_entry_->bind(3, entry.key);
      insert_entry_->bind(4, entry.text);
    }
    PARLEY_TRY(insert_entry_->run());
    for (const StoredPart& part : entry.parts) {
      insert_part_->bind(1, static_cast<std::int64_t>(index));
      insert_part_->bind(2, part.field);
      insert_part_->bind(3, part.key);
      insert_part_->bind(4, part.text);
      PARLEY_TRY(insert_part_->run());
    }
    return {};
  }

  Result<void> write_cosignature(std::uint64_t size, const std::string& line) {
    PARLEY_ASSIGN(auto insert, Statement::prepare(
                                   database_, "INSERT OR IGNORE INTO cosignature VALUES(?1, ?2)"));
    insert.bind(1, static_cast<std::int64_t>(size));
    insert.bind_text(2, line);
    return insert.run();
  }

  Result<void> erase(const Erasure& erasure) {
    const char* sql = erasure.field ? "DELETE FROM part WHERE n = ?1 AND field = ?2"
                                    : "DELETE FROM part WHERE n = ?1";
    PARLEY_ASSIGN(auto remove, Statement::prepare(database_, sql));
    remove.bind(1, static_cast<std::int64_t>(erasure.index));
    if (erasure.field) remove.bind(2, *erasure.field);
    PARLEY_TRY(remove.run());
    if (erasure.field) return {};
    PARLEY_ASSIGN(auto clear, Statement::prepare(
                                  database_,
                                  "UPDATE entry SET key = NULL, text = NULL WHERE n = ?1"));
    clear.bind(1, static_cast<std::int64_t>(erasure.index));
    return clear.run();
  }

  // What this transaction destroys, its rollback journal still holds. So the lock is kept beyond
  // the commit, which then only invalidates the journal; nobody can reuse it before it is wiped.
  Result<void> commit_wiping() {
    PARLEY_TRY(execute(database_, "PRAGMA locking_mode=EXCLUSIVE"));
    auto done = execute(database_, "COMMIT");
    if (done) done = wipe_journal();
    if (!done) end();
    // The next read gives the lock back.
    sqlite3_exec(database_, "PRAGMA locking_mode=NORMAL; SELECT 1 FROM sqlite_schema LIMIT 1",
                 nullptr, nullptr, nullptr);
    return done;
  }

  // Zeroes and removes a journal that a commit has finished with. Precondition: the write lock is
  // held and nothing has been written under it.
  Result<void> wipe_journal() {
    // In an empty file nothing was erased; and there BEGIN has begun a journal already.
    PARLEY_ASSIGN(const std::int64_t size, file_size());
    if (size == 0) return {};
    sqlite3_vfs* vfs = nullptr;
    sqlite3_file_control(database_, "main", SQLITE_FCNTL_VFS_POINTER, &vfs);
    const char* path = sqlite3_filename_journal(sqlite3_db_filename(database_, "main"));
    int exists = 0;
    if (vfs->xAccess(vfs, path, SQLITE_ACCESS_EXISTS, &exists) == SQLITE_OK && exists == 0) {
      return {};
    }
    std::vector<std::max_align_t> memory(
        static_cast<std::size_t>(vfs->szOsFile) / sizeof(std::max_align_t) + 1);
    auto* file = reinterpret_cast<sqlite3_file*>(memory.data());
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_MAIN_JOURNAL;
    bool good = vfs->xOpen(vfs, path, file, flags, &flags) == SQLITE_OK;
    if (good) {
      good = overwrite(*file);
      file->pMethods->xClose(file);
    }
    if (!good || vfs->xDelete(vfs, path, 1) != SQLITE_OK) {
      return fail(Fault::kIo,
                  fmt::format("{}, the last copy of what was erased, could not be wiped", path));
    }
    return {};
  }

  static bool overwrite(sqlite3_file& file) {
    const Bytes zeros(1 << 16);
    sqlite3_int64 size = 0;
    bool good = file.pMethods->xFileSize(&file, &size) == SQLITE_OK;
    for (sqlite3_int64 at = 0; good && at < size;) {
      const auto amount =
          static_cast<int>(std::min<sqlite3_int64>(size - at, static_cast<int>(zeros.size())));
      good = file.pMethods->xWrite(&file, zeros.data(), amount, at) == SQLITE_OK;
      at += amount;
    }
    return good && file.pMethods->xSync(&file, SQLITE_SYNC_FULL) == SQLITE_OK;
  }

  Result<void> prepare_inserts() {
    if (insert_entry_) return {};
    PARLEY_ASSIGN(insert_entry_,
                  Statement::prepare(database_, "INSERT INTO entry VALUES(?1, ?2, ?3, ?4)"));
    PARLEY_ASSIGN(insert_part_,
                  Statement::prepare(database_, "INSERT INTO part VALUES(?1, ?2, ?3, ?4)"));
    PARLEY_ASSIGN(insert_act_,
                  Statement::prepare(database_, "INSERT INTO act VALUES(?1, ?2, ?3, ?4)"));
    return {};
  }

  Result<StoredAct> read_act(const Statement& row) {
    StoredAct act;
    act.size = static_cast<std::uint64_t>(row.integer(0));
    const ByteView signature = row.blob(1);
    if (signature.size() != act.signature.bytes.size()) {
      return fail(Fault::kBroken, fmt::format("the act at size {}: no signature", act.size));
    }
    std::copy(signature.begin(), signature.end(), act.signature.bytes.begin());
    act.checkpoint = std::string(row.text(2));
    act.frontier = copy(row.blob(3));
    return act;
  }

  Result<void> put_meta(std::string_view name, ByteView value) {
    PARLEY_ASSIGN(auto insert, Statement::prepare(database_, "INSERT INTO meta VALUES(?1, ?2)"));
    insert.bind_text(1, name);
    insert.bind(2, value);
    return insert.run();
  }

  Result<Bytes> get_meta(std::string_view name) {
    PARLEY_ASSIGN(auto row,
                  Statement::prepare(database_, "SELECT value FROM meta WHERE name = ?1"));
    row.bind_text(1, name);
    PARLEY_ASSIGN(const bool found, row.step());
    if (!found) return fail(Fault::kBroken, fmt::format("the dossier's {} is missing", name));
    return copy(row.blob(0));
  }

  Result<void> put_slots(const std::vector<Slot>& slots) {
    PARLEY_ASSIGN(auto insert,
                  Statement::prepare(database_, "INSERT INTO slot VALUES(?1, ?2, ?3, ?4)"));
    std::int64_t n = 0;
    for (const Slot& slot : slots) {
      insert.bind(1, n++);
      insert.bind_text(2, slot.label);
      insert.bind(3, slot.kdf);
      insert.bind(4, slot.wrapped);
      PARLEY_TRY(insert.run());
    }
    return {};
  }

  std::filesystem::path path_;
  Options options_;
  sqlite3* database_ = nullptr;
  std::optional<Statement> insert_entry_, insert_part_, insert_act_;
};

// Reading a device, a pipe or what stands in the journal's place might never end.
Result<void> refuse_other_than_files(const std::filesystem::path& path) {
  for (const std::string& name : {path.string(), path.string() + "-journal"}) {
    std::error_code error;
    const auto status = std::filesystem::status(name, error);
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {
      return fail(Fault::kNotFound, name + " is not a file");
    }
  }
  return {};
}

}  // namespace

Result<std::unique_ptr<Store>> open(const std::filesystem::path& path, const Options& options) {
  std::error_code error;
  PARLEY_TRY(refuse_other_than_files(path));
  const bool exists = std::filesystem::exists(path, error);
  if (options.mode == Mode::kCreate) {
    const auto holds_something = [&] {
      return exists && std::filesystem::file_size(path, error) > 0;
    };
    if (holds_something()) {
      // Opening it rolls back a founding that a crash interrupted: nothing is left then.
      Options look = options;
      look.mode = Mode::kRead;
      const auto ignored = SqliteStore(path, look).connect();
    }
    if (holds_something()) {
      return fail(Fault::kUsage, path.string() + " exists already");
    }
    const int file = ::open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    if (file < 0) return fail(Fault::kIo, path.string() + " cannot be created");
    ::close(file);
  } else if (!exists) {
    return fail(Fault::kNotFound, path.string() + " does not exist");
  }
  auto store = std::make_unique<SqliteStore>(path, options);
  auto connected = store->connect();
  if (!connected && options.ignore_checksums && store->needs_roll_back()) {
    // Connecting as one who may write rolls back; what else it finds the retry says better.
    Options rolling_back = options;
    rolling_back.ignore_checksums = false;
    const auto ignored = SqliteStore(path, rolling_back).connect();
    store = std::make_unique<SqliteStore>(path, options);
    connected = store->connect();
  }
  if (!connected) return within(std::move(connected).error(), path.string());
  return std::unique_ptr<Store>(std::move(store));
}

Result<std::vector<std::string>> damaged_pages(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return fail(Fault::kIo, path.string() + " cannot be read");
  return scan_pages([&file](std::uint64_t, std::span<std::uint8_t> page) {
    file.read(reinterpret_cast<char*>(page.data()), static_cast<std::streamsize>(page.size()));
    return static_cast<std::size_t>(file.gcount());
  });
}

}  // namespace parley::record::sqlite
