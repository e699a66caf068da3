#include "exchange/match_rivals.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace parley::exchange {
namespace {

using record::EntryId;

constexpr std::uint32_t kEven = 500'000;

// One side of a claim's pair: who stands opposite, in which set, how well.
struct Opposite {
  std::size_t set = 0;
  EntryId who;
  std::int32_t millibits = 0;
};

class Opposites {
 public:
  explicit Opposites(const std::vector<LinkedSet>& sets) {
    for (std::size_t s = 0; s < sets.size(); ++s) {
      for (const LinkedPair& pair : sets[s].pairs) {
        if (sets[s].kind == PairKind::kDuplicate) {
          if (pair.probability_ppm >= kEven) one_person_.insert(std::minmax(pair.a, pair.b));
          continue;
        }
        of_[pair.a].push_back({s, pair.b, pair.millibits});
        of_[pair.b].push_back({s, pair.a, pair.millibits});
      }
    }
  }

  bool has_rival(std::size_t set, const EntryId& of, const EntryId& opposite,
                 std::int32_t at_least) const {
    const std::vector<Opposite>& all = of_.at(of);
    return std::any_of(all.begin(), all.end(), [&](const Opposite& other) {
      return other.set != set && other.millibits > at_least &&
             !one_person_.contains(std::minmax(opposite, other.who));
    });
  }

 private:
  std::unordered_map<EntryId, std::vector<Opposite>, IdHash> of_;  // never iterated
  std::set<std::pair<EntryId, EntryId>> one_person_;
};

}  // namespace

void doubt_rivals_elsewhere(std::vector<LinkedSet>& sets, std::int32_t margin) {
  const Opposites opposites(sets);
  for (std::size_t s = 0; s < sets.size(); ++s) {
    if (sets[s].kind != PairKind::kClaim) continue;
    for (LinkedPair& pair : sets[s].pairs) {
      if (pair.standing != linkage::Standing::kSure) continue;
      const std::int32_t bound = pair.millibits - margin;
      if (!opposites.has_rival(s, pair.a, pair.b, bound) &&
          !opposites.has_rival(s, pair.b, pair.a, bound)) {
        continue;
      }
      pair.standing = linkage::Standing::kQueued;
      pair.doubts = {linkage::Doubt::kRival};
    }
  }
}

}  // namespace parley::exchange
