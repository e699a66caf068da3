// How well a word in Arabic, Cyrillic or Hebrew letters is explained as a transliteration of one in
// Latin letters.
//
// Method: the pair is cut into units, up to three Latin letters against up to two of the other
// script; either side of a unit may be empty (joint substring model: Bisani & Ney, Speech
// Communication 50, 2008; Jiampojamarn et al., NAACL 2007). A unit's weight depends on the letters
// next to it on both sides and on the marks of its Latin letters. The score is that of the best
// way to cut the pair. The weights were learnt to tell the true form from its rivals
// (learn/transliteration_learn.cpp, which writes the tables).
//
// Unit: millibits. Scores compare several words with one Latin word: the higher, the likelier, and
// 1000 more is twice as likely. They are not on one scale for different Latin words.
// Promises: integers only, the same on every machine; a model may be read from many threads;
// score() allocates nothing. Only the first kMostLetters letters of a word count.
// Does not: know any name: the tables hold units of a few letters. Compare words of one script
// (likeness() does).
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "text/personal_name.hpp"

namespace parley::text {

inline constexpr std::size_t kMostLetters = 32;
inline constexpr int kImpossible = -(1 << 28);

// A word as a model numbers its letters: 0 is a letter that it does not know.
struct Letters {
  std::array<std::uint8_t, kMostLetters> letter{};
  std::array<std::uint8_t, kMostLetters> mark{};  // of Latin letters; 0: none
  std::uint8_t size = 0;

  friend bool operator==(const Letters&, const Letters&) = default;
};

class Transliteration {
 public:
  struct Unit {
    std::u32string latin, native;  // at most 3 and 2 letters, not both empty
    int weight = 0;
  };
  // What stands next to a unit. Where: '<' '>' the Latin letter before and after it, '(' ')' the
  // other script's ('#': the word's end), '^' '+' '~' the mark upon its first, second and third
  // Latin letter.
  struct Context {
    std::size_t unit = 0;
    char where = '<';
    char32_t letter = 0;
    int weight = 0;
  };

  // The committed tables, read once: kArabic, kCyrillic, kHebrew; any other script: no unit at all.
  static const Transliteration& of(Script native);

  Transliteration(std::span<const Unit> units, std::span<const Context> contexts);
  // Lines "latin native weight [where letter weight]...", '_' an empty side.
  static Result<Transliteration> parse(std::span<const std::string_view> lines);

  Letters latin(std::string_view word) const;
  Letters native(std::string_view word) const;
  // The number that stands beside the first and the last letter of a word in the other script.
  std::uint8_t end() const { return static_cast<std::uint8_t>(native_count_ - 1); }

 private:
  friend class TransliterationQuery;
  friend class LatinIndex;
  friend class LatinSearch;

  struct Place {
    std::uint32_t latin = 0;  // latin_key()
    std::uint16_t unit = 0;
    friend auto operator<=>(const Place&, const Place&) = default;
  };

  std::size_t native_key(std::uint8_t first, std::uint8_t second) const {
    return first * native_count_ + second;
  }

  std::vector<char32_t> latin_alphabet_, native_alphabet_, marks_;  // sorted; number: place + 1
  // Numbers in use, with 0; the last is the word's end (but no mark's).
  std::size_t latin_count_ = 2, native_count_ = 2, mark_count_ = 1;
  std::vector<int> weights_;
  std::vector<std::int16_t> before_latin_, after_latin_, before_native_, after_native_;  // by unit
  std::vector<std::int16_t> on_latin_;       // by unit, place in it, mark
  std::vector<std::uint16_t> native_group_;  // by native_key(); 0: no unit has these letters
  std::vector<std::uint16_t> group_of_;      // of a unit; 1: of those without native letters
  std::size_t group_count_ = 2;
  std::vector<int> most_beside_;  // of a unit, what its native neighbours can add at most
  std::vector<Place> by_latin_;   // sorted
};

// One Latin word, ready to be scored against many.
class TransliterationQuery {
 public:
  // For each i: the best score of the first i Latin letters against some first native letters.
  using Column = std::array<std::int32_t, kMostLetters + 1>;

  // The model outlives the query.
  TransliterationQuery(const Transliteration& model, std::string_view latin);

  // Below `least` it is not worked out: something below.
  int score(const Letters& native, int least = kImpossible) const;

  // score() step by step, for a search among many words. The column of no native letters; `after`
  // is the first native letter (0: not known, end(): there is none).
  void start(std::uint8_t after, Column& out) const;
  // The column after one more native letter. `one` and `two`: the columns one and two letters
  // before (`two`: not read where there is one letter only); `last`: the last three letters, the
  // newest first, end() where there is none.
  void next(const Column& two, const Column& one, const std::array<std::uint8_t, 3>& last,
            std::uint8_t after, Column& out) const;
  std::size_t size() const { return letters_.size; }
  // For each i, what the Latin letters from i on can add at most, as if no native letter stood
  // beside.
  const Column& rest() const { return rest_; }

 private:
  struct Edge {
    int weight = 0;
    std::uint16_t unit = 0;
    std::uint8_t from = 0, to = 0;
  };

  void add(std::size_t group, std::uint8_t before, std::uint8_t after, const Column& from,
           Column& out) const;

  const Transliteration* model_;
  Letters letters_;
  std::vector<Edge> edges_;           // by group, then `from`
  std::vector<std::uint32_t> first_;  // of a group
  Column rest_{};
  // The same at the very most, whatever stands beside; and for each native letter against nothing.
  Column most_{};
  int most_inserted_ = 0;
};

}  // namespace parley::text
