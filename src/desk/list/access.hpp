// The lists that a key may read, and what of them it may change.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "desk/list/import.hpp"
#include "desk/session.hpp"
#include "exchange/lists.hpp"

namespace parley::desk {

// What a use case of lists works on. The desk reads the session's own view, without a copy.
struct ListView {
  record::View own;                    // of a key that may not read everything
  const record::View* view = nullptr;  // `own`, or the session's
  dossier::Dossier dossier;
  exchange::Lists lists;

  static Result<ListView> open(const Session& session);
  ListView() = default;
  ListView(ListView&& other) noexcept;
  ListView& operator=(ListView&&) = delete;
  ListView(const ListView&) = delete;
  ListView& operator=(const ListView&) = delete;
  ~ListView() = default;

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
