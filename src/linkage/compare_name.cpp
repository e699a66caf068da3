#include "linkage/compare_name.hpp"

#include <algorithm>

namespace parley::linkage {
namespace {

using text::NameRole;
using Slots = std::array<SlotAgreement, kNameSlots>;

constexpr int kSameSlot = 300, kMaybeSameSlot = 200;  // beside a likeness of up to 1000

using Worths = std::array<std::array<int, kMostParts>, kMostParts>;
using Partners = std::array<std::uint8_t, kMostParts>;  // of a's parts

// The pairing of the greatest sum, by the parts of `a` in turn and the set of `b`'s taken; of equal
// ones, that which pairs earlier parts first.
Partners best_pairing(std::size_t n, std::size_t m, const Worths& worths) {
  const std::size_t sets = std::size_t{1} << m;
  std::array<std::array<int, 256>, kMostParts + 1> rest{};  // best sum from part i on
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t taken = 0; taken < sets; ++taken) {
      int best = rest[i + 1][taken];
      for (std::size_t j = 0; j < m; ++j) {
        if ((taken >> j & 1) != 0 || worths[i][j] == 0) continue;
        best = std::max(best, worths[i][j] + rest[i + 1][taken | std::size_t{1} << j]);
      }
      rest[i][taken] = best;
    }
  }
  Partners out;
  out.fill(kAlone);
  std::size_t taken = 0;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < m; ++j) {
      if ((taken >> j & 1) != 0 || worths[i][j] == 0) continue;
      const std::size_t with = taken | std::size_t{1} << j;
      if (worths[i][j] + rest[i + 1][with] != rest[i][taken]) continue;
      out[i] = static_cast<std::uint8_t>(j);
      taken = with;
      break;
    }
  }
  return out;
}

// The common case: no part has two possible partners.
bool plain_pairing(std::size_t n, std::size_t m, const Worths& worths, Partners& out) {
  out.fill(kAlone);
  std::size_t taken = 0;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < m; ++j) {
      if (worths[i][j] == 0) continue;
      if (out[i] != kAlone || (taken >> j & 1) != 0) return false;
      out[i] = static_cast<std::uint8_t>(j);
      taken |= std::size_t{1} << j;
    }
  }
  return true;
}

void put(SlotAgreement& slot, SlotAgreement found) {
  const bool better = slot.level == Level::kAbsent || found.level < slot.level;
  if (better) slot = found;
}

// A pair in its slot, and where it stands in two, in the first that is free.
void place(Slots& slots, const PartRef& a, const PartRef& b, SlotAgreement found) {
  std::size_t x = slot_of(a.role), y = slot_of(b.role);
  const bool open = a.role == NameRole::kUnplaced || b.role == NameRole::kUnplaced;
  if (x == y || open) {
    const std::size_t at = std::min(x, y);
    const bool taken = slots[at].level != Level::kAbsent;
    put(slots[taken ? kFurtherSlot : at], found);
    return;
  }
  if (x > y) std::swap(x, y);
  found.level = Level::kMoved;
  put(slots[slots[x].level == Level::kAbsent ? x : y], found);
}

struct Lonely {
  std::array<std::uint8_t, kNameSlots> of{};  // a part of each slot without a partner
  Lonely() { of.fill(kAlone); }
};

Lonely lonely(std::span<const PartRef> parts, const std::array<bool, kMostParts>& paired) {
  Lonely out;
  for (std::size_t i = parts.size(); i-- > 0;) {
    if (!paired[i]) out.of[slot_of(parts[i].role)] = static_cast<std::uint8_t>(i);
  }
  return out;
}

void contradict(Slots& slots, const Lonely& a, const Lonely& b) {
  for (std::size_t slot = 0; slot < kFurtherSlot; ++slot) {
    if (slots[slot].level != Level::kAbsent) continue;
    if (a.of[slot] == kAlone || b.of[slot] == kAlone) continue;
    slots[slot] = {Level::kDifferent, a.of[slot], b.of[slot]};
  }
  // A last part of unknown place fits neither the grandfather's nor the family name.
  const auto late = [](const Lonely& parts) {
    for (const std::size_t slot : {std::size_t{4}, std::size_t{3}, std::size_t{2}}) {
      if (parts.of[slot] != kAlone) return parts.of[slot];
    }
    return kAlone;
  };
  const bool unplaced = a.of[kFurtherSlot] != kAlone || b.of[kFurtherSlot] != kAlone;
  if (!unplaced || slots[kFurtherSlot].level != Level::kAbsent) return;
  if (late(a) == kAlone || late(b) == kAlone) return;
  if (slots[2].level == Level::kDifferent || slots[3].level == Level::kDifferent) return;
  slots[kFurtherSlot] = {Level::kDifferent, late(a), late(b)};
}

}  // namespace

int pairing_worth(const PartRef& a, const PartRef& b, const PartAgreement& agreement) {
  if (agreement.level == Level::kDifferent) return 0;
  if (a.role == b.role) return agreement.likeness + kSameSlot;
  const bool open = a.role == NameRole::kUnplaced || b.role == NameRole::kUnplaced;
  if (open) return agreement.likeness + kMaybeSameSlot;
  // In another slot only what is clearly the same name counts.
  return agreement.level == Level::kWeak || agreement.level == Level::kInitial ? 0
                                                                               : agreement.likeness;
}

Partners pair_up(std::span<const PartRef> a, std::span<const PartRef> b, const PartTable& table) {
  Worths worths;
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j)
      worths[i][j] = pairing_worth(a[i], b[j], table[i][j]);
  }
  Partners partners;
  if (!plain_pairing(a.size(), b.size(), worths, partners)) {
    partners = best_pairing(a.size(), b.size(), worths);
  }
  return partners;
}

std::size_t slot_of(NameRole role) {
  switch (role) {
    case NameRole::kGiven: return 0;
    case NameRole::kFather: return 1;
    case NameRole::kGrandfather: return 2;
    case NameRole::kFamily: return 3;
    case NameRole::kUnplaced: break;
  }
  return kFurtherSlot;
}

Slots align(std::span<const PartRef> a, std::span<const PartRef> b, const PartTable& table,
            bool lenient) {
  const Partners partners = pair_up(a, b, table);
  Slots slots{};
  std::array<bool, kMostParts> paired_a{}, paired_b{};
  // Pairs of one slot first, so that those of two find their place among what is left.
  for (const bool same_slot : {true, false}) {
    for (std::size_t i = 0; i < a.size(); ++i) {
      const std::uint8_t j = partners[i];
      if (j == kAlone || (a[i].role == b[j].role) != same_slot) continue;
      paired_a[i] = paired_b[j] = true;
      place(slots, a[i], b[j], {table[i][j].level, static_cast<std::uint8_t>(i), j});
    }
  }
  if (!lenient) contradict(slots, lonely(a, paired_a), lonely(b, paired_b));
  return slots;
}

int rough_worth(const Slots& slots) {
  int sum = 0;
  for (const SlotAgreement& slot : slots) {
    switch (slot.level) {
      case Level::kExact: sum += 10; break;
      case Level::kNear:
      case Level::kAcross: sum += 9; break;
      case Level::kAlike: sum += 7; break;
      case Level::kMoved: sum += 5; break;
      case Level::kWeak: sum += 2; break;
      case Level::kInitial: sum += 1; break;
      case Level::kDifferent: sum -= 6; break;
      default: break;
    }
  }
  return sum;
}

}  // namespace parley::linkage
