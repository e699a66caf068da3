#include "desk/claim/claim_entry.hpp"

#include <charconv>

namespace parley::desk {

Result<policy::Audience> desk_audience(Session& session, policy::Action action,
                                       const std::string& what) {
  PARLEY_ASSIGN(policy::Audience desk, session.audience(std::string(policy::kDeskName)));
  PARLEY_TRY(session.authorize(action, desk.id, what));
  return desk;
}

Result<policy::Audience> own_audience(Session& session, policy::Action action,
                                      const std::string& what) {
  const bool of_party = session.self().role == policy::Role::kFocalPoint;
  PARLEY_ASSIGN(policy::Audience audience,
                session.audience(of_party ? session.self().party : std::string(policy::kDeskName)));
  PARLEY_TRY(session.authorize(action, audience.id, what));
  return audience;
}

Result<const exchange::Claim*> find_claim(Session& session, const exchange::View& whole,
                                          const std::string& wanted) {
  PARLEY_ASSIGN(const exchange::Row* row, find_row(session, whole, wanted));
  const exchange::Claim* claim = whole.claims.claim(row->id);
  if (claim == nullptr) {
    return fail(Fault::kUsage, "that person stands on a list of those held, and is no claim");
  }
  return claim;
}

Result<const exchange::Row*> row_called(Session& session, const exchange::View& view,
                                        const std::string& wanted) {
  const std::size_t colon = wanted.rfind(':');
  if (colon == std::string::npos) return find_row(session, view, wanted);
  const exchange::List* list = view.lists.find(wanted.substr(0, colon));
  if (list == nullptr) return fail(Fault::kNotFound, "there is no such list: " + wanted);
  std::int64_t number = 0;
  const char* end = wanted.data() + wanted.size();
  const auto [read, code] = std::from_chars(wanted.data() + colon + 1, end, number);
  if (code != std::errc{} || read != end) {
    return fail(Fault::kUsage, "a row is named LIST:ROW, by its number in the file");
  }
  const exchange::Row* found = nullptr;
  for (const std::size_t at : list->rows) {
    const exchange::Row& row = view.lists.rows[at];
    if (row.row != number || row.dropped) continue;
    if (found != nullptr) {
      return fail(Fault::kUsage,
                  "rows of two versions have that number; give 6 digits or more of "
                  "the id (list show --rows)");
    }
    found = &row;
  }
  if (found == nullptr) return fail(Fault::kNotFound, "nobody stands there: " + wanted);
  return found;
}

Result<Written> write_entry(Session& session, const policy::Audience& audience,
                            record::Payload payload) {
  record::ActBuilder act = session.act();
  PARLEY_TRY(session.add_new_audiences(act));
  PARLEY_ASSIGN(const record::EntryId id,
                act.add({audience.id, session.stamped(std::move(payload)), {}}));
  PARLEY_ASSIGN(const record::Appended appended, session.write(act));
  return Written{{id}, appended.size};
}

}  // namespace parley::desk
