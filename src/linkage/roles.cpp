#include "linkage/roles.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <fmt/core.h>

#include "linkage/column_draft.hpp"
#include "linkage/column_look.hpp"
#include "linkage/role_companions.hpp"
#include "linkage/role_repeats.hpp"
#include "table/header_text.hpp"

namespace parley::linkage {
namespace {

constexpr int kMostly = 800;  // of 1000
constexpr int kNearlyAll = 950;
constexpr std::size_t kFewValues = 12;  // of a category

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

// Who lives under one roof shares these.
bool is_of_household(const Draft& draft) {
  const std::string& token = draft.out.token;
  return draft.out.role == Role::kNumber || token == "phone" || token == "postcode";
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
    field.of_household = is_of_household(draft);
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
  PARLEY_ASSIGN(std::vector<Drafts> tables, drafts_of(sheets, asked));
  join_companions(tables);
  const auto different = decide_roles(tables);
  leave_out_what_repeats(tables);
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
