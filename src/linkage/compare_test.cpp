// A comparison that may be given up against one that is not.
#include "linkage/compare.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "linkage/fit.hpp"
#include "linkage/invented_people.hpp"

namespace parley::linkage {

TEST_CASE("what reaches the bound is never given up, and compared the same") {
  CHECK(rc::check("as the whole comparison", [] {
    const auto seed = *rc::gen::inRange<std::uint64_t>(1, 500);
    const std::int32_t least = *rc::gen::inRange(-10'000, 20'000);
    const invented::Lists made = invented::lists(seed, 40, 40);
    const Encoded lists = encode(*Records::of(invented::schema(), made.sought),
                                 *Records::of(invented::schema(), made.held));
    const Vocabulary vocabulary(lists, 1);
    const Rarity rarity(lists, vocabulary);
    const Blocker blocker(lists, vocabulary, rarity, {});
    const Weights weights(lists, fit(lists, vocabulary, rarity, blocker));
    Worths worths;
    for (std::size_t f = 0; f < lists.features.size(); ++f) {
      for (std::size_t level = 0; level < kLevels; ++level) {
        worths.of[f][level] = weights.of(f, static_cast<Level>(level));
      }
    }
    worths.finish();
    Comparer comparer(lists, vocabulary, rarity);
    for (std::uint32_t a = 0; a < lists.a.size(); ++a) {
      comparer.set(a);
      for (std::uint32_t b = 0; b < lists.b.size(); ++b) {
        Compared whole, quick;
        comparer.with(b, whole);
        const bool reached = comparer.reaches(b, worths, least, quick);
        RC_ASSERT(reached || weights.total(whole) < least);
        if (!reached) continue;
        RC_ASSERT(quick.level == whole.level);
        RC_ASSERT(quick.rarity == whole.rarity);
        RC_ASSERT(quick.by_alias == whole.by_alias);
      }
    }
  }));
}

}  // namespace parley::linkage
