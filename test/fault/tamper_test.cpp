// An insider with the file and SQLite, page checksums in order: whatever is changed of a record,
// verification finds it and names the place.
#include <doctest/doctest.h>
#include <sqlite3.h>

#include <cstdio>

#include "record/sqlite/checksum_vfs.hpp"
#include "record/sqlite/sample_record.hpp"

namespace parley::record {
namespace {

using namespace sample;

void run_sql(const std::filesystem::path& path, const std::string& sql) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READWRITE,
                          sqlite::checksum_vfs("").c_str()) == SQLITE_OK);
  char* error = nullptr;
  sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &error);
  CHECK_MESSAGE(error == nullptr, sql << ": " << (error == nullptr ? "" : error));
  CHECK_MESSAGE(sqlite3_total_changes(database) > 0, sql);
  sqlite3_free(error);
  sqlite3_close(database);
}

// Changes the last byte of a blob.
std::string spoil(const std::string& table, const std::string& column, const std::string& where) {
  return "UPDATE " + table + " SET " + column + " = CAST(substr(" + column + ", 1, length(" +
         column + ") - 1) || CASE WHEN substr(" + column +
         ", -1) = x'55' THEN x'aa' ELSE x'55' END AS BLOB)" + " WHERE " + where;
}

std::string swap(const std::string& table, const std::string& key, const std::string& columns,
                 int a, int b) {
  std::string out = "CREATE TEMP TABLE t AS SELECT * FROM " + table + ";";
  for (const auto& [to, from] : {std::pair{a, b}, std::pair{b, a}}) {
    out += "UPDATE " + table + " SET (" + columns + ") = (SELECT " + columns + " FROM t WHERE " +
           key + " = " + std::to_string(from) + ") WHERE " + key + " = " + std::to_string(to) + ";";
  }
  return out;
}

struct Tampering {
  std::string sql;
  std::string place;              // in some finding
  bool needs_passphrase = false;  // else it is found from outside too
};

}  // namespace

