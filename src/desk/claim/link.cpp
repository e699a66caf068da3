#include "desk/claim/link.hpp"

#include "desk/claim/claim_entry.hpp"
#include "desk/exchange/plan.hpp"
#include "exchange/match.hpp"

namespace parley::desk {
namespace {

using exchange::Linkage;
using exchange::Linkages;

struct Opened {
  std::uint64_t size = 0;  // of the record
  Digest root{};
  exchange::View view;
  Linkages linkages;
};

Result<Opened> open(const Session& session) {
  Opened out;
  const record::View& readable = session.own();
  PARLEY_ASSIGN(out.view, exchange::fold(readable));
  out.linkages = exchange::fold_linkages(readable);
  out.size = readable.size;
  out.root = readable.root;
  return out;
}

Result<const Linkages::Kept*> latest(const Linkages& linkages) {
  const Linkages::Kept* kept = linkages.latest();
  if (kept == nullptr) return fail(Fault::kNotFound, "nothing has been linked: parley claim link");
  return kept;
}

PairRow pair_row(const exchange::View& view, const record::EntryId& id) {
  return {exchange::review_side(view, id), id};
}

}  // namespace

Result<LinkAnswer> link_people(Session& session) {
  PARLEY_ASSIGN(const policy::Audience desk,
                desk_audience(session, policy::Action::kIdentify, "claim link"));
  PARLEY_ASSIGN(const Opened opened, open(session));
  if (exchange::match_sets(opened.view).empty()) {
    return fail(Fault::kNotFound, "there are no lists: parley list import");
  }
  LinkAnswer out;
  out.problems = opened.view.problems();
  out.size = opened.size;
  PARLEY_ASSIGN(const exchange::Matcher matcher,
                exchange::Matcher::of(opened.view, session.setting().threads));
  PARLEY_ASSIGN(out.linkage, matcher.run({}));
  out.linkage.size = opened.size;
  out.linkage.root = opened.root;
  const Linkages::Kept* before = opened.linkages.latest();
  if (before != nullptr && before->value.finds_the_same(out.linkage)) {
    out.unchanged = true;
    out.id = before->id;
    out.linkage = before->value;
    session.record().end();
    return out;
  }
  PARLEY_ASSIGN(const Written written, write_entry(session, desk, to_payload(out.linkage)));
  if (!session.setting().dry_run) out.id = written.ids.back();
  out.size = written.size;
  return out;
}

Result<LinkCheck> check_linkage(Session& session) {
  PARLEY_TRY(desk_audience(session, policy::Action::kRead, "claim link"));
  const record::View& readable = session.own();
  const Linkages linkages = exchange::fold_linkages(readable);
  PARLEY_ASSIGN(const Linkages::Kept* kept, latest(linkages));
  LinkCheck out;
  out.id = kept->id;
  const bool whole = readable.erased == 0 && readable.withheld == 0;
  if (!was_made_from(session, kept->value.size, kept->value.root, kept->index)) {
    out.pairs = out.weights = Recomputed::kDifferent;
    return out;
  }
  if (kept->value.engine != exchange::kMatchEngine) return out;
  PARLEY_ASSIGN(const exchange::View view, exchange::fold(view_at(readable, kept->value.size)));
  PARLEY_ASSIGN(const exchange::Matcher matcher,
                exchange::Matcher::of(view, session.setting().threads));
  const auto judged = [&](const Result<Linkage>& again) {
    return desk::judged(again && again->finds_the_same(kept->value), whole);
  };
  out.weights = judged(matcher.run(kept->value.bounds));
  // Where the weights come out the same, so do the pairs.
  out.pairs = out.weights == Recomputed::kEqual
                  ? Recomputed::kEqual
                  : judged(matcher.run(kept->value.bounds, &kept->value));
  return out;
}

Result<PairsAnswer> list_pairs(Session& session, std::optional<linkage::Standing> standing) {
  PARLEY_TRY(desk_audience(session, policy::Action::kRead, "claim pairs"));
  PARLEY_ASSIGN(const Opened opened, open(session));
  PARLEY_ASSIGN(const Linkages::Kept* kept, latest(opened.linkages));
  PairsAnswer out;
  out.linkage = kept->id;
  for (const exchange::LinkedSet& set : kept->value.sets) {
    for (const exchange::LinkedPair& pair : set.pairs) {
      if (standing && pair.standing != *standing) continue;
      out.pairs.push_back(
          {set.kind, pair_row(opened.view, pair.a), pair_row(opened.view, pair.b), pair});
    }
  }
  return out;
}

Result<exchange::ConfirmationCounts> count_confirmed(Session& session) {
  PARLEY_TRY(desk_audience(session, policy::Action::kRead, "claim confirmed"));
  PARLEY_ASSIGN(const Opened opened, open(session));
  const Linkages::Kept* kept = opened.linkages.latest();
  return exchange::count_confirmations(opened.view, kept == nullptr ? nullptr : &kept->value);
}

}  // namespace parley::desk
