// What single code points of names are folded to; see fold_table.py, which writes the tables.
#pragma once

#include <cstddef>

namespace parley::text {

struct FoldEntry {
  char32_t from;
  const char* to;  // UTF-8; empty: the code point is dropped
};
extern const FoldEntry kFoldTable[];  // by `from`
extern const std::size_t kFoldTableSize;

// A letter and a mark written apart.
struct FoldPair {
  char32_t letter, mark;
  const char* to;
};
extern const FoldPair kFoldPairs[];  // by letter and mark
extern const std::size_t kFoldPairsSize;

}  // namespace parley::text