TEST_CASE("tampering with page checksums in order") {
  const Scratch scratch;
  const auto good = scratch / "good.parley";
  const auto path = scratch / "a.parley";
  std::string checkpoint;
  {
    Record record = must(create_fifty(good));
    checkpoint = must(record.checkpoint());
  }
  CHECK(wrongs(good, checkpoint).empty());

  // Entries: 0 and 1 found the record; acts end at 2, 12, 22, 32, 42, 44, 48 and 50. Entry 2 is
  // erased; entry 12 has parts 7 and 8; of entry 45 part 7 is erased.
  const std::vector<Tampering> tamperings = {
      // dropped
      {"DELETE FROM entry WHERE n = 20", "entry 20"},
      {"DELETE FROM entry WHERE n = 0", "entry 0"},
      {"DELETE FROM entry WHERE n = 49", "the act at size 50"},
      {"DELETE FROM entry WHERE n >= 44", "the act at size 48"},
      {"DELETE FROM entry", "the act at size 2"},
      {"DELETE FROM entry WHERE n = 20; UPDATE entry SET n = n - 1 WHERE n > 20",
       "entry 21, field 7", true},
      {"DELETE FROM entry WHERE n = 20; UPDATE entry SET n = n - 1 WHERE n > 20",
       "the act at size"},
      // swapped
      {swap("entry", "n", "header, key, text", 13, 14), "the act at size 22"},
      {swap("entry", "n", "header, key, text", 3, 33), "the act at size 12"},
      {swap("entry", "n", "key, text", 13, 14), "entry 13", true},
      {swap("entry", "n", "text", 13, 14), "entry 13", true},
      {swap("entry", "n", "key", 13, 14), "entry 14", true},
      {swap("part", "n = 12 AND field", "key, text", 7, 8), "entry 12", true},
      {swap("act", "size", "signature", 12, 22), "the act at size 12"},
      {swap("act", "size", "checkpoint", 12, 22), "the act at size 12"},
      {swap("act", "size", "frontier", 12, 22), "the act at size 22"},
      {swap("act", "size", "signature, checkpoint, frontier", 12, 22), "the act at size 12"},
      // duplicated
      {"INSERT INTO entry SELECT 50, header, key, text FROM entry WHERE n = 13", "entry 50"},
      {"UPDATE entry SET (header, key, text) = (SELECT header, key, text FROM entry WHERE n = 13) "
       "WHERE n = 14",
       "entry 14"},
      {"INSERT INTO part SELECT 13, field, key, text FROM part WHERE n = 12", "entry 13", true},
      {"INSERT INTO part SELECT n, 99, key, text FROM part WHERE n = 12 AND field = 7", "entry 12",
       true},
      {"INSERT INTO entry SELECT -1, header, key, text FROM entry WHERE n = 13", "the file"},
      {"INSERT INTO part SELECT 99, field, key, text FROM part WHERE n = 12", "the file"},
      {"INSERT INTO act SELECT 15, signature, checkpoint, frontier FROM act WHERE size = 12",
       "the act at size 15"},
      {"INSERT INTO act SELECT 60, signature, checkpoint, frontier FROM act WHERE size = 12",
       "the act at size 60"},
      // altered
      {spoil("entry", "header", "n = 15"), "the act at size 22"},
      {spoil("entry", "header", "n = 15"), "entry 15", true},
      {spoil("entry", "header", "n = 49"), "the act at size 50"},
      {"UPDATE entry SET header = x'' WHERE n = 15", "entry 15"},
      {"UPDATE entry SET header = substr(header, 1, 50) WHERE n = 15", "entry 15"},
      {spoil("entry", "text", "n = 15"), "entry 15", true},
      {spoil("entry", "key", "n = 15"), "entry 15", true},
      {spoil("entry", "text", "n = 21"), "entry 21", true},
      {spoil("part", "text", "n = 12 AND field = 8"), "entry 12", true},
      {spoil("part", "key", "n = 12 AND field = 8"), "entry 12", true},
      {spoil("act", "signature", "size = 32"), "the act at size 32"},
      {spoil("act", "frontier", "size = 32"), "the act at size 32"},
      {"UPDATE act SET checkpoint = replace(checkpoint, char(10) || '32' || char(10), char(10) || "
       "'33' || char(10)) WHERE size = 32",
       "the act at size 32"},
      {"UPDATE act SET checkpoint = '' WHERE size = 32", "the act at size 32"},
      {"UPDATE act SET checkpoint = substr(checkpoint, 1, 60) WHERE size = 32",
       "the act at size 32"},
      {"UPDATE act SET signature = x'00' WHERE size = 32", "the act at size 32"},
      {"UPDATE act SET size = 33 WHERE size = 32", "the act at size 33"},
      // taken away, without an order
      {"UPDATE entry SET key = NULL, text = NULL WHERE n = 15", "entry 15", true},
      {"UPDATE entry SET text = NULL WHERE n = 15", "entry 15"},
      {"UPDATE entry SET key = NULL WHERE n = 15", "entry 15", true},
      {"UPDATE entry SET key = NULL, text = NULL WHERE n = 21", "the act at size 22", true},
      {"DELETE FROM part WHERE n = 12 AND field = 7", "entry 12, field 7", true},
      {"DELETE FROM part", "entry 12, field 7", true},
      {"UPDATE entry SET key = NULL, text = NULL WHERE n = 42", "entry 2",
       true},  // the order itself
      // the signatures of acts
      {"DELETE FROM act WHERE size = 22", "entry 21", true},
      {"DELETE FROM act WHERE size = 50", "entry 48"},
      {"DELETE FROM act", "entry 0"},
      // what the record stands on
      {spoil("meta", "value", "name = 'dossier'"), "entry 0"},
      {spoil("meta", "value", "name = 'log-key'"), "the act at size 2"},
      {"DELETE FROM meta WHERE name = 'log-key'", "the file"},
      {"UPDATE meta SET value = x'00' WHERE name = 'dossier'", "the file"},
  };
  int found = 0;
  for (const Tampering& tampering : tamperings) {
    CAPTURE(tampering.sql);
    std::filesystem::copy_file(good, path, std::filesystem::copy_options::overwrite_existing);
    // The key from the good file: an insider has it, and meta may be what was changed.
    const Record opened = must(open(good, sqlite::Mode::kRead));
    run_sql(path, tampering.sql);
    CHECK(must(sqlite::damaged_pages(path)).empty());
    const auto store = sqlite::open(path, {sqlite::Mode::kRead});
    REQUIRE(store);
    for (const SymmetricKey* key :
         {&opened.dossier_key(), static_cast<const SymmetricKey*>(nullptr)}) {
      if (key == nullptr && tampering.needs_passphrase) continue;
      CAPTURE(key == nullptr);
      const auto verified = verify(**store, {key, std::nullopt, 1});
      REQUIRE(verified);
      CHECK(verified->broken());
      bool named = false;
      std::string all;
      for (const Finding& finding : verified->findings) {
        if (finding.verdict != Verdict::kBroken) continue;
        const std::string line = finding.place + ": " + finding.text;
        named = named || line.find(tampering.place) != std::string::npos;
        all += line + "\n";
      }
      CHECK_MESSAGE(named, "wanted " << tampering.place << ", got\n" << all);
      found += named && key != nullptr;
    }
  }
  std::printf("tampered: %d of %zu found and named\n", found, tamperings.size());
}

