#include "linkage/role_repeats.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "text/folding.hpp"

namespace parley::linkage {
namespace {

constexpr std::size_t kSampledRows = 1'000;  // when two columns are compared
constexpr int kMostly = 800;                 // of 1000
constexpr int kNearlyAll = 950;

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

// How many of 1000 words of the columns `inner` stand in `outer`, in rows that have both.
int words_within(const Drafts& drafts, const std::vector<const Draft*>& inner, const Draft& outer) {
  std::size_t all = 0, found = 0;
  sample_rows(drafts, kSampledRows, [&](const table::SheetRow& row) {
    const std::set<std::string> there = words_of(cell_at(row, outer.out.column));
    if (there.empty()) return;
    for (const Draft* one : inner) {
      for (const std::string& word : words_of(cell_at(row, one->out.column))) {
        ++all;
        found += there.contains(word) ? 1 : 0;
      }
    }
  });
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
      std::size_t all = 0, same = 0;
      sample_rows(first, kSampledRows, [&](const table::SheetRow& row) {
        const std::string_view one = cell_at(row, x.out.column), other = cell_at(row, y.out.column);
        if (one.empty()) return;
        ++all;
        same += one == other || text::fold_name(one) == text::fold_name(other) ? 1 : 0;
      });
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

}  // namespace

void leave_out_what_repeats(std::vector<Drafts>& tables) {
  for (Drafts& drafts : tables) leave_out_names(drafts);
  leave_out_parts(tables);
  leave_out_repeats(tables);
}

}  // namespace parley::linkage
