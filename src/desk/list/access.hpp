// The lists that a key may read, and what of them it may change.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "desk/list/import.hpp"
#include "desk/session.hpp"
#include "exchange/lists.hpp"

namespace parley::desk {

// What a use case of lists works on; the session must outlive it.
struct ListView {
  const record::View* view = nullptr;  // the session's
  dossier::Dossier dossier;
  exchange::Lists lists;

  static Result<ListView> open(const Session& session);

  std::string handle_of(const record::EntryId& party) const;
};

// By its handle. Error (kNotFound), with the option.
Result<record::EntryId> party_named(const dossier::Dossier& dossier, const std::string& handle,
                                    std::string_view option);

// By its key. Error (kNotFound).
Result<const exchange::List*> list_named(const exchange::Lists& lists, const std::string& key);

EarlierRow earlier_row(const exchange::Lists& lists, const exchange::Row& row);

// One corrects one's own rows; the desk anybody's. Error (kRefused), recorded.
Result<void> refuse_others_rows(Session& session, const ListView& here,
                                const std::vector<record::EntryId>& rows,
                                const record::AudienceId& audience, std::string_view command);

int list_threads(const Session& session);

}  // namespace parley::desk
