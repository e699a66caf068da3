// How far two rows of sounds (sounds.hpp) are from each other: a weighted edit distance.
//
// What a change costs depends on how the two were written. A script with vowels against one
// without: the vowels are only hints, a written long vowel against another vowel is a
// contradiction. Two of the same sort: the full spelling counts.
//
// Promises: integers; symmetric; 0 for equal rows. Rows are compared by their first kMostSounds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/personal_name.hpp"

namespace parley::text {

inline constexpr std::size_t kMostSounds = 40;

enum class Vowels : std::uint8_t { kBoth, kOneSide, kNeither };

Vowels vowels_between(Script a, Script b);

// A consonant against nothing costs 100. From `enough` on, it is not worked out: `enough`.
int sound_distance(std::string_view a, std::string_view b, Vowels vowels, int enough = 1 << 20);
// What the row would cost if every sound were left out, by the plain scale of weights.
int sound_weight(std::string_view sounds);

// What sound_distance() adds up. '\0' is nothing.
int sound_cost(char a, char b, Vowels vowels);

}  // namespace parley::text
