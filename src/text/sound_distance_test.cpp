#include "text/sound_distance.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <string>

namespace parley::text {
namespace {

constexpr Vowels kAll[] = {Vowels::kBoth, Vowels::kOneSide, Vowels::kNeither};

// The definition, written down: the cheapest of leaving out, adding and changing the first sound.
class Naive {
 public:
  Naive(std::string a, std::string b, Vowels vowels)
      : a_(std::move(a)), b_(std::move(b)), vowels_(vowels) {}

  int distance(std::size_t i = 0, std::size_t j = 0) {
    if (const auto known = known_.find({i, j}); known != known_.end()) return known->second;
    int best = 1 << 30;
    if (i == a_.size() && j == b_.size()) best = 0;
    if (i < a_.size()) best = std::min(best, cost(a_[i], '\0') + distance(i + 1, j));
    if (j < b_.size()) best = std::min(best, cost('\0', b_[j]) + distance(i, j + 1));
    if (i < a_.size() && j < b_.size()) {
      best = std::min(best, cost(a_[i], b_[j]) + distance(i + 1, j + 1));
    }
    return known_[{i, j}] = best;
  }

 private:
  int cost(char x, char y) const { return sound_cost(x, y, vowels_); }

  std::string a_, b_;
  Vowels vowels_;
  std::map<std::pair<std::size_t, std::size_t>, int> known_;
};

rc::Gen<std::string> sounds() {
  return rc::gen::map(rc::gen::container<std::string>(rc::gen::elementOf(
                          std::string("aeiouAWYOIPENMbcdfghjklmnpqrstvwyzSXGTDCZHKQBFLR"))),
                      [](const std::string& text) { return text.substr(0, kMostSounds); });
}

}  // namespace

TEST_CASE("the distance is the naive one's") {
  CHECK(rc::check("twin", [] {
    const std::string a = *sounds(), b = *sounds();
    for (const Vowels vowels : kAll) {
      const int distance = sound_distance(a, b, vowels);
      RC_ASSERT(distance == Naive(a, b, vowels).distance());
      RC_ASSERT(distance == sound_distance(b, a, vowels));
      const int enough = *rc::gen::inRange(0, 1500);
      RC_ASSERT(sound_distance(a, b, vowels, enough) == std::min(distance, enough));
    }
    RC_ASSERT(sound_distance(a, a, Vowels::kBoth) == 0);
  }));
}

TEST_CASE("costs are symmetric, and a sound is itself") {
  for (const Vowels vowels : kAll) {
    for (char a = 'A'; a <= 'z'; ++a) {
      CHECK(sound_cost(a, a, vowels) == 0);
      for (char b = 'A'; b <= 'z'; ++b) CHECK(sound_cost(a, b, vowels) == sound_cost(b, a, vowels));
    }
  }
}

TEST_CASE("long rows are compared by their beginning") {
  const std::string a(1000, 'b'), b(1000, 'b');
  CHECK(sound_distance(a, b + "k", Vowels::kBoth) == 0);
}

}  // namespace parley::text
