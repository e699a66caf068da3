#include "desk/link/tables.hpp"

#include <algorithm>

#include <fmt/core.h>

#include "desk/link/table_files.hpp"
#include "linkage/model.hpp"
#include "linkage/truth.hpp"
#include "table/read_sheets.hpp"

namespace parley::desk {
namespace {

using linkage::Records;

// An analyst's files are longer than a party's lists, and are the analyst's own.
table::SheetLimits limits() {
  table::SheetLimits out;
  out.file = std::size_t{1} << 30;
  out.unpacked = std::size_t{4} << 30;
  out.rows = 20'000'000;
  out.cells = 200'000'000;
  out.text = std::size_t{1} << 30;
  return out;
}

Result<table::Mapping> said_of(const TableFile& file) {
  auto read = table::read_mapping(file.bytes, linkage::role_vocabulary());
  if (!read) return within(read.error(), file.name);
  return read;
}

struct Asked {
  linkage::RolesAsked roles;
  std::optional<linkage::Model> model;
  linkage::Truth truth;
};

Result<Asked> asked_of(const TablesRequest& request) {
  Asked out;
  if (request.columns) {
    PARLEY_ASSIGN(out.roles.said, said_of(*request.columns));
  }
  if (request.model) {
    auto model = linkage::read_model(request.model->bytes);
    if (!model) return within(model.error(), request.model->name);
    out.model = *std::move(model);
    if (!request.columns) {
      out.roles.said = out.model->columns;
      out.roles.of_model = true;
    }
  }
  if (!request.truth.empty()) out.truth = linkage::parse_truth(request.truth);
  out.roles.truth = out.truth.header;
  return out;
}

// The sheet that was named, else the first that is not hidden and has rows.
Result<std::size_t> sheet_of(const table::SheetFile& file, const table::Mapping& said) {
  for (std::size_t i = 0; i < file.sheets.size(); ++i) {
    const table::Sheet& sheet = file.sheets[i];
    if (said.sheet.empty() ? !sheet.hidden && !sheet.rows.empty() : sheet.name == said.sheet) {
      return i;
    }
  }
  return fail(Fault::kBadInput, said.sheet.empty() ? "there are no rows"
                                                   : "there is no sheet of the name that was said");
}

std::string remark_text(const table::Remark& remark) {
  if (remark.row == 0) return remark.text;
  if (remark.column == 0) return fmt::format("row {}: {}", remark.row, remark.text);
  return fmt::format("row {}, column {}: {}", remark.row, remark.column, remark.text);
}

struct Sheets {
  std::vector<table::Sheet> sheets;
  std::vector<std::vector<std::string>> remarks;
};

Result<Sheets> read_all(TablesRequest& request, const table::Mapping& said) {
  Sheets out;
  for (TableFile& file : request.files) {
    PARLEY_ASSIGN(table::SheetFile read,
                  table::read_sheets(file.name, bytes_of(file.bytes), limits(), said.csv()));
    file.bytes = {};
    const auto sheet = sheet_of(read, said);
    if (!sheet) return within(sheet.error(), file.name);
    std::vector<std::string>& remarks = out.remarks.emplace_back();
    for (const table::Remark& remark : read.remarks) {
      if (remarks.size() < kMostTold) remarks.push_back(remark_text(remark));
    }
    out.sheets.push_back(std::move(read.sheets[*sheet]));
  }
  return out;
}

std::vector<std::string> truths(const table::Sheet& sheet, const linkage::TableRoles& roles,
                                const linkage::Truth& truth) {
  std::vector<std::string> out = linkage::truth_of(sheet, roles);
  for (std::string& one : out) one = std::string(linkage::told(truth, one));
  return out;
}

Result<std::uint32_t> place_of(const std::vector<std::uint64_t>& rows, std::uint64_t row,
                               const std::string& file) {
  const auto at = std::lower_bound(rows.begin(), rows.end(), row);
  if (at == rows.end() || *at != row) {
    return fail(Fault::kNotFound,
                fmt::format("{}: there is no row {} below the header", file, row));
  }
  return static_cast<std::uint32_t>(at - rows.begin());
}

struct Lists {
  const Records& a;
  const Records* b;
  const std::vector<TableRows>& rows;
};

Result<RowsExplained> explain_rows(const TablesRequest& request, const Lists& lists,
                                   const linkage::LinkedLists& linked) {
  RowsExplained out;
  out.row_a = request.explain->first;
  out.row_b = request.explain->second;
  const std::size_t second = lists.b == nullptr ? 0 : 1;
  PARLEY_ASSIGN(const std::uint32_t a,
                place_of(lists.rows[0].numbers, out.row_a, request.files[0].name));
  PARLEY_ASSIGN(std::uint32_t b,
                place_of(lists.rows[second].numbers, out.row_b, request.files[second].name));
  if (second == 0 && a == b) return fail(Fault::kUsage, "a row is explained with another");
  const linkage::Record record_b = lists.b == nullptr ? lists.a[b] : (*lists.b)[b];
  const linkage::Record record_a = lists.a[a];
  std::optional<Records> both;
  const Records* other = lists.b;
  if (linkage::is_joined(linked.mode)) {
    PARLEY_ASSIGN(Records joined, linkage::joined(lists.a, *lists.b));
    both = std::move(joined);
    other = nullptr;
    b += static_cast<std::uint32_t>(lists.a.size());
  }
  PARLEY_ASSIGN(const linkage::Compares compared,
                linkage::compare_again(both ? *both : lists.a, other, linked.fitted, {{a, b}},
                                       request.threads));
  out.explanation =
      linkage::explain(linked.schema, compared, compared.pairs.front(), record_a, record_b);
  return out;
}

TablesMeasured measured_of(const linkage::MeasuredLists& lists) {
  TablesMeasured out;
  out.pair = lists.measure->pairs();
  out.cluster = *lists.clusters;
  out.blocking_recall = lists.measure->blocking_recall();
  out.ece = lists.measure->ece();
  out.brier = lists.measure->brier();
  out.candidates = lists.measure->candidates();
  return out;
}

Result<void> check(const TablesRequest& request) {
  if (request.files.empty() || request.files.size() > 2) {
    return fail(Fault::kUsage, "one file or two are linked");
  }
  if (request.files.size() == 1 && request.mode && *request.mode != linkage::Mode::kDedupe) {
    return fail(Fault::kUsage, "that way of linking needs two files");
  }
  return {};
}

}  // namespace

Result<TablesAnswer> link_tables(TablesRequest request) {
  PARLEY_TRY(check(request));
  PARLEY_ASSIGN(const Asked asked, asked_of(request));
  PARLEY_ASSIGN(Sheets read, read_all(request, asked.roles.said));
  std::vector<const table::Sheet*> sheets;
  for (const table::Sheet& sheet : read.sheets) sheets.push_back(&sheet);
  auto roles = linkage::guess_roles(sheets, asked.roles);
  if (!roles) {
    return within(roles.error(), request.files.size() == 1
                                     ? request.files[0].name
                                     : request.files[0].name + " and " + request.files[1].name);
  }
  if (asked.model && asked.model->schema != roles->schema) {
    return fail(Fault::kBadInput,
                request.model->name + ": the files do not have the fields that the model has");
  }

  TablesAnswer out;
  std::vector<Records> records;
  std::vector<TableRows> rows;
  std::vector<std::vector<std::string>> truth(2);
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const linkage::DatesSaid dates{asked.roles.said.date_order, asked.roles.said.calendar};
    PARLEY_ASSIGN(linkage::Tabular tabular,
                  linkage::tabular(*sheets[i], *roles, i, dates, request.threads));
    TableRead& file = out.files.emplace_back();
    file.name = request.files[i].name;
    file.roles = roles->tables[i];
    file.rows = tabular.records.size();
    file.remarks = std::move(read.remarks[i]);
    file.bad_cells = tabular.bad_cells;
    tabular.bad.resize(std::min(tabular.bad.size(), kMostTold));
    file.bad = std::move(tabular.bad);
    if (!request.truth.empty()) {
      truth[i] = truths(*sheets[i], roles->tables[i], asked.truth);
      file.without_truth =
          static_cast<std::size_t>(std::count(truth[i].begin(), truth[i].end(), std::string()));
    }
    rows.push_back({std::move(tabular.rows), std::move(tabular.ids)});
    read.sheets[i].rows = {};
    records.push_back(std::move(tabular.records));
  }
  std::optional<linkage::People2> people;
  if (!request.truth.empty()) people = linkage::numbered(truth[0], truth[1]);

