#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "text/date_reading.hpp"

namespace parley::text {
namespace {

OrderGuess guess(const std::vector<std::string>& column) { return guess_order(column); }

}  // namespace

TEST_CASE("the order of a column is what its cells need") {
  const OrderGuess none = guess({"05/03/1980", "", "1980", "x"});
  CHECK(none.order == DayOrder::kDayFirst);
  CHECK_FALSE(none.shown);
  CHECK_FALSE(none.conflict);

  const OrderGuess month = guess({"05/03/1980", "03/25/1980", "1980-25-03"});
  CHECK(month.order == DayOrder::kMonthFirst);
  CHECK(month.shown);

  const OrderGuess day = guess({"25/03/1980", "05/03/1980"});
  CHECK(day.order == DayOrder::kDayFirst);
  CHECK(day.shown);

  const OrderGuess both = guess({"25/03/1980", "03/25/1980"});
  CHECK(both.order == DayOrder::kDayFirst);
  CHECK(both.conflict);
  CHECK_FALSE(both.shown);

  const std::vector<std::string_view> views = {"٠٣/٢٥/١٩٨٠"};
  CHECK(guess_order(views).order == DayOrder::kMonthFirst);
}

TEST_CASE("the calendar of a column is what its cells show") {
  const auto calendar = [](const std::vector<std::string>& column) {
    return guess_calendar(column);
  };
  CHECK(calendar({"1365/05/12", "1365/06/31"}) == Calendar::kPersian);
  CHECK(calendar({"1365/05/12", "1400 هـ"}) == Calendar::kHijri);
  CHECK(calendar({"1365/05/12"}) == std::nullopt);
  CHECK(calendar({"1365/06/31", "1400 هـ"}) == std::nullopt);
  CHECK(calendar({"1980"}) == std::nullopt);
}

}  // namespace parley::text
