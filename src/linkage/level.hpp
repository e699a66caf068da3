// How far two values agree, in words that have a weight each.
#pragma once

#include <cstdint>
#include <string_view>

namespace parley::linkage {

enum class Level : std::uint8_t {
  kAbsent,   // neither side says, or only one does: tells nothing
  kExact,    // the same; of names also: spellings of one name in the table of common names
  kNear,     // a code with one character otherwise; of names: one script, spelt a little otherwise
  kAcross,   // near, in another script
  kAlike,    // likely one name, spelt otherwise
  kWeak,     // resembles; may well be another name
  kInitial,  // an initial that fits
  kMoved,    // the same name in another place (a father's where the other has a grandfather's)
  // Of dates:
  kSwapped,    // day and month the other way round
  kSameYear,   // compatible: the one is a year, an age or a 1 January, and the other lies in it
  kOverlap,    // compatible, of which one spans over a year
  kOneDigit,   // one digit otherwise
  kFewDays,    // at most a week apart
  kOtherDay,   // another day of the same year
  kOtherYear,  // the same day and month, of a year at most ten away
  kOneYear,    // at most a year apart
  kTwoYears,   // at most two
  kFiveYears,  // at most five
  // Of terms:
  kWithin,  // the one contains the other
  kBeside,  // something contains both
  kDifferent,
};
constexpr std::size_t kLevels = static_cast<std::size_t>(Level::kDifferent) + 1;

std::string_view name(Level level);  // "absent", "exact", "near", "across", ...

}  // namespace parley::linkage
