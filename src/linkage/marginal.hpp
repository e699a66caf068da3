// How probable each pair is where a person of one list seldom has two partners in the other.
//
// Every set of pairs has a weight: the product of its pairs' odds, times `again` for each partner
// of a person beyond the first. A pair's probability is its share of the weight of all sets. Beside
// what the two rows say, that heeds who else might be either's partner, and that a person who
// should have one has found nobody else.
// Promises: exact where the pairs make no ring, near elsewhere; only operations that IEEE 754
// rounds exactly, in a fixed order. Time: pairs times kRounds.
// Source: belief propagation on matchings (Bayati, Shah & Sharma 2008; Vontobel 2013).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace parley::linkage {

struct Possible {
  std::uint32_t a = 0, b = 0;
  double odds = 0;  // one person's or two free people's
};

struct Marginals {
  std::vector<double> probability;     // one a pair
  std::vector<double> some_a, some_b;  // that a person has any partner
};

// `again`: 0: nobody has two partners; 1: pairs know nothing of each other.
Marginals marginals(std::uint32_t people_a, std::uint32_t people_b, std::span<const Possible> pairs,
                    double again);

}  // namespace parley::linkage
