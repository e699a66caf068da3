#include "linkage/tabular.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/run/in_order.hpp"
#include "linkage/column_look.hpp"
#include "linkage/date_cell.hpp"
#include "text/digits.hpp"
#include "text/folding.hpp"

namespace parley::linkage {
namespace {

using text::NameRole;

constexpr std::size_t kChunk = 2'048;
constexpr std::int32_t kAgesOn = 2000;  // the year that ages are counted back from

struct SexWord {
  std::string_view word;
  char meaning;
};
// Folded, as fold_name() gives them.
constexpr std::array kSexWords = {
    SexWord{"m", 'm'},        SexWord{"male", 'm'},      SexWord{"man", 'm'},
    SexWord{"boy", 'm'},      SexWord{"h", 'm'},         SexWord{"homme", 'm'},
    SexWord{"masculin", 'm'}, SexWord{"ذكر", 'm'},       SexWord{"رجل", 'm'},
    SexWord{"м", 'm'},        SexWord{"муж", 'm'},       SexWord{"мужской", 'm'},
    SexWord{"ч", 'm'},        SexWord{"чол", 'm'},       SexWord{"זכר", 'm'},
    SexWord{"hombre", 'm'},   SexWord{"masculino", 'm'}, SexWord{"f", 'f'},
    SexWord{"female", 'f'},   SexWord{"woman", 'f'},     SexWord{"girl", 'f'},
    SexWord{"femme", 'f'},    SexWord{"feminin", 'f'},   SexWord{"ж", 'f'},
    SexWord{"жен", 'f'},      SexWord{"женский", 'f'},   SexWord{"жін", 'f'},
    SexWord{"נקבה", 'f'},     SexWord{"mujer", 'f'},     SexWord{"femenino", 'f'}};

std::string sex_of(std::string_view cell) {
  std::string folded = text::fold_name(cell);
  for (const SexWord& one : kSexWords) {
    if (folded == one.word || folded == text::fold_name(one.word)) return {one.meaning};
  }
  for (const std::string_view word : {"أنثى", "انثى", "امرأة"}) {
    if (folded == text::fold_name(word)) return "f";
  }
  for (const std::string_view word : {"чоловіча", "чоловічий", "мужчина"}) {
    if (folded == text::fold_name(word)) return "m";
  }
  for (const std::string_view word : {"жіноча", "жіночий", "женщина"}) {
    if (folded == text::fold_name(word)) return "f";
  }
  return folded;
}

std::optional<DateSpan> age_of(std::string_view cell) {
  const auto age = text::read_age_range(cell);
  if (!age) return {};
  const Date on{kAgesOn, 12, 31};
  return DateSpan{text::born_by_age(age->most > age->years ? age->most : age->years, on).first,
                  text::born_by_age(age->years, on).last, false};
}

struct Column {
  const ColumnRole* role = nullptr;
  std::size_t field = 0;  // of the schema
  text::DateCustom dates;
};

text::DateCustom custom_of(const table::Sheet& sheet, const TableRoles& table,
                           const ColumnRole& role, const DatesSaid& said) {
  text::DateCustom out;
  const std::vector<std::string_view> cells = cells_of(sheet, table.first_data, role.column);
  const text::OrderGuess guess = text::guess_order(cells);
  out.order = said.order.value_or(guess.order);
  out.order_known = said.order.has_value() || guess.shown;
  out.calendar = said.calendar;
  if (!said.calendar) {
    const std::vector<std::string> texts(cells.begin(), cells.end());
    out.calendar = text::guess_calendar(texts);
  }
  return out;
}

NameRole name_role(Role role) {
  switch (role) {
    case Role::kGiven: return NameRole::kGiven;
    case Role::kFather: return NameRole::kFather;
    case Role::kGrandfather: return NameRole::kGrandfather;
    default: return NameRole::kFamily;
  }
}

// What a distinct cell of a column says.
struct CellSays {
  std::optional<Value> value, second;  // second: of an address, what stands after the @
  bool empty = true, bad = false;
};

CellSays email_in(std::string_view cell) {
  CellSays out;
  out.empty = false;
  const std::size_t at = cell.rfind('@');
  if (at != 0) out.value = std::string(cell.substr(0, at));
  if (at != std::string_view::npos && at + 1 != cell.size()) {
    out.second = Term{{}, {}, std::string(cell.substr(at + 1))};
  }
  return out;
}

bool is_part(Role role) { return is_own_name(role) && role != Role::kName && role != Role::kAlias; }

std::optional<Value> value_of(std::string_view cell, const Column& column) {
  const Role role = column.role->role;
  if (is_part(role)) return Name{text::parse_name_part(cell, name_role(role))};
  switch (role) {
    case Role::kName:
    case Role::kOtherName: return Name{text::parse_name(cell)};
    case Role::kAlias: return Name{text::parse_name(cell), true};
    case Role::kDate:
      if (auto date = date_in(cell, column.dates)) return *date;
      return {};
    case Role::kAge:
      if (auto age = age_of(cell)) return *age;
      return {};
    case Role::kSex: return sex_of(cell);
    case Role::kCategory: return text::fold_name(cell);
    case Role::kTerm: return Term{{}, {}, std::string(cell)};
    default: return std::string(cell);
  }
}

CellSays read_cell(std::string_view cell, const Column& column) {
  cell = said(cell);
  CellSays out;
  if (cell.empty()) return out;
  if (column.role->role == Role::kEmail) return email_in(cell);
  out.empty = false;
  out.value = value_of(cell, column);
  out.bad = !out.value.has_value();
  if (out.bad && column.role->role == Role::kDate) {
    if (const auto part = part_of_date_in(cell)) out.value = *part;
  }
  return out;
}

const char* fault_of(Role role, bool has_value) {
  if (role == Role::kAge) return "no age; taken as empty";
  return has_value ? "no such day; its year or month is taken" : "no date; taken as empty";
}

// One column, its distinct cells by number.
struct Numbered {
  std::vector<std::uint32_t> of_row;  // which distinct cell
  std::vector<std::string_view> cells;
  // Of each distinct cell: its value's number in the field, or its piece's; kNone: it says nothing.
  std::vector<std::uint32_t> value, second;
  std::vector<bool> bad;
};

Numbered numbered_cells(const table::Sheet& sheet, std::size_t first, std::size_t column) {
  Numbered out;
  ViewNumbers numbers;
  out.of_row.reserve(sheet.rows.size() - first);
  for (std::size_t i = first; i < sheet.rows.size(); ++i) {
    const auto& cells = sheet.rows[i].cells;
    const bool there = column <= cells.size();
    out.of_row.push_back(
        numbers.of(there ? std::string_view(cells[column - 1].text) : std::string_view{}));
  }
  out.cells = numbers.views();
  return out;
}

class Reader {
 public:
  Reader(const table::Sheet& sheet, const Roles& roles, std::size_t table, const DatesSaid& said,
         int threads, RecordsMaker& maker)
      : sheet_(sheet), table_(roles.tables[table]), threads_(threads), maker_(maker) {
    for (const ColumnRole& role : table_.columns) {
      if (!is_compared(role.role)) continue;
      Column column;
      column.role = &role;
      while (roles.schema[column.field].token != role.field) ++column.field;
      if (role.role == Role::kDate) column.dates = custom_of(sheet, table_, role, said);
      columns_.push_back(column);
    }
  }

