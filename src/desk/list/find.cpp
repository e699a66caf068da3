#include "desk/list/find.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/run/in_order.hpp"
#include "desk/name/names.hpp"
#include "text/folding.hpp"
#include "text/name_index.hpp"

namespace parley::desk {
namespace {

using exchange::Field;

constexpr std::size_t kPiece = 1'000;
// A row may have several names that are like: so many more are asked for.
constexpr std::size_t kNamesOfOne = 4;
constexpr std::uint32_t kLeastPpm = 100'000;  // less like ones only distract

struct Named {
  std::size_t row = 0;  // in Lists::rows
  Field field = Field::kName;
  std::string text;
};

struct Piece {
  std::vector<Named> names;
  std::size_t people = 0;
};

Piece names_of(const exchange::Lists& lists, const std::vector<std::size_t>& rows,
               std::size_t begin, std::size_t end) {
  constexpr std::array kBesides = {Field::kNameOther, Field::kAlias, Field::kNameAtArrest};
  Piece out;
  for (std::size_t i = begin; i < end; ++i) {
    const exchange::Row& row = lists.rows[rows[i]];
    const exchange::ListVersion& version = lists.lists[row.list].versions[row.version].value;
    const auto person = exchange::read_person(version.reading, row.cells, version.date);
    if (!person) continue;
    ++out.people;
    const auto add = [&](Field field, std::string text) {
      if (text.size() > kLongestName || text::script_of(text) == text::Script::kNone) return;
      out.names.push_back({rows[i], field, std::move(text)});
    };
    add(Field::kName, person->shown_name());
    for (const auto& [field, text] : person->texts) {
      if (std::find(kBesides.begin(), kBesides.end(), field) != kBesides.end()) add(field, text);
    }
  }
  return out;
}

FoundPerson found_person(const exchange::Lists& lists, const Named& named, int worth) {
  const exchange::Row& row = lists.rows[named.row];
  const exchange::List& list = lists.lists[row.list];
  const exchange::ListVersion& version = list.versions[row.version].value;
  FoundPerson out;
  out.list = list.key;
  out.kind = list.kind;
  out.row = row.row;
  out.file = version.file;
  out.reference = lists.text(row, Field::kReference);
  if (const auto person = exchange::read_person(version.reading, row.cells, version.date)) {
    out.birth = birth_of(*person);
  }
  out.id = row.id;
  out.name = named.text;
  out.field = named.field;
  out.probability_ppm = text::probability_ppm(worth);
  return out;
}

}  // namespace

Result<PeopleFound> find_people(const Session& session, const FindPeopleRequest& request) {
  PARLEY_ASSIGN(const NameParsed asked, parse_one_name(request.name));
  PARLEY_ASSIGN(const ListView here, ListView::open(session));
  std::optional<record::EntryId> party;
  if (request.party) {
    PARLEY_ASSIGN(party, party_named(here.dossier, *request.party, "--for"));
  }
  std::vector<std::size_t> rows;
  for (const exchange::List& list : here.lists.lists) {
    if (party && list.by != *party) continue;
    for (const std::size_t at : list.rows) {
      if (!here.lists.rows[at].dropped) rows.push_back(at);
    }
  }
  PeopleFound out;
  out.name = request.name;
  std::vector<Named> names;
  InOrder<Piece> pieces(list_threads(session), [&](Piece&& piece) {
    out.people += piece.people;
    std::move(piece.names.begin(), piece.names.end(), std::back_inserter(names));
  });
  for (std::size_t begin = 0; begin < rows.size(); begin += kPiece) {
    const std::size_t end = std::min(rows.size(), begin + kPiece);
    pieces.add([&here, &rows, begin, end] { return names_of(here.lists, rows, begin, end); });
  }
  pieces.finish();
  std::vector<std::string_view> texts;
  for (const Named& one : names) texts.push_back(one.text);
  const text::NameIndex index(texts, text::scripts_of(asked.name));
  std::set<std::size_t> told;
  for (const auto& found : index.find(request.name, request.most * kNamesOfOne)) {
    const Named& named = names[found.name];
    if (text::probability_ppm(found.worth) < kLeastPpm) continue;
    if (out.found.size() == request.most || !told.insert(named.row).second) continue;
    out.found.push_back(found_person(here.lists, named, found.worth));
  }
  return out;
}

}  // namespace parley::desk
