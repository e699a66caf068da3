// The words that say why two rows may be one person, in each language a report may be in.
//
// Promises and limits: as desk/report/labels.hpp. No probability is said to be 0 or 100 in 100.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "desk/report/word_table.hpp"
#include "linkage/explain.hpp"

namespace parley::desk {

enum class PairWord : std::uint8_t {
  kTitle,
  kPair,  // {0}, {1} the rows
  kRow,   // {0} a number
  // Steps.
  kOutset,
  kOutsetMeans,  // {0} a number: one pair in so many
  kOutsetHalf,
  kKinship,
  kKinshipMeans,
  kEnd,
  kByChance,      // {0} a number: one person in so many
  kOneIn,         // {0} a number
  kByChanceHalf,  // more than half
  // What the steps come to.
  kFor,          // {0} a number, {1} a probability
  kAgainst,      // the same
  kEven,         // {1}
  kOverFor,      // {0}, {1}
  kOverAgainst,  // {0}, {1}
  kShare,        // {0} in 100
  kOverShare,    // over 99.9 in 100
  kUnderShare,   // under 1 in 1000
  kNoRivals,     // {0} one of the sentences above
  kWithRivals,   // {0} a probability
  kProposal,     // {0} the standing
  kNotSure,      // {0} a doubt
  kOneSided,
  kScale,
  kPeopleDecide,
  kDeskOnly,
  // Columns, and the chart.
  kCompared,
  kFirst,
  kSecond,
  kAgreement,
  kChance,
  kChanceMeans,
  kLinkage,  // {0} its id
  kBits,
  kChart,
  kColon,      // {0}, {1}
  kSemicolon,  // {0}, {1}
};
inline constexpr std::size_t kPairWordCount = static_cast<std::size_t>(PairWord::kSemicolon) + 1;

std::string_view pair_word(PairWord word, document::Language language);
std::string pair_word(PairWord word, document::Language language,
                      std::initializer_list<std::string_view> values);

std::string_view words_of(linkage::Standing standing, document::Language language);
std::string_view words_of(linkage::Doubt doubt, document::Language language);

// "3 400", "3,400": three digits a group, as the language has them.
std::string grouped(std::uint64_t number, document::Language language);
// "+3.2", "−0.8", "0.0": to a tenth, with the language's decimal mark.
std::string signed_bits(std::int32_t millibits, document::Language language);

// "about 99.7 in 100": never 0 and never 100.
std::string probability_words(std::uint32_t ppm, document::Language language);
// "The odds are about 340 to 1 that they are one person (about 99.7 in 100)."
std::string odds_words(std::uint32_t ppm, document::Language language);
// "by chance, about 1 in 3,400 of the people listed agrees so"; empty where rarity plays no part.
std::string rarity_words(std::uint32_t share_ppm, document::Language language);
// "1 in 3,400".
std::string one_in_words(std::uint32_t share_ppm, document::Language language);
// "of pairs of rows without another candidate, about 1 in 5,000 is one person".
std::string outset_words(std::int32_t prior_millibits, document::Language language);

}  // namespace parley::desk
