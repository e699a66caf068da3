// Which name parts of one list are alike to which of the other: each distinct pair is scored once.
//
// Promises: for each part of the one side, those of the other whose likeness is kWeak or more,
// among the pairs worth scoring: of one group of the table of common names, an initial, or with
// keys a few changes apart (edits_allowed()). Symmetric; the same at any thread count. Does not:
// find parts that are alike although their keys are further apart.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "linkage/encode.hpp"
#include "linkage/level.hpp"

namespace parley::linkage {

// Thresholds of text::likeness().
constexpr int kWeakLikeness = 620;
constexpr int kAlikeLikeness = 750;
constexpr int kNearLikeness = 850;
constexpr int kInitialLikeness = 500;

struct Alike {
  std::uint32_t part = 0;  // of the other side
  std::uint16_t likeness = 0;
  Level level = Level::kWeak;  // kExact, kNear, kAcross, kAlike, kWeak or kInitial
};

// How two parts agree; kDifferent below kWeak. Symmetric.
Level level_of(const text::NamePart& a, const text::NamePart& b, int likeness);

class Vocabulary {
 public:
  Vocabulary(const Encoded& lists, int threads);

  std::size_t size() const { return first_of_a_.size() - 1; }
  // The parts of the second list that are alike to `part`, by number; and of the first.
  Range of_a(std::uint32_t part) const { return {first_of_a_[part], first_of_a_[part + 1]}; }
  Range of_b(std::uint32_t part) const { return {first_of_b_[part], first_of_b_[part + 1]}; }
  const Alike& in_b(std::uint32_t at) const { return of_a_[at]; }
  const Alike& in_a(std::uint32_t at) const { return of_b_[at]; }

 private:
  std::vector<std::uint32_t> first_of_a_, first_of_b_;
  std::vector<Alike> of_a_, of_b_;
};

// Insertions, deletions and exchanges of letters; at most 64 letters of each are looked at.
std::uint32_t edit_distance(std::string_view a, std::string_view b);
// Whether two parts with these keys may be alike.
bool near_keys(std::string_view a, std::string_view b);
// How many edits two keys may be apart to be worth scoring, by the longer one's length.
std::uint32_t edits_allowed(std::size_t length);

}  // namespace parley::linkage
