#include "document/text.hpp"

#include <algorithm>

namespace parley::document {

bool Text::empty() const {
  return std::all_of(runs.begin(), runs.end(), [](const Run& run) { return run.text.empty(); });
}

std::string Text::plain() const {
  std::string out;
  for (const Run& run : runs) out += run.text;
  return out;
}

}  // namespace parley::document
