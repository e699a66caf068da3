#include "linkage/truth.hpp"

#include <doctest/doctest.h>

namespace parley::linkage {

TEST_CASE("a column, or the beginning of what it says") {
  CHECK(parse_truth("cluster") == Truth{"cluster"});
  CHECK(parse_truth("rec_id:2-") == Truth{"rec_id", 2, '-'});
  CHECK(parse_truth("a:b:1:") == Truth{"a:b", 1, ':'});
  CHECK(parse_truth("time:12") == Truth{"time:12"});
  CHECK(parse_truth("time:0-") == Truth{"time:0-"});
  CHECK(parse_truth(":2-") == Truth{":2-"});
  CHECK(parse_truth("") == Truth{});

  const Truth second{"rec_id", 2, '-'};
  CHECK(told(second, "rec-17-org") == "rec-17");
  CHECK(told(second, "rec-17-dup-3") == "rec-17");
  CHECK(told(second, "rec-17") == "rec-17");
  CHECK(told(second, "") == "");
  CHECK(told({"x"}, "a-b-c") == "a-b-c");
}

}  // namespace parley::linkage