  Result<void> run(Tabular& out) {
    InOrder<Numbered> pieces(threads_,
                             [this](Numbered&& one) { cells_.push_back(std::move(one)); });
    for (const Column& column : columns_) {
      pieces.add([this, &column] {
        return numbered_cells(sheet_, table_.first_data, column.role->column);
      });
    }
    pieces.finish();
    for (std::size_t i = 0; i < columns_.size(); ++i)
      PARLEY_TRY(read_column(columns_[i], cells_[i]));
    const std::size_t rows = sheet_.rows.size() - table_.first_data;
    for (std::size_t row = 0; row < rows; ++row) put_row(row, out);
    return {};
  }

 private:
  Result<void> read_column(const Column& column, Numbered& cells) {
    Result<void> result;
    InOrder<std::vector<CellSays>> pieces(threads_, [&](std::vector<CellSays>&& piece) {
      for (const CellSays& one : piece) {
        if (result) result = put_cell(column, one, cells);
      }
    });
    for (std::size_t begin = 0; begin < cells.cells.size(); begin += kChunk) {
      const std::size_t end = std::min(cells.cells.size(), begin + kChunk);
      pieces.add([&column, &cells, begin, end] {
        std::vector<CellSays> piece;
        for (std::size_t i = begin; i < end; ++i) {
          piece.push_back(read_cell(cells.cells[i], column));
        }
        return piece;
      });
    }
    pieces.finish();
    cells.cells = {};
    return result;
  }

