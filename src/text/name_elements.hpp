// The words of a name put together into its parts: compounds, articles, abu, particles.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "text/name_words.hpp"

namespace parley::text {

struct NameElement {
  std::size_t first = 0, last = 0;  // words, both counted in
  std::string folded;               // without articles; the halves of a compound stand apart
  Script script = Script::kNone;
  bool article = false;     // al-Halabi
  bool nisba = false;       // with the ending of one besides
  bool abu = false;         // Abu Zayd
  bool son_of = false;      // bin, ibn, ould stood before it
  bool patronymic = false;  // oglu, qızı stood behind it
  bool compound = false;
  bool initial = false;
  bool upper = false;  // in capitals
  Gap before = Gap::kNone;
};

// Whether two names joined by a hyphen are two names all the same ("Mohamed-Ali"): says it of each.
using KnownName = bool (*)(std::string_view folded);

// No word is lost but bin and its like. `words` stand in one segment.
std::vector<NameElement> name_elements(std::span<const NameWord> words, KnownName known);

// One that begins at words[at]. `depth`: of compounds within compounds, which is bounded.
NameElement name_element(std::span<const NameWord> words, std::size_t at, int depth = 0);

}  // namespace parley::text
