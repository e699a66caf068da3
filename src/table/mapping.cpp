#include "table/mapping.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include <fmt/core.h>

#include "table/header_text.hpp"

namespace parley::table {
namespace {

constexpr std::size_t kRows = 25;
constexpr std::size_t kColumns = 200;  // looked at when rows are compared
constexpr std::size_t kSheets = 32;    // looked at when none is named

std::string key_of(std::string_view header) { return squeezed(fold_header(header)); }

// A mapped header as it is looked for.
struct Wanted {
  const MappedColumn* column;
  std::string key;
};

std::vector<Wanted> wanted_of(const Mapping& mapping) {
  std::vector<Wanted> out;
  for (const MappedColumn& column : mapping.columns)
    out.push_back({&column, key_of(column.header)});
  return out;
}

bool is(const Wanted& wanted, std::string_view header, std::string_view key) {
  return !header.empty() &&
         (wanted.column->header == header || (!key.empty() && wanted.key == key));
}

// "column 7": 7; else 0.
std::size_t numbered_column(std::string_view header) {
  constexpr std::string_view kWord = "column ";
  if (!header.starts_with(kWord)) return 0;
  std::size_t out = 0;
  const char* const end = header.data() + header.size();
  const auto [at, code] = std::from_chars(header.data() + kWord.size(), end, out);
  return code == std::errc() && at == end ? out : 0;
}

// How many of the mapped headers a row has.
std::size_t headers_in(const SheetRow& row, const std::vector<Wanted>& wanted) {
  std::size_t count = 0;
  std::vector<std::string> keys;
  for (const Cell& cell : row.cells) {
    if (keys.size() < kColumns) keys.push_back(key_of(cell.text));
  }
  for (const Wanted& one : wanted) {
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (!is(one, row.cells[i].text, keys[i])) continue;
      ++count;
      break;
    }
  }
  return count;
}

// The place of the header row in Sheet::rows.
Result<std::size_t> header_of(const Sheet& sheet, const VocabularyIndex& vocabulary,
                              const Mapping& mapping, const std::vector<Wanted>& wanted) {
  if (mapping.header_row != 0) {
    for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
      if (sheet.rows[i].number == mapping.header_row) return i;
    }
    return fail(Fault::kBadInput,
                fmt::format("the sheet has nothing in row {}, which the mapping names as header",
                            mapping.header_row));
  }
  std::size_t best = 0;
  std::size_t most = 0;
  for (std::size_t i = 0; i < std::min(kRows, sheet.rows.size()); ++i) {
    const std::size_t count = headers_in(sheet.rows[i], wanted);
    if (count > most) most = count, best = i;
  }
  if (most > 0) return best;
  PARLEY_ASSIGN(const Columns columns, recognise(sheet, vocabulary));
  for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
    if (sheet.rows[i].number == columns.header_row) return i;
  }
  return std::size_t{0};
}

// Says of each column what the mapping says. Columns under the same header all get its field.
Result<void> apply(const std::vector<Wanted>& wanted, Columns& columns) {
  std::vector<std::string> keys;
  for (const Column& column : columns.columns) keys.push_back(key_of(column.header));
  std::vector<bool> mapped(columns.columns.size());
  const auto set = [&](std::size_t i, const MappedColumn& by) {
    columns.columns[i].field = by.field;
    columns.columns[i].how = Recognised::kMapping;
    mapped[i] = true;
  };
  // Letter by letter first, for every header of the mapping: two of them may be equal when folded.
  // Then by its number what has no header, then folded.
  std::vector<bool> found(wanted.size());
  for (std::size_t w = 0; w < wanted.size(); ++w) {
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (mapped[i] || !is(wanted[w], columns.columns[i].header, "")) continue;
      set(i, *wanted[w].column);
      found[w] = true;
    }
  }
  const auto by_number = [&](std::size_t w, bool without_header) {
    const std::size_t number = numbered_column(wanted[w].column->header);
    if (found[w] || number == 0 || number > mapped.size() || mapped[number - 1]) return;
    if (without_header && !columns.columns[number - 1].header.empty()) return;
    set(number - 1, *wanted[w].column);
    found[w] = true;
  };
  for (std::size_t w = 0; w < wanted.size(); ++w) by_number(w, true);
  for (std::size_t w = 0; w < wanted.size(); ++w) {
    for (std::size_t i = 0; i < keys.size() && !found[w]; ++i) {
      if (mapped[i] || !is(wanted[w], columns.columns[i].header, keys[i])) continue;
      set(i, *wanted[w].column);
      found[w] = true;
    }
    by_number(w, false);
    if (!found[w]) {
      const Wanted& one = wanted[w];
      const std::string line =
          one.column->line == 0 ? "" : fmt::format("line {} of the mapping: ", one.column->line);
      return fail(Fault::kBadInput, line + "the sheet has no column with this header");
    }
  }
  return {};
}

}  // namespace

Mapping mapping_of(const Sheet& sheet, const Columns& columns) {
  Mapping out;
  out.sheet = sheet.name;
  out.header_row = columns.header_row;
  std::set<std::string, std::less<>> seen;
  for (const Column& column : columns.columns) {
    const std::string header =
        column.header.empty() ? fmt::format("column {}", column.number) : column.header;
    if (!seen.insert(header).second) continue;
    out.columns.push_back({header, column.field.empty() ? "ignore" : column.field, 0});
  }
  std::sort(out.columns.begin(), out.columns.end(),
            [](const auto& a, const auto& b) { return a.header < b.header; });
  return out;
}

Result<std::size_t> choose_sheet(const SheetFile& file, const VocabularyIndex& vocabulary,
                                 const Mapping& mapping) {
  if (!mapping.sheet.empty()) {
    for (std::size_t i = 0; i < file.sheets.size(); ++i) {
      if (file.sheets[i].name == mapping.sheet) return i;
    }
    return fail(Fault::kBadInput, "the file has no sheet of the name that the mapping gives");
  }
  std::optional<std::size_t> best;
  std::pair<std::size_t, bool> most;  // score, seen
  std::optional<Error> why;
  for (std::size_t i = 0; i < std::min(kSheets, file.sheets.size()); ++i) {
    const auto columns = recognise(file.sheets[i], vocabulary, mapping);
    if (!columns) {
      if (!why) why = columns.error();
      continue;
    }
    const std::pair rank(columns->score, !file.sheets[i].hidden);
    if (!best || rank > most) best = i, most = rank;
  }
  if (best) return *best;
  if (why) return tl::unexpected<Error>(*std::move(why));
  return fail(Fault::kBadInput, "the file has no sheet");
}

Result<Columns> recognise(const Sheet& sheet, const VocabularyIndex& vocabulary,
                          const Mapping& mapping) {
  if (mapping.header_row == 0 && mapping.columns.empty()) return recognise(sheet, vocabulary);
  const auto wanted = wanted_of(mapping);
  PARLEY_ASSIGN(const std::size_t row, header_of(sheet, vocabulary, mapping, wanted));
  Columns columns = columns_below(sheet, row, vocabulary);
  PARLEY_TRY(apply(wanted, columns));
  std::erase_if(columns.problems, [&](const ColumnProblem& problem) {
    return columns.columns[problem.column - 1].how == Recognised::kMapping;
  });
  settle(columns, vocabulary);
  return columns;
}

}  // namespace parley::table
