// What kind of file some bytes are, by how they begin.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/bytes.hpp"
#include "base/result.hpp"

namespace parley::table {

enum class FileKind : std::uint8_t {
  kText,  // nothing else
  kXml,
  kZip,
};

// Error (kUnsupported, kLocked): a kind that parley does not read, and what to do about it.
Result<FileKind> file_kind(ByteView bytes);

}  // namespace parley::table