TEST_CASE("tampering with what opens the record") {
  const Scratch scratch;
  const auto good = scratch / "good.parley";
  const auto path = scratch / "a.parley";
  must(create(good));
  for (const auto& [sql, fault] : {
           std::pair{spoil("slot", "wrapped", "n = 0"), Fault::kLocked},
           std::pair{spoil("slot", "kdf", "n = 0"), Fault::kLocked},
           std::pair{std::string("UPDATE slot SET kdf = x'00'"), Fault::kLocked},
           std::pair{std::string("UPDATE slot SET kdf = x'831b7fffffffffffffff1b7fffffffffffffff50"
                                 "00000000000000000000000000000000'"),
                     Fault::kLocked},
           std::pair{std::string("DELETE FROM slot"), Fault::kLocked},
           std::pair{spoil("meta", "value", "name = 'wrapped-log-key'"), Fault::kBroken},
           std::pair{spoil("meta", "value", "name = 'log-key'"), Fault::kBroken},
           std::pair{std::string("DELETE FROM meta WHERE name = 'wrapped-log-key'"),
                     Fault::kBroken},
       }) {
    CAPTURE(sql);
    std::filesystem::copy_file(good, path, std::filesystem::copy_options::overwrite_existing);
    run_sql(path, sql);
    const auto record = open(path);
    REQUIRE_FALSE(record);
    CHECK(record.error().fault == fault);
  }
}

TEST_CASE("the tail cut off, act by act") {
  const Scratch scratch;
  const auto good = scratch / "good.parley";
  const auto path = scratch / "a.parley";
  std::string checkpoint;
  {
    Record record = must(create_fifty(good));
    checkpoint = must(record.checkpoint());
  }
  // 44 and 42 would also bring back, or leave, what a later act erased: that is broken in itself.
  for (const int size : {48, 44, 42, 12, 2}) {
    CAPTURE(size);
    std::filesystem::copy_file(good, path, std::filesystem::copy_options::overwrite_existing);
    const std::string n = std::to_string(size);
    run_sql(path, "DELETE FROM entry WHERE n >= " + n + "; DELETE FROM part WHERE n >= " + n +
                      "; DELETE FROM act WHERE size > " + n +
                      "; DELETE FROM cosignature WHERE size > " + n);
    const auto alone = wrongs(path);
    if (size == 44 || size == 2) CHECK(alone.empty());
    const auto against = wrongs(path, checkpoint);
    REQUIRE_FALSE(against.empty());
    CHECK(std::any_of(against.begin(), against.end(), [](const std::string& line) {
      return line.starts_with("the end of the record: ") &&
             line.find("its tail is lost") != std::string::npos;
    }));
  }
}

}  // namespace parley::record
