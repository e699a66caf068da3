// Linkage of any tables, without a dossier: who is the same person in one file, or in two.
//
// Promises: a function of the files' bytes and what was asked; the same at any number of threads.
// What was guessed of the columns is in the answer. The truth, where it is given, is used to
// measure only. Errors name a file, a row and a column, never what a cell says.
// Does not: read or write files, or know a clock.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "linkage/explain.hpp"
#include "linkage/lists.hpp"
#include "linkage/tabular.hpp"

namespace parley::desk {

struct TableFile {
  std::string name;
  std::string bytes;
};

struct TablesRequest {
  std::vector<TableFile> files;      // one or two
  std::optional<TableFile> columns;  // what a person said of them: doc/reference/link.md
  std::optional<TableFile> model;    // to apply
  std::string truth;                 // linkage/truth.hpp; empty: none
  std::optional<linkage::Mode> mode;
  int threads = 1;
  bool want_pairs = false, want_clusters = false, want_model = false, want_columns = false;
  std::optional<std::pair<std::uint64_t, std::uint64_t>> explain;  // rows as the files count them
};

struct TableRead {
  std::string name;
  linkage::TableRoles roles;
  std::size_t rows = 0;
  std::vector<std::string> remarks;   // of the file: its encoding, odd cells; at most kMostTold
  std::vector<linkage::BadCell> bad;  // at most kMostTold
  std::size_t bad_cells = 0;          // all of them
  std::size_t without_truth = 0;
};
constexpr std::size_t kMostTold = 10;

struct TablesMeasured {
  linkage::Agreement pair, cluster;
  double blocking_recall = 0, ece = 0, brier = 0;
  std::uint64_t candidates = 0;
};

// Why two rows may be one person.
struct RowsExplained {
  std::uint64_t row_a = 0, row_b = 0;
  linkage::Explanation explanation;
};

struct TablesAnswer {
  std::vector<TableRead> files;
  linkage::Schema schema;
  linkage::Mode mode = linkage::Mode::kDedupe;
  bool mode_seen = false;
  std::size_t linked = 0;  // pairs with a probability of one half or more
  std::size_t groups = 0;
  std::uint64_t comparisons = 0;
  std::optional<TablesMeasured> measured;
  std::optional<RowsExplained> explained;
  // Files to be written, where they were wanted.
  std::string pairs, clusters, model, columns;
};

// Error (kBadInput): a file, its columns or its model, with its name; (kUsage): what does not go
// together; (kNotFound): a row to be explained that is not there.
Result<TablesAnswer> link_tables(TablesRequest request);

}  // namespace parley::desk
