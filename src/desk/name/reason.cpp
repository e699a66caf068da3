#include <fmt/core.h>

#include "desk/name/names.hpp"

namespace parley::desk {
namespace {

using text::Ground;
using text::MatchKind;
using text::MatchLine;
using text::NameRole;

std::string_view ground_words(Ground ground) {
  switch (ground) {
    case Ground::kSpelling: return "spelt the same";
    case Ground::kKnown: return "known spellings of one name";
    case Ground::kLearnt: return "one name in two scripts, by the learnt model";
    case Ground::kSounds: return "alike in sound and letters";
    case Ground::kInitial: return "an initial that fits";
    case Ground::kNone: break;
  }
  return "hardly alike";
}

std::string_view slot_words(NameRole role) {
  switch (role) {
    case NameRole::kGiven: return "given name";
    case NameRole::kFather: return "father's name";
    case NameRole::kGrandfather: return "grandfather's name";
    case NameRole::kFamily: return "family name";
    case NameRole::kUnplaced: break;
  }
  return "part of the name";
}

std::string line_words(const MatchLine& line) {
  const std::string_view slot = slot_words(line.a.empty() ? line.role_b : line.role_a);
  switch (line.kind) {
    case MatchKind::kPaired:
      return fmt::format("the {}: {}{}{}", slot, ground_words(line.ground),
                         line.moved ? ", in another place" : "",
                         line.joined ? ", written in one word or two" : "");
    case MatchKind::kDiffers: return fmt::format("the {}: another one", slot);
    case MatchKind::kOnlyOne: return fmt::format("the {}: only one of them has it", slot);
    case MatchKind::kKunya:
      return line.ground == Ground::kNone ? "the kunya: another one" : "the kunya: the same";
  }
  return {};
}

}  // namespace

std::string reason_of(const NamesCompared& compared) {
  std::string out;
  for (const MatchLine& line : compared.match.lines) {
    out += (out.empty() ? "" : "; ") + line_words(line);
  }
  return out.empty() ? "nothing in them can be compared" : out;
}

}  // namespace parley::desk
