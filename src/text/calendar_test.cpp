#include "text/calendar.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <unicode/calendar.h>

#include <memory>
#include <vector>

#include "base/date.hpp"

namespace parley::text {
namespace {

// ICU's opinion of a day: the reference twin.
class Icu {
 public:
  explicit Icu(const char* locale) {
    UErrorCode code = U_ZERO_ERROR;
    calendar_.reset(
        icu::Calendar::createInstance(icu::TimeZone::getGMT()->clone(), icu::Locale(locale), code));
    REQUIRE(U_SUCCESS(code));
  }
  CalendarDay day_in(std::int64_t days) {
    UErrorCode code = U_ZERO_ERROR;
    calendar_->setTime(static_cast<double>(days) * 86'400'000.0, code);
    const CalendarDay day{calendar_->get(UCAL_EXTENDED_YEAR, code),
                          calendar_->get(UCAL_MONTH, code) + 1, calendar_->get(UCAL_DATE, code)};
    REQUIRE(U_SUCCESS(code));
    return day;
  }

 private:
  std::unique_ptr<icu::Calendar> calendar_;
};

// Every day from the first of one year to the last of another.
bool agrees(Calendar calendar, const char* locale, std::int32_t from, std::int32_t to) {
  Icu icu(locale);
  const std::int64_t end = days_from(calendar, {to + 1, 1, 1});
  bool same = true;
  for (std::int64_t days = days_from(calendar, {from, 1, 1}); same && days < end; ++days) {
    const CalendarDay day = day_in(calendar, days);
    same = day == icu.day_in(days) && is_day(calendar, day) && days_from(calendar, day) == days;
  }
  return same;
}

const std::vector<Calendar> kAll = {Calendar::kGregorian, Calendar::kHijri, Calendar::kPersian};

}  // namespace

TEST_CASE("every day agrees with ICU") {
  CHECK(agrees(Calendar::kHijri, "ar@calendar=islamic-umalqura", 1300, 1500));
  CHECK(agrees(Calendar::kHijri, "ar@calendar=islamic-civil", 1000, 1299));
  CHECK(agrees(Calendar::kHijri, "ar@calendar=islamic-civil", 1501, 1700));
  CHECK(agrees(Calendar::kPersian, "fa@calendar=persian", 1206, 1498));
}

TEST_CASE("days that are known") {
  const auto gregorian = [](Calendar calendar, CalendarDay day) {
    return civil_from_days(days_from(calendar, day)).iso();
  };
  CHECK(gregorian(Calendar::kHijri, {1443, 1, 1}) == "2021-08-09");
  CHECK(gregorian(Calendar::kHijri, {1445, 9, 1}) == "2024-03-11");
  CHECK(gregorian(Calendar::kPersian, {1357, 11, 22}) == "1979-02-11");
  CHECK(gregorian(Calendar::kPersian, {1403, 1, 1}) == "2024-03-20");
  CHECK(gregorian(Calendar::kPersian, {1403, 12, 30}) == "2025-03-20");  // a leap day
  CHECK_FALSE(is_day(Calendar::kPersian, {1402, 12, 30}));
  CHECK_FALSE(is_day(Calendar::kHijri, {1400, 1, 31}));
  CHECK_FALSE(is_day(Calendar::kHijri, {0, 1, 1}));
  CHECK_FALSE(is_day(Calendar::kHijri, {1400, 13, 1}));
  CHECK_FALSE(is_day(Calendar::kPersian, {1400, 0, 1}));
  CHECK_FALSE(is_day(Calendar::kGregorian, {1900, 2, 29}));
}

TEST_CASE("days and fields are one another's inverse, in order") {
  CHECK(rc::check("round trip", [] {
    const Calendar calendar = *rc::gen::elementOf(kAll);
    const std::int64_t first = days_from(calendar, {1, 1, 1});
    const std::int64_t days = *rc::gen::inRange<std::int64_t>(first, 2'400'000);
    const CalendarDay day = day_in(calendar, days);
    RC_ASSERT(is_day(calendar, day));
    RC_ASSERT(days_from(calendar, day) == days);
    const CalendarDay next = day_in(calendar, days + 1);
    RC_ASSERT(next.day == day.day + 1 || next.day == 1);
  }));
}

}  // namespace parley::text
