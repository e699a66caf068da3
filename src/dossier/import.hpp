// Reading parties, places, sources, measures, statements and grades from files.
//
// Promises: every bad row is reported with file, line, field and reason, and the good ones stay
// usable; rows may name each other in any order and across files; what the dossier already has is
// not added again, so that reading a file twice adds nothing.
// Does not: write. It returns drafts in an order in which they can be written, and to_payload() for
// each, given the ids of those written before. Nothing here quotes a file's contents in an error.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "dossier/view.hpp"

namespace parley::dossier {

using Draft = std::variant<PartyDraft, PlaceDraft, SourceDraft, MeasureDraft, StatementDraft, GradeDraft>;

Kind kind_of(const Draft& draft);
std::string_view key_of(const Draft& draft);  // may be empty
Flaws flaws(const Draft& draft);

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

// Tables [[party]], [[place]], [[source]], [[measure]], [[statement]], [[grade]]; doc/format/dossier.md
// lists their fields. Error (kBadInput): not TOML.
Result<Reading> read_toml(std::string_view file, std::string_view text);

// One statement a row; the header names the columns. Error (kBadInput): not CSV, or no column `text`.
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
  std::uint64_t unchanged = 0;
  std::vector<BadRow> bad;  // of the readings, and those found here; by file and line
};

// What reading these files would add to the dossier.
Plan plan_import(const Dossier& dossier, const std::vector<Reading>& readings);

// Handles and the ids they stand for.
class Handles {
 public:
  Handles() = default;
  explicit Handles(const Dossier& dossier) : ids_(dossier.by_key) {}

  void add(Kind kind, std::string_view key, const record::EntryId& id);
  // Error (kNotFound): no such handle.
  Result<record::EntryId> find(Kind kind, std::string_view key) const;

 private:
  std::map<std::pair<Kind, std::string>, record::EntryId> ids_;
};

// Error (kNotFound): a handle that stands for nothing, with its field; (kBadInput): a flaw.
Result<Party> resolve(const PartyDraft& draft, const Handles& handles);
Result<Place> resolve(const PlaceDraft& draft, const Handles& handles);
Result<Source> resolve(const SourceDraft& draft, const Handles& handles);
Result<Measure> resolve(const MeasureDraft& draft, const Handles& handles);
Result<Statement> resolve(const StatementDraft& draft, const Handles& handles);
Result<Grade> resolve(const GradeDraft& draft, const Handles& handles);
Result<record::Payload> to_payload(const Draft& draft, const Handles& handles);

// The way back. What has no handle in this view becomes "entry:" and its id in hex, which resolve()
// accepts too.
PartyDraft to_draft(const Party& party, const Dossier& dossier);
PlaceDraft to_draft(const Place& place, const Dossier& dossier);
SourceDraft to_draft(const Source& source, const Dossier& dossier);
MeasureDraft to_draft(const Measure& measure, const Dossier& dossier);
StatementDraft to_draft(const Statement& statement, const Dossier& dossier);
GradeDraft to_draft(const Grade& grade, const Dossier& dossier);

}  // namespace parley::dossier
