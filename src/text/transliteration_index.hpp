// The words of one script, kept so that those which a Latin word may be a transliteration of are
// found without scoring them all.
//
// Method: beam search in a tree of the words' letters; what two words begin with is scored once.
// After each letter the `width` best beginnings go on, by their score and the most that the rest of
// the Latin word could add. A word that is found has the score that TransliterationQuery::score()
// gives it; one of kImpossible is never found.
//
// Promises: integers; the answer depends on the set of words, not on their order, but for the
// numbers of equal ones; find() may be called from many threads. Does not promise the best words: a
// greater width loses fewer (test/bench/names_bench.cpp measures how many).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/transliteration.hpp"

namespace parley::text {

class TransliterationIndex {
 public:
  static constexpr std::size_t kWidth = 256;

  struct Found {
    std::uint32_t word = 0;  // its place among the words
    int score = 0;
    friend bool operator==(const Found&, const Found&) = default;
  };

  // The model outlives the index.
  TransliterationIndex(const Transliteration& model, std::span<const std::string_view> words);

  // At most `most`, the best first; of equal scores the smaller place first.
  std::vector<Found> find(std::string_view latin, std::size_t most,
                          std::size_t width = kWidth) const;

 private:
  struct Node {
    std::uint32_t child = 0;  // the first; they stand together
    std::uint32_t word = 0;   // the first of words_ that ends here
    std::uint16_t children = 0;
    std::uint16_t words = 0;  // how many end here, at most 65,535
    std::uint8_t letter = 0;
  };

  const Transliteration* model_;
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> words_;  // by their letters
};

}  // namespace parley::text
