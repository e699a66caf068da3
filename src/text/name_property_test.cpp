// What holds of parse_name() whatever is written.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

#include "text/code_points.hpp"
#include "text/folding.hpp"
#include "text/personal_name.hpp"

namespace parley::text {
namespace {

std::string letters(std::string_view text) {
  std::string out;
  for (const char32_t point : code_points(text)) {
    if (script_of(point) != Script::kNone) append_utf8(out, point);
  }
  return out;
}

// Words that are neither titles nor bin nor markers of a nickname.
rc::Gen<std::string> word() {
  return rc::gen::elementOf(std::vector<std::string>{
      "محمد", "علي",    "الحلبي", "عبد",      "الرحمن",    "عبدالله", "نور",    "الدين", "أبو",
      "زيد",  "ال",     "ذو",     "Mohamed",  "Abd",       "al",      "Rahman", "Abu",   "Umm",
      "Nour", "Eddine", "Allah",  "van",      "de",        "M.",      "Ali",    "ash",   "Shami",
      "Jean", "Иванов", "Сергей", "Петрович", "И.",        "аль",     "Абу",    "Абдул", "כהן",
      "דוד",  "אבו",    "Գրիգոր", "O'Neill",  "В'ячеслав", "HASSAN",  "عمر"});
}

rc::Gen<std::string> gap() {
  return rc::gen::elementOf(
      std::vector<std::string>{" ", " ", " ", "  ", "-", ", ", " - ", " / ", " (", ") ", " \""});
}

std::string any_name() {
  std::string name;
  for (const std::string& next : *rc::gen::container<std::vector<std::string>>(word())) {
    name += next + *gap();
  }
  return name;
}

}  // namespace

TEST_CASE("no word is lost") {
  CHECK(rc::check("letters in, letters out", [] {
    const std::string written = any_name();
    const NameOrder order = *rc::gen::element(NameOrder::kGivenFirst, NameOrder::kFamilyFirst);
    const PersonalName name = parse_name(written, order);
    RC_ASSERT(name.written == written);
    std::string in = letters(written), out = letters(name.kunya);
    for (const NamePart& part : name.parts) {
      out += letters(part.written);
      RC_ASSERT(!part.folded.empty());
      RC_ASSERT(written.find(part.written) != std::string::npos);
    }
    std::sort(in.begin(), in.end());
    std::sort(out.begin(), out.end());
    RC_ASSERT(in == out);
  }));
}

TEST_CASE("a kunya does not reach over a nickname into what follows it") {
  const PersonalName name = parse_name("Umm Abd \"Shami\" الدين");
  CHECK(name.kunya == "Shami, Umm Abd");
}

TEST_CASE("any bytes are a name") {
  CHECK(rc::check("bytes", [](const std::string& bytes) {
    RC_ASSERT(parse_name(bytes).written == bytes);
    RC_ASSERT(parse_name(bytes, NameOrder::kFamilyFirst).written == bytes);
    for (const NameRole role : {NameRole::kGiven, NameRole::kFather, NameRole::kFamily}) {
      RC_ASSERT(parse_name_part(bytes, role).written == bytes);
    }
  }));
}

TEST_CASE("nested beginnings of compounds end somewhere") {
  for (const std::string word :
       {"abu ", "al ", "van ", "abd al ", "ذو ", "أبو ", "bin ", "(", "\""}) {
    std::string written;
    for (int i = 0; i < 20000; ++i) written += word;
    CHECK(parse_name(written).written == written);
  }
}

TEST_CASE("a part written twice is parsed alike") {
  CHECK(rc::check("pure", [] {
    const std::string written = any_name();
    const PersonalName a = parse_name(written), b = parse_name(written);
    RC_ASSERT(a.parts.size() == b.parts.size());
    for (std::size_t i = 0; i < a.parts.size(); ++i) {
      RC_ASSERT(a.parts[i].folded == b.parts[i].folded);
      RC_ASSERT(a.parts[i].key == b.parts[i].key);
      RC_ASSERT(a.parts[i].role == b.parts[i].role);
    }
  }));
}

}  // namespace parley::text
