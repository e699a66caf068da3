// That fitting finds what was put into the lists, and does not run away where there is nothing.
#include "linkage/fit.hpp"

#include <doctest/doctest.h>

#include "linkage/invented_people.hpp"

namespace parley::linkage {
namespace {

Fitted fit_of(const invented::Lists& lists, const Verdicts& verdicts = {}) {
  const Encoded encoded = encode(*Records::of(invented::schema(), lists.sought),
                                 *Records::of(invented::schema(), lists.held));
  const Vocabulary vocabulary(encoded, 1);
  const Rarity rarity(encoded, vocabulary);
  const Blocker blocker(encoded, vocabulary, rarity, {});
  return fit(encoded, vocabulary, rarity, blocker, verdicts);
}

std::uint32_t m(const Fitted& fitted, std::size_t feature, Level level) {
  return fitted.features[feature].m_ppm[static_cast<std::size_t>(level)];
}

constexpr std::size_t kGiven = 0, kSex = 12, kBirth = 13;

}  // namespace

TEST_CASE("about as many are found to stand in both lists as do") {
  for (const std::uint32_t share : {20u, 70u}) {
    invented::Lists lists = invented::lists(7, 700, 600, share);
    std::vector<bool> sought(2000);
    for (const std::uint32_t who : lists.sought_is) sought[who] = true;
    std::uint32_t both = 0;
    for (const std::uint32_t who : lists.held_is) both += sought[who] ? 1u : 0u;
    const double want = static_cast<double>(both) / static_cast<double>(lists.held.size());
    const Fitted fitted = fit_of(lists);
    CHECK(fitted.matched_ppm / 1e6 > want * 0.7);
    CHECK(fitted.matched_ppm / 1e6 < want * 1.3);
    CHECK(m(fitted, kGiven, Level::kDifferent) < 150'000);
    CHECK(m(fitted, kSex, Level::kDifferent) < 20'000);
    // Three in four years of birth are right, and half of the rest a year or two off.
    CHECK(m(fitted, kBirth, Level::kDifferent) < 60'000);
    CHECK(m(fitted, kBirth, Level::kOneYear) > 50'000);
  }
}

TEST_CASE("what people answer moves the fit, the same each time") {
  const invented::Lists lists = invented::lists(7, 700, 600, 50);
  const Fitted alone = fit_of(lists);
  Verdicts no, yes;  // of pairs taken anyhow: nearly all are strangers
  for (std::uint32_t i = 0; i < 40; ++i) {
    no.apart.emplace_back(i * 10, i * 7);
    yes.together.emplace_back(i * 10, i * 7);
  }
  // Nobody believed in those: being told so is no news, and the contrary is.
  const Fitted expected = fit_of(lists, no), surprised = fit_of(lists, yes);
  CHECK(m(expected, kGiven, Level::kDifferent) < m(alone, kGiven, Level::kDifferent) + 5'000);
  CHECK(m(surprised, kGiven, Level::kDifferent) > m(alone, kGiven, Level::kDifferent) + 20'000);
  CHECK(fit_of(lists, yes) == surprised);
}

TEST_CASE("two lists of strangers are not made to match") {
  const Fitted fitted = fit_of(invented::lists(8, 500, 500, 0));
  CHECK(fitted.matched_ppm < 120'000);
}

TEST_CASE("empty lists and lists of one have what is usual") {
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}}) {
    const Fitted fitted = fit_of(invented::lists(9, size, size, 100));
    CHECK(fitted.features.size() == features_of(invented::schema()).size());
    CHECK(m(fitted, kGiven, Level::kExact) > 400'000);
  }
}

}  // namespace parley::linkage
