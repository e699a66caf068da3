// Any two texts are names: comparing them is the same either way round, and ends; so is finding
// one.
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "text/name_index.hpp"
#include "text/name_match.hpp"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace parley::text;
  if (size > 2048) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::size_t line = text.find('\n');
  const std::string_view a = text.substr(0, line);
  const std::string_view b = line == text.npos ? a : text.substr(line + 1);
  const NameMatch one = match_names(a, b), other = match_names(b, a);
  require(one.probability_ppm <= 1'000'000 && one.probability_ppm == other.probability_ppm);
  require(one.match() == (one.probability_ppm >= 500'000));
  const std::array<std::string_view, 2> names{b, a};
  for (const auto& found : NameIndex(names).find(a, 2)) require(found.name < 2);
  return 0;
}
