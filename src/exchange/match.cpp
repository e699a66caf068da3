#include "exchange/match.hpp"

#include <algorithm>
#include <atomic>
#include <future>
#include <iterator>
#include <map>
#include <numeric>
#include <optional>

#include "base/run/in_order.hpp"
#include "exchange/match_rivals.hpp"

namespace parley::exchange {
namespace {

using record::EntryId;

constexpr std::size_t kRowsOfOnePiece = 512;

bool has_people(const View& view, const List& list) {
  return std::any_of(list.rows.begin(), list.rows.end(),
                     [&](std::size_t row) { return !view.lists.rows[row].dropped; });
}

// What is read of some rows, on any thread.
struct Piece {
  std::vector<linkage::Record> people;
  std::vector<std::vector<std::string>> references;
};

Piece read(const View& view, const MatchPlaces& places, const std::vector<std::size_t>& rows,
           std::size_t begin, std::size_t end) {
  Piece out;
  for (std::size_t i = begin; i < end; ++i) {
    const Row& row = view.lists.rows[rows[i]];
    if (row.dropped) continue;
    const Result<Person> person = view.person(row);
    if (!person) continue;
    out.people.push_back(match_record(*person, places, static_cast<std::uint32_t>(rows[i])));
    out.references.push_back(match_references(*person));
  }
  return out;
}

template <class T>
void append(std::vector<T>& out, std::vector<T>&& more) {
  out.insert(out.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

std::uint32_t candidates_of(const MatchBounds& bounds, PairKind kind, std::size_t a,
                            std::size_t b) {
  constexpr std::size_t kMuchShorter = 4;
  const std::uint32_t most =
      kind == PairKind::kClaim ? bounds.candidates : bounds.duplicate_candidates;
  const std::size_t scaled =
      most * kMuchShorter * std::min(a, b) / std::max({a, b, std::size_t{1}});
  const std::uint32_t fewest = std::min(bounds.fewest_candidates, most);
  return std::clamp(static_cast<std::uint32_t>(std::min<std::size_t>(scaled, most)), fewest, most);
}

linkage::Options options_of(const MatchBounds& bounds, PairKind kind) {
  linkage::Options out;
  out.sure_ppm = bounds.sure_ppm;
  out.margin = bounds.margin;
  out.support = bounds.support;
  out.contradiction = bounds.contradiction;
  out.queue_ppm = kind == PairKind::kClaim ? bounds.queue_ppm : bounds.duplicate_queue_ppm;
  out.alone_ppm = bounds.alone_ppm;
  out.per_person = bounds.per_person;
  out.block.most_per_key = bounds.most_per_key;
  return out;
}

// What people decided of pairs of these two lists.
void heed(const View& view, const MatchSet& set, linkage::Options& options) {
  for (const std::size_t at : view.lists.lists[set.a].rows) {
    const Row& row = view.lists.rows[at];
    for (const EntryId& other : view.identities.beside(row.id)) {
      const Row* with = view.lists.row(other);
      if (with == nullptr || with->list != set.b) continue;
      const auto with_at = static_cast<std::uint32_t>(view.lists.by_id.at(other));
      const std::pair pair(static_cast<std::uint32_t>(at), with_at);
      if (set.a == set.b && pair.first > pair.second) continue;
      if (view.identities.decided_different(row.id, other)) options.apart.push_back(pair);
      if (view.identities.confirmed(row.id, other)) options.together.push_back(pair);
    }
  }
}

// Within one list a reference tells of those alone that share it: everybody else has another.
void keep_repeated(std::vector<std::vector<std::string>>& references) {
  std::map<std::string, std::size_t> count;
  for (const auto& of_one : references) {
    for (const std::string& one : of_one) ++count[linkage::folded_code(one)];
  }
  for (auto& of_one : references) {
    std::erase_if(of_one,
                  [&](const std::string& one) { return count.at(linkage::folded_code(one)) < 2; });
  }
}

// What `work` makes of each of the sets, in their order: one thread a set, the widest begun first.
template <class Work>
Result<std::vector<LinkedSet>> of_each(const std::vector<MatchSet>& sets,
                                       const std::vector<std::size_t>& people, int threads,
                                       const Work& work) {
  std::vector<std::size_t> order(sets.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto width = [&](std::size_t i) { return people[sets[i].a] + people[sets[i].b]; };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t x, std::size_t y) { return width(x) > width(y); });
  std::vector<std::optional<Result<LinkedSet>>> done(sets.size());
  std::atomic<std::size_t> next{0};
  const auto run = [&] {
    for (std::size_t k = next++; k < order.size(); k = next++) done[order[k]] = work(order[k]);
  };
  std::vector<std::future<void>> others;
  for (int i = 1; i < threads; ++i) others.push_back(std::async(std::launch::async, run));
  run();
  for (std::future<void>& other : others) other.get();
  std::vector<LinkedSet> out;
  for (std::optional<Result<LinkedSet>>& one : done) {
    PARLEY_ASSIGN(LinkedSet set, *std::move(one));
    out.push_back(std::move(set));
  }
  return out;
}

// Records are in the order of their indices.
linkage::Record record_at(const linkage::Records& records, std::uint32_t index) {
  std::size_t low = 0, high = records.size();
  while (low + 1 < high) {
    const std::size_t middle = (low + high) / 2;
    (records.index(middle) <= index ? low : high) = middle;
  }
  return records[low];
}

}  // namespace

EntryId side_of(const dossier::Dossier& dossier, const EntryId& party) {
  EntryId out = party;
  for (auto at = dossier.parents.find(out); at != dossier.parents.end();
       at = dossier.parents.find(out)) {
    out = at->second;
  }
  return out;
}

std::vector<MatchSet> match_sets(const View& view) {
  std::vector<MatchSet> out;
  const std::vector<List>& lists = view.lists.lists;
  for (std::size_t a = 0; a < lists.size(); ++a) {
    if (lists[a].kind != ListKind::kSought || !has_people(view, lists[a])) continue;
    for (std::size_t b = 0; b < lists.size(); ++b) {
      const bool asked = lists[b].kind == ListKind::kHeld && lists[b].by != lists[a].by;
      if (asked && has_people(view, lists[b])) out.push_back({PairKind::kClaim, a, b});
    }
  }
  for (std::size_t a = 0; a < lists.size(); ++a) {
    if (!has_people(view, lists[a])) continue;
    for (std::size_t b = a; b < lists.size(); ++b) {
      const bool alike = lists[a].kind == lists[b].kind &&
                         side_of(view.dossier, lists[a].by) == side_of(view.dossier, lists[b].by);
      if (alike && has_people(view, lists[b])) out.push_back({PairKind::kDuplicate, a, b});
    }
  }
  return out;
}

bool fits(const View& view, const LinkedSet& set, const LinkedPair& pair) {
  const Row* a = view.lists.row(pair.a);
  const Row* b = view.lists.row(pair.b);
  if (a == nullptr || b == nullptr || pair.a == pair.b) return false;
  const List& of_a = view.lists.lists[a->list];
  const List& of_b = view.lists.lists[b->list];
  if (of_a.key != set.a || of_b.key != set.b) return false;
  if (set.kind == PairKind::kDuplicate) return of_a.kind == of_b.kind;
  return of_a.kind == ListKind::kSought && of_b.kind == ListKind::kHeld;
}

Result<Matcher> Matcher::of(const View& view, int threads) {
  Matcher out(view, threads);
  const MatchPlaces places(view.dossier);
  for (const List& list : view.lists.lists) {
    std::vector<linkage::Record> people;
    std::vector<std::vector<std::string>> references;
    InOrder<Piece> pieces(threads, [&](Piece&& piece) {
      append(people, std::move(piece.people));
      append(references, std::move(piece.references));
    });
    for (std::size_t begin = 0; begin < list.rows.size(); begin += kRowsOfOnePiece) {
      const std::size_t end = std::min(list.rows.size(), begin + kRowsOfOnePiece);
      pieces.add([&view, &places, &list, begin, end] {
        return read(view, places, list.rows, begin, end);
      });
    }
    pieces.finish();
    PARLEY_ASSIGN(linkage::Records records,
                  linkage::Records::of(match_schema(), std::move(people)));
    out.people_.push_back({std::move(records), std::move(references)});
  }
  return out;
}

Result<const linkage::Records*> Matcher::records(const MatchSet& set, std::size_t list,
                                                 std::optional<linkage::Records>& made) const {
  const People& people = people_[list];
  const List& a = view_->lists.lists[set.a];
  const List& b = view_->lists.lists[set.b];
  if (set.kind != PairKind::kDuplicate || a.by != b.by) return &people.records;
  std::vector<std::vector<std::string>> references = people.references;
  if (set.a == set.b) keep_repeated(references);
  const bool none = std::all_of(references.begin(), references.end(),
                                [](const auto& of_one) { return of_one.empty(); });
  if (none) return &people.records;
  std::vector<linkage::Record> copies;
  copies.reserve(people.records.size());
  for (std::size_t i = 0; i < people.records.size(); ++i) {
    copies.push_back(people.records[i]);
    with_references(copies.back(), references[i]);
  }
  PARLEY_ASSIGN(made, linkage::Records::of(match_schema(), std::move(copies)));
  return &*made;
}

Result<LinkedSet> Matcher::run(const MatchSet& set, const MatchBounds& bounds,
                               const LinkedSet* recorded) const {
  const List& list_a = view_->lists.lists[set.a];
  const List& list_b = view_->lists.lists[set.b];
  linkage::Options options = options_of(bounds, set.kind);
  options.block.candidates =
      candidates_of(bounds, set.kind, people_[set.a].records.size(), people_[set.b].records.size());
  heed(*view_, set, options);
  if (recorded != nullptr) options.fitted = recorded->fitted;

  LinkedSet out;
  out.kind = set.kind;
  out.a = list_a.key;
  out.b = list_b.key;
  std::optional<linkage::Records> made_a, made_b;
  PARLEY_ASSIGN(const linkage::Records* a, records(set, set.a, made_a));
  PARLEY_ASSIGN(const linkage::Records* b, records(set, set.b, made_b));
  out.people_a = static_cast<std::uint32_t>(a->size());
  out.people_b = static_cast<std::uint32_t>(b->size());
  PARLEY_ASSIGN(linkage::Links links,
                set.a == set.b ? linkage::dedupe(*a, options) : linkage::link(*a, *b, options));
  out.fitted = std::move(links.fitted);
  for (linkage::Pair& pair : links.pairs) {
    out.pairs.push_back({view_->lists.rows[pair.a].id, view_->lists.rows[pair.b].id, pair.millibits,
                         pair.probability_ppm, pair.standing, std::move(pair.doubts),
                         pair.teaches});
  }
  return out;
}

Result<Linkage> Matcher::run(const MatchBounds& bounds, const Linkage* recorded) const {
  Linkage out;
  out.engine = kMatchEngine;
  out.bounds = bounds;
  const std::vector<MatchSet> sets = match_sets(*view_);
  if (recorded != nullptr) {
    const auto same = [this](const MatchSet& set, const LinkedSet& of_record) {
      return set.kind == of_record.kind && view_->lists.lists[set.a].key == of_record.a &&
             view_->lists.lists[set.b].key == of_record.b;
    };
    if (!std::equal(sets.begin(), sets.end(), recorded->sets.begin(), recorded->sets.end(), same)) {
      return fail(Fault::kUsage, "the recorded linkage compared other lists, or in another order");
    }
  }
  std::vector<std::size_t> people;
  for (const People& of_list : people_) people.push_back(of_list.records.size());
  const auto work = [&](std::size_t i) {
    return run(sets[i], bounds, recorded == nullptr ? nullptr : &recorded->sets[i]);
  };
  PARLEY_ASSIGN(out.sets, of_each(sets, people, threads_, work));
  doubt_rivals_elsewhere(out.sets, bounds.margin);
  return out;
}

// `asked`: positions in `out` of the pairs of this set; `rows`: theirs.
Result<void> Matcher::explain(const MatchSet& set, const LinkedSet& recorded,
                              const std::vector<std::size_t>& asked,
                              const std::vector<std::pair<std::uint32_t, std::uint32_t>>& rows,
                              std::vector<linkage::Explanation>& out) const {
  std::optional<linkage::Records> made_a, made_b;
  PARLEY_ASSIGN(const linkage::Records* a, records(set, set.a, made_a));
  PARLEY_ASSIGN(const linkage::Records* b, records(set, set.b, made_b));
  PARLEY_ASSIGN(
      const linkage::Compares again,
      linkage::compare_again(*a, set.a == set.b ? nullptr : b, recorded.fitted, rows, threads_));
  for (std::size_t i = 0; i < asked.size(); ++i) {
    out[asked[i]] = linkage::explain(match_schema(), again, again.pairs[i],
                                     record_at(*a, rows[i].first), record_at(*b, rows[i].second));
  }
  return {};
}

Result<std::vector<linkage::Explanation>> Matcher::explain(const Linkage& linkage,
                                                           const std::vector<PairAt>& pairs) const {
  std::vector<linkage::Explanation> out(pairs.size());
  const std::vector<MatchSet> sets = match_sets(*view_);
  struct Asked {
    std::vector<std::size_t> at;  // in `out`
    std::vector<std::pair<std::uint32_t, std::uint32_t>> rows;
  };
  // By the recorded set, whose weights count, and by what is compared now.
  std::map<std::pair<std::size_t, std::size_t>, Asked> asked;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const LinkedSet& recorded = linkage.sets[pairs[i].set];
    const LinkedPair& pair = recorded.pairs[pairs[i].pair];
    if (!fits(*view_, recorded, pair)) continue;
    const Row& a = *view_->lists.row(pair.a);
    const Row& b = *view_->lists.row(pair.b);
    const auto set = std::find(sets.begin(), sets.end(), MatchSet{recorded.kind, a.list, b.list});
    if (a.dropped || b.dropped || set == sets.end()) continue;
    Asked& of_set = asked[{static_cast<std::size_t>(set - sets.begin()), pairs[i].set}];
    of_set.at.push_back(i);
    of_set.rows.emplace_back(static_cast<std::uint32_t>(view_->lists.by_id.at(pair.a)),
                             static_cast<std::uint32_t>(view_->lists.by_id.at(pair.b)));
  }
  for (const auto& [which, of_set] : asked) {
    PARLEY_TRY(explain(sets[which.first], linkage.sets[which.second], of_set.at, of_set.rows, out));
  }
  return out;
}

}  // namespace parley::exchange
