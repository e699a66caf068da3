#include "table/number_format.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <charconv>
#include <string>

#include "table/cell_reference.hpp"
#include "table/decimal.hpp"
#include "table/serial_date.hpp"

namespace parley::table {
namespace {

using Shown = NumberFormat::Shown;

Shown shown(std::string_view code) { return number_format_of_code(code).shown; }

TEST_CASE("format codes that show dates, and that do not") {
  for (const std::string_view code :
       {"dd/mm/yyyy", "m/d/yy", "[$-409]d\\-mmm\\-yyyy;@", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
        "yyyy\"年\"m\"月\"d\"日\";@", "B2dd/mm/yyyy", "[Red]dd.mm.yy", "d/m", "mmmm", "e/m/d"}) {
    CHECK_MESSAGE(shown(code) == Shown::kDay, code);
  }
  for (const std::string_view code : {"mmm-yy", "mm/yyyy", "[$-C0A]mmmm\\ yyyy"}) {
    CHECK_MESSAGE(shown(code) == Shown::kMonth, code);
  }
  CHECK(shown("yyyy") == Shown::kYear);
  for (const std::string_view code : {"m/d/yy h:mm", "yyyy-mm-dd\\Thh:mm:ss", "d/m h AM/PM"}) {
    CHECK_MESSAGE(shown(code) == Shown::kDateTime, code);
  }
  for (const std::string_view code : {"h:mm", "mm:ss.0", "h:mm AM/PM", "hh\"h\"mm"}) {
    CHECK_MESSAGE(shown(code) == Shown::kTime, code);
  }
  for (const std::string_view code :
       {"General", "0.00", "#,##0", "0.00E+00", "[h]:mm", "@", "", "\"day\"0", "0\\d", "[Red]0",
        "_(* #,##0_)", "#,##0\\ [$₽-419]", "0_d", "\"unclosed", "[", "\\"}) {
    CHECK_MESSAGE(shown(code) == Shown::kNumber, code);
  }
  CHECK(number_format_of_code("00000").digits == 5);
  CHECK(number_format_of_code("0").digits == 1);
}

TEST_CASE("built-in formats") {
  CHECK(builtin_number_format(14).shown == Shown::kDay);
  CHECK(builtin_number_format(17).shown == Shown::kMonth);
  CHECK(builtin_number_format(20).shown == Shown::kTime);
  CHECK(builtin_number_format(22).shown == Shown::kDateTime);
  CHECK(builtin_number_format(46).shown == Shown::kNumber);  // [h]:mm:ss
  CHECK(builtin_number_format(31).shown == Shown::kDay);
  for (const std::uint32_t id : {0U, 1U, 4U, 9U, 11U, 13U, 23U, 37U, 44U, 48U, 49U, 59U, 163U}) {
    CHECK_MESSAGE(builtin_number_format(id).shown == Shown::kNumber, id);
  }
}

std::string iso(double serial, Shown how = Shown::kDay, DateSystem system = DateSystem::k1900) {
  return serial_to_iso(serial, how, system).value_or("none");
}

// Values printed by Excel and LibreOffice.
TEST_CASE("serial numbers of days") {
  CHECK(iso(1) == "1900-01-01");
  CHECK(iso(59) == "1900-02-28");
  CHECK(iso(60) == "none");
  CHECK(iso(61) == "1900-03-01");
  CHECK(iso(25569) == "1970-01-01");
  CHECK(iso(43831) == "2020-01-01");
  CHECK(iso(2958465) == "9999-12-31");
  CHECK(iso(2958466) == "none");
  CHECK(iso(0) == "none");
  CHECK(iso(-1) == "none");
  CHECK(iso(1e300) == "none");
  CHECK(iso(0, Shown::kDay, DateSystem::k1904) == "1904-01-01");
  CHECK(iso(42369, Shown::kDay, DateSystem::k1904) == "2020-01-01");
}

TEST_CASE("what the cell shows, and no more") {
  CHECK(iso(43831.75) == "2020-01-01");
  CHECK(iso(43831.75, Shown::kMonth) == "2020-01");
  CHECK(iso(43831.75, Shown::kYear) == "2020");
  CHECK(iso(43831.75, Shown::kDateTime) == "2020-01-01T18:00:00");
  CHECK(iso(43831, Shown::kDateTime) == "2020-01-01");
  CHECK(iso(43831.9999999, Shown::kDateTime) == "2020-01-02");
  CHECK(iso(0.25, Shown::kDateTime) == "06:00:00");
  CHECK(iso(43831.25, Shown::kTime) == "06:00:00");
  CHECK(iso(5, Shown::kNumber) == "none");
}

TEST_CASE("property: days follow one another in both systems") {
  CHECK(rc::check([] {
    const auto serial = *rc::gen::inRange<std::int64_t>(61, 2'958'465);
    const auto today = parse_date(iso(static_cast<double>(serial)));
    const auto tomorrow = parse_date(iso(static_cast<double>(serial + 1)));
    RC_ASSERT(days_from_civil(*tomorrow) - days_from_civil(*today) == 1);
    if (serial >= 1462) {
      RC_ASSERT(iso(static_cast<double>(serial - 1462), Shown::kDay, DateSystem::k1904) ==
                iso(static_cast<double>(serial)));
    }
  }));
}

TEST_CASE("numbers as text") {
  const auto text = [](std::string_view number) {
    return shortest_decimal(number).value_or("none");
  };
  CHECK(text("1980") == "1980");
  CHECK(text("1980.0") == "1980");
  CHECK(text("-0") == "0");
  CHECK(text("+5") == "5");
  CHECK(text("007") == "7");
  CHECK(text(" 12 ") == "12");
  CHECK(text("0.1") == "0.1");
  CHECK(text("0.30000000000000004") == "0.3");
  CHECK(text("1E3") == "1000");
  CHECK(text("9.63944123456E11") == "963944123456");
  CHECK(text("12345678901234567890") == "12345678901234600000");
  CHECK(text("1E-5") == "0.00001");
  CHECK(text("1e300") == "1e+300");
  for (const std::string_view none :
       {"", "-", "1,5", "0x10", "inf", "nan", "1e999", "1 2", "--1"}) {
    CHECK_MESSAGE(text(none) == "none", none);
  }
}

TEST_CASE("property: whole numbers stay as they are") {
  CHECK(rc::check([] {
    const auto number = *rc::gen::inRange<std::int64_t>(-999'999'999'999'999, 999'999'999'999'999);
    const std::string text = std::to_string(number);
    RC_ASSERT(shortest_decimal(text) == text);
    RC_ASSERT(shortest_decimal(text + ".0") == text);
    RC_ASSERT(shortest_decimal(text + "e0") == text);
  }));
}

TEST_CASE("references of cells") {
  const auto at = [](std::string_view text) {
    const auto place = cell_reference(text);
    return place ? std::to_string(place->column) + "," + std::to_string(place->row) : "none";
  };
  CHECK(at("A1") == "1,1");
  CHECK(at("Z9") == "26,9");
  CHECK(at("AA10") == "27,10");
  CHECK(at("XFD1048576") == "16384,1048576");
  CHECK(at("$C$7:E9") == "3,7");
  CHECK(at("c7") == "3,7");
  for (const std::string_view none :
       {"", "A", "7", "XFE1", "A1048577", "A0", "A1B", "Ä1", "A-1", "AAAAAAAAAAAAAAA1"}) {
    CHECK_MESSAGE(at(none) == "none", none);
  }
}

}  // namespace
}  // namespace parley::table
