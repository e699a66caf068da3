#include "text/spelling_index.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "text/edit_distance.hpp"

namespace parley::text {

TEST_CASE("all keys a few changes apart are found, and no others") {
  CHECK(rc::check("naive twin", [] {
    const auto key = rc::gen::container<std::string>(rc::gen::elementOf(std::string("abcd")));
    const auto keys = *rc::gen::container<std::vector<std::string>>(key);
    std::string asked = *key;
    std::vector<SpellingIndex::Word> words;
    for (const std::string& one : keys) words.push_back({one.substr(0, 9), 0});
    asked.resize(std::min<std::size_t>(asked.size(), 9));
    std::vector<std::uint32_t> expected;
    for (std::uint32_t i = 0; i < words.size(); ++i) {
      const std::string& one = words[i].key;
      const std::size_t longer = std::max(one.size(), asked.size());
      const std::size_t shorter = std::min(one.size(), asked.size());
      if (one.empty() || asked.empty()) continue;
      // A change of letters is two leavings out, so short keys are found through the shorter one.
      const std::size_t allowed = longer <= 3 ? 1 : shorter <= 3 ? 0 : 2;
      if (allowed > 0 && edit_distance(one, asked) <= allowed) expected.push_back(i);
    }
    const SpellingIndex index(words);
    std::vector<std::uint32_t> found = index.find(asked, 0, 1'000);
    for (const std::uint32_t one : expected) {
      RC_ASSERT(std::find(found.begin(), found.end(), one) != found.end());
    }
    for (const std::uint32_t one : found) RC_ASSERT(edit_distance(words[one].key, asked) <= 2);
  }));
}

TEST_CASE("words of one group are found whatever their keys") {
  const SpellingIndex index({{"abc", 7}, {"xyz", 7}, {"xyz", 0}, {"", 7}});
  CHECK(index.find("abc", 7, 9) == std::vector<std::uint32_t>{0, 1, 3});
  CHECK(index.find("", 0, 9).empty());
}

}  // namespace parley::text
