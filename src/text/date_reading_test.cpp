#include "text/date_reading.hpp"

#include <doctest/doctest.h>
#include <fmt/core.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

#include "text/date_reading_words.hpp"

namespace parley::text {
namespace {

// "1980-03-05", "1979..1980-11-08", then one letter a flag, then the calendar if not Gregorian:
// ~ approximate, o order assumed, u likely unknown, c calendar assumed, 2 century assumed.
std::string said(std::string_view written, const DateCustom& custom = {}) {
  const auto read = read_date(written, custom);
  if (!read) return "error: " + read.error().message;
  std::string out = read->date.iso();
  if (read->first || read->last) {
    out = read->span().first.iso() + ".." + read->span().last.iso();
  }
  std::string flags;
  if (read->approximate) flags += '~';
  if (read->order_assumed) flags += 'o';
  if (read->likely_unknown) flags += 'u';
  if (read->calendar_assumed) flags += 'c';
  if (read->century_assumed) flags += '2';
  if (!flags.empty()) out += " " + flags;
  if (read->calendar == Calendar::kHijri) out += " hijri";
  if (read->calendar == Calendar::kPersian) out += " persian";
  return out;
}

struct Row {
  const char* written;
  const char* said;
};

void check_rows(const std::vector<Row>& rows, const DateCustom& custom = {}) {
  for (const Row& row : rows) {
    CAPTURE(row.written);
    CHECK(said(row.written, custom) == row.said);
  }
}

const DateCustom kOf2020{.latest_year = 2020};

}  // namespace

TEST_CASE("numbers, day first unless the numbers say otherwise") {
  check_rows({
      {"1980-03-05", "1980-03-05"},
      {"1980/3/5", "1980-03-05"},
      {"1980.03.05", "1980-03-05"},
      {"05/03/1980", "1980-03-05 o"},
      {"5.3.1980", "1980-03-05 o"},
      {"05-03-1980", "1980-03-05 o"},
      {"05 03 1980", "1980-03-05 o"},
      {"25/03/1980", "1980-03-25"},
      {"03/25/1980", "1980-03-25"},
      {"05/05/1980", "1980-05-05"},
      {"1980/25/03", "1980-03-25"},
      {"١٩٨٠/٠٣/٠٥", "1980-03-05"},
      {"٢٥\u200f/\u200f٣\u200f/\u200f١٩٨٠", "1980-03-25"},
      {"۲۵؍۰۳؍۱۹۸۰", "1980-03-25"},
      {"۲۵/۰۳/۱۹۸۰", "1980-03-25"},
      {"２５／０３／１９８０", "1980-03-25"},
      {"25\\3\\1980", "1980-03-25"},
      {"25–03–1980", "1980-03-25"},
      {" 25 / 3 / 1980 ", "1980-03-25"},
      {"19800305", "1980-03-05"},
      {"25031980", "1980-03-25"},
      {"05031980", "1980-03-05 o"},
      {"01/01/1980", "1980-01-01 u"},
      {"1980-01-01", "1980-01-01 u"},
      {"29/02/1980", "1980-02-29"},
  });
  check_rows({{"05/03/1980", "1980-05-03 o"}, {"25/03/1980", "1980-03-25"}},
             {.order = DayOrder::kMonthFirst});
  check_rows({{"05/03/1980", "1980-05-03"}}, {.order = DayOrder::kMonthFirst, .order_known = true});
}

TEST_CASE("less than a day, and more than one") {
  check_rows({
      {"1980", "1980"},
      {"١٩٨٠", "1980"},
      {"1980.0", "1980"},
      {"1980م", "1980"},
      {"1980 م.", "1980"},
      {"03/1980", "1980-03"},
      {"1980-03", "1980-03"},
      {"00/00/1980", "1980"},
      {"1980-00-00", "1980"},
      {"00/03/1980", "1980-03"},
      {"1980-03-00", "1980-03"},
      {"?\?/03/1980", "1980-03"},
      {"?/?/1980", "1980"},
      {"xx/xx/1980", "1980"},
      {"ХХ.03.1980", "1980-03"},
      {"__.__.1980", "1980"},
      {"12/?\?/1980", "1980"},
      {"1980-1985", "1980-01-01..1985-12-31"},
      {"1980/1981", "1980-01-01..1981-12-31"},
      {"1980/81", "1980-01-01..1981-12-31"},
      {"1980 - 1985 م", "1980-01-01..1985-12-31"},
      {"1980-13", "error: there is no such month"},
  });
}

TEST_CASE("doubt") {
  check_rows({
      {"about 1980", "1980 ~"},
      {"~1980", "1980 ~"},
      {"c. 1980", "1980 ~"},
      {"1980?", "1980 ~"},
      {"1980؟", "1980 ~"},
      {"حوالي 1980", "1980 ~"},
      {"1980 تقريباً", "1980 ~"},
      {"vers 1980", "1980 ~"},
      {"около 1980 г.", "1980 ~"},
      {"близько 1980 р.", "1980 ~"},
  });
}

TEST_CASE("two-digit years") {
  check_rows(
      {
          {"05.03.80", "1980-03-05 o2"},
          {"25.03.80", "1980-03-25 o2"},
          {"05/03/14", "2014-03-05 o2"},
          {"80/03/05", "1980-03-05 2"},
          {"5-Mar-80", "1980-03-05 2"},
          {"5 mars 14", "2014-03-05 2"},
          {"Mar-80", "1980-03 2"},
          {"Mar-05", "error: no year is given"},
          {"مواليد 80", "1980 2"},
          {"80 г.р.", "1980 2"},
          {"80", "error: no year is given"},
          {"5 مهر 65 ه.ش", "1986-09-27 2 persian"},
          {"5/7/65 ه.ش", "1986-09-27 o2 persian"},
      },
      kOf2020);
  check_rows({{"05.03.25", "1925-03-05 o2"}}, kOf2020);
  check_rows({{"05.03.25", "2025-03-05 o2"}}, {.latest_year = 2025});
  check_rows({{"65/07/05", "1986-09-27 2 persian"}},
             {.latest_year = 2020, .calendar = Calendar::kPersian});
}

TEST_CASE("months by name") {
  check_rows({
      {"5 آذار 1980", "1980-03-05"},
      {"٥ اذار ١٩٨٠", "1980-03-05"},
      {"5 مارس 1980م", "1980-03-05"},
      {"5 آذار/مارس 1980", "1980-03-05"},
      {"5 آذار (مارس) 1980", "1980-03-05"},
      {"كانون الثاني 1980", "1980-01"},
      {"1 كانون ثاني 1980", "1980-01-01 u"},
      {"3 ت1 1980", "1980-10-03"},
      {"3 تشرين الاول 1980", "1980-10-03"},
      {"3 تِشْرِين الثَّاني 1980", "1980-11-03"},
      {"12 يونيه 1980", "1980-06-12"},
      {"12 جويلية 1980", "1980-07-12"},
      {"الأربعاء 5 مارس 1980", "1980-03-05"},
      {"سنة 1980", "1980"},
      {"مواليد 1980", "1980"},
      {"من مواليد عام ١٩٨٠", "1980"},
      {"15 March 1980", "1980-03-15"},
      {"March 15, 1980", "1980-03-15"},
      {"15th of March, 1980", "1980-03-15"},
      {"1980 March 15", "1980-03-15"},
      {"15-MAR-1980", "1980-03-15"},
      {"Mar 1980", "1980-03"},
      {"Wed, 5 Mar 1980", "1980-03-05"},
      {"Born: 5 March 1980", "1980-03-05"},
      {"mars 1980", "1980-03"},
      {"1er février 1980", "1980-02-01"},
      {"le 15 août 1980", "1980-08-15"},
      {"né en 1980", "1980"},
      {"née le 3 décembre 1980", "1980-12-03"},
      {"12 марта 1980 г.", "1980-03-12"},
      {"12 МАЯ 1980 года", "1980-05-12"},
      {"1980 г.р.", "1980"},
      {"12 березня 1980 р.", "1980-03-12"},
      {"1980 р.", "1980"},
      {"1980 р.н.", "1980"},
      {"12 січня 1980 року", "1980-01-12"},
      {"5 במרץ 1980", "1980-03-05"},
      {"5 مه 1980", "1980-05-05"},
      {"31 April 1980", "error: the month has no such day"},
      {"5 March April 1980", "error: two different months are named"},
      {"5 Brumaire 1980", "error: a word that belongs to no date"},
      {"5 March", "error: no year is given"},
      {"March", "error: no year is given"},
  });
}

TEST_CASE("a time of day is left out") {
  check_rows({
      {"1980-03-05 00:00:00", "1980-03-05"},
      {"1980-03-05T00:00:00", "1980-03-05"},
      {"1980-03-05T00:00:00Z", "1980-03-05"},
      {"1980-03-05T00:00:00.000+03:00", "1980-03-05"},
      {"25/03/1980 12:30 PM", "1980-03-25"},
      {"25/03/1980 12:30 ص", "1980-03-25"},
      {"12:30 25/03/1980", "1980-03-25"},
      {"Wed Mar 05 1980 00:00:00 GMT+0300", "1980-03-05"},
      {"1980-03-05 27:00", "error: there is no such time of day"},
  });
}

TEST_CASE("Hijri dates") {
  check_rows({
      {"17 ربيع الثاني 1400 هـ", "1980-03-05 hijri"},
      {"17 ربيع الآخر 1400", "1980-03-05 hijri"},
      {"17/4/1400 هـ", "1980-03-05 hijri"},
      {"17/04/1400ه", "1980-03-05 hijri"},
      {"1400/4/17 AH", "1980-03-05 hijri"},
      {"17 Rabi' al-Thani 1400", "1980-03-05 hijri"},
      {"17 Rabi II 1400 AH", "1980-03-05 hijri"},
      {"1 محرم 1443", "2021-08-09 u hijri"},
      {"10 ذو الحجة 1444", "2023-06-28 hijri"},
      {"10 ذوالحجه 1444هـ", "2023-06-28 hijri"},
      {"رمضان 1445", "2024-03-11..2024-04-09 hijri"},
      {"1400 هـ", "1979-11-21..1980-11-08 hijri"},
      {"1299 هـ", "1881-11-23..1882-11-11 hijri"},
      {"5 آذار 1980 الموافق 18 ربيع الثاني 1400 هـ", "1980-03-05"},
      {"17 ربيع الثاني 1400هـ الموافق 5/3/1980م", "1980-03-05 o"},
      {"5 آذار 1981 الموافق 17 ربيع الثاني 1400 هـ",
       "error: the dates in two calendars do not agree"},
      {"رمضان 1980", "error: the year is out of range"},
      {"5 آذار 1400 هـ", "error: the month is of another calendar than the one named"},
      {"5 آذار 1400", "error: a Gregorian month with a year of another calendar"},
      {"31 محرم 1400", "error: the month has no such day"},
      {"1400 م", "1400"},
  });
}

TEST_CASE("a thirtieth day that the table does not have is the day after, said as approximate") {
  REQUIRE(month_length(Calendar::kHijri, 1443, 2) == 29);
  const auto read = read_date("30 صفر 1443");
  REQUIRE(read);
  CHECK(read->approximate);
  CHECK(read->date == read_date("1 ربيع الأول 1443")->date);
}

TEST_CASE("Persian dates, and years that could be of either calendar") {
  check_rows(
      {
          {"12 مرداد 1365", "1986-08-03 persian"},
          {"۱۲ مرداد ۱۳۶۵ ه‍.ش.", "1986-08-03 persian"},
          {"1365/5/12 ه.ش", "1986-08-03 persian"},
          {"12 Mordad 1365 SH", "1986-08-03 persian"},
          {"5 مهر 1365 ه", "1986-09-27 persian"},
          {"1365 هجری شمسی", "1986-03-21..1987-03-20 persian"},
          {"مهر 1365", "1986-09-23..1986-10-22 persian"},
          {"1365/06/31", "1986-09-22 persian"},  // no Hijri month has 31 days
          {"1365/05/12", "1946-04-14 c hijri"},
          {"1365", "1945-12-06..1946-11-24 c hijri"},
          {"1440", "2018-09-11..2019-08-30 hijri"},  // 2061 by the other
          {"1365 م", "1365"},
      },
      kOf2020);
  check_rows({{"1365/05/12", "1986-08-03 persian"}, {"1980", "1980"}},
             {.latest_year = 2020, .calendar = Calendar::kPersian});
  check_rows({{"1365/05/12", "1946-04-14 hijri"}},
             {.latest_year = 2020, .calendar = Calendar::kHijri});
  check_rows({{"1365/05/12", "1365-05-12"}},
             {.latest_year = 2020, .calendar = Calendar::kGregorian});
}

TEST_CASE("what is no date is refused with its reason") {
  check_rows({
      {"", "error: there is no date in it"},
      {"-", "error: there is no date in it"},
      {"29285", "error: a number alone: perhaps a spreadsheet's count of days"},
      {"34 years", "error: a word that belongs to no date"},
      {"34 سنة", "error: no year is given"},
      {"31/02/1980", "error: the month has no such day"},
      {"29/02/1981", "error: the month has no such day"},
      {"13/13/1980", "error: there is no such month"},
      {"32/01/1980", "error: the month has no such day"},
      {"5/1980/3", "error: the year stands between day and month"},
      {"1/2/3/1980", "error: more numbers than a date has"},
      {"980", "error: no year is given"},
      {"9999-12-31", "error: the year is out of range"},
      {"1234567890123", "error: a number is too long for a date"},
      {"5/3", "error: no year is given"},
      {"1985-1980", "error: two years that are no span"},
      {"\xFF", "error: not UTF-8"},
      {"+1980", "error: a sign that no date has"},
      {"1980 $", "error: a character that no date has"},
  });
  CHECK_FALSE(read_date(std::string(300, '1')));
}

TEST_CASE("words for nothing") {
  for (const char* text : {"", " ", "-", "--", "غير معروف", "غير معروفة ", "Unknown", "N/A", "н/д",
                           "неизвестно", "невідомо", "inconnu", "؟", "00/00/0000", "???"}) {
    CAPTURE(text);
    CHECK(says_unknown(text) == (std::string_view(text) != "غير معروفة "));
  }
  CHECK_FALSE(says_unknown("1980"));
  CHECK_FALSE(says_unknown("somewhere"));
  CHECK_FALSE(says_unknown("\xFF"));
}

TEST_CASE("no word stands for two things") {
  CHECK(date_words().clashes == 0);
  CHECK(age_words().clashes == 0);
  CHECK(unknown_words().clashes == 0);
}

}  // namespace parley::text
