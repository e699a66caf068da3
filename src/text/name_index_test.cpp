#include "text/name_index.hpp"

#include <doctest/doctest.h>

namespace parley::text {

TEST_CASE("names are found by their words, in any order and script") {
  // Words, not names.
  constexpr std::array<std::string_view, 6> kNames{"самовар борщ", "كتاب مدرسة", "שלום קיבוץ",
                                                   "самовар",      "",           "plain latin"};
  const NameIndex index(kNames);
  CHECK(index.words() == 6);
  const auto first = [&](std::string_view latin) {
    const auto found = index.find(latin, 3);
    return found.empty() ? 99U : found[0].name;
  };
  CHECK(first("borshch samovar") == 0);
  CHECK(first("kitab  madrasa") == 1);
  CHECK(first("shalom") == 2);
  CHECK(index.find("", 3).empty());
  CHECK(index.find("samovar", 1).size() == 1);
}

TEST_CASE("a word that stands twice in a name counts once") {
  constexpr std::array<std::string_view, 2> kNames{"самовар самовар", "самовар"};
  const auto found = NameIndex(kNames).find("samovar", 9);
  REQUIRE(found.size() == 2);
  CHECK(found[0].name == 0);
  CHECK(found[0].worth == found[1].worth);
}

}  // namespace parley::text
