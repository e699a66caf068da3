// The words in Latin letters of one list, kept so that those which a word in Arabic, Cyrillic or
// Hebrew letters may stand for are found without scoring them all: transliteration_index.hpp the
// other way round.
//
// Method: beam search in a tree of the Latin letters, their marks with them. Scores of different
// Latin words are not on one scale, so a beginning is judged by its score less the best that any
// word could have with it, and so is a word: Found::gap, as name_evidence.hpp counts it.
//
// Promises: integers; the answer depends on the set of words; find() may be called from many
// threads. Does not promise the best words.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "text/transliteration.hpp"

namespace parley::text {

class LatinIndex {
 public:
  static constexpr std::size_t kWidth = 256;

  struct Found {
    std::uint32_t word = 0;  // its place among the words
    int score = 0;           // as TransliterationQuery::score() gives it
    int best = 0;            // that of the best word that there could be, nearly
  };

  // The model outlives the index.
  LatinIndex(const Transliteration& model, std::span<const std::string_view> words);

  // At most `most`, those first whose score is least below their best; then the smaller place.
  std::vector<Found> find(std::string_view native, std::size_t most,
                          std::size_t width = kWidth) const;

 private:
  friend class LatinSearch;

  struct Node {
    std::uint32_t child = 0, word = 0;  // as TransliterationIndex has it
    std::uint16_t children = 0, words = 0;
    std::uint8_t letter = 0, mark = 0;
    std::int32_t best = 0;  // of its beginning, whatever stands against it
  };

  // The most that a unit with these Latin letters can weigh, whatever stands beside.
  int most_of(std::uint32_t latin_key) const;

  const Transliteration* model_;
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> words_;
  std::vector<std::pair<std::uint32_t, int>> most_;  // by latin_key(), sorted
};

}  // namespace parley::text
