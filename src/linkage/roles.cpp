#include "linkage/roles.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include <fmt/core.h>

#include "linkage/column_look.hpp"
#include "table/header_text.hpp"
#include "text/folding.hpp"

namespace parley::linkage {
namespace {

using table::Recognised;

constexpr std::size_t kSampledRows = 1'000;  // when two columns are compared
constexpr int kMostly = 800;                 // of 1000
constexpr int kNearlyAll = 950;
constexpr std::size_t kFewValues = 12;  // of a category

std::string key_of(std::string_view header) { return table::squeezed(table::fold_header(header)); }

// A column on the way to its role.
struct Draft {
  ColumnRole out;
  Recognised how = Recognised::kNot;
  std::string key;  // columns with the same key are one field
};

struct Drafts {
  const table::Sheet* sheet = nullptr;
  std::uint64_t header_row = 0;
  std::size_t first_data = 0;
  std::vector<Draft> columns;
};

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

Result<Drafts> drafts_of(const table::Sheet& sheet, const table::Mapping& said) {
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

bool is_settled(const Draft& draft) {
  return draft.out.ground == Ground::kSaid && draft.out.token.empty();
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

Role role_by_cells(const ColumnLook& look) {
  if (look.emails >= 600) return Role::kEmail;
  if (look.dates >= kMostly || look.years >= kNearlyAll) return Role::kDate;
  if (look.counts_up) return Role::kRowId;
  if (look.digits_only >= kMostly) return look.characters >= 5 ? Role::kCode : Role::kNumber;
  if (look.different <= kFewValues && look.different * 20 <= look.filled && look.characters <= 20) {
    return Role::kCategory;
  }
  if (look.with_digit >= 600 && look.words_x100 <= 200) return Role::kCode;
  if (look.words_x100 > 800) return Role::kText;
  if (look.known_names >= 600) return look.words_x100 < 150 ? Role::kGiven : Role::kName;
  return Role::kTerm;
}

// A role that the header has the word for, if the cells can be that.
Role role_by_header(Role role, const ColumnLook& look) {
  switch (role) {
    case Role::kDate: return look.any_dates >= 500 ? role : role_by_cells(look);
    case Role::kAge:
      if (look.ages >= 700) return role;
      return look.any_dates >= 500 ? Role::kDate : role_by_cells(look);
    case Role::kSex: return look.different <= kFewValues ? role : Role::kTerm;
    case Role::kEmail: return look.emails >= 300 ? role : Role::kCode;
    case Role::kTerm:
      if (look.digits_only >= kMostly) return role_by_cells(look);
      return look.words_x100 > 1'500 ? Role::kText : role;
    case Role::kRowId:
      if (look.unique || look.counts_up) return role;
      return look.with_digit >= 500 ? Role::kCode : role_by_cells(look);
    case Role::kCode:
    case Role::kNumber:
    case Role::kText:
    case Role::kAnswer: return role;
    default: break;
  }
  if (look.with_digit > 500) return role_by_cells(look);
  return look.words_x100 > 1'500 ? Role::kText : role;
}

struct Keyed {
  std::vector<Draft*> columns;
  std::vector<Cells> cells;  // a list for each
  std::set<std::size_t> tables;
};

std::map<std::string, Keyed> by_key(std::vector<Drafts>& tables) {
  std::map<std::string, Keyed> out;
  for (std::size_t t = 0; t < tables.size(); ++t) {
    for (Draft& draft : tables[t].columns) {
      if (is_settled(draft)) continue;
      Keyed& keyed = out[draft.key];
      keyed.columns.push_back(&draft);
      keyed.cells.push_back(cells_of(*tables[t].sheet, tables[t].first_data, draft.out.column));
      keyed.tables.insert(t);
    }
  }
  return out;
}

// Returns how many different values each key has.
std::map<std::string, std::size_t> decide_roles(std::vector<Drafts>& tables) {
  std::map<std::string, std::size_t> different;
  for (auto& [key, keyed] : by_key(tables)) {
    const ColumnLook look = look_at(keyed.cells);
    different[key] = look.different;
    const bool alone = keyed.tables.size() < tables.size();
    for (Draft* draft : keyed.columns) {
      ColumnRole& out = draft->out;
      if (out.ground == Ground::kSaid) {
        out.role = role_of(out.token);
      } else if (look.filled == 0) {
        out.role = Role::kEmpty;
      } else if (look.different == 1 && look.rows > 2) {
        out.role = Role::kConstant;
      } else if (out.ground == Ground::kHeader) {
        const Role wanted = role_of(out.token);
        out.role = role_by_header(wanted, look);
        if (out.role != wanted) out.ground = Ground::kCells;
      } else {
        out.role = role_by_cells(look);
      }
      if (alone && is_compared(out.role) && !is_own_name(out.role)) out.role = Role::kOnlyHere;
    }
  }
  return different;
}

// Words as they are compared: folded, apart at whatever is no letter or digit.
std::set<std::string> words_of(std::string_view text) {
  std::set<std::string> out;
  std::string word;
  const auto end = [&] {
    if (!word.empty()) out.insert(std::exchange(word, {}));
  };
  for (const char c : text::fold_name(text)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool part = byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z');
    part ? static_cast<void>(word += c) : end();
  }
  end();
  return out;
}

std::string_view cell_at(const table::SheetRow& row, std::size_t column) {
  return column <= row.cells.size() ? said(row.cells[column - 1].text) : std::string_view{};
}

// How many of 1000 words of the columns `inner` stand in `outer`, in rows that have both.
int words_within(const Drafts& drafts, const std::vector<const Draft*>& inner, const Draft& outer) {
  const auto& rows = drafts.sheet->rows;
  const std::size_t below = rows.size() - drafts.first_data;
  const std::size_t taken = std::min(kSampledRows, below);
  std::size_t all = 0, found = 0;
  for (std::size_t i = 0; i < taken; ++i) {
    const table::SheetRow& row = rows[drafts.first_data + i * below / taken];
    const std::set<std::string> there = words_of(cell_at(row, outer.out.column));
    if (there.empty()) continue;
    for (const Draft* one : inner) {
      for (const std::string& word : words_of(cell_at(row, one->out.column))) {
        ++all;
        found += there.contains(word) ? 1 : 0;
      }
    }
  }
  return all == 0 ? 0 : static_cast<int>(found * 1000 / all);
}

bool is_part(Role role) { return is_own_name(role) && role != Role::kName && role != Role::kAlias; }

// Whole names that mostly stand in another column of whole names.
void leave_out_names(Drafts& drafts) {
  std::vector<Draft*> whole;
  for (Draft& draft : drafts.columns) {
    if (draft.out.role == Role::kName && draft.out.ground != Ground::kSaid) whole.push_back(&draft);
  }
  for (Draft* inner : whole) {
    for (const Draft* outer : whole) {
      if (inner == outer || outer->out.role != Role::kName) continue;
      const int there = words_within(drafts, {inner}, *outer);
      // Of two that say the same, the first stays.
      const bool mutual = words_within(drafts, {outer}, *inner) >= kMostly;
      const bool first = inner->out.column < outer->out.column;
      if (there < kMostly || (mutual && first)) continue;
      inner->out.role = Role::kRepeats;
      break;
    }
  }
}

// Whether every table has a whole name, and no part says what it does not.
bool whole_names_say_all(const std::vector<Drafts>& tables) {
  return std::all_of(tables.begin(), tables.end(), [](const Drafts& drafts) {
    std::vector<const Draft*> parts;
    for (const Draft& draft : drafts.columns) {
      if (is_part(draft.out.role)) parts.push_back(&draft);
    }
    return std::any_of(drafts.columns.begin(), drafts.columns.end(), [&](const Draft& draft) {
      return draft.out.role == Role::kName &&
             (parts.empty() || words_within(drafts, parts, draft) >= kMostly);
    });
  });
}

void leave_out_parts(std::vector<Drafts>& tables) {
  if (!whole_names_say_all(tables)) return;
  for (Drafts& drafts : tables) {
    for (Draft& draft : drafts.columns) {
      if (is_part(draft.out.role) && draft.out.ground != Ground::kSaid) {
        draft.out.role = Role::kRepeats;
      }
    }
  }
}

// Another field that says what one before it says.
void leave_out_repeats(std::vector<Drafts>& tables) {
  Drafts& first = tables.front();
  std::set<std::string> repeats;
  for (std::size_t later = 1; later < first.columns.size(); ++later) {
    const Draft& x = first.columns[later];
    if (!is_compared(x.out.role) || is_own_name(x.out.role) || x.out.ground == Ground::kSaid) {
      continue;
    }
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      const Draft& y = first.columns[earlier];
      if (!is_compared(y.out.role) || is_own_name(y.out.role) || x.key == y.key) continue;
      const auto& rows = first.sheet->rows;
      const std::size_t below = rows.size() - first.first_data;
      const std::size_t taken = std::min(kSampledRows, below);
      std::size_t all = 0, same = 0;
      for (std::size_t i = 0; i < taken; ++i) {
        const table::SheetRow& row = rows[first.first_data + i * below / taken];
        const std::string_view one = cell_at(row, x.out.column), other = cell_at(row, y.out.column);
        if (one.empty()) continue;
        ++all;
        same += one == other || text::fold_name(one) == text::fold_name(other) ? 1 : 0;
      }
      if (all == 0 || same * 1000 < all * static_cast<std::size_t>(kNearlyAll)) continue;
      repeats.insert(x.key);
      break;
    }
  }
  for (Drafts& drafts : tables) {
    for (Draft& draft : drafts.columns) {
      if (is_compared(draft.out.role) && repeats.contains(draft.key)) {
        draft.out.role = Role::kRepeats;
      }
    }
  }
}

Kind kind_of(Role role) {
  switch (role) {
    case Role::kDate:
    case Role::kAge: return Kind::kDate;
    case Role::kTerm: return Kind::kTerm;
    case Role::kSex:
    case Role::kCategory: return Kind::kCategory;
    case Role::kCode:
    case Role::kEmail:
    case Role::kNumber: return Kind::kCode;
    default: return Kind::kName;
  }
}

std::size_t features_of(Role role) {
  if (kind_of(role) == Kind::kName) return linkage::features_of({{"", Kind::kName}}).size();
  return role == Role::kEmail ? 2 : 1;
}

std::string field_token(const Draft& draft) {
  if (draft.key.starts_with("t:")) return draft.key.substr(2);
  std::string out = table::fold_header(draft.out.header);
  if (out.empty()) return fmt::format("column-{}", draft.out.column);
  std::replace(out.begin(), out.end(), ' ', '-');
  return out;
}

// Fields in the order of the first table's columns, the own name first.
Schema schema_of(std::vector<Drafts>& tables) {
  Schema schema;
  std::map<std::string, std::string> token_of;  // by key
  std::set<std::string> taken;
  const auto add = [&](Draft& draft, const std::string& key) {
    const auto known = token_of.find(key);
    if (known != token_of.end()) {
      draft.out.field = known->second;
      return;
    }
    std::string token = key == "name" ? key : field_token(draft);
    while (!taken.insert(token).second) token += "-2";
    token_of[key] = draft.out.field = token;
    Field field;
    field.token = token;
    field.kind = kind_of(draft.out.role);
    field.own_name = key == "name";
    field.shared_by_kin = draft.out.role == Role::kOtherName;
    schema.push_back(std::move(field));
    if (draft.out.role == Role::kEmail) {
      // What stands after the @.
      taken.insert(token + ".domain");
      schema.push_back({token + ".domain", Kind::kTerm});
    }
  };
  for (const bool names : {true, false}) {
    for (Drafts& drafts : tables) {
      for (Draft& draft : drafts.columns) {
        if (!is_compared(draft.out.role) || is_own_name(draft.out.role) != names) continue;
        add(draft, names ? "name" : draft.key);
      }
    }
  }
  return schema;
}

// Of more fields than the engine takes, those with the fewest different values are left out.
void leave_out_surplus(std::vector<Drafts>& tables,
                       const std::map<std::string, std::size_t>& different) {
  for (;;) {
    std::size_t features = 0;
    const Draft* least = nullptr;
    std::set<std::string> counted;
    for (const Drafts& drafts : tables) {
      for (const Draft& draft : drafts.columns) {
        if (!is_compared(draft.out.role)) continue;
        const bool own = is_own_name(draft.out.role);
        if (!counted.insert(own ? "name" : draft.key).second) continue;
        features += features_of(draft.out.role);
        if (own || (least != nullptr && different.at(least->key) <= different.at(draft.key))) {
          continue;
        }
        least = &draft;
      }
    }
    if (features <= kMostFeatures || least == nullptr) return;
    const std::string key = least->key;
    for (Drafts& drafts : tables) {
      for (Draft& draft : drafts.columns) {
        if (is_compared(draft.out.role) && draft.key == key) draft.out.role = Role::kIgnored;
      }
    }
  }
}

bool has_own_name(const Drafts& drafts) {
  return std::any_of(drafts.columns.begin(), drafts.columns.end(),
                     [](const Draft& draft) { return is_own_name(draft.out.role); });
}

}  // namespace

std::string_view name(Ground ground) {
  constexpr std::array<std::string_view, 3> kNames = {"cells", "header", "said"};
  return kNames[static_cast<std::size_t>(ground)];
}

std::vector<std::string_view> cells_of(const table::Sheet& sheet, std::size_t first_data,
                                       std::size_t column) {
  std::vector<std::string_view> out;
  for (std::size_t i = first_data; i < sheet.rows.size(); ++i) {
    const auto& cells = sheet.rows[i].cells;
    out.push_back(column <= cells.size() ? std::string_view(cells[column - 1].text)
                                         : std::string_view{});
  }
  return out;
}

Result<Roles> guess_roles(const std::vector<const table::Sheet*>& sheets, const RolesAsked& asked) {
  std::vector<Drafts> tables;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    auto drafts = drafts_of(*sheets[i], asked.said);
    if (!drafts) {
      return sheets.size() == 1 ? tl::unexpected<Error>(std::move(drafts).error())
                                : within(drafts.error(), i == 0 ? "first file" : "second file");
    }
    tables.push_back(*std::move(drafts));
  }
  PARLEY_TRY(apply_said(tables, asked.said, asked.of_model));
  PARLEY_TRY(apply_truth(tables, asked.truth));
  set_keys(tables);
  const auto different = decide_roles(tables);
  for (Drafts& drafts : tables) leave_out_names(drafts);
  leave_out_parts(tables);
  leave_out_repeats(tables);
  if (!std::all_of(tables.begin(), tables.end(), has_own_name)) {
    for (Drafts& drafts : tables) {
      for (Draft& draft : drafts.columns) {
        if (is_own_name(draft.out.role)) draft.out.role = Role::kOnlyHere;
      }
    }
  }
  leave_out_surplus(tables, different);
  Roles out;
  out.schema = schema_of(tables);
  for (Drafts& drafts : tables) {
    TableRoles roles{drafts.header_row, drafts.first_data, {}};
    for (Draft& draft : drafts.columns) roles.columns.push_back(std::move(draft.out));
    out.tables.push_back(std::move(roles));
  }
  if (out.schema.empty()) {
    if (asked.of_model) {
      return fail(Fault::kBadInput, "there are none of the columns that the model was learnt on");
    }
    return fail(Fault::kBadInput,
                tables.size() == 1
                    ? "no column tells one row from another: name the columns with --columns"
                    : "the two files have no column in common: name the columns with --columns");
  }
  return out;
}

table::Mapping mapping_of(const Roles& roles) {
  table::Mapping out;
  std::set<std::string> seen;
  for (const TableRoles& one : roles.tables) {
    for (const ColumnRole& column : one.columns) {
      const std::string header =
          column.header.empty() ? fmt::format("column {}", column.column) : column.header;
      if (!seen.insert(header).second) continue;
      std::string token = "ignore";
      if (column.role == Role::kRowId) token = "id";
      if (column.role == Role::kText) token = "text";
      // A truth is not compared when it is no longer asked for.
      if (column.role == Role::kAnswer || column.role == Role::kTruth) token = "answer";
      if (is_compared(column.role)) {
        const bool as_header = !column.token.empty() && role_of(column.token) == column.role;
        // A field of its own keeps its own header: the generic token of its kind.
        const bool own_field = !is_own_name(column.role) && column.field != column.token;
        token = as_header && !own_field ? column.token : std::string(name(column.role));
        if (token == "other-name") token = "mother";
      }
      out.columns.push_back({header, token, 0});
    }
  }
  std::sort(out.columns.begin(), out.columns.end(),
            [](const auto& a, const auto& b) { return a.header < b.header; });
  return out;
}

}  // namespace parley::linkage
