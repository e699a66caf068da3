#include "desk/list/export.hpp"

#include "exchange/person.hpp"
#include "table/csv.hpp"
#include "table/xlsx_writer.hpp"

namespace parley::desk {
namespace {

using exchange::Person;

using Cells = std::vector<std::string>;

Cells header() {
  Cells out{"row", "entry", "file"};
  for (const exchange::FieldInfo& field : exchange::fields()) out.emplace_back(field.token);
  for (const char* more : {"read-sex", "read-born", "born-first", "born-last", "read-captured",
                           "read-died", "may-forward", "insufficient", "flaws"}) {
    out.emplace_back(more);
  }
  return out;
}

std::string texts_of(const Person& person, exchange::Field field) {
  std::string out;
  for (const auto& [one, text] : person.texts) {
    if (one == field) out += (out.empty() ? "" : " / ") + text;
  }
  return out;
}

std::string iso(const std::optional<text::ReadDate>& date) {
  return date ? date->date.iso() : std::string();
}

std::string sex_of(const Person& person) {
  switch (person.sex) {
    case exchange::Sex::kMale: return "male";
    case exchange::Sex::kFemale: return "female";
    case exchange::Sex::kUnknown: return {};
  }
  return {};
}

Cells row_of(const exchange::ListVersion& version, const exchange::Row& row) {
  Cells out{std::to_string(row.row), row.id.hex(), version.file};
  const auto person = exchange::read_person(version.reading, row.cells, version.date);
  if (!person) {
    out.resize(header().size() - 1);
    out.push_back(person.error().message);
    return out;
  }
  for (const exchange::FieldInfo& field : exchange::fields()) {
    out.push_back(texts_of(*person, field.field));
  }
  const bool forward = person->consent == exchange::Consent::kUnsaid
                           ? version.consent
                           : person->consent == exchange::Consent::kForward;
  out.push_back(sex_of(*person));
  out.push_back(iso(person->born));
  out.push_back(person->born_span ? person->born_span->first.iso() : "");
  out.push_back(person->born_span ? person->born_span->last.iso() : "");
  out.push_back(iso(person->captured));
  out.push_back(iso(person->died));
  out.emplace_back(forward ? "yes" : "no");
  out.emplace_back(person->insufficient ? "yes" : "no");
  std::string flaws;
  for (const exchange::CellFlaw& flaw : person->flaws) {
    flaws += (flaws.empty() ? "" : "; ") + version.reading.columns[flaw.column].header + ": " +
             flaw.reason;
  }
  out.push_back(std::move(flaws));
  return out;
}

}  // namespace

Result<std::vector<Cells>> export_list(Session& session, const std::string& key) {
  PARLEY_ASSIGN(const ListView here, ListView::open(session));
  PARLEY_ASSIGN(const exchange::List* list, list_named(here.lists, key));
  PARLEY_ASSIGN(const policy::Audience audience, session.audience(here.handle_of(list->by)));
  PARLEY_TRY(session.authorize(policy::Action::kReport, audience.id, "list export"));
  std::vector<Cells> out{header()};
  for (const std::size_t at : list->rows) {
    const exchange::Row& row = here.lists.rows[at];
    if (!row.dropped) out.push_back(row_of(list->versions[row.version].value, row));
  }
  return out;
}

Result<Bytes> export_xlsx(const std::vector<Cells>& rows, const std::string& key) {
  table::XlsxBook book;
  book.title = key;
  std::vector<table::XlsxColumn> columns;
  for (const std::string& one : rows.front()) {
    table::XlsxColumn column;
    column.header = one;
    columns.push_back(std::move(column));
  }
  book.sheets.push_back(table::form_sheet(table::sheet_name(key), {}, std::move(columns),
                                          {rows.begin() + 1, rows.end()}));
  return table::write_xlsx(book);
}

std::string export_csv(const std::vector<Cells>& rows) {
  // With the mark by which spreadsheets know UTF-8, so that they show every script.
  return "\xEF\xBB\xBF" + table::write_csv(rows, {',', true});
}

}  // namespace parley::desk
