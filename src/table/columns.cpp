#include "table/columns.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

#include <fmt/core.h>

namespace parley::table {
namespace {

constexpr std::size_t kRows = 25;
constexpr std::size_t kColumns = 200;  // looked at when rows are compared

std::size_t weight(Recognised how) {
  switch (how) {
    case Recognised::kExact: return 4;
    case Recognised::kFolded: return 3;
    case Recognised::kContains: return 1;
    default: return 0;
  }
}

// Each field counts once: a title that repeats itself is no header.
std::size_t score(const SheetRow& row, const VocabularyIndex& vocabulary) {
  std::vector<std::size_t> best(vocabulary.size());
  for (std::size_t i = 0; i < std::min(kColumns, row.cells.size()); ++i) {
    const auto match = vocabulary.match(row.cells[i].text);
    if (!match || match->rival) continue;
    best[match->field] = std::max(best[match->field], weight(match->how));
  }
  std::size_t sum = 0;
  for (const std::size_t one : best) sum += one;
  return sum;
}

std::size_t widest(const Sheet& sheet, std::size_t from) {
  std::size_t width = 0;
  for (std::size_t i = from; i < sheet.rows.size(); ++i) {
    width = std::max(width, sheet.rows[i].cells.size());
  }
  return width;
}

void set(Column& column, const HeaderMatch& match, const VocabularyIndex& vocabulary,
         std::vector<ColumnProblem>& problems) {
  if (match.rival) {
    problems.push_back({column.number, fmt::format("could be {} or {}: neither is taken",
                                                   vocabulary.field(match.field).token,
                                                   vocabulary.field(*match.rival).token)});
    return;
  }
  column.field = vocabulary.field(match.field).token;
  column.how = match.how;
}

}  // namespace

std::vector<std::size_t> Columns::of(std::string_view field) const {
  std::vector<std::size_t> out;
  for (const Column& column : columns) {
    if (column.field == field) out.push_back(column.number);
  }
  return out;
}

void settle(Columns& columns, const VocabularyIndex& vocabulary) {
  for (std::size_t f = 0; f < vocabulary.size(); ++f) {
    const VocabularyField& field = vocabulary.field(f);
    if (field.several) continue;
    Column* taken = nullptr;
    for (Column& column : columns.columns) {
      if (column.field != field.token) continue;
      if (taken == nullptr || column.how > taken->how) taken = &column;
    }
    for (Column& column : columns.columns) {
      if (&column == taken || column.field != field.token) continue;
      columns.problems.push_back(
          {column.number, fmt::format("reads as {} too, which column {} is taken for", field.token,
                                      taken->number)});
      column.field.clear();
      column.how = Recognised::kNot;
    }
  }
  std::sort(columns.problems.begin(), columns.problems.end(), [](const auto& a, const auto& b) {
    return std::tie(a.column, a.text) < std::tie(b.column, b.text);
  });
}

Columns columns_below(const Sheet& sheet, std::size_t row, const VocabularyIndex& vocabulary) {
  Columns out;
  out.header_row = sheet.rows[row].number;
  out.first_data = row + 1;
  out.score = score(sheet.rows[row], vocabulary);
  const auto hxl = find_hxl_row(sheet);
  const bool tagged = hxl && (hxl->row == row || hxl->row == row + 1);
  if (tagged) out.first_data = hxl->row + 1;
  const std::size_t width = widest(sheet, row);
  for (std::size_t i = 0; i < width; ++i) {
    Column column;
    column.number = i + 1;
    if (i < sheet.rows[row].cells.size() && !(tagged && hxl->row == row)) {
      column.header = sheet.rows[row].cells[i].text;
    }
    auto match = vocabulary.match(column.header);
    if (tagged && i < hxl->tags.size() && hxl->tags[i]) {
      column.hxl = hxl->tags[i]->text();
      if (const auto by_tag = vocabulary.match(*hxl->tags[i])) match = by_tag;
    }
    if (match) set(column, *match, vocabulary, out.problems);
    out.columns.push_back(std::move(column));
  }
  return out;
}

namespace {

// The place of the header row; none: no row has a header that is known.
std::optional<std::size_t> header_of(const Sheet& sheet, const VocabularyIndex& vocabulary) {
  if (const auto hxl = find_hxl_row(sheet)) {
    const bool any = std::any_of(hxl->tags.begin(), hxl->tags.end(),
                                 [&](const auto& tag) { return tag && vocabulary.match(*tag); });
    // The header stands just above the tags, where there is one.
    if (any) return hxl->row == 0 ? 0 : hxl->row - 1;
  }
  std::size_t best = 0;
  std::size_t most = 0;
  for (std::size_t i = 0; i < std::min(kRows, sheet.rows.size()); ++i) {
    const std::size_t one = score(sheet.rows[i], vocabulary);
    if (one > most) most = one, best = i;
  }
  if (most == 0) return {};
  return best;
}

}  // namespace

Result<Columns> recognise(const Sheet& sheet, const VocabularyIndex& vocabulary) {
  const auto row = header_of(sheet, vocabulary);
  if (!row) {
    return fail(Fault::kBadInput,
                fmt::format("none of the first {} rows has the header of a column that is known: "
                            "name the columns in a mapping",
                            kRows));
  }
  Columns out = columns_below(sheet, *row, vocabulary);
  settle(out, vocabulary);
  return out;
}

}  // namespace parley::table
