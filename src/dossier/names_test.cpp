#include "dossier/names.hpp"

#include <doctest/doctest.h>

namespace parley::dossier {
namespace {

TEST_CASE("handles") {
  for (const char* good : {"a", "iran", "rt-2014-01-13", "0"}) CHECK(is_handle(good));
  for (const char* bad : {"", "-a", "a-", "Iran", "a_b", "a/b", "حلب", "a b"})
    CHECK_FALSE(is_handle(bad));
  CHECK(is_handle(std::string(64, 'a')));
  CHECK_FALSE(is_handle(std::string(65, 'a')));
  for (const char* good : {"a", "ceasefire/aleppo", "a/b/c"}) CHECK(is_measure_handle(good));
  for (const char* bad : {"", "/", "a/", "/a", "a//b", "a/-b"}) CHECK_FALSE(is_measure_handle(bad));
}

TEST_CASE("language tags by their outline") {
  for (const char* good : {"en", "ar", "uk-Latn", "ar-Latn-SY", "zh-Hant-1996"})
    CHECK(is_language_tag(good));
  for (const char* bad : {"", "e", "en-", "-en", "en_GB", "e1", "en-123456789", "toolongtag"}) {
    CHECK_FALSE(is_language_tag(bad));
  }
}

TEST_CASE("plain text shows as what it is") {
  CHECK(is_plain_text("حلب\n\tAleppo"));
  CHECK(is_plain_text("\xE2\x80\x8F"));  // U+200F, a mark that Arabic text needs
  CHECK_FALSE(is_plain_text("a\rb"));
  CHECK_FALSE(is_plain_text(std::string_view("a\0b", 3)));
  CHECK_FALSE(is_plain_text("a\xC2\x85"));      // U+0085
  CHECK_FALSE(is_plain_text("a\xE2\x80\xAE"));  // U+202E, turns what follows around
  CHECK_FALSE(is_plain_text("a\xE2\x81\xA7"));  // U+2067
  CHECK_FALSE(is_plain_text("\xFF"));
  CHECK(is_line("حلب Aleppo"));
  for (const char* bad : {"", " a", "a ", "a\nb", "a\tb", "\xC2\xA0x"}) CHECK_FALSE(is_line(bad));
}

TEST_CASE("a name in a language, else in English, else any") {
  const Names names = {{"ar", "حلب"}, {"en", "Aleppo"}};
  CHECK(name_in(names, "ar") == "حلب");
  CHECK(name_in(names, "ru") == "Aleppo");
  CHECK(name_in({{"ar", "حلب"}}, "ru") == "حلب");
  CHECK(name_in({}, "ru").empty());
}

}  // namespace
}  // namespace parley::dossier
