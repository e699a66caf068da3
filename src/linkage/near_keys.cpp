#include "linkage/near_keys.hpp"

#include <algorithm>

namespace parley::linkage {
namespace {

// Source: Wegner's count of bits in parallel; the compiler's own asks for newer machines.
int bits_in(std::uint32_t x) {
  x -= x >> 1 & 0x55555555u;
  x = (x & 0x33333333u) + (x >> 2 & 0x33333333u);
  return static_cast<int>(((x + (x >> 4)) & 0x0f0f0f0fu) * 0x01010101u >> 24);
}

std::uint64_t hash_of(std::string_view text, std::size_t without) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == without) continue;
    hash = (hash ^ static_cast<unsigned char>(text[i])) * 0x100000001b3u;
  }
  return hash ^ hash >> 29;
}

// The hashes of a key and of the key less each letter; of equal neighbours, less one.
template <class Use>
void each_shortened(std::string_view key, Use use) {
  use(hash_of(key, key.size()));
  for (std::size_t i = 0; i < key.size(); ++i) {
    if (i > 0 && key[i] == key[i - 1]) continue;
    use(hash_of(key, i));
  }
}

// Levenshtein's distance column by column; `where`: the places of each letter of `a`.
template <class Where>
std::uint32_t by_columns(std::size_t size_a, std::string_view b, const Where& where) {
  const std::uint64_t last = std::uint64_t{1} << (size_a - 1);
  std::uint64_t up = ~std::uint64_t{0}, down = 0;
  auto distance = static_cast<std::uint32_t>(size_a);
  for (const char c : b) {
    const std::uint64_t match = where(c);
    const std::uint64_t diagonal = (((match & up) + up) ^ up) | match | down;
    std::uint64_t right = down | ~(diagonal | up);
    std::uint64_t left = diagonal & up;
    if ((right & last) != 0) ++distance;
    if ((left & last) != 0) --distance;
    right = (right << 1) | 1;
    left <<= 1;
    up = left | ~(diagonal | right);
    down = right & diagonal;
  }
  return distance;
}

}  // namespace

// Source: Hyyrö, "A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances"
// (2003), after Myers (1999).
std::uint32_t edit_distance(std::string_view a, std::string_view b) {
  a = a.substr(0, 64);
  b = b.substr(0, 64);
  if (a.size() > b.size()) std::swap(a, b);
  if (a.empty()) return static_cast<std::uint32_t>(b.size());
  // For short texts a table of letters costs more than to look at each.
  if (a.size() <= 8) {
    return by_columns(a.size(), b, [a](char c) {
      std::uint64_t match = 0;
      for (std::size_t i = 0; i < a.size(); ++i) match |= std::uint64_t{a[i] == c} << i;
      return match;
    });
  }
  std::array<std::uint64_t, 256> places{};
  for (std::size_t i = 0; i < a.size(); ++i) {
    places[static_cast<unsigned char>(a[i])] |= std::uint64_t{1} << i;
  }
  return by_columns(a.size(), b,
                    [&places](char c) { return places[static_cast<unsigned char>(c)]; });
}

std::uint32_t edits_allowed(std::size_t length) { return length <= 3 ? 1 : length <= 5 ? 2 : 3; }

std::uint32_t letters_of(std::string_view key) {
  std::uint32_t letters = 0;
  for (const char c : key) letters |= 1u << (static_cast<unsigned char>(c) & 31u);
  return letters;
}

bool near_letters(std::uint32_t letters_a, std::size_t length_a, std::uint32_t letters_b,
                  std::size_t length_b) {
  const std::size_t longer = std::max(length_a, length_b);
  const std::size_t shorter = std::min(length_a, length_b);
  const std::uint32_t allowed = edits_allowed(longer);
  // An exchange changes two letters at most.
  return longer - shorter <= allowed &&
         bits_in(letters_a ^ letters_b) <= static_cast<int>(2 * allowed);
}

bool near_keys(std::string_view a, std::uint32_t letters_a, std::string_view b,
               std::uint32_t letters_b) {
  return near_letters(letters_a, a.size(), letters_b, b.size()) &&
         edit_distance(a, b) <= edits_allowed(std::max(a.size(), b.size()));
}

bool near_keys(std::string_view a, std::string_view b) {
  return near_keys(a, letters_of(a), b, letters_of(b));
}

NearKeys::NearKeys(const std::vector<std::string_view>& keys, bool narrow)
    : keys_(keys), narrow_(narrow) {
  for (const std::string_view key : keys) letters_.push_back(letters_of(key));
  if (!narrow) return;
  for (std::uint32_t at = 0; at < keys.size(); ++at) {
    each_shortened(keys[at], [&](std::uint64_t hash) { entries_.emplace_back(hash, at); });
  }
  std::sort(entries_.begin(), entries_.end());
}

void NearKeys::of_all(std::size_t at, std::vector<std::uint32_t>& out) const {
  for (std::uint32_t other = 0; other < keys_.size(); ++other) {
    if (near_keys(keys_[at], letters_[at], keys_[other], letters_[other])) out.push_back(other);
  }
}

void NearKeys::of(std::size_t at, std::vector<std::uint32_t>& out) const {
  out.clear();
  if (!narrow_) {
    of_all(at, out);
    return;
  }
  each_shortened(keys_[at], [&](std::uint64_t hash) {
    auto found = std::lower_bound(entries_.begin(), entries_.end(), Entry{hash, 0});
    for (std::size_t i = 0; i < kMostOfOne && found != entries_.end() && found->first == hash;
         ++i, ++found) {
      out.push_back(found->second);
    }
  });
  out.push_back(static_cast<std::uint32_t>(at));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  std::erase_if(out, [&](std::uint32_t other) {
    return !near_keys(keys_[at], letters_[at], keys_[other], letters_[other]);
  });
}

}  // namespace parley::linkage
