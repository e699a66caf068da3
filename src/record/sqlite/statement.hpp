// A prepared SQLite statement, and errors in the record's terms.
#pragma once

#include <sqlite3.h>

#include <memory>
#include <string>
#include <string_view>

#include "base/bytes.hpp"

namespace parley::record::sqlite {

tl::unexpected<Error> sqlite_error(sqlite3* database, std::string_view what);

class Statement {
 public:
  static Result<Statement> prepare(sqlite3* database, std::string_view sql);

  void bind(int at, std::int64_t value);
  // The bytes must outlive the next step.
  void bind(int at, ByteView bytes);
  void bind_text(int at, std::string_view text);
  void bind_null(int at);

  // True where there is a row.
  Result<bool> step();
  // Steps once, expects no row, resets.
  Result<void> run();
  void reset();

  std::int64_t integer(int column) const;
  bool is_null(int column) const;
  ByteView blob(int column) const;  // valid until the next step
  std::string_view text(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  sqlite3* database_ = nullptr;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

// Runs statements that give no rows.
Result<void> execute(sqlite3* database, const char* sql);

}  // namespace parley::record::sqlite
