// How far two names agree, slot by slot.
//
// Promises: parts are paired one to one so that the most agrees, those of one slot first; a part
// that the other name leaves out tells nothing; two parts of one slot that are not alike
// contradict, except in an alias. Symmetric, but for which of equally good pairings is taken. Never
// confuses a kunya with a part.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "linkage/encode.hpp"
#include "linkage/level.hpp"
#include "linkage/vocabulary.hpp"

namespace parley::linkage {

// The slots of a name field, as features_of() orders them.
constexpr std::size_t kNameSlots = 6;
constexpr std::size_t kFurtherSlot = 4, kKunyaSlot = 5;

struct SlotAgreement {
  Level level = Level::kAbsent;
  std::uint8_t a = 0, b = 0;  // which of the spans' parts; for kDifferent too
};

// Of part a[i] and b[j].
using PartTable = std::array<std::array<PartAgreement, kMostParts>, kMostParts>;

// What pairing two parts is worth: nothing if they are not alike; the most in one slot.
int pairing_worth(const PartRef& a, const PartRef& b, const PartAgreement& agreement);
// For each part of `a` its partner in `b`, or kAlone, so that the sum of worths is greatest.
constexpr std::uint8_t kAlone = 0xff;
std::array<std::uint8_t, kMostParts> pair_up(std::span<const PartRef> a, std::span<const PartRef> b,
                                             const PartTable& table);

// All but the kunya. `lenient`: an alias is among them, nothing contradicts.
std::array<SlotAgreement, kNameSlots> align(std::span<const PartRef> a, std::span<const PartRef> b,
                                            const PartTable& table, bool lenient);

// A rough worth of an alignment, to choose between several names of a person.
int rough_worth(const std::array<SlotAgreement, kNameSlots>& slots);

std::size_t slot_of(text::NameRole role);  // kFurtherSlot for kUnplaced

}  // namespace parley::linkage
