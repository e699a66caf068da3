// The fields that columns may hold, and how their headers are written.
//
// Promises: plain data, and an index that says which field a header or a HXL tag means and how sure
// that is. Does not: hold any field itself: whoever imports a table brings its own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "table/hxl.hpp"

namespace parley::table {

struct VocabularyField {
  std::string token;                 // "birth-date": small letters, digits, '_', '-'
  std::vector<std::string> headers;  // as people write them, in any language
  std::vector<std::string> hxl;      // patterns: "#date+birth"
  bool several = false;              // more than one column may hold it
};

struct Vocabulary {
  std::vector<VocabularyField> fields;
};

// How a column was recognised, from the least sure on.
enum class Recognised : std::uint8_t {
  kNot,
  kContains,  // a spelling is a part of the header
  kFolded,    // a spelling, but for case, marks, punctuation
  kExact,     // a spelling, letter by letter
  kHxl,       // by its tag
  kMapping,   // a person said so
};

std::string_view name(Recognised how);  // "not", "contains", "folded", "exact", "HXL", "mapping"

struct HeaderMatch {
  std::size_t field = 0;  // place in Vocabulary::fields
  Recognised how = Recognised::kNot;
  // Another field that fits as well: then neither is taken.
  std::optional<std::size_t> rival;
};

class VocabularyIndex {
 public:
  // Error (kUsage): a token twice or badly formed, one spelling of two fields, a spelling or
  // pattern that says nothing: faults of the program, not of a file.
  static Result<VocabularyIndex> make(const Vocabulary& vocabulary);

  const VocabularyField& field(std::size_t at) const { return vocabulary_.fields[at]; }
  std::size_t size() const { return vocabulary_.fields.size(); }
  std::optional<std::size_t> find(std::string_view token) const;

  // Of several spellings that are parts of the header, the longest counts.
  std::optional<HeaderMatch> match(std::string_view header) const;
  // The pattern with the most attributes counts.
  std::optional<HeaderMatch> match(const HxlTag& tag) const;

 private:
  struct Pattern {
    HxlPattern pattern;
    std::size_t field;
  };

  std::optional<HeaderMatch> match_part(const std::vector<std::string>& readings) const;

  Vocabulary vocabulary_;
  std::map<std::string, std::size_t, std::less<>> tokens_;
  std::map<std::string, std::size_t, std::less<>> exact_;
  std::map<std::string, std::size_t, std::less<>> folded_;     // squeezed
  std::map<std::string, std::size_t, std::less<>> spellings_;  // folded
  std::vector<Pattern> patterns_;
};

}  // namespace parley::table
