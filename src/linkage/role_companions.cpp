#include "linkage/role_companions.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <tuple>

#include "linkage/column_look.hpp"
#include "text/folding.hpp"

namespace parley::linkage {
namespace {

constexpr std::size_t kSampledRows = 5'000;
constexpr std::size_t kManyValues = 12;     // fewer are shared by columns that say other things
constexpr std::size_t kSharedPercent = 33;  // of the values of the column that has fewer

constexpr std::array<std::string_view, 7> kPlaces = {
    "place", "region", "city", "residence", "birth-place", "address", "country"};

bool is_place(const Draft& draft) {
  return std::find(kPlaces.begin(), kPlaces.end(), draft.out.token) != kPlaces.end();
}

bool may_be_joined(const Draft& draft) {
  if (draft.out.ground == Ground::kSaid) return false;
  if (draft.out.token.empty()) return true;
  const Role role = role_of(draft.out.token);
  return role == Role::kTerm || role == Role::kCode || role == Role::kNumber;
}

std::set<std::string> values_of(const Drafts& drafts, const Draft& draft) {
  std::set<std::string> out;
  sample_rows(drafts, kSampledRows, [&](const table::SheetRow& row) {
    const std::string_view cell = cell_at(row, draft.out.column);
    if (!cell.empty()) out.insert(text::fold_name(cell));
  });
  return out;
}

struct Lone {
  Draft* draft = nullptr;
  std::set<std::string> values;
};

std::vector<Lone> lone_columns(Drafts& drafts, const Drafts& other) {
  std::vector<Lone> out;
  for (Draft& draft : drafts.columns) {
    const auto same = [&](const Draft& theirs) { return theirs.key == draft.key; };
    if (!may_be_joined(draft) || std::any_of(other.columns.begin(), other.columns.end(), same)) {
      continue;
    }
    std::set<std::string> values = values_of(drafts, draft);
    if (values.size() > 1) out.push_back({&draft, std::move(values)});
  }
  return out;
}

std::size_t shared_percent(const std::set<std::string>& x, const std::set<std::string>& y) {
  const auto& fewer = x.size() <= y.size() ? x : y;
  const auto& more = x.size() <= y.size() ? y : x;
  if (fewer.size() < kManyValues) return 0;
  const auto shared = std::count_if(fewer.begin(), fewer.end(),
                                    [&](const std::string& value) { return more.contains(value); });
  return static_cast<std::size_t>(shared) * 100 / fewer.size();
}

void join(Lone& x, Lone& y) {
  // A token that says what they are serves both.
  Draft& named = x.draft->out.token.empty() ? *y.draft : *x.draft;
  Draft& other = x.draft->out.token.empty() ? *x.draft : *y.draft;
  other.key = named.key;
  if (other.out.token.empty()) {
    other.out.token = named.out.token;
    other.out.ground = Ground::kCells;
  }
  x.draft = y.draft = nullptr;
}

void join_by_values(std::vector<Lone>& first, std::vector<Lone>& second) {
  struct Match {
    std::size_t percent, x, y;
  };
  std::vector<Match> matches;
  for (std::size_t x = 0; x < first.size(); ++x) {
    for (std::size_t y = 0; y < second.size(); ++y) {
      const std::size_t percent = shared_percent(first[x].values, second[y].values);
      if (percent >= kSharedPercent) matches.push_back({percent, x, y});
    }
  }
  std::sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
    return std::tuple(b.percent, a.x, a.y) < std::tuple(a.percent, b.x, b.y);
  });
  for (const Match& match : matches) {
    if (first[match.x].draft == nullptr || second[match.y].draft == nullptr) continue;
    join(first[match.x], second[match.y]);
  }
}

Lone* only_place(std::vector<Lone>& lone) {
  Lone* found = nullptr;
  for (Lone& one : lone) {
    if (one.draft == nullptr || !is_place(*one.draft)) continue;
    if (found != nullptr) return nullptr;
    found = &one;
  }
  return found;
}

}  // namespace

void join_companions(std::vector<Drafts>& tables) {
  if (tables.size() != 2) return;
  std::vector<Lone> first = lone_columns(tables[0], tables[1]);
  std::vector<Lone> second = lone_columns(tables[1], tables[0]);
  join_by_values(first, second);
  Lone* const x = only_place(first);
  Lone* const y = only_place(second);
  if (x != nullptr && y != nullptr) join(*x, *y);
}

}  // namespace parley::linkage
