// A written name cut into words, with what stood between them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/personal_name.hpp"

namespace parley::text {

// What stood before a word, the strongest of several.
enum class Gap : unsigned char { kNone, kHyphen, kSpace, kDash, kComma };

struct NameWord {
  std::size_t begin = 0, end = 0;  // bytes of the text
  std::string folded;              // fold_name(), without apostrophes
  Script script = Script::kNone;
  Gap before = Gap::kNone;
  bool dot = false;       // a full stop follows
  bool upper = false;     // all its letters, two or more, are capitals
  bool capital = false;   // it is a single letter in upper case, or in a script without case
  bool carrier = false;   // begins with a hamza on its alef, so that "ال" is no article
  std::size_t aside = 0;  // of the brackets or quotes that it stands in, counted from 1; 0: none
};

// Words are runs of letters of one script or of several, with the marks on and in them.
std::vector<NameWord> name_words(std::string_view text);

}  // namespace parley::text
