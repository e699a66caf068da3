#include "exchange/review.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>

#include "exchange/match.hpp"
#include "exchange/pair_code.hpp"

namespace parley::exchange {
namespace {

using record::EntryId;
using Standing = Identities::Standing;

constexpr std::int32_t kEven = 500'000;
constexpr std::array<std::string_view, 4> kKinds = {"claim", "duplicate", "as-answered", "by-hand"};
constexpr std::array<std::string_view, 3> kOrders = {"teaching", "probable", "blind"};

bool stands(const View& view, const EntryId& id) {
  const Row* row = view.lists.row(id);
  return row != nullptr && !row->dropped;
}

bool is_settled(const Standing* standing) {
  if (standing == nullptr) return false;
  return !standing->different.empty() || standing->same.size() >= 2;
}

ReviewKind kind_of(const View& view, const EntryId& a, const EntryId& b) {
  const List& of_a = view.lists.lists[view.lists.row(a)->list];
  const List& of_b = view.lists.lists[view.lists.row(b)->list];
  return of_a.kind == of_b.kind ? ReviewKind::kDuplicate : ReviewKind::kByHand;
}

// Pairs that people spoke of and the linkage has not.
std::vector<std::pair<EntryId, EntryId>> spoken_of(
    const View& view, const std::set<std::pair<EntryId, EntryId>>& found) {
  std::vector<std::pair<EntryId, EntryId>> out;
  for (const Row& row : view.lists.rows) {
    if (row.dropped) continue;
    for (const EntryId& other : view.identities.beside(row.id)) {
      const Row* with = view.lists.row(other);
      if (with == nullptr || with->dropped || found.contains(std::minmax(row.id, other))) continue;
      // Once, from its earlier row: a sought list's where the two are of either sort.
      const bool sought = view.lists.lists[row.list].kind == ListKind::kSought;
      const bool other_sought = view.lists.lists[with->list].kind == ListKind::kSought;
      if (sought != other_sought ? sought : row.index < with->index)
        out.emplace_back(row.id, other);
    }
  }
  return out;
}

// All pairs of the linkage whose rows stand, and whether a claim has a likely row.
struct Found {
  std::vector<PairAt> pairs;
  std::set<std::pair<EntryId, EntryId>> of;
  std::unordered_map<EntryId, bool, IdHash> likely;  // never iterated
};

Found found_in(const View& view, const Linkage* linkage) {
  Found out;
  if (linkage == nullptr) return out;
  for (std::size_t s = 0; s < linkage->sets.size(); ++s) {
    const LinkedSet& set = linkage->sets[s];
    for (std::size_t p = 0; p < set.pairs.size(); ++p) {
      const LinkedPair& pair = set.pairs[p];
      if (!fits(view, set, pair) || !stands(view, pair.a) || !stands(view, pair.b)) continue;
      out.pairs.push_back({s, p});
      out.of.insert(std::minmax(pair.a, pair.b));
      const bool likely = pair.probability_ppm >= static_cast<std::uint32_t>(kEven) &&
                          !view.identities.decided_different(pair.a, pair.b);
      if (set.kind == PairKind::kClaim && likely) out.likely[pair.a] = true;
    }
  }
  return out;
}

bool is_as_answered(const View& view, const Found& found, const Claim& claim) {
  if (claim.state == ClaimState::kWithdrawn || claim.status != AnswerStatus::kHeld) return false;
  if (found.likely.contains(claim.id)) return false;
  for (const auto& [other, keys] : view.identities.same_as(claim.id)) {
    const Row* with = view.lists.row(other);
    if (with != nullptr && view.lists.lists[with->list].kind == ListKind::kHeld) return false;
  }
  return true;
}

void count(const Standing* standing, Confirmations& out) {
  if (standing != nullptr && !standing->different.empty()) {
    ++out.different;
  } else if (standing == nullptr || standing->same.empty()) {
    ++out.by_none;
    if (standing != nullptr && !standing->later.empty()) ++out.put_off;
  } else {
    ++(standing->same.size() == 1 ? out.by_one : out.by_two);
  }
}

struct Waiting {
  ReviewItem item;
  const LinkedPair* pair = nullptr;  // of the linkage, where it found it
};

// The lesser comes first.
std::tuple<int, std::int64_t, std::int64_t> rank_of(const Waiting& one, ReviewOrder order) {
  const bool answered = one.item.kind == ReviewKind::kAsAnswered;
  if (one.pair == nullptr) return {answered ? 2 : 0, 0, 0};
  const std::int64_t probability = one.pair->probability_ppm;
  if (order == ReviewOrder::kProbable) return {1, -probability, 0};
  if (one.pair->standing == linkage::Standing::kSure) return {3, probability, 0};
  return {1, -std::int64_t{one.pair->teaches}, std::abs(probability - kEven)};
}

std::vector<ReviewItem> in_order(std::vector<Waiting> all, ReviewOrder order) {
  std::vector<std::string> codes;
  std::vector<std::size_t> places(all.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  if (order == ReviewOrder::kBlind) {
    for (const Waiting& one : all) codes.push_back(pair_code(one.item.a, one.item.b));
  }
  std::stable_sort(places.begin(), places.end(), [&](std::size_t x, std::size_t y) {
    const bool off_x = all[x].item.put_off, off_y = all[y].item.put_off;
    if (off_x != off_y) return off_y;
    if (order == ReviewOrder::kBlind) return codes[x] < codes[y];
    return rank_of(all[x], order) < rank_of(all[y], order);
  });
  std::vector<ReviewItem> out;
  out.reserve(all.size());
  for (const std::size_t at : places) {
    out.push_back(std::move(all[at].item));
    ReviewItem& item = out.back();
    if (order != ReviewOrder::kBlind) continue;
    item.at.reset();
    if (item.kind == ReviewKind::kByHand) item.kind = ReviewKind::kClaim;
  }
  return out;
}

}  // namespace

std::string_view name(ReviewKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

std::string_view name(ReviewOrder order) { return kOrders[static_cast<std::size_t>(order)]; }

std::optional<ReviewOrder> review_order_named(std::string_view text) {
  for (const ReviewOrder order : {ReviewOrder::kTeaching, ReviewOrder::kProbable}) {
    if (name(order) == text) return order;
  }
  return {};
}

std::vector<ReviewItem> review_queue(const View& view, const Linkage* linkage,
                                     const record::KeyId& key, ReviewOrder order) {
  std::vector<Waiting> all;
  const auto add = [&](Waiting one) {
    const Standing* standing = view.identities.of(one.item.a, one.item.b);
    if (is_settled(standing)) return;
    if (standing != nullptr && standing->same.contains(key)) return;
    one.item.put_off = standing != nullptr && standing->later.contains(key);
    all.push_back(std::move(one));
  };
  const Found found = found_in(view, linkage);
  for (const PairAt& at : found.pairs) {
    const LinkedSet& set = linkage->sets[at.set];
    const LinkedPair& pair = set.pairs[at.pair];
    const bool claim = set.kind == PairKind::kClaim;
    add({{claim ? ReviewKind::kClaim : ReviewKind::kDuplicate, pair.a, pair.b, at, false}, &pair});
  }
  for (const auto& [a, b] : spoken_of(view, found.of)) {
    const Standing* standing = view.identities.of(a, b);
    if (standing == nullptr || standing->same.empty()) continue;
    add({{kind_of(view, a, b), a, b, {}, false}, nullptr});
  }
  for (const Claim& claim : view.claims.claims) {
    if (is_as_answered(view, found, claim)) {
      add({{ReviewKind::kAsAnswered, claim.id, {}, {}, false}, nullptr});
    }
  }
  return in_order(std::move(all), order);
}

Candidates::Candidates(const Linkage& linkage) : linkage_(linkage) {
  for (std::size_t s = 0; s < linkage.sets.size(); ++s) {
    const std::vector<LinkedPair>& pairs = linkage.sets[s].pairs;
    for (std::size_t p = 0; p < pairs.size(); ++p) {
      of_[pairs[p].a].push_back({s, p});
      of_[pairs[p].b].push_back({s, p});
    }
  }
}

std::vector<PairAt> Candidates::beside(const ReviewItem& item, std::size_t most) const {
  std::vector<PairAt> out;
  std::vector<EntryId> ids = {item.a};
  if (item.b) ids.push_back(*item.b);
  for (const EntryId& id : ids) {
    const auto found = of_.find(id);
    if (found == of_.end()) continue;
    for (const PairAt& at : found->second) {
      const bool itself = item.at && item.at->set == at.set && item.at->pair == at.pair;
      if (!itself) out.push_back(at);
    }
  }
  std::stable_sort(out.begin(), out.end(), [&](const PairAt& x, const PairAt& y) {
    return linkage_.sets[x.set].pairs[x.pair].millibits >
           linkage_.sets[y.set].pairs[y.pair].millibits;
  });
  if (out.size() > most) out.resize(most);
  return out;
}

Result<void> may_decide(const View& view, const Identity& identity) {
  for (const EntryId& id : {identity.a, identity.b.value_or(identity.a)}) {
    if (!stands(view, id)) return fail(Fault::kRefused, "that row is on no list any more");
  }
  if (identity.b) return {};
  const Claim* claim = view.claims.claim(identity.a);
  if (claim == nullptr) {
    return fail(Fault::kRefused, "a row of a held list is decided on together with another row");
  }
  if (claim->status != AnswerStatus::kHeld) {
    return fail(Fault::kRefused,
                "a claim is decided on alone only where it has been answered \"held\"");
  }
  return {};
}

CodedPairs::CodedPairs(const View& view, const Linkages& linkages) {
  for (const Linkages::Kept& kept : linkages.all) {
    for (const LinkedSet& set : kept.value.sets) {
      for (const LinkedPair& pair : set.pairs) add(pair.a, pair.b);
    }
  }
  for (const Row& row : view.lists.rows) {
    for (const EntryId& other : view.identities.beside(row.id)) add(row.id, other);
  }
  for (const Claim& claim : view.claims.claims) add(claim.id, {});
}

void CodedPairs::add(const EntryId& a, const std::optional<EntryId>& b) {
  std::vector<Pair>& same = pairs_[pair_code(a, b)];
  const bool known = std::any_of(same.begin(), same.end(), [&](const Pair& pair) {
    return (pair.first == a && pair.second == b) || (b && pair == Pair(*b, a));
  });
  if (!known) same.emplace_back(a, b);
}

Result<std::pair<EntryId, std::optional<EntryId>>> CodedPairs::of(const std::string& code) const {
  const auto found = pairs_.find(code);
  if (found == pairs_.end()) return fail(Fault::kNotFound, "no pair has that code");
  if (found->second.size() > 1) {
    return fail(Fault::kUsage, "two pairs have that code: decide by their rows (claim decide)");
  }
  return found->second[0];
}

ConfirmationCounts count_confirmations(const View& view, const Linkage* linkage) {
  ConfirmationCounts out;
  const Found found = found_in(view, linkage);
  for (const PairAt& at : found.pairs) {
    const LinkedSet& set = linkage->sets[at.set];
    const LinkedPair& pair = set.pairs[at.pair];
    count(view.identities.of(pair.a, pair.b),
          set.kind == PairKind::kClaim ? out.claims : out.duplicates);
  }
  for (const auto& [a, b] : spoken_of(view, found.of)) {
    count(view.identities.of(a, b),
          kind_of(view, a, b) == ReviewKind::kDuplicate ? out.duplicates : out.claims);
  }
  for (const Claim& claim : view.claims.claims) {
    const bool decided = view.identities.of(claim.id, {}) != nullptr;
    if (decided || is_as_answered(view, found, claim)) {
      count(view.identities.of(claim.id, {}), out.as_answered);
    }
  }
  return out;
}

}  // namespace parley::exchange
