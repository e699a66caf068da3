#include "text/date_reading_contradiction.hpp"

#include <cstdlib>

namespace parley::text {
namespace {

constexpr std::int32_t kTooOldAbove = 120;

using Span = std::optional<DaySpan>;

// True if no day of `a` is on or before a day of `b`.
bool surely_after(const Span& a, const Span& b) { return a && b && a->first > b->last; }

// Whole years from one day to another.
std::int32_t years_between(const Date& from, const Date& to) {
  const bool before = to.month < from.month || (to.month == from.month && to.day < from.day);
  return to.year - from.year - (before ? 1 : 0);
}

}  // namespace

std::string_view name(Contradiction contradiction) {
  switch (contradiction) {
    case Contradiction::kAgeAndBirth: return "age and birth do not fit";
    case Contradiction::kBornAfterCapture: return "born after capture";
    case Contradiction::kBornAfterDeath: return "born after death";
    case Contradiction::kBornAfterList: return "born after the list was made";
    case Contradiction::kCapturedAfterDeath: return "captured after death";
    case Contradiction::kCapturedAfterRelease: return "captured after release";
    case Contradiction::kCapturedAfterList: return "captured after the list was made";
    case Contradiction::kReleasedAfterDeath: return "released after death";
    case Contradiction::kReleasedAfterList: return "released after the list was made";
    case Contradiction::kDiedAfterList: return "died after the list was made";
    case Contradiction::kTooOld: return "above 120 years old";
  }
  return "unknown";
}

std::int32_t age_misfit(const DaySpan& birth, std::int32_t age, const Date& on) {
  const std::int32_t oldest = years_between(birth.first, on.last_day());
  const std::int32_t youngest = years_between(birth.last, on.first_day());
  if (age > oldest) return age - oldest;
  if (age < youngest) return age - youngest;
  return 0;
}

std::vector<Contradiction> contradictions(const LifeDates& dates) {
  std::vector<Contradiction> out;
  const auto add = [&](bool holds, Contradiction contradiction) {
    if (holds) out.push_back(contradiction);
  };
  const Span list = dates.list ? Span({dates.list->first_day(), dates.list->last_day()}) : Span();
  const auto& age_on = dates.age_on ? dates.age_on : dates.list;
  add(dates.birth && dates.age && age_on &&
          std::abs(age_misfit(*dates.birth, *dates.age, *age_on)) > dates.age_slack,
      Contradiction::kAgeAndBirth);
  add(surely_after(dates.birth, dates.capture), Contradiction::kBornAfterCapture);
  add(surely_after(dates.birth, dates.death), Contradiction::kBornAfterDeath);
  add(surely_after(dates.birth, list), Contradiction::kBornAfterList);
  add(surely_after(dates.capture, dates.death), Contradiction::kCapturedAfterDeath);
  add(surely_after(dates.capture, dates.release), Contradiction::kCapturedAfterRelease);
  add(surely_after(dates.capture, list), Contradiction::kCapturedAfterList);
  add(surely_after(dates.release, dates.death), Contradiction::kReleasedAfterDeath);
  add(surely_after(dates.release, list), Contradiction::kReleasedAfterList);
  add(surely_after(dates.death, list), Contradiction::kDiedAfterList);
  const Span& seen = dates.capture ? dates.capture : list;
  add(dates.birth && seen && years_between(dates.birth->last, seen->first) > kTooOldAbove,
      Contradiction::kTooOld);
  return out;
}

}  // namespace parley::text
