#include "table/xlsx_cell.hpp"

#include <charconv>
#include <cmath>

#include "table/decimal.hpp"

namespace parley::table {
namespace {

using Shown = NumberFormat::Shown;

// As many digits as the format shows: "00042".
std::string padded(std::string number, std::size_t digits) {
  if (number.empty() || number.find_first_not_of("0123456789") != std::string::npos) return number;
  if (number.size() < digits) number.insert(0, digits - number.size(), '0');
  return number;
}

void read_number(const WorksheetCell& raw, const Workbook& workbook, ReadCell& out) {
  const auto value = decimal_value(raw.value);
  if (!value) {
    out.cell = {raw.value, CellKind::kText};
    out.remarks.push_back("a number cell that holds no number, kept as text");
    return;
  }
  const NumberFormat format = workbook.formats[raw.style];
  if (format.shown != Shown::kNumber) {
    if (auto iso = serial_to_iso(*value, format.shown, workbook.dates)) {
      const bool time = iso->find(':') != std::string::npos && iso->find('-') == std::string::npos;
      out.cell = {*std::move(iso), time ? CellKind::kText : CellKind::kDate};
      // 1980 typed into a cell set as a date shows as 2 June 1905.
      if (!time && *value >= 1900 && *value <= 2100 && *value == std::floor(*value)) {
        out.remarks.push_back("a date about 1905: perhaps a year typed into a cell set as a date");
      }
      return;
    }
    out.remarks.push_back("a date cell that holds no date, kept as a number");
  }
  if (std::fabs(*value) >= 1e15) {
    out.remarks.push_back("a number of more than 15 digits: spreadsheets lose the last ones");
  }
  out.cell = {padded(shortest_decimal(raw.value).value_or(raw.value), format.digits),
              CellKind::kNumber};
}

Result<Cell> shared_string(const WorksheetCell& raw, const SharedStrings& strings) {
  std::size_t index = 0;
  const char* const end = raw.value.data() + raw.value.size();
  const auto [at, code] = std::from_chars(raw.value.data(), end, index);
  if (code != std::errc() || at != end || index >= strings.size()) {
    return fail(Fault::kBadInput, "the file has no such text: it is damaged");
  }
  return Cell{std::string(strings[index]), CellKind::kText};
}

}  // namespace

void WorksheetCell::clear() {
  type.clear();
  style = 0;
  value.clear();
  formula = false;
}

Result<ReadCell> read_cell(const WorksheetCell& raw, const Workbook& workbook) {
  ReadCell out;
  if (raw.formula) {
    out.remarks.push_back(raw.value.empty() ? "a formula without a value in the file: the cell is "
                                              "taken as empty"
                                            : "a formula: the value the file keeps is taken");
  }
  if (raw.value.empty()) return out;
  if (raw.type.empty() || raw.type == "n") {
    read_number(raw, workbook, out);
  } else if (raw.type == "s") {
    PARLEY_ASSIGN(out.cell, shared_string(raw, workbook.strings));
  } else if (raw.type == "inlineStr") {
    out.cell = {raw.value, CellKind::kText};
  } else if (raw.type == "str") {
    out.cell = {raw.value.find("_x") == std::string::npos ? raw.value : decode_xstring(raw.value),
                CellKind::kText};
  } else if (raw.type == "b") {
    out.cell = {raw.value == "0" || raw.value == "false" ? "FALSE" : "TRUE", CellKind::kBoolean};
  } else if (raw.type == "e") {
    out.cell = {raw.value, CellKind::kError};
    out.remarks.push_back("a cell that shows an error");
  } else if (raw.type == "d") {
    out.cell = {raw.value, CellKind::kDate};
    if (out.cell.text.ends_with("T00:00:00")) out.cell.text.resize(out.cell.text.size() - 9);
  } else {
    return fail(Fault::kBadInput, "a kind of cell that is not known");
  }
  if (raw.formula && out.cell.kind != CellKind::kError) out.cell.kind = CellKind::kFormula;
  return out;
}

}  // namespace parley::table
