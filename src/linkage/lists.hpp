// One list or two, and how often a person may stand in them: what is linked then.
//
// Promises: whatever the mode, pairs and groups of rows by Record::index, which counts from 0 in
// each list. Two rows are linked if their probability is at least one half. Deterministic.
// - kDedupe: one list; groups by average linkage (cluster.hpp).
// - kOneToOne: a person stands at most once in each; of the pairs linked, the groups have those of
//   the best assignment.
// - kWithin: both lists as one: pairs of the first with the second, and within each.
// - kManyToMany: as kWithin, of which only what goes between the lists is told and kept.
// - kOneToMany: as kManyToMany; of each row of the second list only its best partner is kept.
// Where no mode is asked for, two lists are linked one to one; if then over one in twenty of the
// rows that have a sure partner have two, the lists hold people more than once, and they are linked
// again, many to many.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "linkage/link.hpp"
#include "linkage/measure.hpp"

namespace parley::linkage {

enum class Mode : std::uint8_t { kDedupe, kOneToOne, kOneToMany, kManyToMany, kWithin };
std::string_view name(Mode mode);  // "dedupe", "one-to-one", ...

// Rows of the second list are numbered on after the first's where a mode has them as one.
bool is_joined(Mode mode);

struct LinkedRows {
  std::uint32_t a = 0, b = 0;  // kWithin: b numbered on; kDedupe: a < b
  std::uint32_t probability_ppm = 0;
  std::int32_t millibits = 0;  // without the prior odds

  bool operator==(const LinkedRows&) const = default;
};

struct LinkedLists {
  Mode mode = Mode::kDedupe;
  bool mode_seen = false;         // from the lists, not asked for
  std::vector<LinkedRows> pairs;  // with a probability of at least `least_ppm`, by a, then b
  std::vector<Group> groups;      // of two rows or more; kDedupe and kWithin: in Group::a alone
  Fitted fitted;
  Schema schema;
  std::uint64_t comparisons = 0;  // a pair that was found from either side counts twice
};

struct ListsAsked {
  std::optional<Mode> mode;
  int threads = 1;
  std::optional<Fitted> fitted;
  std::uint32_t least_ppm = 500'000;  // of the pairs that are returned; at least 1000
};

constexpr std::uint32_t kLinkedPpm = 500'000;

// Indices of the records count from 0. `b`: absent for kDedupe. `people`: who is who, to measure
// by; the Measure is made here, for the mode may be seen only now. Error (kUsage): schemas differ,
// a mode that needs another number of lists, parameters of another schema.
struct MeasuredLists {
  LinkedLists linked;
  std::optional<Measure> measure;
  std::optional<Agreement> clusters;
};
Result<MeasuredLists> link_lists(const Records& a, const Records* b, const ListsAsked& asked,
                                 const std::optional<People2>& people = {});

// Both as one list, the second's indices numbered on.
Result<Records> joined(const Records& a, const Records& b);

}  // namespace parley::linkage
