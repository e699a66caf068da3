// Personal names as written in any of parley's scripts, taken apart.
//
// Promises: parse_name() is a pure function, independent of locale and of the installed ICU's data;
// nothing of `written` is lost; a name of several parts keeps their order. A kunya (Abu/Umm X) and
// a nom de guerre are names of their own: they stand in `kunya`, never among the parts. Does not:
// say whether two names are one person's (linkage does), or guess parts that are not there.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace parley::text {

enum class Script : std::uint8_t { kNone, kLatin, kArabic, kCyrillic, kHebrew, kOther };

std::string_view name(Script script);  // "none", "latin", "arabic", ...

// What a part is, by its place and its form.
enum class NameRole : std::uint8_t {
  kGiven,        // ism, имя
  kFather,       // nasab after the given name, patronymic
  kGrandfather,  // and further ancestors, in order
  kFamily,       // family name or nisba, last
  kUnplaced,     // a part whose place cannot be told
};
std::string_view name(NameRole role);  // "given", "father", ..., "unplaced"

struct NamePart {
  NameRole role = NameRole::kUnplaced;
  std::string written;  // as received; a compound ("Abd al-Rahman") is one part
  std::string folded;   // one spelling within its script: no marks, look-alikes unified, lower case
  std::string key;      // Latin letters a-z, alike across scripts and spellings (see name_key())
  std::uint32_t group = 0;  // of the table of common names; 0: not in it
  bool initial = false;     // "M."

  // What likeness() compares, worked out once by the parser.
  Script script = Script::kNone;
  std::string sounds;        // sounds.hpp
  std::uint8_t article = 0;  // sounds at its front that may be an article written together with it
  std::array<std::uint32_t, 2> other_groups{};  // "Salem" is Sālim or Salīm; 0: none
};

struct PersonalName {
  std::string written;
  Script script = Script::kNone;
  std::vector<NamePart> parts;  // in the order written
  std::string kunya;            // as written, empty where none; several apart by ", "
  std::string kunya_key;        // of its name (without abu or umm), as NamePart::key
};

// How the parts are ordered where the form does not say. A list has one custom.
enum class NameOrder : std::uint8_t { kGivenFirst, kFamilyFirst };

// A whole name in one cell.
PersonalName parse_name(std::string_view written, NameOrder order = NameOrder::kGivenFirst);
// One part that a column of its own holds (father's name, family name).
PersonalName parse_name_part(std::string_view written, NameRole role);

// The consonants of one part, in Latin letters, so that spellings of one name in Arabic, Cyrillic,
// Hebrew and Latin script mostly give equal or near keys. Vowels are kept only where they begin it.
std::string name_key(std::string_view folded, Script script);

// How alike two parts are, 0 to 1000; symmetric; 1000 for equal `folded` or equal `group`. 950: the
// table gives one spelling to either name. At most 600: the table knows them as different names.
// 600 or 100: an initial that fits or does not. Else by sounds (sounds.hpp, sound_distance.hpp), at
// most 990; from 750 to 800 on, two spellings of one name are the likelier reading. What is less than
// `least` need not be exact, only less: soon seen.
int likeness(const NamePart& a, const NamePart& b, int least = 0);

}  // namespace parley::text
