#include "desk/list/show.hpp"

#include <algorithm>

#include "base/run/in_order.hpp"
#include "exchange/holder_cells.hpp"

namespace parley::desk {
namespace {

constexpr std::size_t kPiece = 1'000;

std::string file_of(const exchange::Lists& lists, std::size_t list, std::size_t version) {
  return lists.lists[list].versions[version].value.file;
}

ListSummary summary_of(const ListView& here, const exchange::List& list) {
  ListSummary out{list.key, list.kind, here.handle_of(list.by), {}, 0, 0, 0};
  for (const auto& version : list.versions) {
    const exchange::ListVersion& value = version.value;
    out.versions.push_back({version.id, version.time, value.date, value.file, value.format,
                            value.rows, value.dropped.size(), value.consent,
                            value.holder ? here.handle_of(*value.holder) : std::string()});
  }
  for (const std::size_t at : list.rows) {
    ++(here.lists.rows[at].dropped ? out.dropped : out.people);
  }
  const auto at = static_cast<std::size_t>(&list - here.lists.lists.data());
  out.unread = static_cast<std::size_t>(
      std::count_if(here.lists.unread.begin(), here.lists.unread.end(),
                    [at](const auto& row) { return row.list == at && !row.dropped; }));
  return out;
}

ShownPerson shown(const exchange::Lists& lists, const exchange::Row& row,
                  const exchange::HolderCells& holders) {
  const exchange::ListVersion& version = lists.lists[row.list].versions[row.version].value;
  ShownPerson out;
  out.id = row.id;
  out.row = row.row;
  out.file = version.file;
  auto person = exchange::read_person(version.reading, row.cells, version.date);
  if (!person) {
    out.flaws.push_back({0, "", person.error().message});
    return out;
  }
  out.name = person->shown_name();
  out.reference = person->text(exchange::Field::kReference);
  out.birth = birth_of(*person);
  if (person->sex != exchange::Sex::kUnknown) {
    out.sex = person->sex == exchange::Sex::kMale ? "male" : "female";
  }
  out.insufficient = person->insufficient;
  if (lists.lists[row.list].kind == exchange::ListKind::kSought) {
    holders.add_flaws(version.reading, row.cells, person->flaws);
  }
  for (const exchange::CellFlaw& flaw : person->flaws) {
    out.flaws.push_back(
        {flaw.column + 1, version.reading.columns[flaw.column].header, flaw.reason});
  }
  return out;
}

}  // namespace

std::string birth_of(const exchange::Person& person) {
  if (person.born) return person.born->date.iso();
  const std::string_view age = person.text(exchange::Field::kAge);
  return age.empty() ? std::string() : "age " + std::string(age);
}

Result<ListsAnswer> list_lists(const Session& session) {
  PARLEY_ASSIGN(const ListView here, ListView::open(session));
  ListsAnswer out;
  for (const exchange::List& list : here.lists.lists) out.lists.push_back(summary_of(here, list));
  out.problems = here.lists.problems;
  out.withheld = here.view->withheld;
  return out;
}

Result<ShownList> show_list(const Session& session, const std::string& key) {
  PARLEY_ASSIGN(const ListView here, ListView::open(session));
  PARLEY_ASSIGN(const exchange::List* list, list_named(here.lists, key));
  ShownList out;
  out.summary = summary_of(here, *list);
  out.columns = list->versions.back().value.reading.columns;
  std::vector<std::size_t> standing;
  for (const std::size_t at : list->rows) {
    if (!here.lists.rows[at].dropped) standing.push_back(at);
  }
  InOrder<std::vector<ShownPerson>> pieces(list_threads(session), [&out](auto&& some) {
    std::move(some.begin(), some.end(), std::back_inserter(out.people));
  });
  const exchange::HolderCells holders(here.dossier, list->by);
  for (std::size_t begin = 0; begin < standing.size(); begin += kPiece) {
    pieces.add([&here, &standing, &holders, begin] {
      std::vector<ShownPerson> some;
      for (std::size_t i = begin; i < std::min(standing.size(), begin + kPiece); ++i) {
        some.push_back(shown(here.lists, here.lists.rows[standing[i]], holders));
      }
      return some;
    });
  }
  pieces.finish();
  const auto at = static_cast<std::size_t>(list - here.lists.lists.data());
  for (const exchange::UnreadRow& row : here.lists.unread) {
    if (row.list != at || row.dropped) continue;
    out.unread.push_back(
        {row.id, row.value.row, file_of(here.lists, row.list, row.version), row.value.reason});
  }
  out.problems = here.lists.problems;
  return out;
}

}  // namespace parley::desk
