#include "linkage/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "base/run/in_order.hpp"
#include "linkage/near_keys.hpp"

namespace parley::linkage {
namespace {

using text::NamePart;

constexpr std::uint32_t kChunk = 64;  // keys of one piece of work
constexpr std::size_t kMostLetters = 64;

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

std::array<std::uint32_t, 3> groups(const NamePart& part) {
  return {part.group, part.other_groups[0], part.other_groups[1]};
}

bool share_group(const NamePart& a, const NamePart& b) {
  for (const std::uint32_t x : groups(a)) {
    for (const std::uint32_t y : groups(b)) {
      if (x != 0 && x == y) return true;
    }
  }
  return false;
}

PartSketch sketch_of(const NamePart& part) {
  PartSketch out;
  out.letters = letters_of(part.key);
  out.length = static_cast<std::uint16_t>(std::min(part.key.size(), kMostLetters));
  out.odd = part.initial || part.group != 0 || part.other_groups[0] != 0;
  return out;
}

// The distinct keys and the parts of each that stand in the first list, and in the second.
struct Keys {
  std::vector<std::string_view> letters;
  std::vector<std::vector<std::uint32_t>> in_a, in_b;
};

Keys keys_of(const std::vector<NamePart>& parts, const std::vector<bool>& in_a,
             const std::vector<bool>& in_b) {
  std::vector<std::uint32_t> order(parts.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](std::uint32_t x, std::uint32_t y) {
    const int sign = parts[x].key.compare(parts[y].key);
    return sign != 0 ? sign < 0 : x < y;
  });
  Keys out;
  for (const std::uint32_t part : order) {
    if (out.letters.empty() || out.letters.back() != parts[part].key) {
      out.letters.emplace_back(parts[part].key);
      out.in_a.emplace_back();
      out.in_b.emplace_back();
    }
    if (in_a[part]) out.in_a.back().push_back(part);
    if (in_b[part]) out.in_b.back().push_back(part);
  }
  return out;
}

// Parts of one group, whatever their keys.
class ByGroup {
 public:
  ByGroup(const std::vector<NamePart>& parts, const std::vector<bool>& in_b) {
    for (std::uint32_t part = 0; part < parts.size(); ++part) {
      if (!in_b[part]) continue;
      for (const std::uint32_t group : groups(parts[part])) {
        if (group != 0) of_.emplace_back(group, part);
      }
    }
    std::sort(of_.begin(), of_.end());
  }
  void collect(const NamePart& part, std::vector<std::uint32_t>& out) const {
    for (const std::uint32_t group : groups(part)) {
      if (group == 0) continue;
      auto at = std::lower_bound(of_.begin(), of_.end(), std::pair{group, 0u});
      for (; at != of_.end() && at->first == group; ++at) out.push_back(at->second);
    }
  }

 private:
  std::vector<std::pair<std::uint32_t, std::uint32_t>> of_;
};

struct Found {
  std::uint32_t a = 0;
  Alike alike;
};

struct Piece {
  std::vector<Found> found;
  std::uint64_t cut = 0;
};

class Join {
 public:
  Join(const std::vector<NamePart>& parts, const Keys& keys, const NearKeys& near,
       const ByGroup& by_group)
      : parts_(parts), keys_(keys), near_(near), by_group_(by_group) {}

  Piece of(std::size_t begin, std::size_t end) const {
    Piece out;
    std::vector<std::uint32_t> near, others, more;
    for (std::size_t key = begin; key < end; ++key) {
      if (keys_.in_a[key].empty()) continue;
      near_.of(key, near);
      others.clear();
      bool cut = false;
      for (const std::uint32_t other : near) {
        const std::vector<std::uint32_t>& in_b = keys_.in_b[other];
        cut = cut || others.size() + in_b.size() > kMostTried;
        if (cut) break;
        others.insert(others.end(), in_b.begin(), in_b.end());
      }
      if (cut) out.cut += keys_.in_a[key].size();
      for (const std::uint32_t a : keys_.in_a[key]) {
        more = others;
        by_group_.collect(parts_[a], more);
        more.push_back(a);
        std::sort(more.begin(), more.end());
        more.erase(std::unique(more.begin(), more.end()), more.end());
        score(a, more, out.found);
      }
    }
    return out;
  }

 private:
  void score(std::uint32_t a, const std::vector<std::uint32_t>& others,
             std::vector<Found>& out) const {
    if (parts_[a].initial) return;
    for (const std::uint32_t b : others) {
      if (parts_[b].initial) continue;
      const int likeness = text::likeness(parts_[a], parts_[b], kWeakLikeness);
      const Level level = level_of(parts_[a], parts_[b], likeness);
      if (level == Level::kDifferent) continue;
      out.push_back({a, {b, static_cast<std::uint16_t>(likeness), level}});
    }
  }

  const std::vector<NamePart>& parts_;
  const Keys& keys_;
  const NearKeys& near_;
  const ByGroup& by_group_;
};

}  // namespace

Level level_of(const NamePart& a, const NamePart& b, int likeness) {
  if (a.initial || b.initial) {
    return likeness >= kInitialLikeness ? Level::kInitial : Level::kDifferent;
  }
  if (likeness >= 1000) return Level::kExact;
  if (likeness >= kNearLikeness) return a.script == b.script ? Level::kNear : Level::kAcross;
  if (likeness >= kAlikeLikeness) return Level::kAlike;
  return likeness >= kWeakLikeness ? Level::kWeak : Level::kDifferent;
}

PartAgreement Vocabulary::agreement(std::uint32_t a, std::uint32_t b) const {
  const NamePart& x = lists_.parts[a];
  if (a == b) return {1000, x.initial ? Level::kInitial : Level::kExact};
  const NamePart& y = lists_.parts[b];
  const PartSketch &of_a = sketches_[a], &of_b = sketches_[b];
  const bool odd = of_a.odd && (x.initial || y.initial || share_group(x, y));
  const bool odd_b = of_b.odd && (x.initial || y.initial);
  if (!odd && !odd_b && !near_keys(x.key, of_a.letters, y.key, of_b.letters)) return {};
  const int likeness = text::likeness(x, y, kWeakLikeness);
  const Level level = level_of(x, y, likeness);
  if (level == Level::kDifferent) return {};
  return {static_cast<std::uint16_t>(likeness), level};
}

Vocabulary::Vocabulary(const Encoded& lists, int threads, std::uint64_t most_pairs)
    : lists_(lists) {
  const std::vector<NamePart>& parts = lists.parts;
  const std::vector<bool> in_a = used_by(lists.a, parts.size());
  const std::vector<bool> in_b = used_by(lists.other(), parts.size());
  sketches_.reserve(parts.size());
  for (const NamePart& part : parts) sketches_.push_back(sketch_of(part));

  const Keys keys = keys_of(parts, in_a, in_b);
  narrowed_ = std::uint64_t{keys.letters.size()} * keys.letters.size() > most_pairs;
  const NearKeys near(keys.letters, narrowed_);
  const ByGroup by_group(parts, in_b);
  const Join join(parts, keys, near, by_group);
  std::vector<Found> all;
  InOrder<Piece> pieces(threads, [this, &all](Piece&& piece) {
    all.insert(all.end(), piece.found.begin(), piece.found.end());
    cut_ += piece.cut;
  });
  for (std::size_t begin = 0; begin < keys.letters.size(); begin += kChunk) {
    const std::size_t end = std::min<std::size_t>(keys.letters.size(), begin + kChunk);
    pieces.add([&join, begin, end] { return join.of(begin, end); });
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
