#include "linkage/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <map>

#include "base/run/in_order.hpp"

namespace parley::linkage {
namespace {

using text::NamePart;

constexpr std::uint32_t kChunk = 64;  // keys of one piece of work

// The distinct keys, each with its parts.
struct Key {
  std::string_view letters;
  std::uint32_t mask = 0;  // which letters occur
  std::vector<std::uint32_t> in_a, in_b;
};

std::uint32_t mask_of(std::string_view key) {
  std::uint32_t mask = 0;
  for (const char c : key) mask |= 1u << (static_cast<unsigned char>(c) & 31u);
  return mask;
}

std::vector<bool> used_by(const Side& side, std::size_t parts) {
  std::vector<bool> used(parts);
  for (const NameColumn& column : side.names) {
    for (const PartRef& ref : column.parts) used[ref.part] = true;
    for (const CodedName& name : column.names) {
      if (name.kunya != kNone) used[name.kunya] = true;
    }
  }
  return used;
}

bool near(std::string_view a, std::uint32_t mask_a, std::string_view b, std::uint32_t mask_b) {
  const std::size_t longer = std::max(a.size(), b.size());
  const std::size_t shorter = std::min(a.size(), b.size());
  const std::uint32_t allowed = edits_allowed(longer);
  if (longer - shorter > allowed) return false;
  // An exchange changes two letters of the mask at most.
  if (static_cast<std::uint32_t>(std::popcount(mask_a ^ mask_b)) > 2 * allowed) return false;
  return edit_distance(a, b) <= allowed;
}

// Parts that are scored whatever their keys: those of one group, and initials.
class ByGroup {
 public:
  ByGroup(const std::vector<NamePart>& parts, const std::vector<bool>& in_b) {
    for (std::uint32_t part = 0; part < parts.size(); ++part) {
      if (!in_b[part]) continue;
      for (const std::uint32_t group : groups(parts[part])) {
        if (group != 0) of_[group].push_back(part);
      }
      if (parts[part].initial) initials_.push_back(part);
      all_.push_back(part);
    }
  }

  void collect(const NamePart& part, std::vector<std::uint32_t>& out) const {
    for (const std::uint32_t group : groups(part)) {
      const auto found = of_.find(group);
      if (group != 0 && found != of_.end()) append(out, found->second);
    }
    append(out, part.initial ? all_ : initials_);
  }

 private:
  static std::array<std::uint32_t, 3> groups(const NamePart& part) {
    return {part.group, part.other_groups[0], part.other_groups[1]};
  }
  static void append(std::vector<std::uint32_t>& out, const std::vector<std::uint32_t>& more) {
    out.insert(out.end(), more.begin(), more.end());
  }

