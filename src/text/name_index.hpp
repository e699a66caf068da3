// Names of several words in Arabic, Cyrillic and Hebrew letters, to find those that a name in Latin
// letters may stand for.
//
// Each different word of the names is kept once, in its script's transliteration index. A name's
// worth is the sum, over the Latin words, of how far its best word for them is above kLeast a
// letter; order and words left over do not count.
//
// Promises: integers; find() may be called from many threads; equal worths by place.
// Does not: compare names (linkage does): it proposes whom to compare.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/transliteration_index.hpp"

namespace parley::text {

class NameIndex {
 public:
  static constexpr int kLeast = -4'000;           // millibits for each letter of a Latin word
  static constexpr std::size_t kWidth = 128;      // of the search for a word
  static constexpr std::size_t kWordsFound = 60;  // of each script, for each Latin word

  struct Found {
    std::uint32_t name = 0;  // its place among the names
    int worth = 0;           // millibits
  };

  // Words apart by spaces. Those of no script that can be transliterated are left out.
  explicit NameIndex(std::span<const std::string_view> names);

  // At most `most`, the best first.
  std::vector<Found> find(std::string_view latin, std::size_t most,
                          std::size_t width = kWidth) const;
  std::size_t words() const { return names_of_.size() - 1; }

 private:
  struct Part {
    std::unique_ptr<TransliterationIndex> index;
    std::uint32_t first = 0;  // the number of its first word
  };
  std::array<Part, 3> parts_;
  std::vector<std::uint32_t> names_of_;  // where a word's names begin in names_
  std::vector<std::uint32_t> names_;
};

}  // namespace parley::text
