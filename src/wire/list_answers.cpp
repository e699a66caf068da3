#include "wire/list_answers.hpp"

#include "wire/answers.hpp"
#include "wire/json.hpp"

namespace parley::wire {
namespace {

Json columns_of(const exchange::ListFile& file) {
  Json out = Json::array();
  const table::Columns& columns = file.columns.columns;
  for (const table::Column& column : columns.columns) {
    Json problems = Json::array();
    for (const table::ColumnProblem& problem : columns.problems) {
      if (problem.column == column.number) problems.push_back(problem.text);
    }
    const bool read = exchange::field_named(column.field).has_value();
    out.push_back({{"column", column.number},
                   {"header", or_null(column.header)},
                   {"tag", or_null(column.hxl)},
                   {"field", read ? Json(column.field) : Json()},
                   {"how", name(column.how)},
                   {"remarks", std::move(problems)}});
  }
  return out;
}

Json remarks_of(const exchange::ListFile& file) {
  Json out = Json::array();
  for (const table::Remark& remark : file.remarks) {
    out.push_back({{"row", remark.row == 0 ? Json() : Json(remark.row)},
                   {"column", remark.column == 0 ? Json() : Json(remark.column)},
                   {"text", remark.text}});
  }
  return out;
}

Json flaws_of(const desk::ImportedList& answer) {
  Json out = Json::array();
  const exchange::ListFile& file = answer.file;
  for (std::size_t i = 0; i < file.rows.size(); ++i) {
    if (answer.is_mended(i)) continue;
    for (const exchange::CellFlaw& flaw : file.rows[i].flaws) {
      out.push_back({{"row", file.rows[i].number},
                     {"column", flaw.column + 1},
                     {"header", or_null(file.reading().columns[flaw.column].header)},
                     {"reason", flaw.reason}});
    }
  }
  return out;
}

Json earlier(const desk::EarlierRow& row) {
  return {{"id", row.id.hex()}, {"row", row.row}, {"file", row.file}};
}

Json earlier(const std::vector<desk::EarlierRow>& rows) {
  Json out = Json::array();
  for (const desk::EarlierRow& row : rows) out.push_back(earlier(row));
  return out;
}

Json numbers(const exchange::ListFile& file, const std::vector<std::size_t>& rows) {
  Json out = Json::array();
  for (const std::size_t at : rows) out.push_back(file.rows[at].number);
  return out;
}

Json changes_of(const desk::ImportedList& answer) {
  Json out = Json::array();
  for (std::size_t i = 0; i < answer.diff.changed.size(); ++i) {
    const auto& change = answer.diff.changed[i];
    Json fields = Json::array();
    for (const exchange::Field field : change.fields) fields.push_back(name(field));
    out.push_back({{"row", answer.file.rows[change.file_row].number},
                   {"before", earlier(answer.changed[i])},
                   {"fields", std::move(fields)},
                   {"returned", change.returned}});
  }
  return out;
}

Json unread_of(const desk::ImportedList& answer) {
  Json out = Json::array();
  for (std::size_t i = 0; i < answer.file.rows.size(); ++i) {
    const exchange::FileRow& row = answer.file.rows[i];
    if (row.is_person() || answer.is_mended(i)) continue;
    out.push_back({{"row", row.number}, {"reason", row.unread}});
  }
  return out;
}

Json perhaps_of(const desk::ImportedList& answer) {
  Json out = Json::array();
  for (std::size_t i = 0; i < answer.perhaps.size(); ++i) {
    out.push_back({{"row", answer.file.rows[answer.diff.perhaps[i].file_row].number},
                   {"dropped", earlier(answer.perhaps[i])}});
  }
  return out;
}

Json alike_of(const desk::ImportedList& answer) {
  Json out = Json::array();
  for (const auto& group : answer.diff.alike) {
    out.push_back({{"rows", numbers(answer.file, group.file_rows)},
                   {"by", group.by == exchange::AlikeBy::kAllCells ? "all-cells" : "document"}});
  }
  return out;
}

Json insufficient_of(const exchange::ListFile& file) {
  Json out = Json::array();
  for (const exchange::FileRow& row : file.rows) {
    if (row.insufficient) out.push_back(row.number);
  }
  return out;
}

Json summary(const desk::ListSummary& list) {
  Json versions = Json::array();
  for (const auto& version : list.versions) {
    versions.push_back({{"id", version.id.hex()},
                        {"time", version.time ? Json(instant(*version.time)) : Json()},
                        {"date", or_null(version.date)},
                        {"file", version.file},
                        {"format", version.format},
                        {"rows", version.rows},
                        {"dropped", version.dropped},
                        {"consent", version.consent},
                        {"holder", or_null(version.holder)}});
  }
  return {{"key", list.key},
          {"kind", name(list.kind)},
          {"by", list.by},
          {"people", list.people},
          {"dropped", list.dropped},
          {"unread", list.unread},
          {"versions", std::move(versions)}};
}

Json flaws(const std::vector<desk::ShownFlaw>& all) {
  Json out = Json::array();
  for (const desk::ShownFlaw& flaw : all) {
    out.push_back(
        {{"column", flaw.column}, {"header", or_null(flaw.header)}, {"reason", flaw.reason}});
  }
  return out;
}

Json mended(const std::vector<desk::MendAnswer::Row>& rows) {
  Json out = Json::array();
  for (const auto& row : rows) {
    out.push_back({{"row", row.number}, {"id", row.id.hex()}, {"reason", or_null(row.reason)}});
  }
  return out;
}

}  // namespace

std::string columns_json(const exchange::ListFile& file) {
  return print({{"format", file.format},
                {"header_row", file.columns.columns.header_row},
                {"columns", columns_of(file)},
                {"remarks", remarks_of(file)}});
}

std::string to_json(const desk::ImportedList& answer) {
  return print({{"list", answer.key},
                {"kind", name(answer.kind)},
                {"by", answer.by},
                {"holder", or_null(answer.holder)},
                {"file", answer.name},
                {"format", answer.file.format},
                {"date", answer.date.iso()},
                {"date_assumed", answer.date_assumed},
                {"consent", answer.consent},
                {"header_row", answer.file.columns.columns.header_row},
                {"columns", columns_of(answer.file)},
                {"remarks", remarks_of(answer.file)},
                {"people", answer.file.people()},
                {"unchanged", answer.diff.unchanged},
                {"blank", answer.file.blank},
                {"headers_within", answer.file.headers},
                {"added", numbers(answer.file, answer.diff.added)},
                {"changed", changes_of(answer)},
                {"dropped", earlier(answer.dropped)},
                {"bad_cells", flaws_of(answer)},
                {"unread", unread_of(answer)},
                {"unread_dropped", earlier(answer.unread_dropped)},
                {"insufficient", insufficient_of(answer.file)},
                {"perhaps_the_same", perhaps_of(answer)},
                {"alike", alike_of(answer)},
                {"list_problems", answer.problems},
                {"version", answer.version.is_zero() ? Json() : Json(answer.version.hex())},
                {"size", answer.size}});
}

std::string to_json(const desk::MendAnswer& answer) {
  Json problems = Json::array();
  for (const auto& [row, reason] : answer.problems) {
    problems.push_back({{"row", row}, {"reason", reason}});
  }
  return print({{"mended", mended(answer.mended)},
                {"read_now", mended(answer.added)},
                {"still_unread", mended(answer.still_unread)},
                {"unchanged", answer.unchanged},
                {"unusable", std::move(problems)},
                {"missing_columns", answer.missing},
                {"size", answer.size}});
}

std::string to_json(const desk::ListsAnswer& answer) {
  Json lists = Json::array();
  for (const desk::ListSummary& list : answer.lists) lists.push_back(summary(list));
  return print({{"lists", std::move(lists)},
                {"list_problems", answer.problems},
                {"withheld", answer.withheld}});
}

std::string to_json(const desk::PeopleFound& answer) {
  Json found = Json::array();
  for (const desk::FoundPerson& one : answer.found) {
    found.push_back({{"list", one.list},
                     {"kind", name(one.kind)},
                     {"row", one.row},
                     {"file", or_null(one.file)},
                     {"reference", or_null(one.reference)},
                     {"id", one.id.hex()},
                     {"name", one.name},
                     {"field", name(one.field)},
                     {"birth", or_null(one.birth)},
                     {"probability", static_cast<double>(one.probability_ppm) / 1'000'000}});
  }
  return print({{"name", answer.name}, {"people", answer.people}, {"found", std::move(found)}});
}

std::string to_json(const desk::ShownList& answer, bool people) {
  Json out = summary(answer.summary);
  Json columns = Json::array();
  for (const exchange::Column& column : answer.columns) {
    columns.push_back({{"header", or_null(column.header)},
                       {"field", column.field ? Json(name(*column.field)) : Json()}});
  }
  out["columns"] = std::move(columns);
  Json rows = Json::array();
  Json bad = Json::array();
  for (const desk::ShownPerson& person : answer.people) {
    if (!person.flaws.empty()) {
      bad.push_back({{"id", person.id.hex()},
                     {"row", person.row},
                     {"file", person.file},
                     {"bad_cells", flaws(person.flaws)}});
    }
    if (!people) continue;
    rows.push_back({{"id", person.id.hex()},
                    {"row", person.row},
                    {"file", person.file},
                    {"name", or_null(person.name)},
                    {"reference", or_null(person.reference)},
                    {"birth", or_null(person.birth)},
                    {"sex", or_null(person.sex)},
                    {"insufficient", person.insufficient}});
  }
  if (people) out["rows"] = std::move(rows);
  out["bad_rows"] = std::move(bad);
  Json unread = Json::array();
  for (const desk::ShownUnread& row : answer.unread) {
    unread.push_back(
        {{"id", row.id.hex()}, {"row", row.row}, {"file", row.file}, {"reason", row.reason}});
  }
  out["unread_rows"] = std::move(unread);
  out["list_problems"] = answer.problems;
  return print(out);
}

}  // namespace parley::wire
