// A bar chart over days (what held from when to when), or over any other scale (a waterfall: each
// bar from where the last one ended). Drawn as vector shapes, never as a picture.
//
// Promises: bars lie on a common scale from `first` to `last`; a bar of one position is a mark. In
// a right-to-left document the scale still runs from left to right, as on the field's own charts.
// Does not: know the calendar. Positions are the caller's integers (days, say), ticks its labels.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "document/text.hpp"

namespace parley::document {

struct Bar {
  std::int64_t from = 0;
  std::int64_t to = 0;  // from <= to
  bool open = false;    // drawn as an outline: expected, not yet so
};

struct Lane {
  Text label{};
  std::vector<Bar> bars{};
  std::string note{};  // a number at the end of the lane, always left to right; may be empty
};

struct Tick {
  std::int64_t at = 0;
  std::string label{};
};

struct Chart {
  Text caption{};  // says in words what the chart shows: also what a screen reader reads
  std::int64_t first = 0;
  std::int64_t last = 0;  // first < last
  std::vector<Tick> ticks{};
  std::vector<Lane> lanes{};
};

inline bool has_notes(const Chart& chart) {
  return std::any_of(chart.lanes.begin(), chart.lanes.end(),
                     [](const Lane& lane) { return !lane.note.empty(); });
}

}  // namespace parley::document
