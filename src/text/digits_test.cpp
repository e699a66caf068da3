#include "text/digits.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <unicode/uchar.h>

namespace parley::text {

TEST_CASE("every decimal digit that ICU knows has its value, and nothing else has") {
  bool same = true;
  for (UChar32 c = 0; c <= 0x10FFFF; ++c) {
    // The table is Unicode 15's; a newer ICU may know more digits.
    UVersionInfo age;
    u_charAge(c, age);
    if (age[0] > 15) continue;
    const auto value = digit_value(static_cast<char32_t>(c));
    const bool digit = u_charType(c) == U_DECIMAL_DIGIT_NUMBER;
    same = same && (digit ? value == u_charDigitValue(c) : !value);
  }
  CHECK(same);
}

TEST_CASE("digits within text") {
  CHECK(ascii_digits("٥ آذار ١٩٨٠") == "5 آذار 1980");
  CHECK(ascii_digits("۱۳۶۵/۰۵/۱۲") == "1365/05/12");
  CHECK(ascii_digits("１９８０年") == "1980年");
  CHECK(ascii_digits("२०१४") == "2014");
  CHECK(ascii_digits("a\xFF\xD9"
                     "b") ==
        "a\xFF\xD9"
        "b");
  CHECK(ascii_digits("") == "");
}

TEST_CASE("the rest of any text stays as it is") {
  CHECK(rc::check("ascii_digits twice is once", [](const std::string& text) {
    const std::string once = ascii_digits(text);
    RC_ASSERT(ascii_digits(once) == once);
  }));
}

}  // namespace parley::text
