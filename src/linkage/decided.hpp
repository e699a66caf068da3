// What people decided, applied to the pairs that were scored.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "linkage/encode.hpp"
#include "linkage/standing.hpp"

namespace parley::linkage {

// From Record::index to a person's number in Encoded.
class People {
 public:
  People(const Side& side, const Records& records);
  std::uint32_t at(std::uint32_t index) const;  // kNone: nobody's

 private:
  std::unordered_map<std::uint32_t, std::uint32_t> numbers_;  // never iterated
};

using IndexPairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

// What was decided, by numbers in Encoded, each pair once; within a list a < b.
struct Verdicts {
  IndexPairs apart, together;
};
// `a` and `b` are the records as the engine has them; indices that no record has are passed over.
Verdicts verdicts_of(const Encoded& lists, const Records& a, const Records& b,
                     const IndexPairs& apart, const IndexPairs& together);

// Takes out of `scored` the pairs that are `apart`, and those of one who is `together` with
// somebody else alone. Indices are the caller's: of the caller's first and second list; those that
// no record has are passed over. `a` and `b` are the records as the engine has them.
void heed_decided(const Encoded& lists, const Records& a, const Records& b, const IndexPairs& apart,
                  const IndexPairs& together, std::vector<Scored>& scored);

}  // namespace parley::linkage
