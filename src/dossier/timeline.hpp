// What was said and announced, in order.
//
// Promises: a total order: the event's date (the coarser first where one lies within the other),
// then the day it was reported, then the position in the record. Withdrawn statements are left out.
// Does not: merge statements that speak of one event.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/date.hpp"
#include "dossier/view.hpp"

namespace parley::dossier {

constexpr std::int64_t kTimelineVersion = 1;

enum class EventKind : std::uint8_t {
  kSaid,       // the statement was made
  kAnnounced,  // the day a statement speaks of (its `about`)
};

struct Event {
  EventKind kind = EventKind::kSaid;
  std::optional<Date> date;     // kSaid: said, else reported; absent where both are withheld
  bool date_is_report = false;  // the date is that of the report: when it was said is not known
  bool inferred = false;        // the desk's inference
  std::optional<Date> reported;
  record::EntryId statement;
  std::uint64_t index = 0;  // of the statement in the record
};

// `as_of`: only statements known by that day (known_on); what they announce for later is kept.
std::vector<Event> timeline(const Dossier& dossier, const std::optional<Date>& as_of = {});

// The statements alone, once each, in the order of their kSaid events.
std::vector<const Kept<Statement>*> in_order(const Dossier& dossier,
                                             const std::optional<Date>& as_of = {});

}  // namespace parley::dossier
