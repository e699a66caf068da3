// The units of transliteration.hpp, a line each; transliteration_{arabic,cyrillic,hebrew}.cpp are
// written by learn/transliteration_learn.cpp.
#pragma once

#include <span>
#include <string_view>

namespace parley::text {

std::span<const std::string_view> arabic_transliteration();
std::span<const std::string_view> cyrillic_transliteration();
std::span<const std::string_view> hebrew_transliteration();

}  // namespace parley::text
