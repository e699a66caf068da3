// The lines of common_names/*.txt; see common_names.py, which writes the table.
#pragma once

#include <cstddef>
#include <cstdint>

namespace parley::text {

struct CommonNameLine {
  std::uint8_t kind;      // NameKind
  const char* spellings;  // separated by commas
};
extern const CommonNameLine kCommonNames[];
extern const std::size_t kCommonNamesSize;

}  // namespace parley::text
