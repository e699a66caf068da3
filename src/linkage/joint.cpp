#include "linkage/joint.hpp"

#include <algorithm>
#include <bit>
#include <tuple>
#include <utility>

namespace parley::linkage {
namespace {

enum class Of : std::uint8_t { kParts = 1, kYear, kTerm };

// Spreads keys evenly over the buckets. Source: Vigna's splitmix64.
std::uint64_t mixed(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

std::uint64_t key_of(Of of, std::size_t field, std::uint32_t x, std::uint32_t y) {
  const std::uint64_t both = std::uint64_t{x} << 32 | y;
  return mixed(mixed(both) + (std::uint64_t{field} << 8 | static_cast<std::uint64_t>(of)));
}

constexpr std::uint64_t kInBucket = 4;

}  // namespace

std::uint64_t joint_of_parts(std::uint32_t x, std::uint32_t y) {
  return key_of(Of::kParts, 0, std::min(x, y), std::max(x, y));
}
std::uint64_t joint_of_year(std::uint32_t part, std::size_t field, std::int32_t year) {
  return key_of(Of::kYear, field, part, static_cast<std::uint32_t>(year));
}
std::uint64_t joint_of_term(std::uint32_t part, std::size_t field, std::uint32_t term) {
  return key_of(Of::kTerm, field, part, term);
}

Joint::Joint(std::uint32_t people, const KeysOf& keys_of) {
  std::vector<std::uint64_t> mine;
  const auto each = [&](auto use) {
    for (std::uint32_t person = 0; person < people; ++person) {
      mine.clear();
      keys_of(person, mine);
      std::sort(mine.begin(), mine.end());
      mine.erase(std::unique(mine.begin(), mine.end()), mine.end());
      for (const std::uint64_t key : mine) use(key, person);
    }
  };
  std::uint64_t all = 0;
  each([&all](std::uint64_t, std::uint32_t) { ++all; });
  const int bits = std::clamp(static_cast<int>(std::bit_width(all / kInBucket)), 1, 30);
  shift_ = 64 - bits;
  first_.resize((std::size_t{1} << bits) + 1);
  each([this](std::uint64_t key, std::uint32_t) { ++first_[bucket_of(key) + 1]; });
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  keys_.resize(all);
  people_.resize(all);
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  each([&](std::uint64_t key, std::uint32_t person) {
    const std::uint32_t at = next[bucket_of(key)]++;
    keys_[at] = key;
    people_[at] = person;
  });
  std::vector<std::pair<std::uint64_t, std::uint32_t>> bucket;
  for (std::size_t i = 0; i + 1 < first_.size(); ++i) {
    const std::uint32_t begin = first_[i], end = first_[i + 1];
    if (std::is_sorted(keys_.begin() + begin, keys_.begin() + end)) continue;
    bucket.clear();
    for (std::uint32_t at = begin; at < end; ++at) bucket.emplace_back(keys_[at], people_[at]);
    std::sort(bucket.begin(), bucket.end());
    for (std::uint32_t at = begin; at < end; ++at) {
      std::tie(keys_[at], people_[at]) = bucket[at - begin];
    }
  }
}

Range Joint::of(std::uint64_t key) const {
  if (first_.empty()) return {};
  const std::size_t bucket = bucket_of(key);
  const auto begin = keys_.begin() + first_[bucket], end = keys_.begin() + first_[bucket + 1];
  const auto found = std::lower_bound(begin, end, key);
  const auto last = std::upper_bound(found, end, key);
  return {static_cast<std::uint32_t>(found - keys_.begin()),
          static_cast<std::uint32_t>(last - keys_.begin())};
}

}  // namespace parley::linkage