  Result<void> put_cell(const Column& column, const CellSays& says, Numbered& cells) {
    std::uint32_t value = kNone, second = kNone;
    if (says.value) {
      if (const Name* name = std::get_if<Name>(&*says.value)) {
        value = maker_.piece(name->name);
      } else {
        PARLEY_ASSIGN(value, maker_.value(column.field, *says.value));
      }
    }
    // The field after an address's own is its domain's (roles.cpp).
    if (says.second) {
      PARLEY_ASSIGN(second, maker_.value(column.field + 1, *says.second));
    }
    cells.value.push_back(value);
    cells.second.push_back(second);
    cells.bad.push_back(says.bad);
    return {};
  }

  void put_row(std::size_t row, Tabular& out) {
    maker_.person(static_cast<std::uint32_t>(row));
    put_parts(row);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const Column& column = columns_[i];
      const Role role = column.role->role;
      const std::uint32_t cell = cells_[i].of_row[row];
      const std::uint32_t value = cells_[i].value[cell];
      if (cells_[i].bad[cell]) tell(row, column, value != kNone, out);
      if (is_part(role)) continue;
      if (value != kNone) {
        const bool is_name = is_own_name(role) || role == Role::kOtherName;
        is_name ? maker_.put_name(column.field, {&value, 1}, role == Role::kAlias)
                : maker_.put(column.field, value);
      }
      if (cells_[i].second[cell] != kNone) maker_.put(column.field + 1, cells_[i].second[cell]);
    }
  }

  // Given, father's, grandfather's, family name, in this order whatever the columns'.
  void put_parts(std::size_t row) {
    pieces_.clear();
    for (const Role part : {Role::kGiven, Role::kFather, Role::kGrandfather, Role::kFamily}) {
      for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (columns_[i].role->role != part) continue;
        const std::uint32_t piece = cells_[i].value[cells_[i].of_row[row]];
        if (piece != kNone) pieces_.push_back(piece);
      }
    }
    if (!pieces_.empty()) maker_.put_name(0, pieces_, false);
  }

  void tell(std::size_t row, const Column& column, bool has_value, Tabular& out) const {
    ++out.bad_cells;
    if (out.bad.size() == kMostBad) return;
    out.bad.push_back({sheet_.rows[table_.first_data + row].number, column.role->column,
                       fault_of(column.role->role, has_value)});
  }

  const table::Sheet& sheet_;
  const TableRoles& table_;
  int threads_;
  RecordsMaker& maker_;
  std::vector<Column> columns_;
  std::vector<Numbered> cells_;  // by column
  std::vector<std::uint32_t> pieces_;
};

}  // namespace

Result<Tabular> tabular(const table::Sheet& sheet, const Roles& roles, std::size_t table,
                        const DatesSaid& dates, int threads) {
  const TableRoles& of = roles.tables[table];
  Tabular out;
  PARLEY_ASSIGN(RecordsMaker maker, RecordsMaker::of(roles.schema));
  Reader reader(sheet, roles, table, dates, threads, maker);
  PARLEY_TRY(reader.run(out));
  out.records = std::move(maker).take();

  const auto id = std::find_if(of.columns.begin(), of.columns.end(),
                               [](const ColumnRole& one) { return one.role == Role::kRowId; });
  for (std::size_t i = of.first_data; i < sheet.rows.size(); ++i) {
    const table::SheetRow& row = sheet.rows[i];
    out.rows.push_back(row.number);
    if (id == of.columns.end()) continue;
    out.ids.emplace_back(id->column <= row.cells.size() ? trimmed(row.cells[id->column - 1].text)
                                                        : std::string_view{});
  }
  return out;
}

std::string age_in(const DateSpan& span) {
  const std::int32_t least = kAgesOn - span.last.year, most = kAgesOn - span.first.year;
  return std::to_string(least) + (most > least ? "-" + std::to_string(most) : "");
}

std::vector<std::string> truth_of(const table::Sheet& sheet, const TableRoles& roles) {
  std::vector<std::string> out;
  for (const ColumnRole& one : roles.columns) {
    if (one.role != Role::kTruth) continue;
    for (const std::string_view cell : cells_of(sheet, roles.first_data, one.column)) {
      out.emplace_back(trimmed(cell));
    }
    break;
  }
  return out;
}

}  // namespace parley::linkage
