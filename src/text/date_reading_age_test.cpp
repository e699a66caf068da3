#include <doctest/doctest.h>
#include <fmt/core.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

#include "text/date_reading.hpp"

namespace parley::text {
namespace {

std::string said(std::string_view written) {
  const auto age = read_age_range(written);
  if (!age) return "error: " + age.error().message;
  std::string out = fmt::format("{}", age->years);
  if (age->most != age->years) out += fmt::format("-{}", age->most);
  return age->approximate ? out + " ~" : out;
}

// The twin: somebody born on a day, asked on another.
std::int32_t age_on(const Date& born, const Date& day) {
  std::int32_t years = day.year - born.year;
  if (day.month < born.month || (day.month == born.month && day.day < born.day)) --years;
  return years;
}

}  // namespace

TEST_CASE("ages as people write them") {
  const std::vector<std::pair<const char*, const char*>> rows = {
      {"34", "34"},
      {"٣٤ سنة", "34"},
      {"۳۴ ساله", "34"},
      {"34 years", "34"},
      {"34 y/o", "error: a sign that no age has"},
      {"34 yo", "34"},
      {"34y", "34"},
      {"aged 34", "34"},
      {"34 years old", "34"},
      {"34 ans", "34"},
      {"34 года", "34"},
      {"34 р.", "34"},
      {"22 роки", "22"},
      {"25 лет", "25"},
      {"العمر: 34 سنة", "34"},
      {"عمره ٣٤ عاماً", "34"},
      {"سنة 34", "34"},
      {"34.0", "34"},
      {"34.5", "34"},
      {"34,5 ans", "34"},
      {"6 months", "0"},
      {"6 أشهر", "0"},
      {"18 months", "1"},
      {"سنتان", "2"},
      {"سنتين و 6 أشهر", "2"},
      {"2 years 6 months", "2"},
      {"10 days", "0"},
      {"3 weeks", "0"},
      {"0", "0"},
      {"130", "130"},
      {"~34", "34 ~"},
      {"حوالي 34 سنة", "34 ~"},
      {"60+", "60 ~"},
      {"30-35", "30-35"},
      {"30 - 35 years", "30-35"},
      {"", "error: there is no age in it"},
      {"years", "error: there is no age in it"},
      {"1980", "error: above 130 years: perhaps a year of birth"},
      {"131", "error: above 130 years: perhaps a year of birth"},
      {"-5", "error: a sign that no age has"},
      {"35-30", "error: a range that ends before it begins"},
      {"34 35", "error: more numbers than an age has"},
      {"34 apples", "error: a word that belongs to no age"},
      {"2 years 6", "error: a number without its unit"},
      {"12345678", "error: above 130 years"},
  };
  for (const auto& [written, expected] : rows) {
    CAPTURE(written);
    CHECK(said(written) == expected);
  }
  CHECK(read_age("34 года") == 34);
  CHECK_FALSE(read_age("30-35"));
}

TEST_CASE("born by age") {
  const BirthSpan span = born_by_age(34, {2014, 3, 5});
  CHECK(span.first == Date{1979, 3, 6});
  CHECK(span.last == Date{1980, 3, 5});
  CHECK(born_by_age(0, {2014, 3, 5}).last == Date{2014, 3, 5});
  // Only the year of the list is known.
  CHECK(born_by_age(34, {2014, 0, 0}).first == Date{1979, 1, 2});
  CHECK(born_by_age(34, {2014, 0, 0}).last == Date{1980, 12, 31});
  CHECK(born_by_age(1, {2021, 2, 28}).last == Date{2020, 2, 28});
  CHECK(born_by_age(0, {2021, 2, 28}).first == Date{2020, 2, 29});
}

TEST_CASE("born by age holds exactly the days of birth that give that age") {
  CHECK(rc::check("edges", [] {
    const std::int64_t on = *rc::gen::inRange<std::int64_t>(-10'000, 20'000);
    const std::int32_t age = *rc::gen::inRange(0, 131);
    const Date day = civil_from_days(on);
    const BirthSpan span = born_by_age(age, day);
    const std::int64_t first = days_from_civil(span.first);
    const std::int64_t last = days_from_civil(span.last);
    RC_ASSERT(age_on(span.first, day) == age);
    RC_ASSERT(age_on(span.last, day) == age);
    RC_ASSERT(age_on(civil_from_days(first - 1), day) == age + 1);
    RC_ASSERT(age_on(civil_from_days(last + 1), day) == age - 1);
  }));
}

}  // namespace parley::text
