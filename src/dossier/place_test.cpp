#include "dossier/place.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace parley::dossier {
namespace {

TEST_CASE("degrees are read exactly") {
  CHECK(*parse_degrees("36.20124") == 3620124);
  CHECK(*parse_degrees("-0.5") == -50000);
  CHECK(*parse_degrees("+180") == 18000000);
  CHECK(degrees_text(-50000) == "-0.50000");
  for (const char* bad : {"", "-", "36.", ".5", "36,2", "36.201245", "1e2", "nan", "1234", "3 6"}) {
    CHECK_FALSE(parse_degrees(bad));
  }
}

TEST_CASE("property: degrees are read as they are written") {
  CHECK(rc::check([] {
    const auto value = *rc::gen::inRange<std::int32_t>(-18'000'000, 18'000'001);
    RC_ASSERT(*parse_degrees(degrees_text(value)) == value);
  }));
}

}  // namespace
}  // namespace parley::dossier
