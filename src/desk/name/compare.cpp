#include <fmt/core.h>

#include <algorithm>

#include "desk/name/names.hpp"
#include "text/code_points.hpp"
#include "text/common_names.hpp"
#include "text/folding.hpp"
#include "text/normal.hpp"

namespace parley::desk {
namespace {

Result<void> check(const std::string& name, std::string_view which) {
  if (name.size() > kLongestName) {
    return fail(Fault::kBadInput, fmt::format("{} is longer than {} bytes", which, kLongestName));
  }
  if (!text::nfc(name)) return fail(Fault::kBadInput, fmt::format("{} is not UTF-8", which));
  if (text::script_of(name) == text::Script::kNone) {
    return fail(Fault::kBadInput, fmt::format("{} has no letter", which));
  }
  return {};
}

// What no part and no kunya holds, word by word.
std::string left_out(const text::PersonalName& name) {
  std::string rest = name.written;
  const auto cut = [&rest](std::string_view part) {
    const std::size_t at = rest.find(part);
    if (!part.empty() && at != rest.npos) rest.replace(at, part.size(), " ");
  };
  for (const text::NamePart& part : name.parts) cut(part.written);
  std::string_view kunya = name.kunya;
  while (!kunya.empty()) {
    const std::size_t comma = std::min(kunya.find(", "), kunya.size());
    cut(kunya.substr(0, comma));
    kunya.remove_prefix(std::min(comma + 2, kunya.size()));
  }
  std::string out, word;
  rest += ' ';
  for (const char c : rest) {
    if (c != ' ') {
      word += c;
      continue;
    }
    if (text::script_of(word) != text::Script::kNone) out += (out.empty() ? "" : " ") + word;
    word.clear();
  }
  return out;
}

}  // namespace

Result<NamesCompared> compare_names(const std::string& a, const std::string& b) {
  PARLEY_TRY(check(a, "the first name"));
  PARLEY_TRY(check(b, "the second name"));
  return NamesCompared{a, b, text::match_names(a, b)};
}

Result<NameParsed> parse_one_name(const std::string& written) {
  PARLEY_TRY(check(written, "the name"));
  NameParsed out{text::parse_name(written), {}};
  out.left_out = left_out(out.name);
  return out;
}

std::string group_name(std::uint32_t group) {
  return group == 0 ? std::string() : std::string(text::common_name(group));
}

}  // namespace parley::desk
