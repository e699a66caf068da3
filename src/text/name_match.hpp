// Two whole names compared: what the probability is that they are one person's.
//
// Method: parts are paired one to one so that the evidence (name_evidence.hpp) is greatest,
// whatever their order; what is paired, left out by one name, or contradicted by both becomes a sum
// of bits, and that a probability. The weights were fitted (learn/name_match_learn.cpp) on pairs of
// names of one invented person against pairs of two people whose names share something: the
// probability is for two names that came up together, with even odds before anything is compared.
//
// Promises: integers; symmetric, but for which of equally good pairings is shown; a pure function.
// A part that only one name has is an omission, never a contradiction; a kunya is never paired with
// a part. Does not: decide, or know how rare a name is among the people at hand (linkage does).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/name_evidence.hpp"
#include "text/personal_name.hpp"

namespace parley::text {

inline constexpr std::size_t kMostMatched = 8;  // parts of a name; what stands behind is not seen

// A name made ready to be compared with many.
struct ReadyName {
  // `scripts`: of the names that it will be compared with, by number.
  ReadyName(const PersonalName& name, const std::array<bool, 6>& scripts);

  std::vector<ReadyPart> parts;
  std::vector<ReadyPart> joined;  // part i and i + 1 in one word
  std::string kunya, kunya_key;
};
std::array<bool, 6> scripts_of(const PersonalName& name);

enum class MatchKind : std::uint8_t {
  kPaired,   // two parts that agree, more or less
  kDiffers,  // a part of each, which are not one name
  kOnlyOne,  // a part that one name leaves out
  kKunya,    // both have one
};
std::string_view name(MatchKind kind);

struct MatchLine {
  MatchKind kind = MatchKind::kPaired;
  std::string a, b;  // as written; one is empty for kOnlyOne
  NameRole role_a = NameRole::kUnplaced, role_b = NameRole::kUnplaced;
  Ground ground = Ground::kNone;
  bool moved = false;   // another place in the other name
  bool joined = false;  // two parts of one name written as one in the other
  int millibits = 0;
};

struct NameMatch {
  std::vector<MatchLine> lines;
  int millibits = 0;  // log odds
  std::uint32_t probability_ppm = 0;
  bool match() const { return probability_ppm >= 500'000; }
};

NameMatch match_names(const ReadyName& a, const ReadyName& b);
NameMatch match_names(std::string_view a, std::string_view b);

// The log odds of two names of one word each with this evidence, not held within any bounds.
int alone_worth(int millibits);
std::uint32_t probability_ppm(int millibits);  // of log odds

// What the weights stand for: counts, but for those that say millibits.
enum class MatchSign : std::uint8_t {
  kEven,           // 1
  kAgreement,      // millibits of the pairs that agree, to kMostAgreement in all
  kContradiction,  // millibits of those that do not, each below nothing
  kWeakest,        // millibits of the least of all pairs but initials
  kDiffers,        // pairs that are surely not one name
  kLeftOut,        // parts that one name leaves out
  kAlone,          // 1: one name has a single part, and the other more
  kMoved,          // 1: the one's given name is the other's father's, and the reverse
  kInitials,       // pairs with an initial that fits
  kKunyaSame,
  kKunyaOther,
};
inline constexpr std::size_t kMatchSigns = 11;
inline constexpr int kMostAgreement = 20'000;
inline constexpr bool in_millibits(MatchSign sign) {
  return sign == MatchSign::kAgreement || sign == MatchSign::kContradiction ||
         sign == MatchSign::kWeakest;
}
using MatchSigns = std::array<int, kMatchSigns>;

struct Matched {
  std::vector<MatchLine> lines;
  MatchSigns signs{};
};
Matched matched(const ReadyName& a, const ReadyName& b);

}  // namespace parley::text
