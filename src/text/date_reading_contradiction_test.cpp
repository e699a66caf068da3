#include "text/date_reading_contradiction.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace parley::text {
namespace {

DaySpan span(const Date& date) { return {date.first_day(), date.last_day()}; }

using List = std::vector<Contradiction>;

}  // namespace

TEST_CASE("what cannot be is said, what may be is not") {
  LifeDates dates;
  CHECK(contradictions(dates).empty());
  dates.birth = span({1980, 0, 0});
  dates.age = 34;
  CHECK(contradictions(dates).empty());  // no day that the age is of
  dates.list = {2014, 3, 1};
  dates.capture = span({2013, 5, 0});
  CHECK(contradictions(dates).empty());
  dates.age = 35;
  CHECK(contradictions(dates).empty());  // within the slack
  dates.age = 36;
  CHECK(contradictions(dates) == List{Contradiction::kAgeAndBirth});
  dates.age_on = Date{2016, 1, 1};
  CHECK(contradictions(dates).empty());

  dates = {};
  dates.birth = span({2013, 5, 0});
  dates.capture = span({2013, 0, 0});
  CHECK(contradictions(dates).empty());  // perhaps
  dates.capture = span({2013, 4, 30});
  CHECK(contradictions(dates) == List{Contradiction::kBornAfterCapture});
  dates.death = span({2012, 0, 0});
  CHECK(contradictions(dates) == List{Contradiction::kBornAfterCapture,
                                      Contradiction::kBornAfterDeath,
                                      Contradiction::kCapturedAfterDeath});

  dates = {};
  dates.list = {2014, 3, 1};
  dates.birth = span({1890, 0, 0});
  CHECK(contradictions(dates) == List{Contradiction::kTooOld});
  dates.birth = span({2015, 1, 1});
  dates.capture = span({2016, 1, 1});
  dates.release = span({2015, 6, 1});
  dates.death = span({2015, 2, 1});
  CHECK(contradictions(dates) ==
        List{Contradiction::kBornAfterList, Contradiction::kCapturedAfterDeath,
             Contradiction::kCapturedAfterRelease, Contradiction::kCapturedAfterList,
             Contradiction::kReleasedAfterDeath, Contradiction::kReleasedAfterList,
             Contradiction::kDiedAfterList});
}

TEST_CASE("an age fits exactly the births that born_by_age gives") {
  CHECK(rc::check("misfit is zero there, and signed beyond", [] {
    const Date on = civil_from_days(*rc::gen::inRange<std::int64_t>(0, 20'000));
    const std::int32_t age = *rc::gen::inRange(0, 100);
    const BirthSpan births = born_by_age(age, on);
    const auto misfit = [&](std::int64_t shift, const Date& from) {
      const Date day = civil_from_days(days_from_civil(from) + shift);
      return age_misfit({day, day}, age, on);
    };
    RC_ASSERT(misfit(0, births.first) == 0 && misfit(0, births.last) == 0);
    RC_ASSERT(misfit(-1, births.first) == -1);
    RC_ASSERT(misfit(1, births.last) == 1);
  }));
}

TEST_CASE("every contradiction has its own words") {
  List all;
  for (int i = 0; i <= static_cast<int>(Contradiction::kTooOld); ++i) {
    for (const Contradiction other : all) CHECK(name(other) != name(static_cast<Contradiction>(i)));
    all.push_back(static_cast<Contradiction>(i));
  }
}

}  // namespace parley::text
