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

std::string displayed(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view three = text.substr(i, 3);
    const bool embedding = three >= "\u202A" && three <= "\u202E";
    const bool isolate = three >= "\u2066" && three <= "\u2069";
    if (three.size() == 3 && (embedding || isolate)) {
      i += 2;
    } else if (three == "\u2028" || three == "\u2029") {
      out += '\n';
      i += 2;
    } else if (text.substr(i, 2) == "\u0085") {
      out += '\n';
      i += 1;
    } else {
      out += text[i] == '\t' ? ' ' : text[i];
    }
  }
  return out;
}

}  // namespace parley::document
