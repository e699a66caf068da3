#include "text/latin_index.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

namespace parley::text {

TEST_CASE(
    "a word found has the score that the query gives it; a wide search loses none of the best") {
  constexpr std::array<std::string_view, 8> kLatin{"samovar", "samovár", "borshch", "borsch",
                                                   "kitab",   "shalom",  "s",       ""};
  const Transliteration& model = Transliteration::of(Script::kCyrillic);
  const LatinIndex index(model, kLatin);
  for (const std::string_view native : {"самовар", "борщ", "с", "", "китаб"}) {
    const Letters letters = model.native(native);
    const auto found = index.find(native, kLatin.size(), 4'096);
    for (const auto& one : found) {
      CHECK(one.score == TransliterationQuery(model, kLatin[one.word]).score(letters));
    }
    std::size_t possible = 0;
    for (const std::string_view latin : kLatin) {
      possible += TransliterationQuery(model, latin).score(letters) > kImpossible / 2;
    }
    CHECK(found.size() == possible);
    CHECK(index.find(native, 2, 1).size() <= 2);
  }
  CHECK(index.find("самовар", 1).at(0).word <= 1);
  CHECK(LatinIndex(model, {}).find("самовар", 3).empty());
}

}  // namespace parley::text
