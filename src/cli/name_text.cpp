#include "cli/name_text.hpp"

#include <fmt/core.h>

#include "cli/text.hpp"

namespace parley::cli {
namespace {

std::string percent(std::uint32_t ppm) {
  const std::uint32_t tenths = (ppm + 500) / 1000;
  return fmt::format("{}.{}%", tenths / 10, tenths % 10);
}

std::string or_dash(const std::string& text) { return text.empty() ? "-" : harmless(text); }

}  // namespace

std::string compared_text(const desk::NamesCompared& compared) {
  const text::NameMatch& match = compared.match;
  std::string out = fmt::format(
      "{}: probability {}\n", match.match() ? "may be one person's" : "not taken for one person's",
      percent(match.probability_ppm));
  for (const text::MatchLine& line : match.lines) {
    const bool kunya = line.kind == text::MatchKind::kKunya;
    const text::NameRole role = line.a.empty() ? line.role_b : line.role_a;
    out += fmt::format("  {:<12} {:<9} {} / {}", kunya ? "kunya" : text::name(role),
                       line.ground == text::Ground::kNone
                           ? (line.kind == text::MatchKind::kOnlyOne ? "left out" : "differs")
                           : text::name(line.ground),
                       or_dash(line.a), or_dash(line.b));
    out += line.moved ? ", moved\n" : line.joined ? ", joined\n" : "\n";
  }
  return out + "because of " + desk::reason_of(compared) + "\n";
}

std::string parsed_text(const desk::NameParsed& parsed) {
  std::string out = fmt::format("script {}\n", text::name(parsed.name.script));
  for (const text::NamePart& part : parsed.name.parts) {
    out += fmt::format("  {:<12} {}  folded {}, key {}", text::name(part.role),
                       harmless(part.written), harmless(part.folded), or_dash(part.key));
    if (part.initial) out += ", initial";
    if (part.group != 0) out += ", known as " + desk::group_name(part.group);
    out += "\n";
  }
  if (!parsed.name.kunya.empty()) {
    out += fmt::format("  {:<12} {}\n", "kunya", harmless(parsed.name.kunya));
  }
  if (!parsed.left_out.empty()) {
    out += fmt::format("  {:<12} {}\n", "left out", harmless(parsed.left_out));
  }
  return out;
}

std::string found_text(const desk::NamesFound& found) {
  std::string out;
  for (const desk::NamesFound::One& one : found.asked) {
    if (found.asked.size() > 1) out += harmless(one.query) + "\n";
    for (const desk::NameFound& name : one.found) {
      out += fmt::format("{:>6}  {}\n", percent(name.probability_ppm), harmless(name.name));
    }
  }
  return out;
}

}  // namespace parley::cli
