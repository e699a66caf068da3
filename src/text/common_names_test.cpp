#include "text/common_names.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "text/common_names_table.hpp"
#include "text/name_elements.hpp"

namespace parley::text {
namespace {

std::uint32_t group_of(const char* written) {
  const PersonalName name = parse_name_part(written, NameRole::kUnplaced);
  REQUIRE_MESSAGE(name.parts.size() == 1, written);
  return name.parts[0].group;
}

}  // namespace

TEST_CASE("every spelling of the table is one part, and is found") {
  for (std::size_t i = 0; i < kCommonNamesSize; ++i) {
    std::string_view rest = kCommonNames[i].spellings;
    while (!rest.empty()) {
      const std::string_view spelling = rest.substr(0, rest.find(','));
      rest.remove_prefix(std::min(rest.size(), spelling.size() + 1));
      const auto words = name_words(spelling);
      const auto elements = name_elements(words, nullptr);
      REQUIRE_MESSAGE(elements.size() == 1, std::string(spelling));
      const CommonName* name = find_common_name(elements[0].folded);
      REQUIRE(name != nullptr);
      const auto group = static_cast<std::uint32_t>(i + 1);
      CHECK_MESSAGE((name->group == group || name->others[0] == group || name->others[1] == group),
                    std::string(spelling));
    }
  }
}

TEST_CASE("first spellings differ") {
  std::set<std::string_view> firsts;
  for (std::uint32_t group = 1; group <= common_name_count(); ++group) {
    CHECK_MESSAGE(firsts.insert(common_name(group)).second, std::string(common_name(group)));
  }
  CHECK(common_name_count() > 400);
}

TEST_CASE("different names are different groups in the scripts that tell them apart") {
  constexpr const char* kNames[] = {
      "حسن",  "حسين", "حسان", "حسني",  "عمر",   "عمرو",   "عامر",   "عمار",   "أمير",   "أحمد",
      "حامد", "حميد", "حمد",  "محمد",  "محمود", "سالم",   "سليم",   "سلام",   "سلمان",  "سليمان",
      "صلاح", "صالح", "سعيد", "سعد",   "سيد",   "زيد",    "زياد",   "زايد",   "علي",    "علاء",
      "كريم", "أكرم", "سمير", "سامر",  "سامي",  "سميرة",  "جمال",   "جميل",   "جلال",   "ماجد",
      "مجيد", "مجد",  "ناصر", "نصر",   "ياسر",  "ثامر",   "تامر",   "أمل",    "آمال",   "أمينة",
      "آمنة", "Иван", "Анна", "Алена", "Елена", "Оксана", "Ксения", "Сергей", "Николай"};
  std::set<std::uint32_t> groups;
  for (const char* name : kNames) {
    const std::uint32_t group = group_of(name);
    CHECK_MESSAGE(group != 0, name);
    CHECK_MESSAGE(groups.insert(group).second, name);
  }
}

TEST_CASE("Russian and Ukrainian forms are one name") {
  CHECK(group_of("Александр") == group_of("Олександр"));
  CHECK(group_of("Дмитрий") == group_of("Дмитро"));
  CHECK(group_of("Сергей") == group_of("Сергій"));
  CHECK(group_of("Serhii") == group_of("Sergey"));
  CHECK(group_of("Николай") == group_of("Микола"));
}

}  // namespace parley::text
