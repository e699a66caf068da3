#include "desk/report/plural.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace parley::desk {
namespace {

using document::Language;

void check_all(Language language, PluralForm form, const std::vector<std::uint64_t>& numbers) {
  for (const std::uint64_t number : numbers) {
    INFO(document::tag(language), " ", number);
    CHECK(plural_form(language, number) == form);
  }
}

}  // namespace

// The examples of CLDR's plural rules.
TEST_CASE("plural forms are those of CLDR") {
  check_all(Language::kEnglish, PluralForm::kOne, {1});
  check_all(Language::kEnglish, PluralForm::kOther, {0, 2, 11, 21, 101, 1000000});
  check_all(Language::kFrench, PluralForm::kOne, {0, 1});
  check_all(Language::kFrench, PluralForm::kOther, {2, 17, 100, 1000, 100000, 1000001});
  check_all(Language::kFrench, PluralForm::kMany, {1000000, 2000000});
  for (const Language language : {Language::kRussian, Language::kUkrainian}) {
    check_all(language, PluralForm::kOne, {1, 21, 31, 101, 1001});
    check_all(language, PluralForm::kFew, {2, 3, 4, 22, 24, 32, 102, 1002});
    check_all(language, PluralForm::kMany,
              {0, 5, 11, 12, 13, 14, 19, 20, 100, 111, 112, 1000, 1000000});
  }
  check_all(Language::kArabic, PluralForm::kZero, {0});
  check_all(Language::kArabic, PluralForm::kOne, {1});
  check_all(Language::kArabic, PluralForm::kTwo, {2});
  check_all(Language::kArabic, PluralForm::kFew, {3, 10, 103, 110, 1003});
  check_all(Language::kArabic, PluralForm::kMany, {11, 26, 99, 111, 1011});
  check_all(Language::kArabic, PluralForm::kOther, {100, 101, 102, 200, 202, 1000, 10000, 1000000});
}

TEST_CASE("a language has the forms its rule gives") {
  for (std::uint64_t number = 0; number < 2000; ++number) {
    for (const Language language : {Language::kEnglish, Language::kArabic, Language::kFrench,
                                    Language::kRussian, Language::kUkrainian}) {
      CHECK(has_plural_form(language, plural_form(language, number)));
    }
  }
  CHECK_FALSE(has_plural_form(Language::kEnglish, PluralForm::kFew));
  CHECK_FALSE(has_plural_form(Language::kRussian, PluralForm::kOther));
}

}  // namespace parley::desk
