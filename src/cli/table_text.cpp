#include "cli/table_text.hpp"

#include <fmt/core.h>

#include "cli/pair_text.hpp"
#include "cli/text.hpp"
#include "text/code_points.hpp"

namespace parley::cli {
namespace {

constexpr std::size_t kLongestHeader = 40;  // characters

std::string shortened(const std::string& text) {
  std::u32string points = text::code_points(harmless(text));
  if (points.size() > kLongestHeader) {
    points.resize(kLongestHeader);
    points += U'…';
  }
  return text::to_utf8(points);
}

std::string_view ground_text(linkage::Ground ground) {
  switch (ground) {
    case linkage::Ground::kSaid: return "as said";
    case linkage::Ground::kHeader: return "by its header";
    case linkage::Ground::kCells: return "by its cells";
  }
  return "";
}

std::string_view role_text(linkage::Role role) {
  using linkage::Role;
  switch (role) {
    case Role::kText: return "not compared: remarks";
    case Role::kRowId: return "not compared: numbers the rows";
    case Role::kAnswer: return "not compared: another linkage's answer";
    case Role::kTruth: return "not compared: the truth";
    case Role::kEmpty: return "not compared: empty";
    case Role::kConstant: return "not compared: always the same";
    case Role::kRepeats: return "not compared: another column says it";
    case Role::kOnlyHere: return "not compared: the other file has nothing like it";
    case Role::kIgnored: return "not compared";
    default: return linkage::name(role);
  }
}

std::string file_text(const desk::TableRead& file) {
  std::string out = fmt::format("{}: {} rows below row {}\n", harmless(file.name), file.rows,
                                file.roles.header_row);
  for (const linkage::ColumnRole& one : file.roles.columns) {
    const std::string header = one.header.empty() ? "(no header)" : shortened(one.header);
    const std::string role(role_text(one.role));
    out += fmt::format("  {:>2}  {}: {}", one.column, header, role);
    if (!one.field.empty() && one.field != role)
      out += fmt::format(" \"{}\"", shortened(one.field));
    const bool settled = one.role == linkage::Role::kEmpty ||
                         one.role == linkage::Role::kConstant ||
                         one.role == linkage::Role::kRepeats;
    out += settled ? "\n" : fmt::format(", {}\n", ground_text(one.ground));
  }
  for (const std::string& remark : file.remarks) out += "  note: " + harmless(remark) + "\n";
  for (const linkage::BadCell& cell : file.bad) {
    out += fmt::format("  row {}, column {}: {}\n", cell.row, cell.column, cell.text);
  }
  if (file.bad_cells > file.bad.size()) {
    out += fmt::format("  and {} more such cells\n", file.bad_cells - file.bad.size());
  }
  if (file.without_truth > 0) {
    out += fmt::format("  {} rows have no truth and are not measured\n", file.without_truth);
  }
  return out;
}

std::string agreement_text(std::string_view what, const linkage::Agreement& of) {
  return fmt::format("{:<9} precision {:.4f}  recall {:.4f}  F1 {:.4f}  ({} wrong, {} missed)\n",
                     what, of.precision(), of.recall(), of.f1(), of.linked - of.right,
                     of.there - of.right);
}

std::string measured_text(const desk::TablesMeasured& of) {
  return "against the truth:\n" + agreement_text("pairs", of.pair) +
         agreement_text("clusters", of.cluster) +
         fmt::format("blocking recall {:.4f} of {} pairs compared; ECE {:.4f}; Brier {:.6f}\n",
                     of.blocking_recall, of.candidates, of.ece, of.brier);
}

}  // namespace

std::string tables_text(const desk::TablesAnswer& answer, document::Language language) {
  std::string out;
  for (const desk::TableRead& file : answer.files) out += file_text(file);
  out += fmt::format("{}{}: {} pairs linked, {} groups\n", linkage::name(answer.mode),
                     answer.mode_seen ? " (seen from the data)" : "", answer.linked, answer.groups);
  if (answer.measured) out += measured_text(*answer.measured);
  if (answer.explained) out += explained_text(desk::explained(answer), language);
  return out;
}

}  // namespace parley::cli
