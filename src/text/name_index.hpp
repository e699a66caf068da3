// Names of one list, in any scripts and of any number of words, kept so that those which may be one
// person's with a name that is asked for are found without comparing them all.
//
// Method: each different word is kept once: in the learnt indexes of its script
// (transliteration_index.hpp, latin_index.hpp) and by its key (spelling_index.hpp). The names with
// words alike to the rarest of the words asked for are taken, then judged by all the words, and the
// best of them compared whole (name_match.hpp). A single word against a single word is judged by
// its evidence alone.
//
// Promises: integers; find() may be called from many threads; the answer depends on the names and
// not on their order, but for the places of equal ones: equal worths by place. Any bytes are a
// name.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/latin_index.hpp"
#include "text/name_match.hpp"
#include "text/spelling_index.hpp"
#include "text/transliteration_index.hpp"

namespace parley::text {

class NameIndex {
 public:
  static constexpr std::size_t kWidth = 256;  // of the search for a word

  struct Found {
    std::uint32_t name = 0;  // its place among the names
    int worth = 0;           // millibits
    std::uint64_t fine = 0;  // orders equal worths, the greater first
  };

  // The names outlive the index. `asked`: the scripts of the names that will be asked for.
  explicit NameIndex(std::span<const std::string_view> names,
                     const std::array<bool, 6>& asked = {true, true, true, true, true, true});

  // At most `most`, the best first.
  std::vector<Found> find(std::string_view name, std::size_t most,
                          std::size_t width = kWidth) const;
  std::size_t words() const { return words_.size(); }

 private:
  struct Alike {
    std::uint32_t word = 0;
    int millibits = 0;
  };
  using Asked = std::vector<Alike>;  // of one word asked for, by word

  void index_words(const std::array<bool, 6>& asked);
  // `single`: it is all of the name, and looked for more widely.
  Asked alike(std::string_view word, std::size_t width, bool single) const;
  std::vector<std::uint32_t> proposed(const std::vector<Asked>& asked) const;
  std::vector<Found> judged(const std::vector<Asked>& asked, std::size_t most) const;
  std::span<const std::uint32_t> names_of(std::uint32_t word) const {
    return std::span(names_of_).subspan(names_first_[word],
                                        names_first_[word + 1] - names_first_[word]);
  }
  std::span<const std::uint32_t> words_of(std::uint32_t name) const {
    return std::span(words_of_).subspan(words_first_[name],
                                        words_first_[name + 1] - words_first_[name]);
  }

  struct Native {
    std::unique_ptr<TransliterationIndex> index;
    std::unique_ptr<LatinIndex> latin;  // the list's Latin words, for this script's questions
    std::vector<std::uint32_t> words;   // of `index`
  };

  std::vector<std::string_view> written_;
  std::vector<std::string> words_;                     // sorted
  std::vector<std::uint32_t> names_first_, names_of_;  // by word
  std::vector<std::uint32_t> words_first_, words_of_;  // by name
  std::vector<bool> single_;                           // by name
  std::array<Native, 3> natives_;
  std::vector<std::uint32_t> latin_words_;
  std::unique_ptr<SpellingIndex> spellings_;
  std::array<bool, 6> scripts_{};
};

}  // namespace parley::text
