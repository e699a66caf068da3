// Whatever the CSV reader accepts, it reads again as the same rows once written, and the lenient
// reader gives the same cells. What the lenient reader gives of any bytes is sound.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "table/csv.hpp"
#include "table/csv_sheet.hpp"
#include "table/testing.hpp"

namespace {

using namespace parley;
using namespace parley::table;

const SheetLimits kLimits{.cell = 4096, .columns = 64, .rows = 1000, .cells = 20'000};

void same_cells(const Csv& strict, std::string_view text) {
  // Two things that only the lenient reader knows: a line "sep=" and rows beyond its limit.
  if (text.find("sep=") != std::string_view::npos || strict.rows.size() > kLimits.rows) return;
  if (text.find('\0') != std::string_view::npos) return;
  const auto lenient =
      read_csv_sheet(bytes_of(text), {text::Encoding::kUtf8, strict.separator}, kLimits);
  if (!lenient) std::abort();
  const auto& rows = lenient->sheets[0].rows;
  std::size_t at = 0;
  for (const CsvRow& row : strict.rows) {
    std::vector<std::string> cells = row.cells;
    while (!cells.empty() && cells.back().empty()) cells.pop_back();
    if (cells.empty()) continue;
    if (at == rows.size() || rows[at].cells.size() != cells.size()) std::abort();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (rows[at].cells[i].text != cells[i]) std::abort();
    }
    ++at;
  }
  if (at != rows.size()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto any = read_csv_sheet({data, size}, {}, kLimits);
  if (any && !testing::is_sound(*any, kLimits)) std::abort();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto csv = read_csv(text, {}, {4096, 64});
  if (!csv) return 0;
  same_cells(*csv, text);
  std::vector<std::vector<std::string>> cells;
  for (const CsvRow& row : csv->rows) cells.push_back(row.cells);
  for (const char separator : {',', ';', '\t'}) {
    const auto again = read_csv(write_csv(cells, {separator, false}), separator, {4096, 64});
    if (!again || again->rows.size() != cells.size()) std::abort();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (again->rows[i].cells != cells[i]) std::abort();
    }
  }
  write_csv(cells, {',', true});
  return 0;
}
