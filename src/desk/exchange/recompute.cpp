#include "desk/exchange/recompute.hpp"

#include <algorithm>

#include "desk/record/checkpoint.hpp"

namespace parley::desk {

std::string_view name(Recomputed recomputed) {
  switch (recomputed) {
    case Recomputed::kEqual: return "equal";
    case Recomputed::kDifferent: return "different";
    case Recomputed::kNotHere: return "not-recomputable";
  }
  return "unknown";
}

record::View view_at(record::View view, std::uint64_t size) {
  view.size = size;
  std::erase_if(view.entries, [size](const record::Opened& entry) { return entry.index >= size; });
  return view;
}

bool was_made_from(Session& session, std::uint64_t size, const Digest& root, std::uint64_t index) {
  return index >= size && holds(session, size, root).has_value();
}

}  // namespace parley::desk
