// Why two records may be one person, in words.
//
// Promises: data first (tokens and numbers, to be translated), then English made of them. The lines
// come in the order of the features, absent ones left out; what is written is shown as received.
// Does not: leave out anything: the caller decides who may see which field.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "linkage/link.hpp"

namespace parley::linkage {

struct Line {
  std::string feature;  // "name.father", "birth", or "kinship"
  std::string level;    // "alike"
  std::string written_a, written_b;
  std::string frequency;  // "rare", "usual", "common"; empty where it plays no part
  std::int32_t millibits = 0;

  bool operator==(const Line&) const = default;
};

struct Explanation {
  std::vector<Line> lines;
  std::int32_t millibits = 0;
  std::uint32_t probability_ppm = 0;
  std::string standing;
  std::vector<std::string> doubts;
};

// `a` and `b` are the records that the pair names (for dedupe(): both of the one list).
Explanation explain(const Links& links, const Pair& pair, const Record& a, const Record& b);

// "name.father: alike (محمود / Mahmoud), common, +3.2 bits"
std::string english(const Line& line);
std::string english(const Explanation& explanation);

}  // namespace parley::linkage
