// What the columns of one or two tables say: guessed from their headers and their cells.
//
// One rule for all files:
// - The header is the first row, or the row of the first 25 that has most of the known words, if
//   what stands above it are titles: rows less than half as wide.
// - What a person said (--columns) is never changed. Else the header is looked up among the words
//   of role.hpp, and the cells are asked whether they can be that; else the cells alone decide.
// - Columns of two files are one field if they have one token, or one header. What only one file
//   has is not compared.
// - A column without two different values, one that is another in each row and whose header counts
//   rows, remarks, and what another linkage found are not compared.
// - The same must not count twice. The person's own name is one field, whatever columns it comes
//   from: a whole name is a value of it, and the parts together are one; of several values the
//   engine takes those that agree best. What mostly stands in a column of whole names is left out:
//   other whole names, and the parts if each file has such a column (measured: better than to take
//   the parts instead, or both). So is a column of another field that says what one before it says.
// Promises: a pure function; nothing but the cells and headers counts, and never the order of rows.
// Does not: read cells into records (tabular.hpp).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "linkage/record.hpp"
#include "linkage/role.hpp"
#include "table/mapping.hpp"
#include "table/sheet.hpp"

namespace parley::linkage {

enum class Ground : std::uint8_t { kCells, kHeader, kSaid };
std::string_view name(Ground ground);  // "cells", "header", "said"

struct ColumnRole {
  std::size_t column = 0;  // from 1
  std::string header;      // as written; empty: none
  std::string token;       // of the vocabulary; empty: guessed from the cells
  Role role = Role::kEmpty;
  Ground ground = Ground::kCells;
  std::string field;  // token of the schema's field; empty: not compared
};

struct TableRoles {
  std::uint64_t header_row = 0;
  std::size_t first_data = 0;  // place in Sheet::rows
  std::vector<ColumnRole> columns;
};

struct Roles {
  std::vector<TableRoles> tables;  // one for each sheet
  Schema schema;
};

struct RolesAsked {
  table::Mapping said;  // tokens of role_vocabulary(), or "ignore"
  std::string truth;    // header of the truth column; empty: none
  // `said` is a model's: it may name headers that are not there, and what it does not name is
  // ignored.
  bool of_model = false;
};

// One or two sheets. Error (kBadInput): no rows; a header that was said, or the truth's, and that
// no sheet (of the truth: a sheet) has; (kBadInput) nothing to compare.
Result<Roles> guess_roles(const std::vector<const table::Sheet*>& sheets, const RolesAsked& asked);

// What was guessed, to be saved, changed and given back as `said`.
table::Mapping mapping_of(const Roles& roles);

// Cells of one column (from 1) below the header.
std::vector<std::string_view> cells_of(const table::Sheet& sheet, std::size_t first_data,
                                       std::size_t column);

}  // namespace parley::linkage
