// Any bytes are a name: nothing of it is lost, folding is done once, likeness is symmetric.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "text/folding.hpp"
#include "text/personal_name.hpp"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace parley::text;
  if (size > 4096) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::string folded = fold_name(text);
  require(fold_name(folded) == folded);

  const PersonalName name = parse_name(text);
  const PersonalName other = parse_name(text, NameOrder::kFamilyFirst);
  require(name.written == text && other.written == text);
  for (const NameRole role : {NameRole::kGiven, NameRole::kFather, NameRole::kFamily}) {
    require(parse_name_part(text, role).written == text);
  }
  std::size_t compared = 0;
  for (const NamePart& part : name.parts) {
    require(!part.folded.empty());
    require(text.find(part.written) != std::string_view::npos);
    require(likeness(part, part) == 1000);
    for (const NamePart& beside : other.parts) {
      if (++compared > 64) break;
      const int alike = likeness(part, beside);
      require(alike >= 0 && alike <= 1000 && alike == likeness(beside, part));
    }
  }
  return 0;
}
