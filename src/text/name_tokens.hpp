// The words of a name as name_index.hpp keeps them: as written, without titles and particles.
//
// Promises: at least one word of a text that has a letter; any bytes are accepted. Halves that a
// compound is put together from stand as words, and so does the compound in one word: "Abd
// al-Rahman" gives "Abd", "al-Rahman", "Abdal-Rahman" and, of the hyphen, "Rahman".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace parley::text {

inline constexpr std::size_t kMostTokens = 24;  // of a name; what stands behind is not seen

struct NameTokens {
  std::vector<std::string> words;
  bool single = false;  // nothing parts the name but hyphens: the first word is all of it
};
NameTokens name_tokens(std::string_view name);

}  // namespace parley::text
