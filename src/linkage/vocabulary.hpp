// Which name parts of one list are alike to which of the other.
//
// Promises: agreement() of any two parts, where they are worth scoring: of one group of the table
// of common names, an initial, or with keys a few changes apart (edits_allowed()); else kDifferent.
// of_a() and of_b() list the parts for which it is kWeak or more. Of long vocabularies (over
// kMostPairsTried pairs of keys) the lists hold those whose keys share all but one letter of each
// (measured: 97 in 100 of those alike); agreement() still knows the others. No key is tried with
// over kMostTried parts. Initials are not listed. Symmetric; the same at any thread count. Does
// not: find parts that are alike although their keys are further apart.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "linkage/encode.hpp"
#include "linkage/level.hpp"
#include "linkage/near_keys.hpp"

namespace parley::linkage {

// Thresholds of text::likeness().
constexpr int kWeakLikeness = 620;
constexpr int kAlikeLikeness = 750;
constexpr int kNearLikeness = 850;
constexpr int kInitialLikeness = 500;

struct Alike {
  std::uint32_t part = 0;  // of the other side
  std::uint16_t likeness = 0;
  Level level = Level::kWeak;  // kExact, kNear, kAcross, kAlike or kWeak
};

// likeness and level of two parts.
struct PartAgreement {
  std::uint16_t likeness = 0;
  Level level = Level::kDifferent;
};

constexpr std::uint64_t kMostPairsTried = 100'000'000;
constexpr std::size_t kMostTried = 20'000;

// How two parts agree; kDifferent below kWeak. Symmetric.
Level level_of(const text::NamePart& a, const text::NamePart& b, int likeness);

// What shows soonest that two parts are not worth scoring.
struct PartSketch {
  std::uint32_t letters = 0;  // of the key, a bit each
  std::uint16_t length = 0;   // of the key, at most 64
  bool odd = false;           // an initial, or of a group
};

class Vocabulary {
 public:
  // `lists` must outlive it. `most_pairs`: kMostPairsTried, but for tests.
  Vocabulary(const Encoded& lists, int threads, std::uint64_t most_pairs = kMostPairsTried);

  std::size_t size() const { return first_of_a_.size() - 1; }
  // The parts of the second list that are alike to `part`, by number; and of the first.
  Range of_a(std::uint32_t part) const { return {first_of_a_[part], first_of_a_[part + 1]}; }
  Range of_b(std::uint32_t part) const { return {first_of_b_[part], first_of_b_[part + 1]}; }
  const Alike& in_b(std::uint32_t at) const { return of_a_[at]; }
  const Alike& in_a(std::uint32_t at) const { return of_b_[at]; }

  // Of any two parts, by Encoded::parts.
  PartAgreement agreement(std::uint32_t a, std::uint32_t b) const;
  // Whether agreement() may be anything but kDifferent: soon told.
  bool may_agree(std::uint32_t a, std::uint32_t b) const {
    const PartSketch &x = sketches_[a], &y = sketches_[b];
    return x.odd || y.odd || near_letters(x.letters, x.length, y.letters, y.length);
  }
  // How many parts were not tried with all that they should be.
  std::uint64_t cut() const { return cut_; }
  bool narrowed() const { return narrowed_; }

 private:
  const Encoded& lists_;
  std::vector<PartSketch> sketches_;
  std::uint64_t cut_ = 0;
  bool narrowed_ = false;
  std::vector<std::uint32_t> first_of_a_, first_of_b_;
  std::vector<Alike> of_a_, of_b_;
};

}  // namespace parley::linkage
