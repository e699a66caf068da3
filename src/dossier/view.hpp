// The dossier as one audience can read it: entries folded into objects, corrections applied,
// history kept.
//
// Promises: a pure function of the view; objects in the order of their first entries; what cannot
// be used (a reference to an entry that is withheld, a circle of parents, a key used twice, a kind
// of a newer program) is listed as a problem and never hides the rest. Does not: resolve
// contradictions, or judge who may correct what.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dossier/correction.hpp"
#include "dossier/grade.hpp"
#include "dossier/measure.hpp"
#include "dossier/party.hpp"
#include "dossier/place.hpp"
#include "dossier/source.hpp"
#include "dossier/statement.hpp"
#include "record/view.hpp"

namespace parley::dossier {

// What one entry said of an object.
template <class T>
struct Version {
  record::EntryId entry;
  std::uint64_t index = 0;  // in the record
  record::KeyId author;
  std::optional<std::int64_t> time;  // the author's clock, seconds since 1970 UTC
  std::string reason;                // of a correction
  bool withdrawn = false;            // `value` is then what was withdrawn
  T value;
  std::vector<std::int64_t> withheld;  // body fields this audience may not read
};

template <class T>
struct Kept {
  record::EntryId id;                // of the first entry: what others refer to
  std::vector<Version<T>> versions;  // as recorded; at least one

  const T& value() const { return versions.back().value; }
  bool withdrawn() const { return versions.back().withdrawn; }
  std::uint64_t index() const { return versions.front().index; }
};

enum class ProblemKind : std::uint8_t {
  kUnreadable,  // a kind of ours that does not decode
  kNewer,       // a kind of ours in a version of a newer program
  kDangling,    // refers to an entry that is not in this view: withheld, erased, or never there
  kWrongKind,   // refers to an entry of another kind
  kCircle,      // its parents lead back to itself; the parent is ignored
  kKeyTwice,    // its key belongs to an earlier entry of the kind
  kRefs,        // the payload's refs are not those its body names
};

std::string_view name(ProblemKind kind);

struct Problem {
  ProblemKind kind;
  record::EntryId entry;
  std::uint64_t index = 0;
  std::string text;  // for people; field names, never their contents

  bool operator==(const Problem&) const = default;
};

struct Dossier {
  record::DossierId id;
  std::uint64_t size = 0;  // of the record at the checkpoint
  Digest root{};

  std::vector<Kept<Party>> parties;
  std::vector<Kept<Place>> places;
  std::vector<Kept<Source>> sources;
  std::vector<Kept<Measure>> measures;
  std::vector<Kept<Statement>> statements;
  std::vector<Kept<Grade>> grades;

  std::vector<Problem> problems;  // by index, then kind
  std::uint64_t others = 0;       // entries of kinds that are not this folder's
  std::uint64_t newer = 0;        // entries of this folder's kinds in newer versions

  // Where an object is: its kind and its place in the vector of that kind.
  struct Slot {
    Kind kind;
    std::size_t at;
  };
  std::map<record::EntryId, Slot> by_id;
  std::map<std::pair<Kind, std::string>, record::EntryId> by_key;  // as last corrected
  // Parents of parties, places and measures, circles cut and dangling ones left out.
  std::map<record::EntryId, record::EntryId> parents;

  // The object, or nullptr if the id names none of that kind in this view.
  const Kept<Party>* party(const record::EntryId& entry) const;
  const Kept<Place>* place(const record::EntryId& entry) const;
  const Kept<Source>* source(const record::EntryId& entry) const;
  const Kept<Measure>* measure(const record::EntryId& entry) const;
  const Kept<Statement>* statement(const record::EntryId& entry) const;
  const Kept<Grade>* grade(const record::EntryId& entry) const;

  std::optional<record::EntryId> find(Kind kind, std::string_view key) const;
  // True if `entry` is `ancestor` or below it.
  bool is_within(const record::EntryId& entry, const record::EntryId& ancestor) const;
};

// Error (kBroken): the view's entries are not in the order of the record.
Result<Dossier> fold(const record::View& view);

// A tree in reading order: each parent before its children, siblings in the order of the record.
struct Branch {
  record::EntryId id;
  int depth = 0;
};
std::vector<Branch> party_tree(const Dossier& dossier);
std::vector<Branch> place_tree(const Dossier& dossier);
std::vector<Branch> measure_tree(const Dossier& dossier);

}  // namespace parley::dossier
