// Rows of a table as records to be linked, each column by its role.
//
// Promises: Record::index is the row's place below the header, from 0; a row is kept whatever its
// cells hold; a cell that cannot be read as what its column holds counts as empty and is told by
// row and column, never by its text (of a date like 1856-86-18 the year is taken). An e-mail
// address is two fields: who moves to another provider keeps the name before the @. Ages become
// spans of a year before a fixed day, so that they differ as ages do. Words for the sexes are one
// letter, whatever the language. Each distinct cell of a column is read once. The same at any
// number of threads. Does not: guess (roles.hpp), or mend cells.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "linkage/records.hpp"
#include "linkage/roles.hpp"

namespace parley::linkage {

struct BadCell {
  std::uint64_t row = 0;   // as the file's own program counts
  std::size_t column = 0;  // from 1
  std::string text;        // "no date", without the cell's text

  bool operator==(const BadCell&) const = default;
};

struct Tabular {
  Records records;
  std::vector<std::uint64_t> rows;  // by Record::index: the row's own number
  std::vector<std::string> ids;     // by Record::index: what the first row-id column says
  std::vector<BadCell> bad;         // the first kMostBad
  std::size_t bad_cells = 0;        // all
};
constexpr std::size_t kMostBad = 1'000;

// `table`: which of the roles' tables the sheet is. `custom`: how dates are read, where a person
// said it; else each column shows it.
struct DatesSaid {
  std::optional<text::DayOrder> order;
  std::optional<text::Calendar> calendar;
};
// Error (kUsage): a schema of too many features.
Result<Tabular> tabular(const table::Sheet& sheet, const Roles& roles, std::size_t table,
                        const DatesSaid& dates = {}, int threads = 1);

// The age that such a span stands for: "34", or "30-39".
std::string age_in(const DateSpan& span);

// The cells of the truth column by Record::index; none: there is no such column.
std::vector<std::string> truth_of(const table::Sheet& sheet, const TableRoles& roles);

}  // namespace parley::linkage
