#include "linkage/truth.hpp"

namespace parley::linkage {

Truth parse_truth(std::string_view text) {
  constexpr std::size_t kEnd = 3;  // ":2-"
  if (text.size() <= kEnd || text[text.size() - kEnd] != ':') return {std::string(text)};
  const std::size_t colon = text.size() - kEnd;
  const char count = text[colon + 1], separator = text[colon + 2];
  constexpr std::string_view kSeparators = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \t";
  if (count < '1' || count > '9' || kSeparators.find(separator) == std::string_view::npos) {
    return {std::string(text)};
  }
  return {std::string(text.substr(0, colon)), static_cast<std::uint32_t>(count - '0'), separator};
}

std::string_view told(const Truth& truth, std::string_view cell) {
  std::size_t at = 0;
  for (std::uint32_t n = 0; n < truth.count; ++n) {
    at = cell.find(truth.separator, n == 0 ? 0 : at + 1);
    if (at == std::string_view::npos) return cell;
  }
  return truth.count == 0 ? cell : cell.substr(0, at);
}

}  // namespace parley::linkage
