#include <algorithm>
#include <cstdlib>

#include "text/personal_name.hpp"
#include "text/sound_distance.hpp"

namespace parley::text {
namespace {

constexpr int kMost = 1000;
// Spellings that the table of common names gives to a name of both.
constexpr int kMaySame = 950;
// Equal by sound, but neither by spelling nor by the table.
constexpr int kMostBySound = 990;
// The table knows the two as different names: however alike, they stay below.
constexpr int kMostOfTwoNames = 600;
constexpr int kInitialFits = 600;
constexpr int kInitialOther = 100;
// An article written together with its word on one side only.
constexpr int kArticleCost = 15;
// So much of the weight has to differ to leave nothing alike, in hundredths.
constexpr int kNothingAlike = 60;

bool holds(const NamePart& part, std::uint32_t group) {
  return group != 0 &&
         (part.group == group || part.other_groups[0] == group || part.other_groups[1] == group);
}

bool may_be_one(const NamePart& a, const NamePart& b) {
  return holds(b, a.group) || holds(b, a.other_groups[0]) || holds(b, a.other_groups[1]);
}

// Words of scripts that parley gives no sounds: equal or not.
int by_sounds(std::string_view a, std::string_view b, Vowels vowels, int extra, int least) {
  if (a.empty() || b.empty()) return 0;
  const int nothing = (sound_weight(a) + sound_weight(b)) / 2 * kNothingAlike / 100;
  // From this distance on the likeness is under `least`.
  const int enough = std::min(nothing, ((kMost - least + 1) * nothing + kMost - 1) / kMost);
  const int distance = sound_distance(a, b, vowels, enough) + extra;
  if (distance >= enough) return 0;
  return distance >= nothing ? 0 : std::min(kMost - kMost * distance / nothing, kMostBySound);
}

int initial_likeness(const NamePart& a, const NamePart& b) {
  if (a.sounds.empty() || b.sounds.empty()) return kInitialOther;
  const int cost = sound_cost(a.sounds[0], b.sounds[0], vowels_between(a.script, b.script));
  return cost <= 25 ? kInitialFits : kInitialOther;
}

}  // namespace

int likeness(const NamePart& a, const NamePart& b, int least) {
  if (a.folded == b.folded && !a.folded.empty()) return kMost;
  if (a.group != 0 && a.group == b.group) return kMost;
  if (a.initial || b.initial) return initial_likeness(a, b);
  if (may_be_one(a, b)) return kMaySame;
  if (a.group != 0 && b.group != 0 && least > kMostOfTwoNames) return 0;
  const Vowels vowels = vowels_between(a.script, b.script);
  int best = by_sounds(a.sounds, b.sounds, vowels, 0, least);
  if (a.article != 0 || b.article != 0) {
    const std::string_view bare_a = std::string_view(a.sounds).substr(a.article);
    const std::string_view bare_b = std::string_view(b.sounds).substr(b.article);
    const int extra = a.article != 0 && b.article != 0 ? 0 : kArticleCost;
    best = std::max(best, by_sounds(bare_a, bare_b, vowels, extra, least));
  }
  if (a.group != 0 && b.group != 0) best = std::min(best, kMostOfTwoNames);
  return best;
}

}  // namespace parley::text
