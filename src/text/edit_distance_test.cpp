#include "text/edit_distance.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>

namespace parley::text {
namespace {

// The definition, without a table.
std::size_t by_definition(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return a.size() + b.size();
  const std::string_view x = a.substr(0, a.size() - 1), y = b.substr(0, b.size() - 1);
  std::size_t least = std::min({by_definition(x, b) + 1, by_definition(a, y) + 1,
                                by_definition(x, y) + (a.back() != b.back())});
  if (x.size() > 0 && y.size() > 0 && a.back() == y.back() && x.back() == b.back()) {
    least = std::min(least, by_definition(x.substr(0, x.size() - 1), y.substr(0, y.size() - 1)) + 1);
  }
  return least;
}

std::string any(int most) {
  const auto length = *rc::gen::inRange(0, most);
  return *rc::gen::container<std::string>(static_cast<std::size_t>(length),
                                          rc::gen::elementOf(std::string("abc")));
}

}  // namespace

TEST_CASE("edit distance: known ones") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("kitten", "sitting") == 3);
  CHECK(edit_distance("ca", "abc") == 3);  // not 2: no substring is edited twice
  CHECK(edit_distance("abcdef", "abdcef") == 1);
  const std::string longer(100, 'x');
  CHECK(edit_distance(longer, longer + "y") == 1);
  CHECK(edit_distance("y" + longer, longer) == 1);
}

TEST_CASE("edit distance: as it is defined") {
  CHECK(rc::check("short texts", [] {
    const std::string a = any(7), b = any(7);
    RC_ASSERT(edit_distance(a, b) == by_definition(a, b));
    RC_ASSERT(edit_distance(b, a) == edit_distance(a, b));
  }));
  CHECK(rc::check("by bits and by table", [] {
    // The same letters behind a long beginning add nothing: beyond 64 bytes the table is used.
    const std::string a = any(40), b = any(40);
    RC_ASSERT(edit_distance(a, b) == edit_distance(std::string(70, 'z') + a, std::string(70, 'z') + b));
  }));
}

}  // namespace parley::text
