#include "desk/list/import.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "desk/list/access.hpp"
#include "dossier/correction.hpp"
#include "exchange/holder_cells.hpp"
#include "table/read_sheets.hpp"

namespace parley::desk {
namespace {

using exchange::FileRow;
using exchange::Lists;
using exchange::ListVersion;
using record::EntryId;

constexpr std::string_view kCommand = "list import";
constexpr std::string_view kReason = "a new version of the list";

// What the list is to be, before the file is compared with it.
struct Target {
  EntryId by;
  policy::Audience audience;
  std::string key;
  std::optional<std::size_t> list;  // in Lists::lists
  std::optional<EntryId> holder;
  bool consent = true;
};

std::string without_folders(const std::string& name) {
  return name.substr(name.find_last_of("/\\") + 1);
}

// Families and associations are asked before a name goes on; parties hand in their own people.
bool consent_by_kind(dossier::PartyKind kind) {
  return kind != dossier::PartyKind::kFamily && kind != dossier::PartyKind::kAssociation;
}

Result<std::string> key_for(const Session& session, const ListImportRequest& request) {
  if (request.key.empty()) return fmt::format("{}-{}", request.by, name(request.file.kind));
  if (!dossier::is_handle(request.key)) {
    return fail(Fault::kUsage, "--list takes a handle: a-z, 0-9 and '-'");
  }
  // Keys of lists that one may not see must not be taken by chance.
  if (session.self().role != policy::Role::kDesk && !request.key.starts_with(request.by + "-")) {
    return fail(Fault::kUsage,
                fmt::format("--list: a focal point's lists are called '{}-...'", request.by));
  }
  return request.key;
}

Result<Target> target_of(Session& session, const dossier::Dossier& dossier, const Lists& lists,
                         const ListImportRequest& request) {
  Target out;
  PARLEY_ASSIGN(out.by, party_named(dossier, request.by, "--by"));
  PARLEY_ASSIGN(out.audience, session.audience(request.by));
  PARLEY_TRY(session.authorize(policy::Action::kList, out.audience.id, std::string(kCommand)));
  PARLEY_ASSIGN(out.key, key_for(session, request));
  const ListVersion* last = nullptr;
  if (const exchange::List* list = lists.find(out.key)) {
    if (list->by != out.by || list->kind != request.file.kind) {
      return fail(Fault::kUsage,
                  fmt::format("the list '{}' is another party's or of another kind; name this one "
                              "with --list",
                              out.key));
    }
    out.list = static_cast<std::size_t>(list - lists.lists.data());
    last = &list->versions.back().value;
    out.holder = last->holder;
  }
  if (!request.holder.empty()) {
    if (request.file.kind == exchange::ListKind::kHeld) {
      return fail(Fault::kUsage, "--holder is for lists of people sought");
    }
    PARLEY_ASSIGN(out.holder, party_named(dossier, request.holder, "--holder"));
    if (out.holder == out.by) {
      return fail(Fault::kUsage,
                  "--holder is the list's own party, which seeks nobody from itself");
    }
  }
  const bool at_first = consent_by_kind(dossier.party(out.by)->value().kind);
  out.consent = request.consent.value_or(last != nullptr ? last->consent : at_first);
  return out;
}

ListVersion version_of(const ImportedList& answer, const Target& target, const Lists& lists) {
  ListVersion version;
  version.key = answer.key;
  version.kind = answer.kind;
  version.by = target.by;
  version.holder = target.holder;
  version.date = answer.date;
  version.file = answer.name;
  version.format = answer.file.format;
  version.reading = answer.file.reading();
  version.consent = target.consent;
  for (const std::size_t at : answer.diff.dropped) version.dropped.push_back(lists.rows[at].id);
  for (const std::size_t at : answer.diff.unread_dropped) {
    version.dropped.push_back(lists.unread[at].id);
  }
  version.rows = static_cast<std::int64_t>(answer.file.people());
  return version;
}

record::Payload correction_of(const EntryId& of, const exchange::ListRow& row) {
  dossier::Correction correction;
  correction.of = of;
  correction.reason = kReason;
  correction.replacement = to_payload(row);
  return dossier::to_payload(correction);
}

// Each file row's entry, in the order of the file.
Result<void> add_rows(Session& session, record::ActBuilder& act, const Target& target,
                      const EntryId& version, const Lists& lists, const ImportedList& answer) {
  enum class What : std::uint8_t { kNothing, kRow, kUnread };
  std::vector<What> what(answer.file.rows.size(), What::kNothing);
  for (const std::size_t at : answer.diff.added) what[at] = What::kRow;
  for (const std::size_t at : answer.diff.unread) what[at] = What::kUnread;
  auto change = answer.diff.changed.begin();
  for (std::size_t i = 0; i < answer.file.rows.size(); ++i) {
    const FileRow& row = answer.file.rows[i];
    std::optional<record::Payload> payload;
    if (change != answer.diff.changed.end() && change->file_row == i) {
      payload = correction_of(lists.rows[change->row].id, {version, row.number, row.cells});
      ++change;
    } else if (what[i] == What::kRow) {
      payload = to_payload(exchange::ListRow{version, row.number, row.cells});
    } else if (what[i] == What::kUnread) {
      payload = to_payload(exchange::ListUnread{version, row.number, row.cells, row.unread});
    }
    if (!payload) continue;
    auto added = act.add({target.audience.id, session.stamped(*std::move(payload)), {}});
    if (!added) return within(std::move(added).error(), fmt::format("row {}", row.number));
  }
  return {};
}

Result<void> write(Session& session, const Target& target, const Lists& lists,
                   ImportedList& answer) {
  record::ActBuilder act = session.act();
  PARLEY_TRY(session.add_new_audiences(act));
  PARLEY_ASSIGN(const EntryId version,
                act.add({target.audience.id,
                         session.stamped(to_payload(version_of(answer, target, lists))),
                         {}}));
  PARLEY_TRY(add_rows(session, act, target, version, lists, answer));
  PARLEY_ASSIGN(const record::Appended appended, session.write(act));
  answer.size = appended.size;
  if (appended.size != 0) answer.version = version;
  return {};
}

void name_earlier(const Lists& lists, ImportedList& answer) {
  for (const auto& change : answer.diff.changed) {
    answer.changed.push_back(earlier_row(lists, lists.rows[change.row]));
  }
  for (const std::size_t at : answer.diff.dropped) {
    answer.dropped.push_back(earlier_row(lists, lists.rows[at]));
  }
  for (const std::size_t at : answer.diff.unread_dropped) {
    const exchange::UnreadRow& row = lists.unread[at];
    answer.unread_dropped.push_back(
        {row.id, row.value.row, lists.lists[row.list].versions[row.version].value.file});
  }
  for (const auto& perhaps : answer.diff.perhaps) {
    answer.perhaps.push_back(earlier_row(lists, lists.rows[perhaps.row]));
  }
}

// A file of another party, or of another list, would drop whoever stands there.
Result<void> refuse_another_list(const ImportedList& answer) {
  const exchange::ListDiff& diff = answer.diff;
  std::size_t kept = diff.unchanged;
  for (const auto& change : diff.changed) kept += !change.returned;
  const std::size_t dropped = diff.dropped.size();
  if (dropped == 0 || (kept > 0 && dropped <= kept)) return {};
  const std::size_t people = kept + dropped;
  return fail(
      Fault::kRefused,
      fmt::format(
          "is {} really the next version of {}, {}'s list? Of the {} on it the file keeps "
          "{}: {} would be dropped{}, {} added. Nothing was written; --replace does it, and "
          "--replace --dry-run shows it",
          answer.name, answer.key, answer.by,
          people == 1 ? "1 person" : fmt::format("{} people", people),
          kept == 0 ? "nobody" : std::to_string(kept), dropped,
          answer.kind == exchange::ListKind::kSought ? " and their claims withdrawn" : "",
          diff.added.size()));
}

}  // namespace

bool ImportedList::is_mended(std::size_t file_row) const {
  return std::binary_search(diff.mended.begin(), diff.mended.end(), file_row);
}

bool ImportedList::needs_a_person() const {
  if (!diff.perhaps.empty() || !diff.alike.empty()) return true;
  for (std::size_t i = 0; i < file.rows.size(); ++i) {
    const FileRow& row = file.rows[i];
    if ((!row.flaws.empty() || !row.is_person()) && !is_mended(i)) return true;
  }
  return false;
}

Result<exchange::ListFile> read_list_file(const ListFileRequest& request,
                                          const std::optional<Date>& on, int threads) {
  PARLEY_ASSIGN(table::SheetFile sheets, table::read_sheets(request.name, bytes_of(request.bytes),
                                                            {}, request.mapping.csv()));
  auto file = exchange::read_list(std::move(sheets), request.mapping, request.kind, on, threads);
  if (!file) return within(std::move(file).error(), request.name);
  return file;
}

Result<ImportedList> import_list(Session& session, const ListImportRequest& request) {
  PARLEY_ASSIGN(const ListView here, ListView::open(session));
  PARLEY_ASSIGN(const Target target, target_of(session, here.dossier, here.lists, request));
  ImportedList out;
  out.key = target.key;
  out.kind = request.file.kind;
  out.by = request.by;
  out.name = without_folders(request.file.name);
  out.date_assumed = !request.date;
  out.date = request.date.value_or(day_of_seconds(session.setting().clock.now()));
  out.consent = target.consent;
  if (target.holder) out.holder = here.handle_of(*target.holder);
  out.problems = here.lists.problems;
  const int threads = list_threads(session);
  PARLEY_ASSIGN(out.file, read_list_file(request.file, out.date, threads));
  if (out.kind == exchange::ListKind::kSought) {
    exchange::HolderCells(here.dossier, target.by).add_flaws(out.file);
  }
  out.diff = exchange::diff_list(here.lists, target.list, out.file, {target.consent, target.holder},
                                 threads);
  if (!request.replace) PARLEY_TRY(refuse_another_list(out));
  name_earlier(here.lists, out);
  std::vector<EntryId> corrected;
  for (const EarlierRow& row : out.changed) corrected.push_back(row.id);
  if (!corrected.empty()) {
    PARLEY_TRY(
        session.authorize(policy::Action::kCorrect, target.audience.id, std::string(kCommand)));
  }
  PARLEY_TRY(refuse_others_rows(session, here, corrected, target.audience.id, kCommand));
  if (out.diff.is_empty()) {
    session.record().end();
    return out;
  }
  PARLEY_TRY(write(session, target, here.lists, out));
  return out;
}

}  // namespace parley::desk
