#include "text/name_match.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>

namespace parley::text {
namespace {

std::uint32_t ppm(std::string_view a, std::string_view b) {
  return match_names(a, b).probability_ppm;
}

std::string some_name() {
  static const std::vector<std::string> kWords{
      "Karim", "كريم", "Haddad",    "حداد",   "Pavel",     "Павел",  "Testov", "Тестов",
      "Yosef", "יוסף", "Barzel",    "J.",     "Petrovich", "Abu",    "أبو",    "bin",
      "Dr.",   "-",    "al-Halabi", "الحلبي", ",",         "Գրիգոր", "王",     "\xff"};
  std::string out;
  for (int i = *rc::gen::inRange(0, 10); i > 0; --i) {
    out += *rc::gen::elementOf(kWords) + *rc::gen::element<std::string>(" ", "", "-");
  }
  return out;
}

}  // namespace

TEST_CASE("what is left out costs little, what contradicts costs much") {
  CHECK(ppm("Pavel Testov", "Pavel Petrovich Testov") > 700'000);
  CHECK(ppm("Pavel Ivanovich Testov", "Pavel Petrovich Testov") < 400'000);
  CHECK(ppm("Karim Haddad", "Karim Najjar") < 300'000);
  CHECK(ppm("Omar bin Karim", "Karim bin Omar") < 300'000);
  CHECK(ppm("Jon", "John Smith") < 800'000);
  CHECK(ppm("Jon", "John Smith") < ppm("Jon Smith", "John Smith"));
}

TEST_CASE("order, initials, titles, hyphens and joined words") {
  for (const auto& [a, b] : std::vector<std::pair<std::string, std::string>>{
           {"Haddad, Karim", "Karim Haddad"},
           {"Dr. Karim Haddad", "Karim Haddad"},
           {"K. Haddad", "Karim Haddad"},
           {"KarimHaddad", "Karim Haddad"},
           {"Anna-Maria Testova", "Anna Maria Testova"},
           {"Abd al-Rahman Haddad", "Abdulrahman Haddad"},
           {"عبد الرحمن حداد", "Abdul Rahman Haddad"},
           {"Павел Тестов", "Pavel Testov"},
           {"כהן דוד", "David Cohen"},
           {"كريم حداد", "Карим Хаддад"}}) {
    CAPTURE(a);
    CAPTURE(b);
    CHECK(match_names(a, b).match());
  }
}

TEST_CASE("lines say what stands with what") {
  const NameMatch match = match_names("Abu Samer Karim Haddad", "أبو سامر كريم حداد");
  CHECK(std::any_of(match.lines.begin(), match.lines.end(),
                    [](const MatchLine& line) { return line.kind == MatchKind::kKunya; }));
  for (const MatchLine& line : match_names("Karim Haddad", "Haddad Karim Najjar").lines) {
    CHECK(
        (line.kind == MatchKind::kPaired || (line.a.empty() && line.kind == MatchKind::kOnlyOne)));
  }
}

TEST_CASE("whatever is written") {
  CHECK(rc::check("the same either way round", [] {
    const std::string a = some_name(), b = some_name();
    RC_ASSERT(ppm(a, b) == ppm(b, a));
    RC_ASSERT(ppm(a, b) <= 1'000'000);
  }));
}

}  // namespace parley::text
