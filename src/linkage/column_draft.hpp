// Columns on the way to their roles: headers found, what was said applied, columns of two files
// that are one field given one key.
//
// Promises: nothing but headers counts here. Does not: decide roles (roles.hpp).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "linkage/roles.hpp"
#include "table/vocabulary.hpp"

namespace parley::linkage {

struct Draft {
  ColumnRole out;
  table::Recognised how = table::Recognised::kNot;
  std::string key;  // columns with the same key are one field
};

struct Drafts {
  const table::Sheet* sheet = nullptr;
  std::uint64_t header_row = 0;
  std::size_t first_data = 0;
  std::vector<Draft> columns;
};

// Each sheet with its headers looked up, what was said and the truth applied, and keys set.
// Errors: as guess_roles().
Result<std::vector<Drafts>> drafts_of(const std::vector<const table::Sheet*>& sheets,
                                      const RolesAsked& asked);

// Whether a person said that the column is not compared.
bool is_settled(const Draft& draft);

std::string_view cell_at(const table::SheetRow& row,
                         std::size_t column);  // from 1; what said() says

// Calls `visit(row)` for at most `most` rows below the header, evenly taken.
template <typename Visit>
void sample_rows(const Drafts& drafts, std::size_t most, Visit&& visit) {
  const auto& rows = drafts.sheet->rows;
  const std::size_t below = rows.size() - drafts.first_data;
  const std::size_t taken = most < below ? most : below;
  for (std::size_t i = 0; i < taken; ++i) visit(rows[drafts.first_data + i * below / taken]);
}

}  // namespace parley::linkage
