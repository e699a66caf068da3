// The pages of a dossier's file, read raw: which are damaged.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace parley::record::sqlite {

// Fills the page at that byte and says how much of it there is; 0 at the end.
using PageReader = std::function<std::size_t(std::uint64_t start, std::span<std::uint8_t> page)>;

// One line for each page whose checksum fails, for a torn end, for a first page that is not a
// dossier's or promises another length.
std::vector<std::string> scan_pages(const PageReader& read);

}  // namespace parley::record::sqlite
