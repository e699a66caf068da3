#include "cli/table_text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "cli/text.hpp"
#include "text/code_points.hpp"

namespace parley::cli {
namespace {

constexpr std::size_t kLongestHeader = 40;  // characters
constexpr int kBarScale = 1'000;            // millibits of one mark
constexpr int kLongestBar = 30;

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

std::string bits_text(std::int32_t millibits) {
  const std::int32_t tenths = (std::abs(millibits) + 50) / 100;
  return fmt::format("{}{}.{}",
                     tenths == 0     ? " "
                     : millibits < 0 ? "-"
                                     : "+",
                     tenths / 10, tenths % 10);
}

std::string bar(std::int32_t millibits) {
  const int marks = std::min(kLongestBar, (std::abs(millibits) + kBarScale / 2) / kBarScale);
  return std::string(static_cast<std::size_t>(marks), millibits < 0 ? '-' : '+');
}

std::string step(std::int32_t change, std::int32_t so_far, const std::string& what) {
  return fmt::format("  {:>6} {:>7}  {}{}{}\n", bits_text(change), bits_text(so_far), what,
                     bar(change).empty() ? "" : "  ", bar(change));
}

}  // namespace

std::string explained_text(const desk::RowsExplained& rows) {
  std::string out =
      fmt::format("row {} and row {}, in bits (each doubles the odds):\n", rows.row_a, rows.row_b);
  std::int32_t so_far = rows.prior;
  out += step(rows.prior, so_far, "before anything is compared");
  for (const linkage::Line& line : rows.lines) {
    so_far += line.millibits;
    std::string what;
    if (line.feature == "kinship") {
      what = "relatives or namesakes would agree in as much";
    } else {
      what = harmless(line.feature) + ": " + line.level + " (" + harmless(line.written_a);
      if (line.written_a != line.written_b) what += " / " + harmless(line.written_b);
      what += ")";
      if (!line.frequency.empty()) what += ", " + line.frequency;
    }
    out += step(line.millibits, so_far, what);
  }
  const std::uint32_t tenths = (rows.probability_ppm + 500) / 1000;
  return out + fmt::format("probability {}.{}%, were there no rivals\n", tenths / 10, tenths % 10);
}

std::string tables_text(const desk::TablesAnswer& answer) {
  std::string out;
  for (const desk::TableRead& file : answer.files) out += file_text(file);
  out += fmt::format("{}{}: {} pairs linked, {} groups\n", linkage::name(answer.mode),
                     answer.mode_seen ? " (seen from the data)" : "", answer.linked, answer.groups);
  if (answer.measured) out += measured_text(*answer.measured);
  if (answer.explained) out += explained_text(*answer.explained);
  return out;
}

}  // namespace parley::cli
