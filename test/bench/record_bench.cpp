// How fast a record is written and verified. Both sides of a comparison run in turn in one process;
// figures are medians. Files go to TMPDIR (a real disk, or durability costs nothing).
//   PARLEY_BENCH_ENTRIES   entries of the record that is verified (default 1000000)
//   PARLEY_BENCH_ROUNDS    default 5
#include <fmt/core.h>
#include <sodium.h>
#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>

#include "record/sqlite/sample_record.hpp"

namespace {

using namespace parley;
using namespace parley::record;
using namespace parley::record::sample;

constexpr int kActs = 100;
constexpr int kEntriesPerAct = 100;

int number(const char* name, int usual) {
  const char* text = std::getenv(name);
  return text == nullptr ? usual : std::atoi(text);
}

template <class Work>
double seconds(const Work& work) {
  const auto started = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

// About 200 bytes of payload: a row of a list.
Draft row(int i) {
  Draft out =
      draft("Nobody Invented, born in a year not recorded, of a village that is not on the map");
  out.payload.body.emplace(2, i);
  out.payload.body.emplace(3, "as the list has it");
  return out;
}

void append_act(Record& record, int count) {
  std::vector<Draft> drafts;
  drafts.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) drafts.push_back(row(i));
  must(append(record, std::move(drafts)));
}

double append_to_record(const std::filesystem::path& path) {
  Record record = must(create(path));
  return seconds([&] {
    for (int act = 0; act < kActs; ++act) append_act(record, kEntriesPerAct);
  });
}

void require(bool good, sqlite3* database) {
  if (good) return;
  fmt::print(stderr, "{}\n", sqlite3_errmsg(database));
  std::exit(1);
}

// The bytes of the same acts put into tables of the same shape, and nothing else.
double insert_raw(const std::filesystem::path& path, std::size_t text_size) {
  sqlite3* database = nullptr;
  require(sqlite3_open(path.c_str(), &database) == SQLITE_OK, database);
  const auto run = [database](const char* sql) {
    require(sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK, database);
  };
  int reserved = 8;
  sqlite3_file_control(database, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
  run("PRAGMA page_size=4096; PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA;"
      "PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-65536;"
      "CREATE TABLE entry(n INTEGER PRIMARY KEY, header BLOB NOT NULL, key BLOB, text BLOB);"
      "CREATE TABLE act(size INTEGER PRIMARY KEY, signature BLOB NOT NULL, checkpoint TEXT NOT "
      "NULL, frontier BLOB NOT NULL);");
  sqlite3_stmt* entry = nullptr;
  sqlite3_stmt* act = nullptr;
  sqlite3_prepare_v2(database, "INSERT INTO entry VALUES(?1, ?2, ?3, ?4)", -1, &entry, nullptr);
  sqlite3_prepare_v2(database, "INSERT INTO act VALUES(?1, ?2, ?3, ?4)", -1, &act, nullptr);
  Bytes header(104), key(72), text(text_size), signature(64), frontier(32 * 7);
  const Bytes closing(kEntriesPerAct * 35 + 100);
  for (Bytes* bytes : {&header, &key, &text, &signature, &frontier}) {
    randombytes_buf(bytes->data(), bytes->size());
  }
  const std::string checkpoint(300, 'c');
  const auto blob = [](sqlite3_stmt* statement, int at, const Bytes& bytes) {
    sqlite3_bind_blob(statement, at, bytes.data(), static_cast<int>(bytes.size()), SQLITE_STATIC);
  };
  sqlite3_int64 n = 0;
  const double time = seconds([&] {
    for (int a = 0; a < kActs; ++a) {
      run("BEGIN IMMEDIATE");
      for (int i = 0; i <= kEntriesPerAct; ++i) {
        sqlite3_bind_int64(entry, 1, n++);
        blob(entry, 2, header);
        blob(entry, 3, key);
        blob(entry, 4, i < kEntriesPerAct ? text : closing);
        require(sqlite3_step(entry) == SQLITE_DONE, database);
        sqlite3_reset(entry);
      }
      sqlite3_bind_int64(act, 1, n);
      blob(act, 2, signature);
      sqlite3_bind_text(act, 3, checkpoint.data(), static_cast<int>(checkpoint.size()),
                        SQLITE_STATIC);
      blob(act, 4, frontier);
      require(sqlite3_step(act) == SQLITE_DONE, database);
      sqlite3_reset(act);
      run("COMMIT");
    }
  });
  sqlite3_finalize(entry);
  sqlite3_finalize(act);
  sqlite3_close(database);
  return time;
}

void appends(const Scratch& scratch, int rounds) {
  const std::size_t text_size = encode([] {
                                  Payload payload = row(0).payload;
                                  payload.author = key_id(author().public_key());
                                  return payload;
                                }())
                                    .size() +
                                48;
  std::vector<double> ours, raw, ratios;
  for (int round = 0; round < rounds; ++round) {
    const auto a = scratch / "ours.parley";
    const auto b = scratch / "raw.sqlite";
    std::filesystem::remove(a);
    std::filesystem::remove(b);
    constexpr double kEntries = kActs * kEntriesPerAct;
    ours.push_back(kEntries / append_to_record(a));
    raw.push_back(kEntries / insert_raw(b, text_size));
    ratios.push_back(ours.back() / raw.back());
  }
  fmt::print("durable appends, acts of {}: {:.0f} entries/s (goal 20000)\n", kEntriesPerAct,
             median(ours));
  fmt::print("raw SQLite inserts, same settings: {:.0f} entries/s\n", median(raw));
  fmt::print("ratio: {:.2f} (goal 0.50); payloads of {} bytes, {} rounds\n", median(ratios),
             text_size - 48, rounds);
}

void verification(const Scratch& scratch, int rounds) {
  const auto wanted = static_cast<std::uint64_t>(number("PARLEY_BENCH_ENTRIES", 1'000'000));
  Record record = must(create(scratch / "large.parley"));
  while (must(record.store().size()) < wanted) append_act(record, 1000);
  const std::uint64_t size = must(record.store().size());
  std::vector<double> one, two, opened;
  for (int round = 0; round < rounds; ++round) {
    const auto measure = [&](const SymmetricKey* key, int threads) {
      bool good = false;
      const double time = seconds([&] {
        const Verified verified = must(verify(record.store(), {key, std::nullopt, threads}));
        good = verified.findings.empty() && verified.size == size;
      });
      if (!good) {
        fmt::print(stderr, "the record does not verify\n");
        std::exit(1);
      }
      return static_cast<double>(size) / time;
    };
    one.push_back(measure(nullptr, 1));
    two.push_back(measure(nullptr, 2));
    if (round % 2 == 0) opened.push_back(measure(&record.dossier_key(), 2));
  }
  fmt::print(
      "verification of {} entries, hash and tree: {:.0f} entries/s with 1 thread, {:.0f} with "
      "2 (goal 500000)\n",
      size, median(one), median(two));
  fmt::print("with the passphrase, every payload opened: {:.0f} entries/s with 2 threads\n",
             median(opened));
}

}  // namespace

int main() {
  if (sodium_init() < 0) return 1;
  const int rounds = number("PARLEY_BENCH_ROUNDS", 5);
  const Scratch scratch(std::filesystem::temp_directory_path());
  appends(scratch, rounds);
  verification(scratch, rounds);
}
