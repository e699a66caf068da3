// How far two dates, codes or terms agree. Symmetric. Terms of which one has only ids and the other
// only text are kAbsent: they cannot be compared.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "linkage/encode.hpp"
#include "linkage/level.hpp"

namespace parley::linkage {

Level compare(const CodedDate& a, const CodedDate& b);

// Folded codes: kExact, kNear (one character added, left out, exchanged, or two neighbours swapped;
// codes of five or more), of long ones (e-mail) kAlike and kWeak (so many edits to four, to two
// characters), kDifferent.
Level compare_codes(std::string_view a, std::string_view b);

// Terms: by ids where both have them, else by text: the same words, words that are alike, all the
// words of one among the other's (kWithin). Words compared lately are remembered: not for several
// threads at once.
class TermComparer {
 public:
  explicit TermComparer(const Encoded& lists);
  // Two terms of one field, by number.
  Level compare(std::size_t field, std::uint32_t a, std::uint32_t b);

 private:
  struct Known {
    std::uint64_t words = ~std::uint64_t{0};
    int likeness = 0;
  };
  using Words = std::span<const std::uint32_t>;
  int likeness(std::uint32_t a, std::uint32_t b);
  int best_of_each(Words a, Words b);
  Level compare_texts(const Dictionary& dictionary, const CodedTerm& a, const CodedTerm& b);

  const Encoded& lists_;
  std::vector<std::uint32_t> letters_;  // of each word's key
  std::vector<Known> known_;
};

// The better of two levels of values of one field, of which a person may have several.
Level better(Level a, Level b);

}  // namespace parley::linkage
