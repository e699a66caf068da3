#include "record/sqlite/statement.hpp"

#include <fmt/core.h>

namespace parley::record::sqlite {

tl::unexpected<Error> sqlite_error(sqlite3* database, std::string_view what) {
  const int code = sqlite3_extended_errcode(database);
  if (code == SQLITE_READONLY_ROLLBACK) {
    return fail(
        Fault::kUnsupported,
        "an act that a crash interrupted must be rolled back first, and that cannot be "
        "written here: copy the file, with the one of that name and -journal, into a folder "
        "where you may write, and read the copy");
  }
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return fail(Fault::kBusy, "the dossier is in use");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return fail(Fault::kBroken, fmt::format("{}: {}", what, sqlite3_errmsg(database)));
    case SQLITE_TOOBIG:
      return fail(Fault::kBroken, fmt::format("{}: a value is too large for a dossier", what));
    case SQLITE_FULL: return fail(Fault::kIo, fmt::format("{}: the disk is full", what));
    case SQLITE_READONLY: return fail(Fault::kIo, fmt::format("{}: the file is read-only", what));
    default: break;
  }
  if (code == SQLITE_IOERR_DATA) {
    return fail(Fault::kBroken, fmt::format("{}: a page of the file fails its checksum", what));
  }
  return fail(Fault::kIo, fmt::format("{}: {}", what, sqlite3_errmsg(database)));
}

Result<Statement> Statement::prepare(sqlite3* database, std::string_view sql) {
  sqlite3_stmt* raw = nullptr;
  if (sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()),
                         SQLITE_PREPARE_PERSISTENT, &raw, nullptr) != SQLITE_OK) {
    return sqlite_error(database, "reading the dossier");
  }
  Statement statement;
  statement.database_ = database;
  statement.statement_.reset(raw);
  return statement;
}

void Statement::bind(int at, std::int64_t value) {
  sqlite3_bind_int64(statement_.get(), at, value);
}
void Statement::bind(int at, ByteView bytes) {
  // A null pointer would bind NULL; an empty blob is not NULL.
  const void* data = bytes.empty() ? static_cast<const void*>("") : bytes.data();
  sqlite3_bind_blob64(statement_.get(), at, data, bytes.size(), SQLITE_STATIC);
}
void Statement::bind_text(int at, std::string_view text) {
  sqlite3_bind_text64(statement_.get(), at, text.empty() ? "" : text.data(), text.size(),
                      SQLITE_STATIC, SQLITE_UTF8);
}
void Statement::bind_null(int at) { sqlite3_bind_null(statement_.get(), at); }

Result<bool> Statement::step() {
  switch (sqlite3_step(statement_.get())) {
    case SQLITE_ROW: return true;
    case SQLITE_DONE: return false;
    default: break;
  }
  auto error = sqlite_error(database_, "reading or writing the dossier");
  reset();
  return error;
}

Result<void> Statement::run() {
  PARLEY_TRY(step());
  reset();
  return {};
}

void Statement::reset() { sqlite3_reset(statement_.get()); }

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}
bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}
ByteView Statement::blob(int column) const {
  const void* data = sqlite3_column_blob(statement_.get(), column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return {static_cast<const std::uint8_t*>(data), data == nullptr ? 0 : size};
}
std::string_view Statement::text(int column) const {
  const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return data == nullptr ? std::string_view{} : std::string_view(data, size);
}

Result<void> execute(sqlite3* database, const char* sql) {
  if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
    return sqlite_error(database, "opening the dossier");
  }
  return {};
}

}  // namespace parley::record::sqlite
