#include "linkage/compare_value.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

namespace parley::linkage {
namespace {

CodedDate coded(std::string_view first, std::string_view last = {}, bool unknown = false) {
  const Date from = *parse_date(first);
  const Date to = last.empty() ? from.last_day() : *parse_date(last);
  const Schema schema = {{"date", Kind::kDate, false, false, 0}};
  const Records one = *Records::of(schema, {{0, {{DateSpan{from.first_day(), to, unknown}}}}});
  return encode(one).dictionaries[0].dates[0];
}

Term term(std::vector<std::string> is, std::vector<std::string> within, std::string text) {
  return {std::move(is), std::move(within), std::move(text)};
}

Level compare(Term a, Term b) {
  const Schema schema = {{"place", Kind::kTerm, false, false, 0}};
  const Records both = *Records::of(schema, {{0, {{std::move(a), std::move(b)}}}});
  const Encoded lists = encode(both);
  const std::uint32_t second = lists.dictionaries[0].size - 1;  // 0: the two are one value
  return TermComparer(lists).compare(0, 0, second);
}

std::string latin_code() {
  return *rc::gen::container<std::string>(rc::gen::elementOf(std::string("12a")));
}

// What kNear means, by making every code that is one slip away.
std::set<std::string> slips(const std::string& code) {
  std::set<std::string> out;
  const std::string letters = "12a";
  for (std::size_t i = 0; i <= code.size(); ++i) {
    for (const char c : letters) {
      out.insert(code.substr(0, i) + c + code.substr(i));
      if (i < code.size()) out.insert(code.substr(0, i) + c + code.substr(i + 1));
    }
    if (i < code.size()) out.insert(code.substr(0, i) + code.substr(i + 1));
    if (i + 1 < code.size()) {
      std::string swapped = code;
      std::swap(swapped[i], swapped[i + 1]);
      out.insert(swapped);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("dates") {
  struct Case {
    CodedDate a, b;
    Level level;
  };
  const Case cases[] = {
      {coded("1980-03-05"), coded("1980-03-05"), Level::kExact},
      {coded("1980-03-05"), coded("1980-05-03"), Level::kSwapped},
      {coded("1980-03-05"), coded("1980-03-09"), Level::kOneDigit},
      {coded("1980-03-05"), coded("1930-03-05"), Level::kOneDigit},
      {coded("1980-03-05"), coded("1980-03-11"), Level::kFewDays},
      {coded("1980-12-30"), coded("1981-01-02"), Level::kFewDays},
      {coded("1980-03-05"), coded("1980-11-20"), Level::kOtherDay},
      {coded("1979-03-05"), coded("1981-03-05"), Level::kOtherYear},
      {coded("1980-03-05"), coded("1991-03-05"), Level::kDifferent},
      {coded("1980-03-05"), coded("1981-01-20"), Level::kOneYear},
      {coded("1980-03-05"), coded("1980"), Level::kSameYear},
      {coded("1980"), coded("1980"), Level::kSameYear},
      {coded("1980"), coded("1981"), Level::kOneYear},
      {coded("1980"), coded("1982"), Level::kTwoYears},
      {coded("1980"), coded("1985"), Level::kFiveYears},
      {coded("1980"), coded("1987"), Level::kDifferent},
      // 1 January, often written where only the year is known.
      {coded("1980-01-01", "1980-01-01", true), coded("1980-09-09"), Level::kSameYear},
      {coded("1980-01-01", "1980-01-01"), coded("1980-09-09"), Level::kOtherDay},
      // An age is a span of a year, "about 30" a longer one.
      {coded("1979-06-02", "1980-06-01"), coded("1980"), Level::kSameYear},
      {coded("1975", "1984-12-31"), coded("1980-03-05"), Level::kOverlap},
  };
  for (const Case& c : cases) {
    CHECK(name(compare(c.a, c.b)) == name(c.level));
    CHECK(compare(c.b, c.a) == compare(c.a, c.b));
  }
}

TEST_CASE("codes") {
  CHECK(compare_codes("123456", "123456") == Level::kExact);
  CHECK(compare_codes("123456", "123465") == Level::kNear);
  CHECK(compare_codes("1234", "1235") == Level::kDifferent);
  CHECK(compare_codes("", "12345") == Level::kDifferent);
  CHECK(compare_codes("roberta25smithnet", "roberta25snithnat") == Level::kAlike);
  CHECK(compare_codes("roberta25smithnet", "robert255smithnetxx") == Level::kAlike);
  CHECK(compare_codes("roberta25smithnet", "robert99jonesnet") == Level::kWeak);
  CHECK(compare_codes("1234567890", "0987654321") == Level::kDifferent);
  CHECK(rc::check("near is one slip", [] {
    const std::string a = latin_code(), b = latin_code();
    const bool long_enough = std::max(a.size(), b.size()) >= 5;
    const bool short_enough = std::max(a.size(), b.size()) < 10;  // of longer ones see below
    const Level want = a == b                                ? Level::kExact
                       : long_enough && slips(a).contains(b) ? Level::kNear
                                                             : Level::kDifferent;
    if (want == Level::kDifferent && !short_enough) return;
    RC_ASSERT(compare_codes(a, b) == want);
    RC_ASSERT(compare_codes(b, a) == want);
  }));
}

TEST_CASE("terms by their ids") {
  CHECK(compare(term({"1"}, {"8"}, ""), term({"1", "2"}, {}, "")) == Level::kExact);
  CHECK(compare(term({"1"}, {"8"}, ""), term({"8"}, {"9"}, "")) == Level::kWithin);
  CHECK(compare(term({"1"}, {"8", "9"}, ""), term({"2"}, {"7", "9"}, "")) == Level::kBeside);
  CHECK(compare(term({"1"}, {"8"}, "x"), term({"2"}, {"7"}, "x")) == Level::kDifferent);
}

TEST_CASE("terms by their text where a side has no ids") {
  CHECK(compare(term({}, {}, "Taiz"), term({}, {}, "TAIZ")) == Level::kExact);
  CHECK(compare(term({"1"}, {}, "Taiz"), term({}, {}, "Taiz")) == Level::kExact);
  CHECK(compare(term({"1"}, {}, ""), term({}, {}, "Taiz")) == Level::kAbsent);
  CHECK(compare(term({}, {}, "Hodeidah port"), term({}, {}, "Hodeidah")) == Level::kWithin);
  CHECK(compare(term({}, {}, "Taiz"), term({}, {}, "Marib")) == Level::kDifferent);
  const Level across = compare(term({}, {}, "مأرب"), term({}, {}, "Marib"));
  CHECK((across == Level::kNear || across == Level::kAlike));
}

TEST_CASE("of several values the closest counts") {
  CHECK(better(Level::kAbsent, Level::kDifferent) == Level::kDifferent);
  CHECK(better(Level::kNear, Level::kDifferent) == Level::kNear);
  CHECK(better(Level::kExact, Level::kAbsent) == Level::kExact);
}

}  // namespace parley::linkage
