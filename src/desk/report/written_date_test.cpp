#include "desk/report/written_date.hpp"

#include <doctest/doctest.h>

namespace parley::desk {

using document::Language;

TEST_CASE("a day is written as each language writes it") {
  const Date day{2014, 1, 13};
  CHECK(written_date(day, Language::kEnglish) == "13 January 2014");
  CHECK(written_date(day, Language::kFrench) == "13 janvier 2014");
  CHECK(written_date(day, Language::kArabic) == "13 كانون الثاني/يناير 2014");
  CHECK(written_date(day, Language::kRussian) == "13 января 2014\u00A0г.");
  CHECK(written_date(day, Language::kUkrainian) == "13 січня 2014\u00A0р.");
  CHECK(written_date({2013, 8, 1}, Language::kFrench) == "1er août 2013");
  CHECK(written_date({2013, 8, 1}, Language::kEnglish) == "1 August 2013");
}

TEST_CASE("a coarse date says no more than is known") {
  CHECK(written_date({2013, 12, 0}, Language::kEnglish) == "December 2013");
  CHECK(written_date({2013, 12, 0}, Language::kRussian) == "декабрь 2013\u00A0г.");
  CHECK(written_date({2013, 12, 0}, Language::kUkrainian) == "грудень 2013\u00A0р.");
  CHECK(written_date({2013, 12, 0}, Language::kArabic) == "كانون الأول/ديسمبر 2013");
  CHECK(written_date({2013, 0, 0}, Language::kFrench) == "2013");
  CHECK(written_date({2013, 0, 0}, Language::kRussian) == "2013\u00A0г.");
}

}  // namespace parley::desk