  linkage::ListsAsked lists;
  lists.mode = request.mode;
  if (!lists.mode && asked.model && sheets.size() == 2) lists.mode = asked.model->mode;
  if (lists.mode == linkage::Mode::kDedupe && sheets.size() == 2) lists.mode.reset();
  lists.threads = request.threads;
  if (request.want_pairs) lists.least_ppm = kLeastWritten;
  if (asked.model) lists.fitted = asked.model->fitted;
  const Records* second = records.size() == 2 ? &records[1] : nullptr;
  PARLEY_ASSIGN(const linkage::MeasuredLists linked,
                linkage::link_lists(records[0], second, lists, people));

  out.schema = roles->schema;
  out.mode = linked.linked.mode;
  out.mode_seen = linked.linked.mode_seen;
  out.groups = linked.linked.groups.size();
  out.linked = static_cast<std::size_t>(
      std::count_if(linked.linked.pairs.begin(), linked.linked.pairs.end(),
                    [](const auto& pair) { return pair.probability_ppm >= linkage::kLinkedPpm; }));
  out.comparisons = linked.linked.comparisons;
  if (linked.measure) out.measured = measured_of(linked);
  if (request.explain) {
    PARLEY_ASSIGN(out.explained, explain_rows(request, {records[0], second, rows}, linked.linked));
  }
  if (request.want_pairs) out.pairs = pairs_file(linked.linked, rows);
  if (request.want_clusters) out.clusters = clusters_file(linked.linked, rows);
  const table::Mapping columns = linkage::mapping_of(*roles);
  if (request.want_columns) out.columns = table::write_mapping(columns);
  if (request.want_model) {
    out.model = linkage::write_model(
        {linked.linked.mode, linked.linked.schema, linked.linked.fitted, columns});
  }
  return out;
}

}  // namespace parley::desk
