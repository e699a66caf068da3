// Two people compared, feature by feature.
//
// Promises: a level for each feature, kAbsent where either side does not say; of several values of
// a field the ones that agree best. For what agrees, how much rarer than the average it is.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "linkage/compare_name.hpp"
#include "linkage/compare_value.hpp"
#include "linkage/encode.hpp"
#include "linkage/level.hpp"
#include "linkage/rarity.hpp"
#include "linkage/vocabulary.hpp"

namespace parley::linkage {

struct Compared {
  std::array<Level, kMostFeatures> level{};
  std::array<std::int16_t, kMostFeatures> rarity{};  // millibits to add to the level's weight
  bool by_alias = false;                             // the own names agree only through an alias
};

// What was compared: which values of the field, which parts of a name, and how rare that is.
struct Witness {
  std::uint8_t value_a = 0, value_b = 0, part_a = 0, part_b = 0;
  std::int32_t rarity = 0;  // -log2 of the share of people who would agree, millibits; 0: not known
};
using Witnesses = std::array<Witness, kMostFeatures>;

// What the levels of each feature are worth, so that a comparison that leads nowhere is given up. A
// pair's worth is the sum over its features of worth and rarity, or less.
struct Worths {
  std::array<std::array<std::int32_t, kLevels>, kMostFeatures> of{};
  // Of two values that are not equal, at most.
  std::array<std::int32_t, kMostFeatures> unequal{};

  // Works out `unequal`.
  void finish();
};

// Compares one person of the first list after the other; not for several threads at once.
class Comparer {
 public:
  Comparer(const Encoded& lists, const Vocabulary& vocabulary, const Rarity& rarity);

  // The person of the first list that with() compares.
  void set(std::uint32_t a);
  void with(std::uint32_t b, Compared& out, Witnesses* witnesses = nullptr);
  // As with(), or false, leaving `out` half done, if the worth is surely less than `least`.
  bool reaches(std::uint32_t b, const Worths& worths, std::int32_t least, Compared& out);
  // Soon to be compared.
  void fetch(std::uint32_t b) const { __builtin_prefetch(lists_.other().rows.of(b)); }

 private:
  struct NamePair;
  struct Names {
    std::span<const PartRef> a, b;
    std::array<SlotAgreement, kNameSlots> slots{};
  };
  bool plain_names(std::size_t cell, std::uint32_t b, Names& out);
  void put_names(std::size_t field, std::size_t feature, const Names& names, Compared& out) const;
  std::int32_t rarity_of(std::size_t field, const Names& names, std::size_t slot,
                         std::int32_t& over) const;
  Level level_of(std::size_t field, std::uint32_t x, std::uint32_t y);
  void put_exact(std::size_t field, std::size_t feature, std::uint32_t x, std::uint32_t y,
                 Compared& out) const;
  void compare_names(std::size_t field, std::size_t feature, std::uint32_t b, Compared& out,
                     Witnesses* witnesses);
  void compare_kunyas(std::size_t field, std::size_t feature, std::uint32_t b, Compared& out,
                      Witnesses* witnesses);
  void compare_values(std::size_t field, std::size_t feature, std::uint32_t b, Compared& out,
                      Witnesses* witnesses);
  NamePair best_names(std::size_t field, std::uint32_t b);
  PartAgreement agreement(std::uint32_t part_of_a, std::uint32_t part_of_b);

  const Encoded& lists_;
  const Vocabulary& vocabulary_;
  const Rarity& rarity_;
  std::vector<std::size_t> cells_;  // of each field, in a row
  std::uint32_t a_ = kNone;
  const std::uint32_t* row_ = nullptr;  // a's
  std::array<PartRef, PersonRows::kPlainParts> plain_a_{}, plain_b_{};
  // Parts compared lately, by a hash of both.
  struct Known {
    std::uint64_t parts = ~std::uint64_t{0};
    PartAgreement agreement;
  };
  std::vector<Known> known_;
  TermComparer terms_;
};

}  // namespace parley::linkage
