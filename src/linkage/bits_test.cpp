#include "linkage/bits.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>

namespace parley::linkage {

TEST_CASE("powers of two and their logarithms") {
  CHECK(log2_millibits(1) == 0);
  CHECK(log2_millibits(1024) == 10'000);
  CHECK(log2_millibits(~std::uint64_t{0}) == 64'000);
  CHECK(log2_millibits(3, 2) == 585);
  CHECK(log2_millibits(2, 3) == -585);
  CHECK(exp2_millibits(0) == 1.0);
  CHECK(exp2_millibits(-3000) == 0.125);
  CHECK(exp2_millibits(-3'000'000) == 0.0);
  CHECK(std::isinf(exp2_millibits(3'000'000)));
}

TEST_CASE("as the library's, to a millibit") {
  CHECK(rc::check("log2", [](std::uint64_t n, std::uint64_t d) {
    RC_PRE(n > 0 && d > 0);
    const double want = 1000 * (std::log2(n) - std::log2(d));
    RC_ASSERT(std::abs(log2_millibits(n, d) - want) <= 0.51);
  }));
  CHECK(rc::check("exp2", [] {
    const int millibits = *rc::gen::inRange(-100'000, 100'000);
    const double want = std::exp2(millibits / 1000.0);
    RC_ASSERT(std::abs(exp2_millibits(millibits) / want - 1) < 1e-12);
  }));
}

}  // namespace parley::linkage
