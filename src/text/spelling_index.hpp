// The words of one list by their keys (name_key()), kept so that those with a key a few changes
// apart are found without looking at them all; and by their groups of the table of common names.
//
// Method: each key stands under all that is left of it when up to two letters are left out, and so
// is looked for (symmetric deletes: Garbe 2012).
//
// Promises: all words whose key is at most kEdits apart (one, of keys of up to three letters), and
// all of one group with it, up to `most`, the nearest first, then by place; find() may be called
// from many threads. Does not: say how alike they are (name_evidence.hpp does).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/personal_name.hpp"

namespace parley::text {

class SpellingIndex {
 public:
  static constexpr std::size_t kEdits = 2;

  struct Word {
    std::string key;
    std::uint32_t group = 0;
  };

  explicit SpellingIndex(std::vector<Word> words);

  std::vector<std::uint32_t> find(std::string_view key, std::uint32_t group,
                                  std::size_t most) const;

 private:
  struct Left {
    std::uint32_t hash = 0, key = 0;  // of keys_
    friend auto operator<=>(const Left&, const Left&) = default;
  };
  struct Grouped {
    std::uint32_t group = 0, word = 0;
    friend auto operator<=>(const Grouped&, const Grouped&) = default;
  };

  std::vector<std::string> keys_;     // distinct, sorted
  std::vector<std::uint32_t> first_;  // of a key in words_
  std::vector<std::uint32_t> words_;
  std::vector<Left> left_;
  std::vector<Grouped> grouped_;
};

}  // namespace parley::text
