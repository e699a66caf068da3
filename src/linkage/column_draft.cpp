#include "linkage/column_draft.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/core.h>

#include "linkage/column_look.hpp"
#include "table/header_text.hpp"

namespace parley::linkage {
namespace {

using table::Recognised;

std::string key_of(std::string_view header) { return table::squeezed(table::fold_header(header)); }

std::size_t cells_in(const table::SheetRow& row) {
  return static_cast<std::size_t>(
      std::count_if(row.cells.begin(), row.cells.end(),
                    [](const auto& cell) { return !said(cell.text).empty(); }));
}

// Whether the rows above are titles: less than half as wide.
bool titles_above(const table::Sheet& sheet, std::size_t place) {
  const std::size_t width = cells_in(sheet.rows[place]);
  for (std::size_t i = 0; i < place; ++i) {
    if (cells_in(sheet.rows[i]) * 2 >= width) return false;
  }
  return true;
}

Result<std::size_t> header_place(const table::Sheet& sheet, const table::Mapping& mapping) {
  if (sheet.rows.empty()) return fail(Fault::kBadInput, "there are no rows");
  std::uint64_t number = mapping.header_row;
  const bool said_by_person = number != 0;
  if (number == 0) {
    const auto found = table::recognise(sheet, role_vocabulary());
    if (!found) return std::size_t{0};
    number = found->header_row;
  }
  for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
    if (sheet.rows[i].number != number) continue;
    // Cells may hold words that headers have.
    return said_by_person || titles_above(sheet, i) ? i : 0;
  }
  return fail(Fault::kBadInput, fmt::format("there is nothing in row {}, the header's", number));
}

Result<Drafts> draft_of(const table::Sheet& sheet, const table::Mapping& said) {
  Drafts out;
  out.sheet = &sheet;
  PARLEY_ASSIGN(const std::size_t place, header_place(sheet, said));
  table::Columns columns = table::columns_below(sheet, place, role_vocabulary());
  out.header_row = columns.header_row;
  out.first_data = columns.first_data;
  if (out.first_data >= sheet.rows.size()) {
    return fail(Fault::kBadInput, "there are no rows below the header");
  }
  for (table::Column& column : columns.columns) {
    Draft draft;
    draft.out.column = column.number;
    draft.out.header = std::move(column.header);
    draft.out.token = std::move(column.field);
    draft.out.ground = draft.out.token.empty() ? Ground::kCells : Ground::kHeader;
    draft.how = column.how;
    out.columns.push_back(std::move(draft));
  }
  return out;
}

bool is_header(const Draft& draft, std::string_view header, std::string_view key) {
  if (draft.out.header == header) return true;
  if (!key.empty() && key_of(draft.out.header) == key) return true;
  return fmt::format("column {}", draft.out.column) == header;
}

// The column with this header: letter by letter, else when folded.
Draft* find_header(Drafts& drafts, std::string_view header) {
  for (const std::string& key : {std::string(), key_of(header)}) {
    for (Draft& draft : drafts.columns) {
      if (is_header(draft, header, key)) return &draft;
    }
  }
  return nullptr;
}

Result<void> apply_said(std::vector<Drafts>& tables, const table::Mapping& said, bool of_model) {
  for (Drafts& drafts : tables) {
    if (!of_model) break;
    for (Draft& draft : drafts.columns) {
      draft.out.token.clear();
      draft.out.role = Role::kIgnored;
      draft.out.ground = Ground::kSaid;
    }
  }
  for (const table::MappedColumn& one : said.columns) {
    bool found = false;
    for (Drafts& drafts : tables) {
      Draft* draft = find_header(drafts, one.header);
      if (draft == nullptr) continue;
      found = true;
      draft->out.token = one.field == "ignore" ? "" : one.field;
      draft->out.role = one.field == "ignore" ? Role::kIgnored : role_of(one.field);
      draft->out.ground = Ground::kSaid;
      draft->how = Recognised::kMapping;
    }
    if (found || of_model) continue;
    const std::string where =
        one.line == 0 ? "" : fmt::format("line {} of the columns: ", one.line);
    return fail(Fault::kBadInput, where + "no file has a column with this header");
  }
  return {};
}

Result<void> apply_truth(std::vector<Drafts>& tables, const std::string& truth) {
  if (truth.empty()) return {};
  for (std::size_t i = 0; i < tables.size(); ++i) {
    Draft* draft = find_header(tables[i], truth);
    if (draft == nullptr) {
      return fail(Fault::kBadInput,
                  fmt::format("the {} file has no column with the header of the truth",
                              i == 0 ? "first" : "second"));
    }
    draft->out.role = Role::kTruth;
    draft->out.token.clear();
    draft->out.ground = Ground::kSaid;
    draft->how = Recognised::kMapping;
  }
  return {};
}

bool may_be_several_fields(Role role) {
  return role == Role::kTerm || role == Role::kDate || role == Role::kCode ||
         role == Role::kNumber || role == Role::kRowId;
}

void set_keys(std::vector<Drafts>& tables) {
  // "address 1" and "address 2" of one file are two fields; "telephone" and "mobile" are one.
  std::set<std::string> crowded;
  for (const Drafts& drafts : tables) {
    std::map<std::string, int> loose;
    for (const Draft& draft : drafts.columns) {
      if (draft.how == Recognised::kContains && ++loose[draft.out.token] > 1) {
        crowded.insert(draft.out.token);
      }
    }
  }
  for (Drafts& drafts : tables) {
    for (Draft& draft : drafts.columns) {
      const std::string& token = draft.out.token;
      std::string header = key_of(draft.out.header);
      if (header.empty()) header = fmt::format("column{}", draft.out.column);
      const bool by_header = token.empty() || is_generic(token) ||
                             (draft.how == Recognised::kContains && crowded.contains(token) &&
                              may_be_several_fields(role_of(token)));
      draft.key = by_header ? "h:" + header : "t:" + token;
    }
  }
}

}  // namespace

bool is_settled(const Draft& draft) {
  return draft.out.ground == Ground::kSaid && draft.out.token.empty();
}

std::string_view cell_at(const table::SheetRow& row, std::size_t column) {
  return column <= row.cells.size() ? said(row.cells[column - 1].text) : std::string_view{};
}

Result<std::vector<Drafts>> drafts_of(const std::vector<const table::Sheet*>& sheets,
                                      const RolesAsked& asked) {
  std::vector<Drafts> tables;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    auto drafts = draft_of(*sheets[i], asked.said);
    if (!drafts) {
      return sheets.size() == 1 ? tl::unexpected<Error>(std::move(drafts).error())
                                : within(drafts.error(), i == 0 ? "first file" : "second file");
    }
    tables.push_back(*std::move(drafts));
  }
  PARLEY_TRY(apply_said(tables, asked.said, asked.of_model));
  PARLEY_TRY(apply_truth(tables, asked.truth));
  set_keys(tables);
  return tables;
}

}  // namespace parley::linkage
