// Why two records may be one person: a walk from the odds before anything is compared to those
// after, one step a feature.
//
// Promises: numbers and enumerators, to be put into words elsewhere; steps in the order of the
// features, whose millibits add up to the pair's; what is written is shown as received. What only
// one of the two says is no step (it tells nothing), but is listed.
// Does not: leave out anything: the caller decides who may see which field.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linkage/link.hpp"

namespace parley::linkage {

// Of whom or what a step tells.
struct Of {
  std::string token;  // "name.father", "birth", or "kinship"
  std::string field;  // Field::token; empty: kinship
  Slot slot = Slot::kWhole;
  Kind kind = Kind::kName;

  bool operator==(const Of&) const = default;
};

struct Step {
  Of of;
  Level level = Level::kAbsent;  // of kinship
  std::string written_a, written_b;
  std::uint32_t share_ppm = 0;  // how many of the people listed would agree so; 0: plays no part
  std::int32_t millibits = 0;

  bool is_kinship() const { return of.field.empty(); }
  bool operator==(const Step&) const = default;
};

// One of the two texts is empty.
struct OneSided {
  Of of;
  std::string written_a, written_b;

  bool operator==(const OneSided&) const = default;
};

struct Explanation {
  std::int32_t prior = 0;  // log2 of the odds before anything is compared, millibits
  std::vector<Step> steps;
  std::vector<OneSided> one_sided;
  std::int32_t millibits = 0;  // the sum of the steps, without the prior

  std::int32_t after() const { return prior + millibits; }
  std::uint32_t probability_ppm() const;  // were there no rivals
  bool operator==(const Explanation&) const = default;
};

// `a` and `b` are the records that were compared (within a list: both of it).
Explanation explain(const Schema& schema, const Compares& compares,
                    const std::vector<Contribution>& said, const Record& a, const Record& b);

// "rare", "usual", "common"; empty where rarity plays no part.
std::string_view frequency(std::uint32_t share_ppm);

}  // namespace parley::linkage
