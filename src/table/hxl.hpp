// HXL: the Humanitarian Exchange Language's row of tags below the header ("#adm1 +name").
//
// Promises: HXL 1.1 hashtags and attributes (hxlstandard.org/standard/1-1final), in any case and
// spacing, given back in one spelling, attributes sorted. Does not: know the list of core tags.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "table/sheet.hpp"

namespace parley::table {

struct HxlTag {
  std::string tag;                      // "adm1"
  std::vector<std::string> attributes;  // "name"; sorted, each once

  std::string text() const;  // "#adm1+name"
  bool operator==(const HxlTag&) const = default;
};

std::optional<HxlTag> parse_hxl_tag(std::string_view text);

// "#date+birth" fits every tag #date with at least the attribute birth; "-x" forbids one.
struct HxlPattern {
  HxlTag needs;
  std::vector<std::string> forbids;
};

std::optional<HxlPattern> parse_hxl_pattern(std::string_view text);
bool fits(const HxlPattern& pattern, const HxlTag& tag);

struct HxlRow {
  std::size_t row = 0;                      // place in Sheet::rows
  std::vector<std::optional<HxlTag>> tags;  // one a cell
};

// The first of the first 25 rows of which at least half of the cells with text are tags.
std::optional<HxlRow> find_hxl_row(const Sheet& sheet);

}  // namespace parley::table
