#include "desk/claim/explain.hpp"

#include <algorithm>

#include "desk/claim/claim_entry.hpp"
#include "desk/claim/review.hpp"
#include "exchange/match.hpp"
#include "exchange/pair_code.hpp"

namespace parley::desk {
namespace {

using exchange::LinkedPair;
using exchange::LinkedSet;
using record::EntryId;

using RowPair = std::pair<EntryId, EntryId>;

Result<std::vector<RowPair>> wanted_pairs(Session& session, const exchange::View& view,
                                          const exchange::Linkages& linkages,
                                          const std::vector<std::string>& wanted) {
  std::vector<RowPair> out;
  const bool codes = std::all_of(wanted.begin(), wanted.end(), [](const std::string& one) {
    return one.find(':') == std::string::npos && one.find('-') != std::string::npos;
  });
  if (!codes) {
    if (wanted.size() != 2) return fail(Fault::kUsage, "two rows are explained with each other");
    PARLEY_ASSIGN(const exchange::Row* a, row_called(session, view, wanted[0]));
    PARLEY_ASSIGN(const exchange::Row* b, row_called(session, view, wanted[1]));
    if (a == b) return fail(Fault::kUsage, "a row is explained with another");
    out.emplace_back(a->id, b->id);
    return out;
  }
  const exchange::CodedPairs coded(view, linkages);
  for (const std::string& code : wanted) {
    PARLEY_ASSIGN(const auto pair, coded.of(code));
    if (!pair.second) {
      return fail(Fault::kUsage, "a claim as answered has no second row to be compared with");
    }
    out.emplace_back(pair.first, *pair.second);
  }
  return out;
}

struct Found {
  LinkedSet set;  // the pair's, with this pair alone
  bool proposed = false;
};

// The pair as the linkage has it, or put in the set that compared its lists.
Result<Found> find_pair(const exchange::View& view, const exchange::Linkage& linkage,
                        const RowPair& rows) {
  std::optional<Found> compared;
  for (const LinkedSet& set : linkage.sets) {
    for (const auto& [a, b] : {rows, RowPair(rows.second, rows.first)}) {
      LinkedPair pair;
      pair.a = a;
      pair.b = b;
      if (!exchange::fits(view, set, pair)) continue;
      const auto same =
          std::find_if(set.pairs.begin(), set.pairs.end(),
                       [&](const LinkedPair& one) { return one.a == pair.a && one.b == pair.b; });
      LinkedSet of{set.kind, set.a, set.b, set.people_a, set.people_b, set.fitted, {}};
      const bool proposed = same != set.pairs.end();
      of.pairs.push_back(proposed ? *same : pair);
      if (proposed) return Found{std::move(of), true};
      if (!compared) compared = Found{std::move(of), false};
    }
  }
  if (!compared) {
    return fail(Fault::kNotFound, "the latest linkage did not compare the lists of these rows");
  }
  return *std::move(compared);
}

}  // namespace

Result<PairsExplained> explain_pairs(Session& session, const ExplainRequest& request) {
  PARLEY_TRY(desk_audience(session, policy::Action::kRead, "claim explain"));
  const record::View& readable = session.own();
  PARLEY_ASSIGN(const exchange::View view, exchange::fold(readable));
  const exchange::Linkages linkages = exchange::fold_linkages(readable);
  const exchange::Linkages::Kept* kept = linkages.latest();
  if (kept == nullptr) return fail(Fault::kNotFound, "nothing has been linked: parley claim link");
  PARLEY_ASSIGN(const std::vector<RowPair> wanted,
                wanted_pairs(session, view, linkages, request.wanted));
  exchange::Linkage of;
  std::vector<exchange::PairAt> all;
  std::vector<bool> proposed;
  for (const RowPair& rows : wanted) {
    PARLEY_ASSIGN(Found found, find_pair(view, kept->value, rows));
    proposed.push_back(found.proposed);
    all.push_back({of.sets.size(), 0});
    of.sets.push_back(std::move(found.set));
  }
  PARLEY_ASSIGN(const exchange::Matcher matcher,
                exchange::Matcher::of(view, session.setting().threads));
  PARLEY_ASSIGN(auto explained, matcher.explain(of, all));
  PairsExplained out;
  out.linkage = kept->id;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const LinkedPair& pair = of.sets[i].pairs[0];
    if (proposed[i] && explained[i].millibits != pair.millibits) {
      return fail(Fault::kNotFound, "the lists have changed since: link again (parley claim link)");
    }
    PairExplained one;
    one.kind = of.sets[i].kind;
    one.a = {exchange::review_side(view, pair.a), pair.a};
    one.b = {exchange::review_side(view, pair.b), pair.b};
    one.explained = {exchange::pair_code(pair.a, pair.b),
                     called(one.a),
                     called(one.b),
                     std::move(explained[i]),
                     {}};
    if (proposed[i]) {
      one.explained.standing = PairStanding{pair.probability_ppm, pair.standing, pair.doubts};
    }
    out.pairs.push_back(std::move(one));
  }
  return out;
}

}  // namespace parley::desk
