// Columns and mappings: a TOML mapping, a line "====", and separated text that it is applied to.
//
// A mapping that is read is written and read again as the same; what is recognised can be saved,
// and the saved mapping finds the same header row and gives each field to the same columns.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "table/csv_sheet.hpp"
#include "table/mapping.hpp"

namespace {

using namespace parley;
using namespace parley::table;

void require(bool holds) {
  if (!holds) std::abort();
}

const VocabularyIndex& vocabulary() {
  static const VocabularyIndex index = *VocabularyIndex::make(
      {{{"name", {"Name", "الاسم", "ФИО"}, {"#affected+name"}, false},
        {"birth", {"Date of birth", "تاريخ الميلاد"}, {"#date+birth"}, false},
        {"place", {"Place", "المكان"}, {"#loc-birth", "#adm1"}, false},
        {"note", {"Note", "ملاحظات"}, {}, true}}});
  return index;
}

void sound(const Columns& columns, const Sheet& sheet) {
  require(columns.first_data <= sheet.rows.size());
  for (std::size_t i = 0; i < columns.columns.size(); ++i) {
    const Column& column = columns.columns[i];
    require(column.number == i + 1);
    require(column.field.empty() == (column.how == Recognised::kNot));
    require(column.field.empty() || column.field == "ignore" || vocabulary().find(column.field));
  }
  for (const std::string_view field : {"name", "birth", "place"}) {
    require(columns.of(field).size() <= 1);
  }
  for (const ColumnProblem& problem : columns.problems) {
    require(problem.column >= 1 && problem.column <= columns.columns.size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input = text_of({data, size});
  const std::size_t between = input.find("\n====\n");
  const auto mapping = read_mapping(input.substr(0, between), vocabulary());
  if (mapping) {
    const auto again = read_mapping(write_mapping(*mapping), vocabulary());
    require(again && *again == *mapping);
  }
  if (between == std::string_view::npos) return 0;
  const auto file =
      read_csv_sheet(bytes_of(input.substr(between + 6)), mapping ? mapping->csv() : CsvCustom{},
                     SheetLimits{.cell = 4096, .columns = 64, .rows = 1000});
  if (!file) return 0;
  const Sheet& sheet = file->sheets[0];
  if (mapping) {
    const auto columns = recognise(sheet, vocabulary(), *mapping);
    if (columns) sound(*columns, sheet);
    (void)choose_sheet(*file, vocabulary(), *mapping);
  }
  const auto columns = recognise(sheet, vocabulary());
  if (!columns) return 0;
  sound(*columns, sheet);
  const auto saved = read_mapping(write_mapping(mapping_of(sheet, *columns)), vocabulary());
  require(saved.has_value());
  const auto applied = recognise(sheet, vocabulary(), *saved);
  require(applied && applied->header_row == columns->header_row);
  sound(*applied, sheet);
  return 0;
}
