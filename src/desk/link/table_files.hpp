// What was linked, as files for other programs.
//
// Promises: CSV; rows by the number that the file's own program shows, and by what the file's own
// column of ids says, where it has one. Formulas that a cell may hold are not run by a spreadsheet.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "linkage/lists.hpp"

namespace parley::desk {

constexpr std::uint32_t kLeastWritten = 10'000;  // the least probability of a pair in the file

struct TableRows {
  std::vector<std::uint64_t> numbers;  // by Record::index
  std::vector<std::string> ids;        // the same; empty: the file has none
};

// file_a,row_a,id_a,file_b,row_b,id_b,probability,bits: the files by 1 and 2.
std::string pairs_file(const linkage::LinkedLists& linked, const std::vector<TableRows>& rows);
// cluster,file,row,id: every row; one that is linked with none is a cluster of its own.
std::string clusters_file(const linkage::LinkedLists& linked, const std::vector<TableRows>& rows);

}  // namespace parley::desk
