#include "desk/list/access.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace parley::desk {

Result<ListView> ListView::open(const Session& session) {
  ListView out;
  out.view = session.self().role == policy::Role::kDesk ? &session.all() : &session.own();
  PARLEY_ASSIGN(out.dossier, dossier::fold(*out.view));
  out.lists = exchange::fold_lists(*out.view);
  return out;
}

std::string ListView::handle_of(const record::EntryId& party) const {
  const auto* kept = dossier.party(party);
  return kept == nullptr ? "entry:" + party.hex() : kept->value().key;
}

Result<record::EntryId> party_named(const dossier::Dossier& dossier, const std::string& handle,
                                    std::string_view option) {
  const auto party = dossier.find(dossier::Kind::kParty, handle);
  if (!party || dossier.party(*party)->withdrawn()) {
    return fail(Fault::kNotFound, fmt::format("{}: there is no party '{}'", option, handle));
  }
  return *party;
}

Result<const exchange::List*> list_named(const exchange::Lists& lists, const std::string& key) {
  const exchange::List* list = lists.find(key);
  if (list == nullptr) {
    return fail(Fault::kNotFound, fmt::format("there is no list '{}' that you may read", key));
  }
  return list;
}

EarlierRow earlier_row(const exchange::Lists& lists, const exchange::Row& row) {
  return {row.id, row.row, lists.lists[row.list].versions[row.version].value.file};
}

Result<void> refuse_others_rows(Session& session, const ListView& here,
                                const std::vector<record::EntryId>& rows,
                                const record::AudienceId& audience, std::string_view command) {
  if (session.self().role == policy::Role::kDesk || rows.empty()) return {};
  std::vector<record::EntryId> sorted = rows;
  std::sort(sorted.begin(), sorted.end());
  for (const record::Opened& entry : here.view->entries) {
    if (entry.author == session.self().id ||
        !std::binary_search(sorted.begin(), sorted.end(), entry.id) ||
        session.registry().may_correct_anothers(session.self(), entry.payload.kind,
                                                entry.audience)) {
      continue;
    }
    return session.refuse(policy::Action::kCorrect, audience, std::string(command),
                          "rows that change were entered with another key, and not for this party "
                          "alone: the desk enters this version");
  }
  return {};
}

int list_threads(const Session& session) { return session.setting().threads; }

}  // namespace parley::desk
