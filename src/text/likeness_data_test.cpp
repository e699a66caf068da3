// How likeness() separates on real names: tokens of Wikidata in Latin letters and in their own, to
// tune on. Skipped where the data is absent. The figures are printed; the bounds are what they
// were, less a little.
#include <doctest/doctest.h>
#include <fmt/core.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "text/learn/token_pairs.hpp"
#include "text/personal_name.hpp"

namespace parley::text {
namespace {

constexpr int kThreshold = 750;
constexpr std::size_t kRandomPairs = 200'000;

struct PartPair {
  NamePart latin, native;
};

std::optional<NamePart> lone_part(const std::string& token) {
  const PersonalName name = parse_name_part(token, NameRole::kUnplaced);
  if (name.parts.size() != 1) return std::nullopt;
  return name.parts[0];
}

std::vector<PartPair> read_parts(const std::filesystem::path& path) {
  std::vector<PartPair> pairs;
  for (const TokenPair& pair : read_token_pairs(path)) {
    const auto a = lone_part(pair.latin), b = lone_part(pair.native);
    if (a && b) pairs.push_back({*a, *b});
  }
  return pairs;
}

struct Rates {
  double same = 0, random = 0, key = 0;  // of pairs
};

Rates rates_of(const std::vector<PartPair>& pairs) {
  std::size_t same = 0, random = 0, key = 0, compared = 0;
  for (const PartPair& pair : pairs) {
    same += likeness(pair.latin, pair.native) >= kThreshold;
    key += pair.latin.key == pair.native.key;
  }
  // A fixed walk over the pairs of different lines.
  std::uint64_t state = 1;
  const auto next = [&] {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>(state >> 33) % pairs.size();
  };
  for (std::size_t i = 0; i < kRandomPairs; ++i) {
    const PartPair &a = pairs[next()], &b = pairs[next()];
    if (a.latin.folded == b.latin.folded || a.native.folded == b.native.folded) continue;
    ++compared;
    random += likeness(a.latin, b.native) >= kThreshold;
  }
  const auto share = [](std::size_t part, std::size_t all) {
    return static_cast<double>(part) / static_cast<double>(all);
  };
  return {share(same, pairs.size()), share(random, compared), share(key, pairs.size())};
}

}  // namespace

TEST_CASE("true pairs of real tokens are alike, random ones are not") {
  struct Bound {
    const char* file;
    double least_same, most_random, least_key;
  };
  constexpr Bound kBounds[] = {{"wd_arabic_64", .86, .0003, .79},
                               {"wd_russian_64", .77, .0002, .67},
                               {"wd_hebrew_64", .87, .0004, .61}};
  const char* data = std::getenv("PARLEY_DATA");
  const std::filesystem::path folder =
      std::filesystem::path(data != nullptr ? data : "../shared/data") / "names";
  if (!std::filesystem::exists(folder / "wd_arabic_64")) {
    MESSAGE("skipped: no names in PARLEY_DATA");
    return;
  }
  for (const Bound& bound : kBounds) {
    const std::vector<PartPair> pairs = read_parts(folder / bound.file);
    REQUIRE(!pairs.empty());
    const Rates rates = rates_of(pairs);
    MESSAGE(fmt::format("{}: {} pairs, alike {:.3f}, random pairs alike {:.5f}, equal keys {:.3f}",
                        bound.file, pairs.size(), rates.same, rates.random, rates.key));
    CHECK(rates.same >= bound.least_same);
    CHECK(rates.random <= bound.most_random);
    CHECK(rates.key >= bound.least_key);
  }
}

}  // namespace parley::text
