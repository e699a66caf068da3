#include "table/cell_reference.hpp"

#include <cstddef>

namespace parley::table {

std::optional<CellReference> cell_reference(std::string_view text) {
  text = text.substr(0, text.find(':'));
  CellReference out;
  std::size_t i = 0;
  const auto skip_dollar = [&] { i += i < text.size() && text[i] == '$' ? 1 : 0; };
  skip_dollar();
  for (; i < text.size() && text[i] != '$' && !(text[i] >= '0' && text[i] <= '9'); ++i) {
    const char c = text[i] >= 'a' ? static_cast<char>(text[i] - 'a' + 'A') : text[i];
    if (c < 'A' || c > 'Z') return {};
    out.column = out.column * 26 + static_cast<std::uint64_t>(c - 'A' + 1);
    if (out.column > kMostSheetColumns) return {};
  }
  skip_dollar();
  for (; i < text.size(); ++i) {
    if (text[i] < '0' || text[i] > '9') return {};
    out.row = out.row * 10 + static_cast<std::uint64_t>(text[i] - '0');
    if (out.row > kMostSheetRows) return {};
  }
  if (out.column == 0 || out.row == 0) return {};
  return out;
}

}  // namespace parley::table
