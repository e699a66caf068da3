// Compounds that are written in one word, taken apart: Abdulrahman, نورالدين, Aboubakr, الحلبي.
#pragma once

#include <string>

#include "text/name_words.hpp"

namespace parley::text {

struct TakenApart {
  std::string folded;    // halves apart, articles left out: "abd rahman", "nur din", "ابو بكر"
  bool article = false;  // it had one in front
  bool abu = false;
  bool compound = false;
};
TakenApart take_apart(const NameWord& word);

}  // namespace parley::text
