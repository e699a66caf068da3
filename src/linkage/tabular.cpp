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

class Reader {
 public:
  Reader(const table::Sheet& sheet, const Roles& roles, std::size_t table, const DatesSaid& said)
      : sheet_(sheet), roles_(roles), table_(roles.tables[table]) {
    for (const ColumnRole& role : table_.columns) {
      if (!is_compared(role.role)) continue;
      Column column;
      column.role = &role;
      while (roles.schema[column.field].token != role.field) ++column.field;
      if (role.role == Role::kDate) column.dates = custom_of(sheet, table_, role, said);
      columns_.push_back(column);
    }
  }

  struct Piece {
    std::vector<Record> records;
    std::vector<BadCell> bad;
  };

  Piece read(std::size_t begin, std::size_t end) const {
    Piece out;
    for (std::size_t i = begin; i < end; ++i) {
      out.records.push_back(record(sheet_.rows[table_.first_data + i], out.bad));
      out.records.back().index = static_cast<std::uint32_t>(i);
    }
    return out;
  }

 private:
  Record record(const table::SheetRow& row, std::vector<BadCell>& bad) const {
    Record out;
    out.values.resize(roles_.schema.size());
    // Given, father's, grandfather's, family name, in this order whatever the columns'.
    std::array<text::PersonalName, 4> parts;
    for (const Column& column : columns_) {
      const std::size_t at = column.role->column;
      if (at > row.cells.size()) continue;
      const std::string_view cell = said(row.cells[at - 1].text);
      if (cell.empty()) continue;
      const Role role = column.role->role;
      if (is_own_name(role) && role != Role::kName && role != Role::kAlias) {
        const auto place = static_cast<std::size_t>(role) - static_cast<std::size_t>(Role::kGiven);
        const text::PersonalName piece = text::parse_name_part(cell, name_role(role));
        const std::array two = {parts[place], piece};
        parts[place] = assembled(two);
        continue;
      }
      if (role == Role::kEmail) {
        add_email(cell, column.field, out);
        continue;
      }
      std::optional<Value> value = value_of(cell, column);
      if (!value && role == Role::kDate) {
        if (const auto part = part_of_date_in(cell)) value = *part;
        bad.push_back(
            {row.number, at,
             value ? "no such day; its year or month is taken" : "no date; taken as empty"});
      } else if (!value) {
        bad.push_back({row.number, at, "no age; taken as empty"});
      }
      if (!value) continue;
      if (out.values[column.field].size() < kMostValues) {
        out.values[column.field].push_back(*std::move(value));
      }
    }
    text::PersonalName name = assembled(parts);
    if (!name.parts.empty() || !name.kunya.empty()) {
      out.values[0].insert(out.values[0].begin(), Name{std::move(name)});
      if (out.values[0].size() > kMostValues) out.values[0].pop_back();
    }
    return out;
  }

  // The field after an address's own is its domain's (roles.cpp).
  static void add_email(std::string_view cell, std::size_t field, Record& out) {
    const std::size_t at = cell.rfind('@');
    const std::string_view local = cell.substr(0, at);
    auto& locals = out.values[field];
    auto& domains = out.values[field + 1];
    if (!local.empty() && locals.size() < kMostValues) locals.emplace_back(std::string(local));
    if (at == std::string_view::npos || at + 1 == cell.size()) return;
    if (domains.size() < kMostValues) {
      domains.emplace_back(Term{{}, {}, std::string(cell.substr(at + 1))});
    }
  }

  static std::optional<Value> value_of(std::string_view cell, const Column& column) {
    switch (column.role->role) {
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

  const table::Sheet& sheet_;
  const Roles& roles_;
  const TableRoles& table_;
  std::vector<Column> columns_;
};

}  // namespace

Tabular tabular(const table::Sheet& sheet, const Roles& roles, std::size_t table,
                const DatesSaid& dates, int threads) {
  const TableRoles& of = roles.tables[table];
  const Reader reader(sheet, roles, table, dates);
  Tabular out;
  const std::size_t rows = sheet.rows.size() - of.first_data;
  out.records.reserve(rows);
  InOrder<Reader::Piece> pieces(threads, [&](Reader::Piece&& piece) {
    std::move(piece.records.begin(), piece.records.end(), std::back_inserter(out.records));
    std::move(piece.bad.begin(), piece.bad.end(), std::back_inserter(out.bad));
  });
  for (std::size_t begin = 0; begin < rows; begin += kChunk) {
    const std::size_t end = std::min(rows, begin + kChunk);
    pieces.add([&reader, begin, end] { return reader.read(begin, end); });
  }
  pieces.finish();

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
