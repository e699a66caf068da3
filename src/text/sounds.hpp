// One word of a name as a row of sounds, one letter each, from any script: what likeness() and
// name_key() compare.
//
// Latin, Cyrillic:  b c(ts) d f g h j k l m n p q r s t v w y z, S sh, X kh, G gh, T th, D dh, C
// ch,
//                   Z zh, a e i o u, N a final a, M a final ah
// Arabic, besides:  H ح, K ض, Q ظ, E ع, and letters that say more than one sound: A a written alef,
//                   O an alef that begins the word, W waw, Y yeh, I a final yeh, P a final heh
// Hebrew, besides:  B beth, F pe, L kaph, R shin, and the above: H heth, A aleph, E ayin, W, Y, I,
// P
//
// Promises: pure; letters a-z and A-Z only; kNone and kOther have no sounds (an empty row).
#pragma once

#include <string>
#include <string_view>

#include "text/personal_name.hpp"

namespace parley::text {

std::string sounds_of(std::string_view folded, Script script);

// How many sounds at the front may be an article that is written together with its word: "Al" in
// "Alhalabi", "Эль" in "Эльхалаби". 0 where the word cannot begin with one.
std::size_t glued_article(std::string_view sounds, Script script);

// The consonants of a row of sounds in a-z, coarser: what name_key() promises.
std::string key_of_sounds(std::string_view sounds);

}  // namespace parley::text
