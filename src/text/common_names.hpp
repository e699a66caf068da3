// The table of common names with the spellings in use: common_names/*.txt, which the project wrote.
//
// A name's group is its line in the table, counted from 1 over all its files; its spellings in any
// script are one name. A spelling of several names belongs to the first of them and also to the
// others. The table is fixed: entries of a record never hold a group.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "text/personal_name.hpp"

namespace parley::text {

enum class NameKind : std::uint8_t { kArabicGiven, kSlavicGiven, kHebrewGiven, kFamily };

struct CommonName {
  std::uint32_t group = 0;
  std::array<std::uint32_t, 2> others{};
  NameKind kind{};       // of `group`
  bool family = false;   // one of its groups is a family name
  std::string_view key;  // of the group: of its first spelling
};

// nullptr: not in the table. `folded` as NamePart has it.
const CommonName* find_common_name(std::string_view folded);

// How many groups there are, and the first spelling of one (1 <= group <= count).
std::uint32_t common_name_count();
std::string_view common_name(std::uint32_t group);

}  // namespace parley::text
