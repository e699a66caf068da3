#include "desk/report/word_table.hpp"

namespace parley::desk {

std::string filled(std::string_view form, std::initializer_list<std::string_view> values) {
  std::string out;
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (form[i] == '{' && i + 2 < form.size() && form[i + 2] == '}') {
      out += values.begin()[form[i + 1] - '0'];
      i += 2;
    } else {
      out += form[i];
    }
  }
  return out;
}

}  // namespace parley::desk
