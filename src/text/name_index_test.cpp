#include "text/name_index.hpp"

#include <doctest/doctest.h>

namespace parley::text {

TEST_CASE("names are found by their words, in any order and script") {
  // Words, not names.
  constexpr std::array<std::string_view, 6> kNames{"самовар борщ", "كتاب مدرسة", "שלום קיבוץ",
                                                   "самовар",      "",           "plain latin"};
  const NameIndex index(kNames);
  CHECK(index.words() == 8);
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

TEST_CASE("native words ask for Latin ones, and words for words of their script") {
  constexpr std::array<std::string_view, 5> kNames{"Samovar", "samovar borshch", "Kitab", "самовар",
                                                   "самавар"};
  const NameIndex index(kNames);
  const auto found = index.find("самовар", 9);
  REQUIRE(found.size() >= 3);
  CHECK(found[0].name == 3);
  CHECK(index.find("كتاب", 1).at(0).name == 2);
}

TEST_CASE("any bytes are a name") {
  const std::string broken = "\xff\xfe\x80", controls("\0\x01\x7f", 3);
  const std::vector<std::string_view> names{broken, controls, "", " - ' .", "\u200f\u202e", "🙂"};
  const NameIndex index(names);
  for (const std::string_view name : names) CHECK(index.find(name, 3).size() <= 3);
}

}  // namespace parley::text
