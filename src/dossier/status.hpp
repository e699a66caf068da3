// Where things stand on a day: what each measure waits for and on whose word, what each party last
// said, on which points statements contradict.
//
// Promises: only statements known by that day count (known_on), withdrawn ones never; with a later
// day, the same statements and perhaps more. Contradictions stand side by side and are not
// resolved. Corrections apply whenever they were made: to see what the desk held then, fold an
// older checkpoint. Does not: say what is true, or whether a measure has succeeded.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "dossier/view.hpp"

namespace parley::dossier {

constexpr std::int64_t kStatusVersion = 1;  // of this engine, for results that name it

// Whose word a statement is: its speakers', or where it has none its source's.
struct Word {
  std::vector<Speaker> speakers;
  std::optional<record::EntryId> source;
  bool withheld = false;  // who speaks may not be read here: not the source's word for want of one
};

// A statement that says an awaited thing has happened.
struct Meeting {
  record::EntryId statement;
  Word word;
  std::optional<Date> on;  // said, else reported
};

struct Waiting {
  record::EntryId statement;  // that says so
  std::string what;
  std::optional<record::EntryId> from;  // a party
  Word word;
  std::optional<Date> since;  // said, else reported
  bool since_inferred = false;
  std::vector<Meeting> met;  // empty: still awaited
};

struct MeasureStatus {
  record::EntryId measure;
  int depth = 0;                            // in the tree of measures
  std::vector<Waiting> waits;               // in the order of the timeline; its own, not its parts'
  std::vector<record::EntryId> statements;  // about it, in the order of the timeline
};

struct PartyStatus {
  record::EntryId party;
  int depth = 0;                        // in the tree of parties
  std::vector<record::EntryId> latest;  // statements of its speakers, the latest first
  std::vector<Waiting> owes;            // what is still awaited from it
};

// Who holds a position: a speaker, or where a statement has none its source, or where neither can
// be read the statement alone. Exactly one is present.
struct Holder {
  std::optional<Speaker> speaker;
  std::optional<record::EntryId> source;
  std::optional<record::EntryId> statement;

  auto operator<=>(const Holder&) const = default;
};

struct Stand {
  Holder holder;
  std::string stance;
  record::EntryId statement;  // the latest by this holder on the point
};

struct Shift {
  Holder holder;
  record::EntryId before;
  record::EntryId after;
  // False where the dates do not tell which came first (a month and a day within it, two of the
  // same day): then the order of the record is shown.
  bool order_known = true;
};

struct Point {
  std::string point;
  std::vector<Stand> stands;  // one a holder, in the order of the timeline
  bool contradicted = false;  // two stands differ
  std::vector<Shift> shifts;  // changes of position, in the order of the timeline
};

struct Status {
  Date as_of;
  std::vector<record::EntryId> considered;  // statements, in the order of the timeline
  std::uint64_t later = 0;                  // statements known only after as_of
  std::vector<MeasureStatus> measures;      // every measure, in the order of the tree
  std::vector<PartyStatus> parties;         // every party, in the order of the tree
  std::vector<Point> points;                // by first mention
};

struct StatusOptions {
  std::size_t latest_per_party = 3;
};

// Precondition: `as_of` is of day precision.
Status status(const Dossier& dossier, const Date& as_of, const StatusOptions& options = {});

}  // namespace parley::dossier
