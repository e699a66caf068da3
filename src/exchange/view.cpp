#include "exchange/view.hpp"

#include <map>

#include "text/normal.hpp"

namespace parley::exchange {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string lowered(std::string_view text) {
  const auto normal = text::nfc(trimmed(text));
  std::string out = normal ? *normal : std::string(trimmed(text));
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::map<std::string, record::EntryId> party_names(const dossier::Dossier& dossier) {
  std::map<std::string, record::EntryId> out;
  for (const auto& party : dossier.parties) {
    if (party.withdrawn()) continue;
    out.emplace(lowered(party.value().key), party.id);
    for (const auto& [tag, name] : party.value().names) out.emplace(lowered(name), party.id);
  }
  return out;
}

std::optional<record::EntryId> named(const std::map<std::string, record::EntryId>& names,
                                     std::string_view text) {
  const auto found = names.find(lowered(text));
  if (found == names.end()) return {};
  return found->second;
}

}  // namespace

std::optional<record::EntryId> View::party_called(std::string_view text) const {
  return named(party_names(dossier), text);
}

std::string View::handle_of(const record::EntryId& party) const {
  const auto* kept = dossier.party(party);
  return kept == nullptr ? party.hex().substr(0, 8) : kept->value().key;
}

std::string View::name_of(const record::EntryId& party, std::string_view language) const {
  const auto* kept = dossier.party(party);
  return kept == nullptr ? party.hex().substr(0, 8)
                         : std::string(dossier::name_in(kept->value().names, language));
}

Result<Person> View::person(const Row& row) const {
  const ListVersion& version = lists.lists[row.list].versions[row.version].value;
  return read_person(version.reading, row.cells, version.date);
}

bool View::may_forward(const Row& row) const {
  const bool of_list = lists.lists[row.list].versions[row.version].value.consent;
  if (lists.text(row, Field::kConsent).empty()) return of_list;
  const auto read = person(row);
  if (!read || read->consent == Consent::kUnsaid) return of_list;
  return read->consent == Consent::kForward;
}

std::vector<std::string> View::problems() const {
  std::vector<std::string> out = lists.problems;
  out.insert(out.end(), claims.problems.begin(), claims.problems.end());
  out.insert(out.end(), identities.problems().begin(), identities.problems().end());
  return out;
}

Result<View> fold(const record::View& view) {
  View out;
  PARLEY_ASSIGN(out.dossier, dossier::fold(view));
  out.lists = fold_lists(view);
  out.identities = Identities::fold(view);
  const auto names = party_names(out.dossier);
  const auto holder_of = [&](const Row& row) -> std::optional<record::EntryId> {
    const std::string_view alleged = out.lists.text(row, Field::kAllegedHolder);
    if (const auto party = named(names, alleged)) return party;
    return out.lists.lists[row.list].versions[row.version].value.holder;
  };
  out.claims = fold_claims(view, out.lists, holder_of);
  return out;
}

}  // namespace parley::exchange
