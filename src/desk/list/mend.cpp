#include "desk/list/mend.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "dossier/correction.hpp"
#include "exchange/person.hpp"
#include "table/csv.hpp"
#include "table/read_sheets.hpp"
#include "table/xlsx_writer.hpp"

namespace parley::desk {
namespace {

using exchange::MendedRow;

constexpr std::string_view kCommand = "list mend";
constexpr std::string_view kReason = "mended";

// What is still wrong, in words.
std::string left_wrong(const exchange::Reading& reading, const exchange::Person& person) {
  std::string out;
  for (const exchange::CellFlaw& flaw : person.flaws) {
    out += fmt::format("{}column {}: {}", out.empty() ? "" : "; ",
                       reading.columns[flaw.column].header, flaw.reason);
  }
  return out;
}

struct Writer {
  Session& session;
  const ListView& here;
  const exchange::List& list;
  exchange::HolderCells holders;
  policy::Audience audience;
  record::ActBuilder act;
  MendAnswer answer;

  Result<record::EntryId> add(record::Payload payload) {
    return act.add({audience.id, session.stamped(std::move(payload)), {}});
  }

  Result<void> correct(const record::EntryId& of, std::optional<record::Payload> replacement) {
    dossier::Correction correction;
    correction.of = of;
    correction.reason = kReason;
    correction.withdrawn = !replacement;
    if (replacement) correction.replacement = *std::move(replacement);
    PARLEY_TRY(add(dossier::to_payload(correction)));
    return {};
  }

  Result<void> take(const MendedRow& row) {
    if (!row.changed) {
      ++answer.unchanged;
      return {};
    }
    const std::size_t at =
        row.was_unread ? here.lists.unread[row.at].version : here.lists.rows[row.at].version;
    const auto& version = list.versions[at];
    auto person = exchange::read_person(version.value.reading, row.cells, version.value.date);
    if (person && list.kind == exchange::ListKind::kSought) {
      holders.add_flaws(version.value.reading, row.cells, person->flaws);
    }
    if (!person) {
      const record::EntryId id =
          row.was_unread ? here.lists.unread[row.at].id : here.lists.rows[row.at].id;
      answer.still_unread.push_back({row.number, id, person.error().message});
      return {};
    }
    std::string left = left_wrong(version.value.reading, *person);
    if (row.was_unread) {
      const exchange::UnreadRow& unread = here.lists.unread[row.at];
      PARLEY_ASSIGN(const record::EntryId id,
                    add(to_payload(exchange::ListRow{version.id, unread.value.row, row.cells})));
      PARLEY_TRY(correct(unread.id, {}));
      answer.added.push_back({row.number, id, std::move(left)});
      return {};
    }
    const exchange::Row& before = here.lists.rows[row.at];
    PARLEY_TRY(
        correct(before.id, to_payload(exchange::ListRow{version.id, before.row, row.cells})));
    answer.mended.push_back({row.number, before.id, std::move(left)});
    return {};
  }
};

}  // namespace

bool MendAnswer::needs_a_person() const {
  const auto wrong = [](const std::vector<Row>& rows) {
    return std::any_of(rows.begin(), rows.end(),
                       [](const Row& row) { return !row.reason.empty(); });
  };
  return !problems.empty() || !still_unread.empty() || wrong(mended) || wrong(added);
}

Result<std::vector<exchange::CorrectionSheet>> corrections_of(Session& session,
                                                              const std::string& key) {
  PARLEY_ASSIGN(const ListView here, ListView::open(session));
  PARLEY_ASSIGN(const exchange::List* list, list_named(here.lists, key));
  if (list->kind == exchange::ListKind::kHeld)
    return exchange::correction_sheets(here.lists, *list);
  const exchange::HolderCells holders(here.dossier, list->by);
  return exchange::correction_sheets(here.lists, *list, &holders);
}

Result<Bytes> to_xlsx(const std::vector<exchange::CorrectionSheet>& sheets) {
  table::XlsxBook book;
  book.title = "Rows to mend";
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    std::vector<table::XlsxColumn> columns;
    for (std::size_t c = 0; c < sheets[i].header.size(); ++c) {
      table::XlsxColumn column;
      column.header = sheets[i].header[c];
      // The key and what to mend come last, and are not to be typed in.
      column.locked = c + 2 >= sheets[i].header.size();
      if (c + 1 == sheets[i].header.size()) column.width = 60;
      columns.push_back(std::move(column));
    }
    table::XlsxSheet sheet =
        table::form_sheet(table::sheet_name(fmt::format("{} {}", i + 1, sheets[i].file)), {},
                          std::move(columns), sheets[i].rows);
    sheet.guard = table::XlsxGuard::kRefuseTyping;
    sheet.refusal = exchange::in_language(exchange::kNotToBeTyped, sheets[i].language);
    sheet.right_to_left = exchange::right_to_left(sheets[i].language);
    book.sheets.push_back(std::move(sheet));
  }
  if (book.sheets.empty()) {
    book.sheets.push_back(table::form_sheet("nothing", {"There is nothing to mend."},
                                            {{std::string(exchange::kRowKeyHeader)}}, {}));
  }
  return table::write_xlsx(book);
}

Result<std::string> to_csv(const std::vector<exchange::CorrectionSheet>& sheets) {
  if (sheets.size() > 1) {
    return fail(Fault::kUsage,
                "the rows came with several versions, each with its own columns: write an .xlsx "
                "file");
  }
  std::vector<std::vector<std::string>> rows;
  if (sheets.empty()) {
    rows.push_back({std::string(exchange::kRowKeyHeader)});
  } else {
    rows.push_back(sheets[0].header);
    rows.insert(rows.end(), sheets[0].rows.begin(), sheets[0].rows.end());
  }
  // With the mark by which spreadsheets know UTF-8, so that they show every script.
  return "\xEF\xBB\xBF" + table::write_csv(rows, {',', true});
}

Result<MendAnswer> mend_list(Session& session, const MendRequest& request) {
  PARLEY_ASSIGN(const ListView here, ListView::open(session));
  PARLEY_ASSIGN(const exchange::List* list, list_named(here.lists, request.key));
  PARLEY_ASSIGN(const policy::Audience audience, session.audience(here.handle_of(list->by)));
  PARLEY_TRY(session.authorize(policy::Action::kList, audience.id, std::string(kCommand)));
  PARLEY_TRY(session.authorize(policy::Action::kCorrect, audience.id, std::string(kCommand)));
  PARLEY_ASSIGN(const table::SheetFile file,
                table::read_sheets(request.name, bytes_of(request.bytes)));
  auto sheet = exchange::read_correction_sheets(file, here.lists, *list);
  if (!sheet) return within(std::move(sheet).error(), request.name);
  std::vector<record::EntryId> changed;
  for (const MendedRow& row : sheet->rows) {
    if (!row.changed) continue;
    changed.push_back(row.was_unread ? here.lists.unread[row.at].id : here.lists.rows[row.at].id);
  }
  PARLEY_TRY(refuse_others_rows(session, here, changed, audience.id, kCommand));

  Writer writer{session,  here,          *list, exchange::HolderCells(here.dossier, list->by),
                audience, session.act(), {}};
  PARLEY_TRY(session.add_new_audiences(writer.act));
  for (const MendedRow& row : sheet->rows) PARLEY_TRY(writer.take(row));
  writer.answer.problems = std::move(sheet->problems);
  writer.answer.missing = std::move(sheet->missing);
  PARLEY_ASSIGN(const record::Appended appended, session.write(writer.act));
  writer.answer.size = appended.size;
  return std::move(writer.answer);
}

}  // namespace parley::desk
