#include <doctest/doctest.h>
#include <fmt/core.h>
#include <rapidcheck.h>
#include <unicode/smpdtfmt.h>

#include <memory>
#include <vector>

#include "text/date_reading.hpp"

namespace parley::text {
namespace {

// A day as ICU writes it.
std::string written_by_icu(std::int64_t days, const char* locale, const char* pattern) {
  UErrorCode code = U_ZERO_ERROR;
  icu::SimpleDateFormat format(icu::UnicodeString::fromUTF8(pattern), icu::Locale(locale), code);
  REQUIRE(U_SUCCESS(code));
  format.setTimeZone(*icu::TimeZone::getGMT());
  icu::UnicodeString text;
  format.format(static_cast<double>(days) * 86'400'000.0, text);
  std::string out;
  text.toUTF8String(out);
  return out;
}

struct Spelling {
  const char* locale;
  const char* pattern;
  Calendar calendar;
};

const std::vector<Spelling> kSpellings = {
    {"ar_SY", "d MMMM y", Calendar::kGregorian},
    {"ar_EG", "EEEE، d MMMM y", Calendar::kGregorian},
    {"ar_DZ", "d MMMM y", Calendar::kGregorian},
    {"ar_IQ", "d MMMM، y", Calendar::kGregorian},
    {"ar_MA", "d MMMM y", Calendar::kGregorian},
    {"en", "MMMM d, y", Calendar::kGregorian},
    {"en", "dd-MMM-y", Calendar::kGregorian},
    {"fr", "EEEE d MMMM y", Calendar::kGregorian},
    {"fr", "d MMM y", Calendar::kGregorian},
    {"ru", "d MMMM y 'г.'", Calendar::kGregorian},
    {"ru", "LLLL y", Calendar::kGregorian},
    {"ru", "d MMM y", Calendar::kGregorian},
    {"uk", "EEEE, d MMMM y 'р.'", Calendar::kGregorian},
    {"uk", "d MMM y", Calendar::kGregorian},
    {"he", "d בMMMM y", Calendar::kGregorian},
    {"fa@calendar=gregorian", "d MMMM y", Calendar::kGregorian},
    {"fa@calendar=gregorian", "y-MM-dd'T'HH:mm:ss", Calendar::kGregorian},
    {"ar@calendar=islamic-umalqura", "d MMMM y 'هـ'", Calendar::kHijri},
    {"ar@calendar=islamic-umalqura", "yyyy/MM/dd 'هـ'", Calendar::kHijri},
    {"en@calendar=islamic-umalqura", "d MMMM y", Calendar::kHijri},
    {"fa@calendar=islamic-umalqura", "d MMMM y 'ه‍.ق.'", Calendar::kHijri},
    {"fa@calendar=persian", "d MMMM y", Calendar::kPersian},
    {"fa@calendar=persian", "yyyy/MM/dd 'ه‍.ش.'", Calendar::kPersian},
    {"fa_AF@calendar=persian", "d MMMM y", Calendar::kPersian},
};

}  // namespace

TEST_CASE("a day that ICU wrote is read as that day") {
  for (const Spelling& spelling : kSpellings) {
    // A day every 37 from 1925 to 2030 meets every month and every day of the month.
    std::string fault;
    for (std::int64_t days = -16'400; days < 21'900 && fault.empty(); days += 37) {
      const std::string written = written_by_icu(days, spelling.locale, spelling.pattern);
      const auto read = read_date(written);
      const Date day = civil_from_days(days);
      if (!read) {
        fault = written + ": " + read.error().message;
      } else if (read->calendar != spelling.calendar || read->span().first > day ||
                 read->span().last < day || read->approximate || read->order_assumed) {
        fault = written + ": " + read->date.iso();
      } else if (read->date.day != 0 && read->date != day) {
        fault = written + ": " + read->date.iso();
      }
    }
    CAPTURE(spelling.locale);
    CHECK(fault == "");
  }
}

TEST_CASE("every day in every calendar, in numbers") {
  CHECK(rc::check("round trip and order", [] {
    const auto calendar = *rc::gen::element(Calendar::kHijri, Calendar::kPersian);
    const std::int64_t days = *rc::gen::inRange<std::int64_t>(-30'000, 21'000);
    const char* mark = calendar == Calendar::kHijri ? "هـ" : "ه.ش";
    const auto at = [&](std::int64_t n) {
      const CalendarDay day = day_in(calendar, n);
      return read_date(fmt::format("{}/{}/{} {}", day.year, day.month, day.day, mark));
    };
    const auto one = at(days);
    const auto next = at(days + 1);
    RC_ASSERT(one && next);
    RC_ASSERT(one->date == civil_from_days(days));
    RC_ASSERT(one->date < next->date);
  }));
}

TEST_CASE("what is read is a date, and its span is in order, whatever the bytes") {
  static const std::vector<std::string> kPieces = {
      "1",  "5",  "12",   "25",  "31",    "80",      "1980", "1365", "1400",  "/",  "-",    ".",
      " ",  ":",  "آذار", "مهر", "رمضان", "هـ",      "ه.ش",  "م",    "March", "г.", "?",    "~",
      "xx", "00", "سنة",  "T",   "Z",     "الموافق", "٣",    "\xFF", "+",     "١٤", "9999", "ت"};
  const auto holds = [](const std::string& text) {
    const auto read = read_date(text, {.latest_year = 2020});
    if (!read) return read.error().fault == Fault::kBadInput;
    const DaySpan span = read->span();
    return is_date(read->date) && is_date(span.first) && is_date(span.last) &&
           span.first <= span.last && read->date.first_day() <= span.first &&
           span.first <= read->date.last_day();
  };
  CHECK(rc::check("pieces of dates", [&] {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kPieces));
    std::string text;
    for (const std::string& piece : pieces) text += piece;
    RC_ASSERT(holds(text));
    says_unknown(text);
    const auto age = read_age(text);
    RC_ASSERT(!age || (*age >= 0 && *age <= 130));
  }));
  CHECK(rc::check("any bytes", [&](const std::string& text) { RC_ASSERT(holds(text)); }));
}

}  // namespace parley::text
