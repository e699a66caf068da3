#include "text/encoding.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <unicode/unistr.h>

#include "text/code_page.hpp"
#include "text/encoding_guess.hpp"

namespace parley::text {
namespace {

using namespace std::string_view_literals;

// The same text in another encoding, by ICU: the twin that the tables are held against.
std::string as(std::string_view utf8, const char* encoding) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(std::string(utf8));
  std::string out(utf8.size() * 4 + 8, '\0');
  const auto length =
      text.extract(0, text.length(), out.data(), static_cast<std::uint32_t>(out.size()), encoding);
  out.resize(static_cast<std::size_t>(length));
  return out;
}

void holds(std::string_view bytes, std::string_view text, Encoding encoding, Sureness sureness) {
  const auto decoded = decode(bytes_of(bytes));
  REQUIRE(decoded);
  CHECK(name(decoded->encoding) == name(encoding));
  CHECK(decoded->text == text);
  CHECK(name(decoded->sureness) == name(sureness));
}

std::string error_of(std::string_view bytes, std::optional<Encoding> given = {}) {
  const auto decoded = decode(bytes_of(bytes), given);
  REQUIRE_FALSE(decoded);
  return decoded.error().text();
}

constexpr std::string_view kArabic =
    "الاسم,اسم الأب,تاريخ الميلاد\nأحمد سعيد القاسم,سعيد,1980\nليلى حسن,حسن,1985\nيوسف عمر "
    "الخطيب,عمر,1971\n";
constexpr std::string_view kRussian =
    "Фамилия;Имя;Отчество\nСоколов;Андрей;Петрович\nЛебедева;Мария;Олеговна\n";
constexpr std::string_view kUkrainian =
    "ПРІЗВИЩЕ;ІМ'Я\nШЕВЧУК;ОЛЕКСІЙ\nКОВАЛЕНКО;ЇВГА\nБІЛИК;ЄВГЕН\n";
constexpr std::string_view kFrench =
    "Prénom;Nom;Né le;Père\nAndré;Lefèvre;mai 1980;Étienne\nHélène;Garçon;août 1979;François\n"
    "Rémi;Forêt;décembre 1960;Gérard\nZoé;Château;été 1971;Benoît\nNoémie;Bézier;février 1980;Léon";

TEST_CASE("byte-order marks") {
  holds(
      "\xEF\xBB\xBF"
      "a,\xC3\xA9",
      "a,\xC3\xA9", Encoding::kUtf8, Sureness::kCertain);
  holds(
      "\xFF\xFE"
      "a\0\x2A\x06"sv,
      "aت", Encoding::kUtf16Le, Sureness::kCertain);
  holds(
      "\xFE\xFF"
      "\0a\x06\x2A"sv,
      "aت", Encoding::kUtf16Be, Sureness::kCertain);
  holds("", "", Encoding::kUtf8, Sureness::kCertain);
}

TEST_CASE("UTF-16 without a mark") {
  for (const std::string_view text : {kArabic, kRussian, kFrench}) {
    holds(as(text, "UTF-16LE"), text, Encoding::kUtf16Le, Sureness::kLikely);
    holds(as(text, "UTF-16BE"), text, Encoding::kUtf16Be, Sureness::kLikely);
  }
  holds(as("𐍈,ab,cdefgh\n", "UTF-16LE"), "𐍈,ab,cdefgh\n", Encoding::kUtf16Le, Sureness::kLikely);
}

TEST_CASE("code pages by what the letters look like") {
  holds(as(kArabic, "windows-1256"), kArabic, Encoding::kWindows1256, Sureness::kLikely);
  holds(as(kRussian, "windows-1251"), kRussian, Encoding::kWindows1251, Sureness::kLikely);
  holds(as(kUkrainian, "windows-1251"), kUkrainian, Encoding::kWindows1251, Sureness::kLikely);
  holds(as(kFrench, "windows-1252"), kFrench, Encoding::kWindows1252, Sureness::kLikely);
  holds(as("name\nJosé\n", "windows-1252"), "name\nJosé\n", Encoding::kWindows1252,
        Sureness::kGuess);
}

TEST_CASE("single names of lists") {
  for (const std::string_view name :
       {"محمد علي", "حسين عبد الله", "فاطمة الزهراء", "خالد مصطفى", "ياسين", "غيث طارق"}) {
    CHECK_MESSAGE(decode(bytes_of(as(name, "windows-1256")))->text == name, name);
  }
  for (const std::string_view name :
       {"Иванов Сергей", "ПЕТРЕНКО ОЛЕГ", "Щербина Юлия", "ЖУК ІГОР", "Ёлкин Пётр", "Гнатюк"}) {
    CHECK_MESSAGE(decode(bytes_of(as(name, "windows-1251")))->text == name, name);
  }
  for (const std::string_view name : {"Gérard Depré", "Zoë Müller", "Señor Peña", "Noël"}) {
    CHECK_MESSAGE(decode(bytes_of(as(name, "windows-1252")))->text == name, name);
  }
}

TEST_CASE("a given encoding is used, unless the file's mark says otherwise") {
  CHECK(decode(bytes_of("\xE3"), Encoding::kWindows1256)->text == "م");
  CHECK(decode(bytes_of("\xE3"), Encoding::kWindows1251)->text == "г");
  CHECK(decode(bytes_of("\xE3"), Encoding::kWindows1251)->sureness == Sureness::kGiven);
  CHECK(decode(bytes_of("\xEF\xBB\xBF"
                        "a"),
               Encoding::kUtf8)
            ->text == "a");
  CHECK(error_of("\xEF\xBB\xBF"
                 "a",
                 Encoding::kWindows1256) ==
        "the file begins with the mark of utf-8, not windows-1256");
}

TEST_CASE("what is not of the encoding is an error with its place") {
  CHECK(error_of("a,b\nc\0d\n"sv) == "byte 6, line 2: a NUL character");
  CHECK(error_of("name\r\nعمر\r\n\xFF\r\n") == "byte 15, line 3: not UTF-8");
  CHECK(error_of("a\r\xC3", Encoding::kUtf8) == "byte 3, line 2: not UTF-8");
  CHECK(error_of("a\n\x98", Encoding::kWindows1251) ==
        "byte 3, line 2: not a character of windows-1251");
  CHECK(error_of("\xFF\xFE"
                 "a\0\0\xD8"
                 "b\0"sv) == "byte 5, line 1: half a character of UTF-16");
  CHECK(error_of("\xFF\xFE"
                 "a\0\n"sv) == "byte 5, line 1: half a character of UTF-16");
  CHECK(error_of("\xFF\xFE"
                 "a\0\0\0"sv) == "byte 5, line 1: a NUL character");
  CHECK(error_of("\xFF\xFE\0\0"
                 "a\0\0\0"sv) == "the file is UTF-32: save it as UTF-8");
}

TEST_CASE("names of encodings") {
  CHECK(encoding_named("Windows-1256") == Encoding::kWindows1256);
  CHECK(encoding_named("cp1251") == Encoding::kWindows1251);
  CHECK(encoding_named("UTF-8") == Encoding::kUtf8);
  CHECK(encoding_named("utf-16-LE") == Encoding::kUtf16Le);
  CHECK_FALSE(encoding_named("latin"));
  for (int i = 0; i < 6; ++i) {
    const auto encoding = static_cast<Encoding>(i);
    CHECK(encoding_named(name(encoding)) == encoding);
  }
}

TEST_CASE("the code pages are those of ICU, where they mean something") {
  for (const Encoding encoding :
       {Encoding::kWindows1256, Encoding::kWindows1251, Encoding::kWindows1252}) {
    const CodePage& page = *code_page(encoding);
    for (int i = 0; i < 128; ++i) {
      if (page[static_cast<std::size_t>(i)] == 0) continue;
      const char byte = static_cast<char>(0x80 + i);
      const icu::UnicodeString icu(&byte, 1, std::string(name(encoding)).c_str());
      CHECK(icu.charAt(0) == page[static_cast<std::size_t>(i)]);
    }
  }
}

TEST_CASE("property: UTF-8 and UTF-16 come back as they were, any bytes do not crash") {
  CHECK(rc::check([] {
    const auto points = *rc::gen::container<std::u32string>(rc::gen::oneOf(
        rc::gen::inRange<char32_t>(1, 0xD800), rc::gen::inRange<char32_t>(0xE000, 0x110000)));
    std::string text;
    icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(points.data()),
                                  static_cast<int32_t>(points.size()))
        .toUTF8String(text);
    RC_PRE(!text.starts_with("\xEF\xBB\xBF"));
    RC_ASSERT(decode(bytes_of(text), Encoding::kUtf8)->text == text);
    RC_ASSERT(decode(bytes_of("\xFF\xFE" + as(text, "UTF-16LE")))->text == text);
    RC_ASSERT(decode(bytes_of("\xFE\xFF" + as(text, "UTF-16BE")))->text == text);
  }));
  CHECK(rc::check([](const std::string& bytes) {
    const auto decoded = decode(bytes_of(bytes));
    if (decoded) RC_ASSERT(is_utf8(decoded->text));
  }));
}

}  // namespace
}  // namespace parley::text
