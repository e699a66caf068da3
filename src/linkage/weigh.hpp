// What an agreement is worth: Fellegi-Sunter weights.
//
// For each feature and level, m is how often one person's two records agree so, u how often two
// people's do; the weight is log2(m / u), in millibits (1000: twice as likely one person as
// before). Beside it:
// - Rarity: agreeing in a rare value tells more than in a common one (rarity.hpp).
// - Kinship: relatives share father, family name, mother, origin, and some people have the names of
//   another. What such features, and what all names together, say for a pair is capped by how often
//   that happens: only the given name, dates and codes tell brothers apart, only what is no name
//   tells namesakes. What the caps take is a contribution of its own (kKinship).
// - Others: households and neighbours share what no list of kin can name (an address, a telephone,
// a
//   town and its postcode). How many people differ in given name and dates and agree in as much
//   otherwise is counted in the lists themselves, and caps all that is neither.
// - Groups: of fields that partly say the same, the best counts in full, the others half.
// - A worse level never weighs more than a better one; differing never speaks for a pair; kunyas
//   that differ cost at most one bit, for a man may have several.
// Promises: from what was fitted on, integers only.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "linkage/compare.hpp"
#include "linkage/level.hpp"

namespace parley::linkage {

// What was fitted, quantised: recorded with a result, it makes the result exact.
struct Fitted {
  struct Levels {
    // In millionths of the pairs that both have the feature; 0 where the level cannot occur.
    std::array<std::uint32_t, kLevels> m_ppm{}, u_ppm{};
    bool operator==(const Levels&) const = default;
  };
  std::vector<Levels> features;  // one a feature of the schema
  // Between lists: how many of the shorter one's people stand in the other. Within a list: how many
  // other rows a row has on the average.
  std::uint32_t matched_ppm = 0;
  // Between lists: how many of the shorter one's people were found (calibrate.hpp), where fit()
  // looked at some, and how likely a further partner is beside the first one (marginal.hpp).
  std::uint32_t found_ppm = 0, again_ppm = 0;
  // How many others a row has, on the average, who surely are other people (they differ in the
  // given name and in every date of their own, and share no code of their own) and yet would pass
  // for the same by all else: a household, a neighbourhood. 0: not known.
  std::uint32_t others_ppm = 0;
  std::uint32_t iterations = 0;
  std::vector<SameTerms> same_terms;  // learnt from sure pairs (correspondence.hpp), or given

  bool operator==(const Fitted&) const = default;
};

// What one feature says of a pair. Absent features are left out.
struct Contribution {
  std::uint16_t feature = 0;  // in Links::features; kKinship: what the caps take
  Level level = Level::kAbsent;
  std::int32_t millibits = 0;
  std::uint32_t share_ppm = 0;  // how many of the other list's people would agree so; 0: not known
  // Which of the field's values were compared, and which parts of a name.
  std::uint8_t value_a = 0, value_b = 0, part_a = 0, part_b = 0;

  bool operator==(const Contribution&) const = default;
};
constexpr std::uint16_t kKinship = 0xffff;

class Weights {
 public:
  Weights(const Encoded& lists, const Fitted& fitted);

  // Whether the given names differ, and dates, of which both have one, and no own code agrees.
  bool surely_others(const Compared& compared) const;
  // What all else says, kinship taken off.
  std::int32_t besides_identity(const Compared& compared) const;
  // The sum of the contributions.
  std::int32_t total(const Compared& compared) const;
  std::vector<Contribution> contributions(const Compared& compared,
                                          const Witnesses& witnesses) const;
  // log2 of the odds that any two records are one person's, before they are compared; between lists
  // against both having no partner.
  std::int32_t prior() const { return prior_; }
  std::int32_t of(std::size_t feature, Level level) const {
    return table_[feature][static_cast<std::size_t>(level)];
  }

 private:
  using Each = std::array<std::int32_t, kMostFeatures>;
  static constexpr std::int32_t kNoCap = 100'000'000;
  std::int32_t kinship(const Compared& compared, Each& each) const;
  std::int32_t weigh(const Compared& compared, Each& each) const;  // returns what the caps take
  void count_groups_half(Each& each) const;
  std::int32_t besides_identity(const Each& each) const;

  std::size_t features_;
  std::vector<std::array<std::int32_t, kLevels>> table_;
  std::array<bool, kMostFeatures> shared_by_kin_{}, of_own_names_{}, own_date_{}, own_code_{};
  std::vector<std::vector<std::size_t>> groups_;                // features that partly say the same
  std::size_t given_ = kMostFeatures, father_ = kMostFeatures;  // of the own name
  std::int32_t prior_ = 0;
  std::int32_t kin_cap_ = 0, namesake_cap_ = 0, others_cap_ = kNoCap;
};

// Between lists, the shares of the first's and the second's people who have no partner.
struct Free {
  double a = 1, b = 1;
};
Free free_of(const Encoded& lists, std::uint32_t matched_ppm);
std::int32_t prior_of(const Encoded& lists, std::uint32_t matched_ppm);

// The levels that can occur for a feature, with m as it is before any list is seen.
struct Expected {
  Level level;
  std::uint32_t m_ppm;
};
std::vector<Expected> expected_levels(const Schema& schema, const Feature& feature);

}  // namespace parley::linkage
