// The narrow search of near keys, joint keys and numbered texts against their naive twins.
#include "linkage/near_keys.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <set>

#include "linkage/joint.hpp"
#include "linkage/texts.hpp"

namespace parley::linkage {
namespace {

std::string word() {
  return *rc::gen::container<std::string>(rc::gen::elementOf(std::string("abcmn")));
}

std::vector<std::string> different_words() {
  std::set<std::string> out;
  for (int i = 0; i < 40; ++i) out.insert(word().substr(0, 7));
  return {out.begin(), out.end()};
}

}  // namespace

TEST_CASE("near keys") {
  CHECK(rc::check("all, and of the narrow search every one a change away", [] {
    const std::vector<std::string> words = different_words();
    const std::vector<std::string_view> keys(words.begin(), words.end());
    const NearKeys wide(keys, false), narrow(keys, true);
    std::vector<std::uint32_t> all, few;
    for (std::size_t at = 0; at < keys.size(); ++at) {
      wide.of(at, all);
      narrow.of(at, few);
      std::vector<std::uint32_t> want, close;
      for (std::uint32_t other = 0; other < keys.size(); ++other) {
        if (near_keys(keys[at], keys[other])) want.push_back(other);
        if (edit_distance(keys[at], keys[other]) <= 1) close.push_back(other);
      }
      RC_ASSERT(all == want);
      RC_ASSERT(std::includes(want.begin(), want.end(), few.begin(), few.end()));
      RC_ASSERT(std::includes(few.begin(), few.end(), close.begin(), close.end()));
    }
  }));
}

TEST_CASE("people by two things together") {
  CHECK(rc::check("as a map has them", [] {
    const auto people = *rc::gen::container<std::vector<std::vector<std::uint8_t>>>(
        rc::gen::container<std::vector<std::uint8_t>>(rc::gen::inRange<std::uint8_t>(0, 9)));
    std::map<std::uint64_t, std::set<std::uint32_t>> want;
    const auto keys_of = [&people](std::uint32_t person, std::vector<std::uint64_t>& keys) {
      for (const std::uint8_t part : people[person]) keys.push_back(joint_of_parts(part, 3));
    };
    for (std::uint32_t person = 0; person < people.size(); ++person) {
      std::vector<std::uint64_t> keys;
      keys_of(person, keys);
      for (const std::uint64_t key : keys) want[key].insert(person);
    }
    const Joint joint(static_cast<std::uint32_t>(people.size()), keys_of);
    for (std::uint32_t part = 0; part < 10; ++part) {
      const std::uint64_t key = joint_of_parts(3, part);
      const Range range = joint.of(key);
      const std::vector<std::uint32_t> got(joint.people() + range.begin,
                                           joint.people() + range.end);
      RC_ASSERT(got == std::vector<std::uint32_t>(want[key].begin(), want[key].end()));
    }
  }));
}

TEST_CASE("numbers of texts") {
  CHECK(rc::check("equal texts and no others have one number", [] {
    TextNumbers numbers;
    ViewNumbers views;
    std::vector<std::string> words;
    for (int i = 0; i < 200; ++i) words.push_back(word());
    std::map<std::string, std::uint32_t> want;
    for (const std::string& one : words) {
      const auto next = static_cast<std::uint32_t>(want.size());
      const auto [at, is_new] = want.try_emplace(one, next);
      const TextNumbers::Number number = numbers.of(one);
      RC_ASSERT(number.at == at->second);
      RC_ASSERT(number.is_new == is_new);
      RC_ASSERT(views.of(one) == at->second);
      RC_ASSERT(numbers.texts()[number.at] == one);
    }
  }));
}

}  // namespace parley::linkage
