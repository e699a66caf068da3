#include "text/normal.hpp"

#include <doctest/doctest.h>

namespace parley::text {

TEST_CASE("composed and decomposed spellings become one") {
  CHECK(*nfc("e\xCC\x81t\xC3\xA9") == "\xC3\xA9t\xC3\xA9");
  CHECK(*nfc("plain") == "plain");
  // Arabic alef with hamza above, decomposed.
  CHECK(*nfc("\xD8\xA7\xD9\x94") == "\xD8\xA3");
}

TEST_CASE("what is not UTF-8 is refused") { CHECK_FALSE(nfc("\xFF")); }

}  // namespace parley::text
