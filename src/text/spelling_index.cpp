#include "text/spelling_index.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "text/edit_distance.hpp"

namespace parley::text {
namespace {

constexpr std::size_t kLongestKey = 14;  // what stands behind is not looked at

std::size_t edits_of(std::size_t length) { return length <= 3 ? 1 : SpellingIndex::kEdits; }

// FNV-1a
std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) hash = (hash ^ static_cast<std::uint8_t>(c)) * 16777619U;
  return hash;
}

// The hashes of a key and of what is left of it without one or two letters.
void leftovers(std::string_view key, std::vector<std::uint32_t>& out) {
  out.clear();
  const std::string whole(key.substr(0, kLongestKey));
  out.push_back(hash_of(whole));
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string one = whole;
    one.erase(i, 1);
    out.push_back(hash_of(one));
    if (edits_of(whole.size()) < 2) continue;
    for (std::size_t j = i; j < one.size(); ++j) {
      std::string two = one;
      two.erase(j, 1);
      out.push_back(hash_of(two));
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
}

}  // namespace

SpellingIndex::SpellingIndex(std::vector<Word> words) : words_(words.size()) {
  std::iota(words_.begin(), words_.end(), 0U);
  std::sort(words_.begin(), words_.end(), [&](std::uint32_t a, std::uint32_t b) {
    const int order = words[a].key.compare(words[b].key);
    return order != 0 ? order < 0 : a < b;
  });
  for (std::uint32_t i = 0; i < words_.size(); ++i) {
    const Word& word = words[words_[i]];
    if (keys_.empty() || keys_.back() != word.key) {
      keys_.push_back(word.key);
      first_.push_back(i);
    }
    if (word.group != 0) grouped_.push_back({word.group, words_[i]});
  }
  first_.push_back(static_cast<std::uint32_t>(words_.size()));
  std::sort(grouped_.begin(), grouped_.end());
  std::vector<std::uint32_t> hashes;
  for (std::uint32_t key = 0; key < keys_.size(); ++key) {
    if (keys_[key].empty()) continue;
    leftovers(keys_[key], hashes);
    for (const std::uint32_t hash : hashes) left_.push_back({hash, key});
  }
  std::sort(left_.begin(), left_.end());
}

std::vector<std::uint32_t> SpellingIndex::find(std::string_view key, std::uint32_t group,
                                               std::size_t most) const {
  std::vector<std::uint32_t> out;
  const auto add = [&](std::uint32_t word) {
    if (out.size() < most) out.push_back(word);
  };
  if (group != 0) {
    for (auto at = std::lower_bound(grouped_.begin(), grouped_.end(), Grouped{group, 0});
         at != grouped_.end() && at->group == group; ++at) {
      add(at->word);
    }
  }
  std::vector<std::uint32_t> hashes;
  leftovers(key, hashes);
  std::vector<std::pair<std::size_t, std::uint32_t>> near;  // edits, key
  std::vector<std::uint32_t> seen;
  if (key.empty()) return out;
  for (const std::uint32_t hash : hashes) {
    for (auto at = std::lower_bound(left_.begin(), left_.end(), Left{hash, 0});
         at != left_.end() && at->hash == hash; ++at) {
      seen.push_back(at->key);
    }
  }
  std::sort(seen.begin(), seen.end());
  seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
  for (const std::uint32_t other : seen) {
    const std::size_t edits = edit_distance(key, keys_[other]);
    if (edits <= edits_of(std::max(key.size(), keys_[other].size())))
      near.emplace_back(edits, other);
  }
  std::sort(near.begin(), near.end());
  for (const auto& [edits, other] : near) {
    for (std::uint32_t i = first_[other]; i < first_[other + 1]; ++i) add(words_[i]);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace parley::text
