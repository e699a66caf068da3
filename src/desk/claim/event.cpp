#include "desk/claim/event.hpp"

#include "desk/claim/claim_entry.hpp"

namespace parley::desk {
namespace {

bool of_interview(exchange::EventKind kind) {
  return kind == exchange::EventKind::kTravels || kind == exchange::EventKind::kDoesNotTravel ||
         kind == exchange::EventKind::kOtherDestination;
}

Result<void> check(const EventRequest& request) {
  if (of_interview(request.kind) && !(request.note.empty() && request.source.empty())) {
    return fail(Fault::kUsage,
                "the outcome of an interview is entered without note and source: a reason could "
                "harm the family");
  }
  if ((request.kind == exchange::EventKind::kTransferred) != request.to.has_value()) {
    return fail(Fault::kUsage, "--to is for a transfer, and a transfer needs it");
  }
  return {};
}

}  // namespace

Result<EnteredEvent> enter_event(Session& session, const EventRequest& request) {
  PARLEY_ASSIGN(const policy::Audience audience,
                own_audience(session, policy::Action::kList, "claim event"));
  PARLEY_TRY(check(request));
  PARLEY_ASSIGN(const exchange::View view, open_whole_exchange(session));
  exchange::Event event;
  PARLEY_ASSIGN(event.by, party_of(view, request.by, "--by"));
  if (session.self().role == policy::Role::kFocalPoint &&
      view.handle_of(event.by) != session.self().party) {
    PARLEY_TRY(session.refuse(policy::Action::kList, audience.id, "claim event",
                              "a focal point says what its own party says"));
  }
  PARLEY_ASSIGN(const exchange::Row* row, find_row(session, view, request.person));
  event.person = row->id;
  event.kind = request.kind;
  event.date = request.date;
  if (request.to) {
    PARLEY_ASSIGN(event.other, party_of(view, *request.to, "--to"));
  }
  const Date today = day_of_seconds(session.setting().clock.now());
  if (event.date && today.last_day() < event.date->first_day()) {
    return fail(Fault::kUsage, "--date: that day is still to come; what befell a person is past");
  }
  event.source = request.source;
  event.note = request.note;
  const exchange::Claim* claim = view.claims.claim(row->id);
  EnteredEvent out;
  out.by_stranger =
      view.lists.lists[row->list].by != event.by && (claim == nullptr || claim->holder != event.by);
  PARLEY_ASSIGN(out.written, write_entry(session, audience, to_payload(event)));
  return out;
}

}  // namespace parley::desk
