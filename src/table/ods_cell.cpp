#include "table/ods_cell.hpp"

#include <array>

#include <fmt/core.h>

#include "base/date.hpp"
#include "table/decimal.hpp"

namespace parley::table {
namespace {

std::string date_shown(std::string_view value, NumberFormat::Shown shown) {
  using Shown = NumberFormat::Shown;
  if (value.ends_with("T00:00:00")) value.remove_suffix(9);
  if (shown != Shown::kMonth && shown != Shown::kYear) return std::string(value);
  const auto date = parse_date(value.substr(0, 10));
  if (!date) return std::string(value);
  return date->coarsened(shown == Shown::kMonth ? Precision::kMonth : Precision::kYear).iso();
}

OdsReadCell read_value(const OdsCell& raw, NumberFormat::Shown shown) {
  if (raw.type == "float" || raw.type == "currency" || raw.type == "percentage") {
    if (auto number = shortest_decimal(raw.value)) return {{*number, CellKind::kNumber}, {}};
    return {{raw.text, CellKind::kText}, "a number cell that holds no number, kept as text"};
  }
  if (raw.type == "date" && !raw.value.empty()) {
    return {{date_shown(raw.value, shown), CellKind::kDate}, {}};
  }
  if (raw.type == "time") return {{duration_as_time(raw.value), CellKind::kText}, {}};
  if (raw.type == "boolean") {
    return {{raw.value == "true" ? "TRUE" : "FALSE", CellKind::kBoolean}, {}};
  }
  if (raw.type == "error") return {{raw.text, CellKind::kError}, "a cell that shows an error"};
  return {{raw.text.empty() ? raw.value : raw.text, CellKind::kText}, {}};
}

}  // namespace

void OdsCell::clear() {
  type.clear();
  value.clear();
  text.clear();
  style.clear();
  formula = false;
  repeated = 1;
}

OdsReadCell read_ods_cell(const OdsCell& raw, NumberFormat::Shown shown) {
  OdsReadCell out = read_value(raw, shown);
  if (!raw.formula) return out;
  if (out.cell.kind != CellKind::kError) {
    out.cell.kind = CellKind::kFormula;
    out.remark = out.cell.text.empty()
                     ? "a formula without a value in the file: the cell is taken as empty"
                     : "a formula: the value the file keeps is taken";
  }
  return out;
}

std::string duration_as_time(std::string_view duration) {
  const std::string_view whole = duration;
  if (!duration.starts_with("PT")) return std::string(whole);
  duration.remove_prefix(2);
  std::array<unsigned, 3> parts{};
  std::size_t next = 0;
  unsigned number = 0;
  bool fraction = false;
  for (const char c : duration) {
    if (c >= '0' && c <= '9') {
      if (!fraction) number = number * 10 + static_cast<unsigned>(c - '0');
      if (number > 99) return std::string(whole);
    } else if (c == '.' || c == ',') {
      fraction = true;
    } else {
      const std::size_t unit = std::string_view("HMS").find(c);
      if (unit == std::string_view::npos || unit < next) return std::string(whole);
      parts[unit] = number;
      next = unit + 1;
      number = 0;
    }
  }
  return fmt::format("{:02}:{:02}:{:02}", parts[0], parts[1], parts[2]);
}

}  // namespace parley::table
