#include "linkage/calibrate.hpp"

#include <doctest/doctest.h>

#include "linkage/bits.hpp"

namespace parley::linkage {
namespace {

// Two lists of so many people, of whom nothing is known but their number.
Encoded lists_of(std::uint32_t a, std::uint32_t b) {
  Encoded out;
  out.a.order.resize(a);
  out.b.order.resize(b);
  return out;
}

Fitted begun() {
  Fitted out;
  out.matched_ppm = 500'000;
  return out;
}

}  // namespace

TEST_CASE("as many are found as have a clear partner") {
  std::vector<Scored> scored;
  for (std::uint32_t i = 0; i < 90; ++i) scored.push_back({i, i, 40'000});
  Fitted fitted = begun();
  calibrate(lists_of(200, 100), scored, fitted);
  CHECK(fitted.matched_ppm == 500'000);
  CHECK(fitted.found_ppm > 880'000);
  CHECK(fitted.found_ppm < 910'000);
}

TEST_CASE("a further partner is the likelier, the more have one") {
  std::vector<Scored> once, twice;
  for (std::uint32_t i = 0; i < 90; ++i) {
    once.push_back({i, i, 40'000});
    twice.push_back({i, i, 40'000});
    if (i % 4 == 0) twice.push_back({i + 100, i, 40'000});
  }
  Fitted seldom = begun(), often = begun();
  calibrate(lists_of(200, 100), once, seldom);
  calibrate(lists_of(200, 100), twice, often);
  CHECK(often.again_ppm > 2 * seldom.again_ppm);
}

TEST_CASE("nothing scored, nobody in the lists, or one list: nothing to learn") {
  Fitted fitted = begun();
  calibrate(lists_of(0, 0), {}, fitted);
  CHECK(fitted.found_ppm == 500'000);
  Encoded one = lists_of(10, 0);
  one.one_list = true;
  calibrate(one, {{0, 1, 5'000}}, fitted);
  CHECK(fitted.found_ppm == 500'000);
  CHECK(fitted.again_ppm == 0);
}

}  // namespace parley::linkage
