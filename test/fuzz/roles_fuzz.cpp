// Columns of any table: a TOML file of what was said, a line "====", and one or two tables of
// separated text, the second after a line "----".
//
// Whatever is guessed is sound; what was guessed, given back, gives the same fields; every row
// becomes a record that the engine takes.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "linkage/records.hpp"
#include "linkage/tabular.hpp"
#include "table/csv_sheet.hpp"

namespace {

using namespace parley;
using namespace parley::linkage;

void require(bool holds) {
  if (!holds) std::abort();
}

void sound(const Roles& roles, const std::vector<const table::Sheet*>& sheets) {
  require(roles.tables.size() == sheets.size() && !roles.schema.empty());
  for (std::size_t t = 0; t < sheets.size(); ++t) {
    const TableRoles& table = roles.tables[t];
    require(table.first_data < sheets[t]->rows.size());
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const ColumnRole& column = table.columns[i];
      require(column.column == i + 1);
      require(is_compared(column.role) == !column.field.empty());
    }
    const auto read = tabular(*sheets[t], roles, t);
    require(read.has_value());
    require(read->records.size() == sheets[t]->rows.size() - table.first_data);
    require(read->rows.size() == read->records.size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input = text_of({data, size});
  const std::size_t between = input.find("\n====\n");
  const auto said = table::read_mapping(input.substr(0, between), role_vocabulary());
  if (between == std::string_view::npos) return 0;
  const std::string_view text = input.substr(between + 6);
  const std::size_t second = text.find("\n----\n");
  std::vector<table::Sheet> tables;
  const table::SheetLimits limits{.cell = 4096, .columns = 64, .rows = 200};
  for (const std::string_view one :
       {text.substr(0, second),
        second == std::string_view::npos ? std::string_view() : text.substr(second + 6)}) {
    if (one.empty()) continue;
    auto file = table::read_csv_sheet(bytes_of(one), {}, limits);
    if (!file || file->sheets.empty()) return 0;
    tables.push_back(std::move(file->sheets.front()));
  }
  if (tables.empty()) return 0;
  std::vector<const table::Sheet*> sheets;
  for (const table::Sheet& one : tables) sheets.push_back(&one);
  RolesAsked asked;
  if (said) asked.said = *said;
  const auto roles = guess_roles(sheets, asked);
  if (roles) sound(*roles, sheets);
  const auto guessed = guess_roles(sheets, {});
  if (!guessed) return 0;
  sound(*guessed, sheets);
  const auto saved =
      table::read_mapping(table::write_mapping(mapping_of(*guessed)), role_vocabulary());
  require(saved.has_value());
  return 0;
}
