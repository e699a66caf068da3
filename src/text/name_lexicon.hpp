// The words that names are put together with, folded: titles, articles, bin, abu and their like.
#pragma once

#include <string_view>

#include "text/personal_name.hpp"

namespace parley::text {

// Left out of a name's parts where they stand before it: Dr, الشيخ, Martyr, пан.
bool is_title(std::string_view folded);
// A title of one letter: د.، م.
bool is_title_with_dot(std::string_view folded);
// bin, ibn, ben, بن, בן, bint, ould, оглы before the name of an ancestor.
bool is_son_of(std::string_view folded);
// оглы, oglu, kızı after it.
bool is_son_of_behind(std::string_view folded);
bool is_ben(std::string_view folded);  // that of them which is a given name too
// abu, umm and their spellings.
bool is_abu(std::string_view folded);
// al, el, ال, аль in any context; آل (a house).
bool is_article(std::string_view folded);
bool is_house(std::string_view folded);
// ad, as, ash, ud ... : an article if the next word begins with its sound.
bool is_assimilated_article(std::string_view folded, std::string_view next);
// abd with or without an article: "abd", "abdul", "عبد", "абдель".
bool is_abd(std::string_view folded);
bool is_abd_with_article(std::string_view folded);
// What abd takes without an article: ربه, Allah, Ali.
bool follows_abd(std::string_view folded);
// The second half of a compound, without its article: din, allah, islam, abidin.
bool is_second_half(std::string_view folded);
bool is_allah(std::string_view folded);
bool is_din(std::string_view folded);  // in Latin or Cyrillic letters, perhaps with its article
// ذو, dhu: the first half of a compound.
bool is_first_half(std::string_view folded);
// van, de, von, mac.
bool is_particle(std::string_view folded);

// How many of these words, which stand in a row, say that a nickname follows. `needs_abu`: unless a
// kunya follows, what follows is a family name (كنية in the Levant).
struct Marker {
  std::size_t words = 0;
  bool needs_abu = false;
};
Marker nickname_marker(std::string_view first, std::string_view second, std::string_view third);

}  // namespace parley::text
