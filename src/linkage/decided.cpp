#include "linkage/decided.hpp"

#include <algorithm>
#include <set>

namespace parley::linkage {
namespace {

using Numbers = std::set<std::pair<std::uint32_t, std::uint32_t>>;

Numbers numbered(const Encoded& lists, const People& of_a, const People& of_b,
                 const IndexPairs& pairs) {
  Numbers out;
  for (auto [x, y] : pairs) {
    if (lists.flipped) std::swap(x, y);
    std::uint32_t a = of_a.at(x), b = of_b.at(y);
    if (a == kNone || b == kNone) continue;
    if (lists.one_list && a > b) std::swap(a, b);
    out.emplace(a, b);
  }
  return out;
}

}  // namespace

People::People(const Side& side, const Records& records) {
  for (std::uint32_t person = 0; person < side.size(); ++person) {
    numbers_.emplace(records.index(side.order[person]), person);
  }
}

std::uint32_t People::at(std::uint32_t index) const {
  const auto found = numbers_.find(index);
  return found == numbers_.end() ? kNone : found->second;
}

Verdicts verdicts_of(const Encoded& lists, const Records& a, const Records& b,
                     const IndexPairs& apart, const IndexPairs& together) {
  if (apart.empty() && together.empty()) return {};
  const People of_a(lists.a, a), of_b(lists.other(), b);
  const Numbers never = numbered(lists, of_a, of_b, apart);
  const Numbers always = numbered(lists, of_a, of_b, together);
  return {{never.begin(), never.end()}, {always.begin(), always.end()}};
}

void heed_decided(const Encoded& lists, const Records& a, const Records& b, const IndexPairs& apart,
                  const IndexPairs& together, std::vector<Scored>& scored) {
  if (apart.empty() && together.empty()) return;
  const People of_a(lists.a, a), of_b(lists.other(), b);
  const Numbers never = numbered(lists, of_a, of_b, apart);
  const Numbers always = numbered(lists, of_a, of_b, together);
  std::set<std::uint32_t> taken_a, taken_b;
  // Within a list a person may have several further rows: being decided with one excludes nobody.
  if (!lists.one_list) {
    for (const auto& [x, y] : always) {
      taken_a.insert(x);
      taken_b.insert(y);
    }
  }
  std::erase_if(scored, [&](const Scored& pair) {
    const std::pair both(pair.a, pair.b);
    if (never.contains(both)) return true;
    return (taken_a.contains(pair.a) || taken_b.contains(pair.b)) && !always.contains(both);
  });
}

}  // namespace parley::linkage
