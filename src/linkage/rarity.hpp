// How rare what two people share is, in their lists: agreeing in a rare name tells more.
//
// Promises: the bits of a value are -log2 of the share of the other list's people who would agree
// with it, the pair at hand and the person's other rows left out of the count, so that a value
// which stands once in each list is not made common by its own match; smoothed towards the field's average.
#pragma once

#include <cstdint>
#include <vector>

#include "linkage/compare_name.hpp"
#include "linkage/encode.hpp"
#include "linkage/vocabulary.hpp"

namespace parley::linkage {

class Rarity {
 public:
  // `partners_ppm`: within one list, how many other rows a person has on the average, in millionths
  // (Fitted::matched_ppm): what is shared by them is not common for that.
  Rarity(const Encoded& lists, const Vocabulary& vocabulary, std::uint32_t partners_ppm = 0);

  // Millibits of a pair of parts in a slot of a name field: the less rare of the two. kAnySlot:
  // wherever they stand.
  std::int32_t of_parts(std::size_t field, std::size_t slot, std::uint32_t a,
                        std::uint32_t b) const;
  // Of a value that both have.
  std::int32_t of_value(std::size_t field, std::uint32_t a, std::uint32_t b) const;

  // What two people agree by chance, on the average: of a slot, of a whole field (slot 0).
  std::int32_t average(std::size_t field, std::size_t slot) const {
    return fields_[field].average[slot];
  }

  static constexpr std::size_t kAnySlot = kNameSlots;

 private:
  static constexpr std::size_t kSlots = kNameSlots + 1;
  struct OfField {
    std::array<std::int32_t, kSlots> average{};
    // Names: by part and slot; others: by value.
    std::vector<std::int32_t> of_a, of_b;
  };
  void add_names(const Encoded& lists, const Vocabulary& vocabulary, std::size_t field);
  void add_values(const Encoded& lists, std::size_t field);

  std::vector<OfField> fields_;
  std::uint64_t own_ = 0;  // of those who have a value, the person's own rows, in millionths
};

}  // namespace parley::linkage
