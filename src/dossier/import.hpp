// Reading parties, places, sources, measures, statements and grades from files.
//
// Promises: every bad row is reported with file, line, field and reason, and the good ones stay
// usable; rows may name each other in any order and across files; what the dossier already has is
// not added again, so that reading a file twice adds nothing.
// Does not: write. It returns drafts in an order in which they can be written, each with
// to_payload() and the handles of those written before it. No error quotes a file's contents.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/draft.hpp"

namespace parley::dossier {

struct Row {
  std::string file;
  std::uint64_t line = 0;  // where the table or row begins, from 1
  Draft draft;
};

struct BadRow {
  std::string file;
  std::uint64_t line = 0;
  std::string field;  // or column, as the file names it; may be empty
  std::string reason;

  std::string text() const;  // "montreux.toml: line 12: part_of: no such party"
  auto operator<=>(const BadRow&) const = default;
};

struct Reading {
  std::vector<Row> rows;
  std::vector<BadRow> bad;
};

// Tables [[party]], [[place]], [[source]], [[measure]], [[statement]], [[grade]];
// doc/format/dossier.md lists their fields. Error (kBadInput): not TOML.
Result<Reading> read_toml(std::string_view file, std::string_view text);

// One statement a row; the header names the columns. Error (kBadInput): not CSV, or no column
// `text`.
Result<Reading> read_csv(std::string_view file, std::string_view text);

// By the file's name: ".toml" or ".csv". Error (kUsage): another ending.
Result<Reading> read_file_text(std::string_view file, std::string_view text);

// The key of a row already in the dossier, with other contents.
struct Change {
  Row row;
  record::EntryId of;
  std::vector<std::string> fields;  // that differ
};

struct Plan {
  std::vector<Row> add;  // what they refer to comes before them
  std::vector<Change> changes;
  std::uint64_t unchanged = 0;  // rows that say what the dossier, or an earlier row, says
  std::vector<BadRow> bad;      // of the readings, and those found here; by file and line
};

// What reading these files would add to the dossier.
Plan plan_import(const Dossier& dossier, const std::vector<Reading>& readings);

}  // namespace parley::dossier
