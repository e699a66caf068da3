// Whatever the CSV reader accepts, it reads again as the same rows once written.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "table/csv.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace parley::table;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto csv = read_csv(text, {}, {4096, 64});
  if (!csv) return 0;
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