  std::map<std::uint32_t, std::vector<std::uint32_t>> of_;
  std::vector<std::uint32_t> initials_, all_;
};

struct Found {
  std::uint32_t a = 0;
  Alike alike;
};

}  // namespace

bool near_keys(std::string_view a, std::string_view b) {
  return near(a, mask_of(a), b, mask_of(b));
}

std::uint32_t edits_allowed(std::size_t length) { return length <= 3 ? 1 : length <= 5 ? 2 : 3; }

// Source: Hyyrö, "A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances"
// (2003), after Myers (1999).
std::uint32_t edit_distance(std::string_view a, std::string_view b) {
  a = a.substr(0, 64);
  b = b.substr(0, 64);
  if (a.empty()) return static_cast<std::uint32_t>(b.size());
  std::array<std::uint64_t, 256> where{};
  for (std::size_t i = 0; i < a.size(); ++i) {
    where[static_cast<unsigned char>(a[i])] |= std::uint64_t{1} << i;
  }
  const std::uint64_t last = std::uint64_t{1} << (a.size() - 1);
  std::uint64_t up = ~std::uint64_t{0}, down = 0;
  auto distance = static_cast<std::uint32_t>(a.size());
  for (const char c : b) {
    const std::uint64_t match = where[static_cast<unsigned char>(c)];
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

Level level_of(const NamePart& a, const NamePart& b, int likeness) {
  if (a.initial || b.initial) {
    return likeness >= kInitialLikeness ? Level::kInitial : Level::kDifferent;
  }
  if (likeness >= 1000) return Level::kExact;
  if (likeness >= kNearLikeness) return a.script == b.script ? Level::kNear : Level::kAcross;
  if (likeness >= kAlikeLikeness) return Level::kAlike;
  return likeness >= kWeakLikeness ? Level::kWeak : Level::kDifferent;
}

Vocabulary::Vocabulary(const Encoded& lists, int threads) {
  const std::vector<NamePart>& parts = lists.parts;
  const std::vector<bool> in_a = used_by(lists.a, parts.size());
  const std::vector<bool> in_b = used_by(lists.other(), parts.size());

  std::map<std::string_view, Key> by_letters;
  for (std::uint32_t part = 0; part < parts.size(); ++part) {
    Key& key = by_letters[parts[part].key];
    if (in_a[part]) key.in_a.push_back(part);
    if (in_b[part]) key.in_b.push_back(part);
  }
  std::vector<Key> keys;
  for (auto& [letters, key] : by_letters) {
    key.letters = letters;
    key.mask = mask_of(letters);
    keys.push_back(std::move(key));
  }
  const ByGroup by_group(parts, in_b);

  const auto score = [&](std::size_t begin, std::size_t end) {
    std::vector<Found> found;
    std::vector<std::uint32_t> others, more;
    for (std::size_t k = begin; k < end; ++k) {
      if (keys[k].in_a.empty()) continue;
      others.clear();
      for (const Key& key : keys) {
        if (key.in_b.empty()) continue;
        if (!near(keys[k].letters, keys[k].mask, key.letters, key.mask)) continue;
        others.insert(others.end(), key.in_b.begin(), key.in_b.end());
      }
      for (const std::uint32_t a : keys[k].in_a) {
        more = others;
        by_group.collect(parts[a], more);
        std::sort(more.begin(), more.end());
        more.erase(std::unique(more.begin(), more.end()), more.end());
        for (const std::uint32_t b : more) {
          const int likeness = text::likeness(parts[a], parts[b]);
          const Level level = level_of(parts[a], parts[b], likeness);
          if (level == Level::kDifferent) continue;
          found.push_back({a, {b, static_cast<std::uint16_t>(likeness), level}});
        }
      }
    }
    return found;
  };

  std::vector<Found> all;
  InOrder<std::vector<Found>> pieces(threads, [&all](std::vector<Found>&& found) {
    all.insert(all.end(), found.begin(), found.end());
  });
  for (std::size_t begin = 0; begin < keys.size(); begin += kChunk) {
    const std::size_t end = std::min<std::size_t>(keys.size(), begin + kChunk);
    pieces.add([&score, begin, end] { return score(begin, end); });
  }
  pieces.finish();

  const auto lay_out = [&](auto from, auto to, std::vector<std::uint32_t>& first,
                           std::vector<Alike>& out) {
    std::sort(all.begin(), all.end(), [&](const Found& x, const Found& y) {
      return from(x) != from(y) ? from(x) < from(y) : to(x) < to(y);
    });
    first.assign(parts.size() + 1, 0);
    out.clear();
    for (const Found& f : all) {
      ++first[from(f) + 1];
      out.push_back({to(f), f.alike.likeness, f.alike.level});
    }
    for (std::size_t i = 1; i < first.size(); ++i) first[i] += first[i - 1];
  };
  const auto a_of = [](const Found& f) { return f.a; };
  const auto b_of = [](const Found& f) { return f.alike.part; };
  lay_out(a_of, b_of, first_of_a_, of_a_);
  lay_out(b_of, a_of, first_of_b_, of_b_);
}

}  // namespace parley::linkage
