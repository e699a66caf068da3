#include "record/sqlite/page_scan.hpp"

#include <fmt/core.h>

#include "base/bytes.hpp"
#include "record/sqlite/checksum_vfs.hpp"
#include "record/sqlite/sqlite_store.hpp"

namespace parley::record::sqlite {
namespace {

std::uint32_t big_endian(ByteView bytes, std::size_t at, std::size_t width) {
  std::uint32_t out = 0;
  for (std::size_t i = 0; i < width; ++i) out = out << 8 | bytes[at + i];
  return out;
}

}  // namespace

std::vector<std::string> scan_pages(const PageReader& read) {
  std::vector<std::string> damage;
  Bytes page(kPageSize);
  std::uint64_t count = 0;
  std::uint32_t promised = 0;
  for (;; ++count) {
    const std::uint64_t start = count * kPageSize;
    const std::size_t got = read(start, page);
    if (got == 0) break;
    if (got < kPageSize) {
      damage.push_back(
          fmt::format("the file ends within page {} (at byte {})", count + 1, start + got));
      break;
    }
    const auto expected = page_checksum(page);
    if (!std::equal(expected.begin(), expected.end(), page.end() - kReservedBytes)) {
      damage.push_back(fmt::format("page {} (bytes {} to {}) fails its checksum", count + 1, start,
                                   start + kPageSize - 1));
    } else if (count == 0) {
      promised = big_endian(page, 28, 4);
      // Bytes 18 and 19 ask for a rollback journal: a dossier has no other.
      if (big_endian(page, 16, 2) != kPageSize || page[18] != 1 || page[19] != 1 ||
          page[20] != kReservedBytes) {
        damage.emplace_back("page 1 (bytes 0 to 4095) is not laid out as a dossier's");
      }
    }
  }
  if (count == 0 && damage.empty()) damage.emplace_back("the file is empty");
  if (damage.empty() && promised != count) {
    damage.push_back(
        fmt::format("the file has {} pages where its first page promises {}", count, promised));
  }
  return damage;
}

}  // namespace parley::record::sqlite
