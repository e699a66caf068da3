// The checksum of a page, as doc/format/file.md gives it.
#include <doctest/doctest.h>

#include "base/bytes.hpp"
#include "record/sqlite/checksum_vfs.hpp"

namespace parley::record::sqlite {

TEST_CASE("the checksum of a page whose byte i is i modulo 256") {
  Bytes page(4096);
  for (std::size_t i = 0; i < page.size(); ++i) page[i] = static_cast<std::uint8_t>(i);
  CHECK(to_hex(page_checksum(page)) == "f0b8696d74316eac");
  CHECK(to_hex(page_checksum(Bytes(4096))) == "0000000000000000");
}

}  // namespace parley::record::sqlite
