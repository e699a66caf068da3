// The words for what is compared and how far two rows agree in it; as pair_words.hpp.
#pragma once

#include <string>
#include <string_view>

#include "document/language.hpp"
#include "linkage/explain.hpp"

namespace parley::desk {

// What is compared: "Father’s name". Empty where only the column's header says.
std::string words_of(const linkage::Of& of, document::Language language);
// How far the two agree: "day and month swapped".
std::string_view words_of(const linkage::Step& step, document::Language language);

}  // namespace parley::desk
