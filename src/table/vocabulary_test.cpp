#include "table/vocabulary.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

#include "table/header_text.hpp"

namespace parley::table {
namespace {

bool contains_words(std::string_view whole, std::string_view part) {
  return (" " + std::string(whole) + " ").find(" " + std::string(part) + " ") != std::string::npos;
}

const Vocabulary& words() {
  static const Vocabulary vocabulary = {{{"name", {"a", "a b", "name"}, {}, false},
                                         {"birth", {"b", "b c", "birth date"}, {}, false},
                                         {"place", {"c a", "place"}, {}, false},
                                         {"note", {"d", "b d"}, {}, true}}};
  return vocabulary;
}

// Every spelling tried in turn: the longest that is in the header, all fields that have one so
// long.
std::optional<HeaderMatch> match_naively(std::string_view header) {
  const std::string folded = fold_header(header);
  std::size_t longest = 0;
  std::vector<std::size_t> fields;
  for (std::size_t f = 0; f < words().fields.size(); ++f) {
    for (const std::string& spelling : words().fields[f].headers) {
      if (squeezed(spelling) == squeezed(folded)) return HeaderMatch{f, Recognised::kFolded, {}};
      if (!contains_words(folded, spelling) || spelling.size() < longest) continue;
      if (spelling.size() > longest) fields.clear();
      longest = spelling.size();
      if (fields.empty() || fields.back() != f) fields.push_back(f);
    }
  }
  if (fields.empty()) return {};
  HeaderMatch match{fields[0], Recognised::kContains, {}};
  if (fields.size() > 1) match.rival = fields[1];
  return match;
}

TEST_CASE("property: a header is matched as its naive twin does") {
  const auto index = *VocabularyIndex::make(words());
  CHECK(rc::check([&] {
    const auto parts = *rc::gen::container<std::vector<std::string>>(
        rc::gen::elementOf(std::vector<std::string>{"a", "b", "c", "d", "x", "name", "birth"}));
    RC_PRE(parts.size() <= 12);
    std::string header;
    for (const std::string& part : parts) header += (header.empty() ? "" : " ") + part;
    const auto naive = match_naively(header);
    // Never letter by letter: a capital would be folded.
    const auto match = index.match(header.empty() ? header : header + "*");
    RC_ASSERT(match.has_value() == naive.has_value());
    if (!match) return;
    RC_ASSERT(match->how == naive->how);
    RC_ASSERT(match->rival.has_value() == naive->rival.has_value());
    if (!match->rival) RC_ASSERT(match->field == naive->field);
  }));
}

TEST_CASE("sentences are not headers") {
  const auto index = *VocabularyIndex::make(words());
  CHECK(index.match("name of the one who was seen there on a day long"));
  CHECK_FALSE(index.match("name of the one who was seen there on the day of the fair"));
  CHECK_FALSE(index.match(std::string(161, 'x')));
  CHECK_FALSE(index.match("  "));
}

}  // namespace
}  // namespace parley::table
