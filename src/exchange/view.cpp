#include "exchange/view.hpp"

#include "exchange/holder_cells.hpp"
#include "exchange/vocabulary_words.hpp"

namespace parley::exchange {
namespace {

std::optional<record::EntryId> named(const std::map<std::string, record::EntryId>& names,
                                     std::string_view text) {
  const auto found = names.find(plain_words(text));
  if (found == names.end()) return {};
  return found->second;
}

}  // namespace

std::optional<record::EntryId> View::party_called(std::string_view text) const {
  return named(party_names, text);
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
  out.party_names = names_of_parties(out.dossier);
  const auto holder_of = [&](const Row& row) -> std::optional<record::EntryId> {
    // A holder that is named and not known is nobody's to guess: the name must not go to another.
    const std::string_view alleged = out.lists.text(row, Field::kAllegedHolder);
    if (!says_nothing(alleged)) return named(out.party_names, alleged);
    return out.lists.lists[row.list].versions[row.version].value.holder;
  };
  out.claims = fold_claims(view, out.lists, holder_of);
  return out;
}

}  // namespace parley::exchange
