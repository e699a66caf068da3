// Which lists are compared with which, and what comparing them finds.
//
// Each sought list is compared with the held lists of all other parties, allies' too: who seeks
// does not know who holds. Each list is compared with itself, and with the lists of its kind on
// its side (parties below one root of the tree), for people who stand there twice.
// Promises: a pure function of the view and the bounds, the same bytes at any number of threads.
// Dropped rows take no part. Pairs that somebody decided to be different people are left out, and
// are nobody's rivals; nor is anyone the rival of a pair that two keys confirmed. A pair is not
// sure while somebody in a third list is as good a candidate. Does not: decide.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "exchange/linked.hpp"
#include "exchange/match_record.hpp"
#include "exchange/view.hpp"
#include "linkage/explain.hpp"

namespace parley::exchange {

// Of the rules here and in match_record.hpp; a recorded linkage can be made again by the version
// that made it.
constexpr std::int64_t kMatchEngine = 3;

// Positions in Lists::lists; a == b: within one list. Of a claim, `a` is the sought list.
struct MatchSet {
  PairKind kind = PairKind::kClaim;
  std::size_t a = 0, b = 0;

  bool operator==(const MatchSet&) const = default;
};

// In the order of the lists; lists in which nobody stands are left out.
std::vector<MatchSet> match_sets(const View& view);

// Whether the pair's rows are of the lists and kinds that its set names. A recorded linkage is a
// payload like any other: only what fits is to be shown with its words.
bool fits(const View& view, const LinkedSet& set, const LinkedPair& pair);

// The root of the tree that the party belongs to.
record::EntryId side_of(const dossier::Dossier& dossier, const record::EntryId& party);

// The people of all lists, read once. The view is borrowed.
class Matcher {
 public:
  static Result<Matcher> of(const View& view, int threads);

  // All sets. With `recorded`, the weights that it was made with: nothing is fitted anew.
  // Error (kUsage): the recorded sets are not these, kind by kind and list by list.
  Result<Linkage> run(const MatchBounds& bounds, const Linkage* recorded = nullptr) const;

  // Why each of these pairs may be one person's, by that linkage's weights; in their order.
  // Without steps where a row is not there any more, or the pair does not fit its set.
  Result<std::vector<linkage::Explanation>> explain(const Linkage& linkage,
                                                    const std::vector<PairAt>& pairs) const;

 private:
  struct People {
    linkage::Records records;                          // without references
    std::vector<std::vector<std::string>> references;  // beside them
  };
  Matcher(const View& view, int threads) : view_(&view), threads_(threads) {}
  // The people of a list as that set compares them: with the list's own references where both
  // lists are one party's. Within a list these tell of those alone who share one.
  Result<const linkage::Records*> records(const MatchSet& set, std::size_t list,
                                          std::optional<linkage::Records>& made) const;
  Result<LinkedSet> run(const MatchSet& set, const MatchBounds& bounds,
                        const LinkedSet* recorded) const;
  Result<void> explain(const MatchSet& set, const LinkedSet& recorded,
                       const std::vector<std::size_t>& asked,
                       const std::vector<std::pair<std::uint32_t, std::uint32_t>>& rows,
                       std::vector<linkage::Explanation>& out) const;

  const View* view_;
  int threads_;
  std::vector<People> people_;  // by list
};

}  // namespace parley::exchange
