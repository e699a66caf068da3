#include "dossier/timeline.hpp"

#include <algorithm>
#include <tuple>

namespace parley::dossier {
namespace {

bool is_known(const Kept<Statement>& kept, const std::optional<Date>& as_of) {
  if (kept.withdrawn()) return false;
  if (!as_of) return true;
  const std::optional<Date> known = known_on(kept.value());
  return known && *known <= *as_of;
}

// Undated ones last.
auto order(const Event& event) {
  return std::tuple(!event.date.has_value(), event.date, !event.reported.has_value(),
                    event.reported, event.index, event.kind);
}

Event said(const Kept<Statement>& kept) {
  const Statement& statement = kept.value();
  Event event;
  event.date = statement.said ? statement.said : statement.reported;
  event.date_is_report = !statement.said && statement.reported;
  event.inferred = statement.said_inferred;
  event.reported = statement.reported;
  event.statement = kept.id;
  event.index = kept.index();
  return event;
}

void sort(std::vector<Event>& events) {
  std::sort(events.begin(), events.end(),
            [](const Event& a, const Event& b) { return order(a) < order(b); });
}

}  // namespace

std::vector<Event> timeline(const Dossier& dossier, const std::optional<Date>& as_of) {
  std::vector<Event> events;
  for (const Kept<Statement>& kept : dossier.statements) {
    if (!is_known(kept, as_of)) continue;
    events.push_back(said(kept));
    if (!kept.value().about) continue;
    Event announced = events.back();
    announced.kind = EventKind::kAnnounced;
    announced.date = kept.value().about;
    announced.date_is_report = false;
    announced.inferred = kept.value().about_inferred;
    events.push_back(announced);
  }
  sort(events);
  return events;
}

std::vector<const Kept<Statement>*> in_order(const Dossier& dossier,
                                             const std::optional<Date>& as_of) {
  std::vector<Event> events;
  for (const Kept<Statement>& kept : dossier.statements) {
    if (is_known(kept, as_of)) events.push_back(said(kept));
  }
  sort(events);
  std::vector<const Kept<Statement>*> out;
  for (const Event& event : events) out.push_back(dossier.statement(event.statement));
  return out;
}

}  // namespace parley::dossier
