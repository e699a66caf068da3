// Results that are made again from the entries they were made from.
//
// Only "different" is alarming: what was erased since, or a later engine, makes a result one that
// cannot be made again here.
#pragma once

#include <string_view>

#include "desk/session.hpp"

namespace parley::desk {

enum class Recomputed { kEqual, kDifferent, kNotHere };
std::string_view name(Recomputed recomputed);  // "equal", "different", "not-recomputable"

// The record as it was at that size.
record::View view_at(record::View view, std::uint64_t size);

// What making a result again says. `whole`: nothing of what it was made from is withheld or erased.
inline Recomputed judged(bool equal, bool whole) {
  if (equal) return Recomputed::kEqual;
  return whole ? Recomputed::kDifferent : Recomputed::kNotHere;
}

// Whether the record ever was what a result says it was made from: that root at that size, before
// the result's own entry. A record that cannot be read says no.
bool was_made_from(Session& session, std::uint64_t size, const Digest& root, std::uint64_t index);

}  // namespace parley::desk
