// Dates of one person that cannot all be right.
//
// Promises: reports only what no reading of the dates allows (their spans do not meet, with the
// slack said); each contradiction once, in the order of the enum; never says which date is wrong.
// Does not: know ranks, units or law; weigh probability.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "text/date_reading.hpp"

namespace parley::text {

enum class Contradiction : std::uint8_t {
  kAgeAndBirth,  // the age does not fit the date of birth, by more than `age_slack` years
  kBornAfterCapture,
  kBornAfterDeath,
  kBornAfterList,
  kCapturedAfterDeath,
  kCapturedAfterRelease,
  kCapturedAfterList,
  kReleasedAfterDeath,
  kReleasedAfterList,
  kDiedAfterList,
  kTooOld,  // above 120 years when captured, or else on the list's date
};

std::string_view name(Contradiction contradiction);  // "born after capture"

// What is known of a person; all optional. An age is of the list's date unless `age_on` says else.
struct LifeDates {
  std::optional<DaySpan> birth;
  std::optional<std::int32_t> age;
  std::optional<Date> age_on;
  std::optional<DaySpan> capture;  // or last sighting
  std::optional<DaySpan> release;
  std::optional<DaySpan> death;
  std::optional<Date> list;    // when the list was made, or came in
  std::int32_t age_slack = 1;  // ages are often rounded, or a year old
};

std::vector<Contradiction> contradictions(const LifeDates& dates);

// By how many years an age on a day misses a date of birth: 0 if it fits; positive if the age is
// too high for it.
std::int32_t age_misfit(const DaySpan& birth, std::int32_t age, const Date& on);

}  // namespace parley::text
