// A table: a header row, then rows.
//
// Promises: the header row is repeated on every page; a row may break over pages; columns share the
// width by weight. A row has one cell a column, or exactly one cell, which then spans the table: a
// group's heading. Does not: nested tables, other spans.
#pragma once

#include <utility>
#include <vector>

#include "document/text.hpp"

namespace parley::document {

// Start is left in English and right in Arabic.
enum class Align { kStart, kEnd, kCenter };

struct Column {
  Text heading{};
  int weight = 1;  // 1..100; its share of the width
  Align align = Align::kStart;
};

struct Cell {
  Text text{};
  bool header = false;  // names its row

  Cell() = default;
  Cell(Text content, bool is_header = false) : text(std::move(content)), header(is_header) {}
  Cell(Run run) : text(std::move(run)) {}
  Cell(std::string content) : text(std::move(content)) {}
  Cell(const char* content) : text(content) {}
};

struct Row {
  std::vector<Cell> cells{};
};

struct Table {
  Text caption{};  // may be empty
  std::vector<Column> columns{};
  std::vector<Row> rows{};
  // Where the output has pages:
  bool whole = false;           // not parted, if it fits on one
  bool keep_with_next = false;  // its last row
};

}  // namespace parley::document
