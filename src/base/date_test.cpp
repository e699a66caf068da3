#include "base/date.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

namespace parley {
namespace {

// One day after another, by the rules of the calendar alone.
Date next_day(Date date) {
  if (++date.day > days_in_month(date.year, date.month)) date.day = 1, ++date.month;
  if (date.month > 12) date.month = 1, ++date.year;
  return date;
}

TEST_CASE("every day of the calendar counts one") {
  Date date{1, 1, 1};
  std::int64_t days = -719162;
  bool same = true;
  while (date.year < 10000) {
    same = same && days_from_civil(date) == days && civil_from_days(days) == date;
    date = next_day(date);
    ++days;
  }
  CHECK(same);
  CHECK(days_from_civil({1970, 1, 1}) == 0);
  CHECK(days_from_civil({2014, 1, 22}) == 16092);
}

TEST_CASE("a date has one spelling") {
  for (const char* text : {"2014-01-13", "2014-01", "2014", "0001-12-31", "2012-02-29"}) {
    const auto date = parse_date(text);
    REQUIRE(date);
    CHECK(date->iso() == text);
  }
  for (const char* text : {"", "14-01-13", "2014-1-13", "2014-13", "2014-00", "2014-00-00",
                           "2014-01-00", "2014-02-29", "0000", "2014/01/13", "2014-01-13 ", " 2014",
                           "2014-01-1x", "+014", "-014-01-01", "2014-01-131"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text));
  }
}

TEST_CASE("precision, bounds and order") {
  const Date day{2014, 1, 13};
  CHECK(day.precision() == Precision::kDay);
  CHECK(day.coarsened(Precision::kMonth).iso() == "2014-01");
  CHECK(day.coarsened(Precision::kYear).iso() == "2014");
  CHECK(Date{2014, 2, 0}.first_day() == Date{2014, 2, 1});
  CHECK(Date{2014, 2, 0}.last_day() == Date{2014, 2, 28});
  CHECK(Date{2014, 0, 0}.last_day() == Date{2014, 12, 31});
  CHECK(day.first_day() == day);
  std::vector<Date> dates = {
      {2014, 1, 1}, {2014, 0, 0}, {2014, 1, 0}, {2013, 12, 31}, {2014, 2, 0}};
  std::sort(dates.begin(), dates.end());
  CHECK(dates ==
        std::vector<Date>{{2013, 12, 31}, {2014, 0, 0}, {2014, 1, 0}, {2014, 1, 1}, {2014, 2, 0}});
}

TEST_CASE("the day of an instant rounds towards the past") {
  CHECK(day_of_seconds(0).iso() == "1970-01-01");
  CHECK(day_of_seconds(-1).iso() == "1969-12-31");
  CHECK(day_of_seconds(-86400).iso() == "1969-12-31");
  CHECK(day_of_seconds(86399).iso() == "1970-01-01");
  CHECK(day_of_seconds(1389614400).iso() == "2014-01-13");
}

}  // namespace
}  // namespace parley
