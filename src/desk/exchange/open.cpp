#include "desk/exchange/open.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "exchange/planned.hpp"

namespace parley::desk {
namespace {

constexpr std::string_view kNumberPurpose = "parley/number/1";
constexpr std::size_t kFewestDigits = 6;
constexpr std::size_t kMostDigits = 64;

bool is_prefix_of_id(std::string_view text) {
  return text.size() >= kFewestDigits && text.size() <= kMostDigits &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// Whether this key may name people by that party's numbers, and by the ids of that party's rows: a
// party's key by its own, any other by all.
bool may_name_by(const Session& session, const exchange::View& whole,
                 const record::EntryId& party) {
  const policy::AdmittedKey& self = session.self();
  return self.party.empty() || self.role == policy::Role::kDesk ||
         whole.handle_of(party) == self.party;
}

// Whether this key may read every plan, and so knows the numbers that the papers of a plan print.
bool reads_plans(const Session& session) {
  return session.self().party.empty() || session.self().role == policy::Role::kDesk;
}

// Every row that the text may mean: by its id, by its number for one of the parties, or by its
// number in the papers of a plan.
std::vector<const exchange::Row*> rows_called(Session& session, const exchange::View& whole,
                                              const std::string& wanted) {
  std::vector<const exchange::Row*> found;
  if (is_prefix_of_id(wanted)) {
    for (const exchange::Row& row : whole.lists.rows) {
      if (row.id.hex().starts_with(wanted) &&
          may_name_by(session, whole, whole.lists.lists[row.list].by)) {
        found.push_back(&row);
      }
    }
  }
  const auto number = exchange::read_number(wanted);
  if (!number) return found;
  const auto look = [&](const record::EntryId& recipient) {
    const auto person = numbers_for(session, whole, recipient).person(*number);
    const exchange::Row* row = person ? whole.lists.row(*person) : nullptr;
    if (row != nullptr && std::find(found.begin(), found.end(), row) == found.end()) {
      found.push_back(row);
    }
  };
  for (const auto& party : whole.dossier.parties) {
    if (may_name_by(session, whole, party.id)) look(party.id);
  }
  if (!found.empty() || !reads_plans(session)) return found;
  for (const auto& plan : exchange::fold_plans(session.own()).plans) look(plan.id);
  return found;
}

}  // namespace

Result<exchange::View> open_exchange(const Session& session) {
  return exchange::fold(session.own());
}

Result<exchange::View> open_whole_exchange(const Session& session) {
  return exchange::fold(session.all());
}

exchange::Numbers numbers_for(Session& session, const exchange::View& whole,
                              const record::EntryId& party) {
  std::vector<record::EntryId> people;
  people.reserve(whole.lists.rows.size());
  for (const exchange::Row& row : whole.lists.rows) people.push_back(row.id);
  return {record::derive(session.record().dossier_key(), kNumberPurpose), party, people};
}

Result<record::EntryId> party_of(const exchange::View& view, const std::string& wanted,
                                 const std::string& option) {
  const auto party = view.party_called(wanted);
  if (!party)
    return fail(Fault::kNotFound, fmt::format("{}: there is no party '{}'", option, wanted));
  return *party;
}

Result<const exchange::Row*> find_row(Session& session, const exchange::View& whole,
                                      const std::string& wanted) {
  const auto found = rows_called(session, whole, wanted);
  if (found.size() == 1) return found[0];
  if (found.size() > 1) {
    return fail(Fault::kUsage, "more than one person is called so; give more digits of the id");
  }
  return fail(
      Fault::kNotFound,
      "nobody on the lists is called so: give a number as a sheet or paper has it, or 6 to 64 "
      "digits of the id");
}

}  // namespace parley::desk
