#include "linkage/link.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "base/run/in_order.hpp"
#include "linkage/bits.hpp"
#include "linkage/calibrate.hpp"
#include "linkage/cluster.hpp"
#include "linkage/decided.hpp"
#include "linkage/fit.hpp"
#include "linkage/teach.hpp"

namespace parley::linkage {
namespace {

constexpr std::uint32_t kChunk = 256;  // people of one piece of work
// Pairs further below even odds are forgotten, and of one person those after so many.
constexpr std::int32_t kForgotten = -10'000;
// Between lists the odds before are known better once all pairs are scored: until then, so much
// further.
constexpr std::int32_t kRise = 3'000;
constexpr std::size_t kKept = 48;
constexpr int kRarityRounds = 2;
constexpr std::size_t kAhead = 6;  // candidates whose rows are fetched before they are compared

bool by_people(const Scored& x, const Scored& y) {
  return std::tuple(x.a, x.b) < std::tuple(y.a, y.b);
}

// All that is worked out before pairs are compared.
struct Engine {
  Encoded lists;
  Vocabulary vocabulary;
  Rarity rarity;
  Blocker blocker;
  Fitted fitted;
  Weights weights;
  bool as_before;  // weights and all were given

  Engine(Encoded encoded, const Options& options, const Verdicts& verdicts = {})
      : lists(std::move(encoded)),
        vocabulary(lists, options.threads),
        rarity(lists, vocabulary),
        blocker(lists, vocabulary, rarity, options.block.affordable(lists.other().size())),
        fitted(options.fitted ? *options.fitted
                              : fit(lists, vocabulary, rarity, blocker, verdicts)),
        weights(lists, fitted),
        as_before(options.fitted.has_value()) {
    if (!lists.one_list) return;
    // How rare a value is depends on how many rows a person has, and that on the weights.
    if (!options.fitted) {
      for (int round = 0; round < kRarityRounds; ++round) {
        rarity = Rarity(lists, vocabulary, fitted.matched_ppm);
        fitted = fit(lists, vocabulary, rarity, blocker, verdicts);
      }
    }
    rarity = Rarity(lists, vocabulary, fitted.matched_ppm);
    weights = Weights(lists, fitted);
  }
};

struct Piece {
  std::vector<Scored> scored;
  BlockReport report;
  // Where somebody watches: how many each row was compared with, and with whom.
  std::vector<std::uint32_t> counts, others;
};

Worths worths_of(const Encoded& lists, const Weights& weights) {
  Worths out;
  for (std::size_t f = 0; f < lists.features.size(); ++f) {
    for (std::size_t level = 0; level < kLevels; ++level) {
      out.of[f][level] = weights.of(f, static_cast<Level>(level));
    }
  }
  out.finish();
  return out;
}

Piece score(const Engine& engine, std::uint32_t begin, std::uint32_t end, bool watched) {
  Piece out;
  Blocker::Finder finder(engine.blocker);
  Comparer comparer(engine.lists, engine.vocabulary, engine.rarity);
  Compared compared;
  const Worths worths = worths_of(engine.lists, engine.weights);
  const std::int32_t least =
      kForgotten - (engine.lists.one_list ? 0 : kRise) - engine.weights.prior();
  for (std::uint32_t a = begin; a < end; ++a) {
    const std::vector<std::uint32_t>& candidates = finder.of(a);
    if (watched) {
      out.counts.push_back(static_cast<std::uint32_t>(candidates.size()));
      out.others.insert(out.others.end(), candidates.begin(), candidates.end());
    }
    comparer.set(a);
    const std::size_t before = out.scored.size();
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (i + kAhead < candidates.size()) comparer.fetch(candidates[i + kAhead]);
      if (!comparer.reaches(candidates[i], worths, least, compared)) continue;
      const std::int32_t total = engine.weights.total(compared);
      if (total >= least) out.scored.push_back({a, candidates[i], total});
    }
    const auto mine = out.scored.begin() + static_cast<std::ptrdiff_t>(before);
    if (out.scored.size() - before > kKept) {
      std::stable_sort(mine, out.scored.end(),
                       [](const Scored& x, const Scored& y) { return x.total > y.total; });
      out.scored.resize(before + kKept);
      std::sort(out.scored.begin() + static_cast<std::ptrdiff_t>(before), out.scored.end(),
                by_people);
    }
  }
  out.report = finder.report();
  return out;
}

// `tell`: of each row, with whom it was compared, by their numbers in Encoded; may be empty.
using Tell = std::function<void(std::uint32_t a, std::span<const std::uint32_t> others)>;

std::vector<Scored> score_all(const Engine& engine, int threads, BlockReport& report,
                              const Tell& tell) {
  std::vector<Scored> out;
  std::uint32_t row = 0;
  InOrder<Piece> pieces(threads, [&](Piece&& piece) {
    std::span<const std::uint32_t> others(piece.others);
    for (const std::uint32_t count : piece.counts) {
      tell(row++, others.first(count));
      others = others.subspan(count);
    }
    out.insert(out.end(), piece.scored.begin(), piece.scored.end());
    report.add(piece.report);
  });
  for (std::uint32_t begin = 0; begin < engine.lists.a.size(); begin += kChunk) {
    const std::uint32_t end = std::min(engine.lists.a.size(), begin + kChunk);
    pieces.add([&engine, begin, end, watched = static_cast<bool>(tell)] {
      return score(engine, begin, end, watched);
    });
  }
  pieces.finish();
  report.common_keys = engine.blocker.common_keys();
  return out;
}

// Within a list a pair may have been found from either side.
void once_each(std::vector<Scored>& scored) {
  for (Scored& pair : scored) {
    if (pair.a > pair.b) std::swap(pair.a, pair.b);
  }
  std::stable_sort(scored.begin(), scored.end(), by_people);
  const auto same = [](const Scored& x, const Scored& y) { return x.a == y.a && x.b == y.b; };
  scored.erase(std::unique(scored.begin(), scored.end(), same), scored.end());
}

std::vector<Edge> edges_of(const std::vector<Scored>& scored, std::int32_t prior) {
  std::vector<Edge> edges;
  for (const Scored& pair : scored) edges.push_back({pair.a, pair.b, pair.total + prior});
  return edges;
}

// log2 of the odds, millibits.
std::int32_t odds_of(std::uint32_t ppm) {
  const std::uint32_t p = std::clamp(ppm, 1u, 999'999u);
  return log2_millibits(p, 1'000'000 - p);
}

std::vector<Doubt> doubts_of(const Schema& schema, const std::vector<Feature>& features,
                             const Pair& pair, bool by_alias, const Options& options) {
  std::int32_t besides = 0, against = 0;
  bool another_given = false, legal = false;
  for (const Contribution& said : pair.contributions) {
    if (said.feature == kKinship) continue;
    const Feature& feature = features[said.feature];
    const Field& field = schema[feature.field];
    if (!field.own_name && field.kind != Kind::kCategory) besides += said.millibits;
    const bool part = feature.slot != Slot::kWhole && feature.slot != Slot::kKunya;
    const bool another = field.own_name && said.level == Level::kDifferent;
    another_given = another_given || (another && feature.slot == Slot::kGiven);
    const bool contradicts =
        said.millibits <= options.contradiction || (another && feature.slot == Slot::kFather);
    if (contradicts) against = std::min(against, said.millibits);
    legal = legal || (field.own_name && part && said.level != Level::kDifferent && !by_alias);
  }
  const bool contradicted =
      another_given ||
      (against < 0 && odds_of(pair.probability_ppm) + against < odds_of(options.sure_ppm));
  std::vector<Doubt> doubts;
  if (pair.probability_ppm < options.sure_ppm) doubts.push_back(Doubt::kImprobable);
  if (pair.rival_gap < options.margin) doubts.push_back(Doubt::kRival);
  if (besides < options.support) doubts.push_back(Doubt::kOnlyNames);
  if (contradicted) doubts.push_back(Doubt::kContradiction);
  if (!pair.assigned) doubts.push_back(Doubt::kUnassigned);
  if (!legal) doubts.push_back(Doubt::kOnlyAlias);
  return doubts;
}

void swap_sides(std::vector<Contribution>& contributions) {
  for (Contribution& said : contributions) {
    std::swap(said.value_a, said.value_b);
    std::swap(said.part_a, said.part_b);
  }
}

class Finish {
 public:
  Finish(const Engine& engine, const Records& a, const Records& b, const Options& options)
      : engine_(engine),
        a_(a),
        b_(b),
        options_(options),
        comparer_(engine.lists, engine.vocabulary, engine.rarity) {}

  void add(const Scored& scored, const Stood& stood, Links& out) {
    const bool likely =
        stood.probability_ppm >= options_.queue_ppm || stood.alone_ppm >= options_.alone_ppm;
    const bool ranked = stood.rank_a <= options_.per_person && stood.rank_b <= options_.per_person;
    if (!ranked || (!likely && !options_.keep_unlikely)) return;
    if (set_ != scored.a) comparer_.set(set_ = scored.a);
    Compared compared;
    Witnesses witnesses{};
    comparer_.with(scored.b, compared, &witnesses);

    Pair pair;
    pair.a = a_.index(engine_.lists.a.order[scored.a]);
    pair.b = b_.index(engine_.lists.other().order[scored.b]);
    pair.millibits = scored.total;
    pair.probability_ppm = stood.probability_ppm;
    pair.assigned = stood.assigned;
    pair.rank_a = stood.rank_a;
    pair.rank_b = stood.rank_b;
    pair.rival_gap = stood.rival_gap;
    pair.contributions = engine_.weights.contributions(compared, witnesses);
    pair.doubts =
        doubts_of(engine_.lists.schema, engine_.lists.features, pair, compared.by_alias, options_);
    pair.standing = pair.doubts.empty() ? Standing::kSure
                    : likely            ? Standing::kQueued
                                        : Standing::kUnlikely;
    const bool wrong_way = engine_.lists.one_list ? pair.a > pair.b : engine_.lists.flipped;
    if (wrong_way) flip(pair);
    if (pair.standing == Standing::kSure) ++out.sure;
    if (pair.standing == Standing::kQueued) ++out.queued;
    out.pairs.push_back(std::move(pair));
  }

 private:
  static void flip(Pair& pair) {
    std::swap(pair.a, pair.b);
    std::swap(pair.rank_a, pair.rank_b);
    swap_sides(pair.contributions);
  }

  const Engine& engine_;
  const Records& a_;  // as the engine has them
  const Records& b_;
  const Options& options_;
  Comparer comparer_;
  std::uint32_t set_ = kNone;
};

// `b` are the records of the engine's second list (of its only one: `a`).
Tell tell_of(const Engine& engine, const Records& a, const Records& b, const Options& options) {
  if (!options.watch.compared) return {};
  return [&](std::uint32_t row, std::span<const std::uint32_t> others) {
    std::vector<std::uint32_t> indices;
    indices.reserve(others.size());
    for (const std::uint32_t other : others) {
      indices.push_back(b.index(engine.lists.other().order[other]));
    }
    options.watch.compared(a.index(engine.lists.a.order[row]), indices, engine.lists.flipped);
  };
}

void tell_scored(const Engine& engine, const Records& a, const Records& b,
                 const std::vector<Scored>& scored, const std::vector<Stood>& stood,
                 const Watch& watch) {
  if (!watch.scored) return;
  for (std::size_t i = 0; i < scored.size(); ++i) {
    WatchedPair pair{a.index(engine.lists.a.order[scored[i].a]),
                     b.index(engine.lists.other().order[scored[i].b]), scored[i].total,
                     stood[i].probability_ppm, stood[i].alone_ppm};
    if (engine.lists.one_list ? pair.a > pair.b : engine.lists.flipped) std::swap(pair.a, pair.b);
    watch.scored(pair);
  }
}

const std::vector<SameTerms>& same_terms(const Options& options) {
  return options.fitted ? options.fitted->same_terms : options.same_terms;
}

Links finish(const Engine& engine, const Records& a, const Records& b, const Options& options) {
  Links out;
  out.schema = engine.lists.schema;
  out.features = engine.lists.features;
  out.fitted = engine.fitted;
  out.fitted.same_terms = same_terms(options);
  std::vector<Scored> scored =
      score_all(engine, options.threads, out.blocks, tell_of(engine, a, b, options));
  std::vector<std::uint32_t> groups;
  if (engine.lists.one_list) once_each(scored);
  heed_decided(engine.lists, a, b, options.apart, options.together, scored);
  if (!engine.as_before) calibrate(engine.lists, scored, out.fitted);
  const std::int32_t prior = final_prior(engine.lists, out.fitted);
  std::erase_if(scored, [prior](const Scored& pair) { return pair.total + prior < kForgotten; });
  if (engine.lists.one_list) {
    groups = cluster(engine.lists.a.size(), edges_of(scored, prior));
  }
  const std::vector<Stood> stood = stand(engine.lists, scored, prior, out.fitted.again_ppm, groups);
  tell_scored(engine, a, b, scored, stood, options.watch);
  Finish each(engine, a, b, options);
  for (std::size_t i = 0; i < scored.size(); ++i) each.add(scored[i], stood[i], out);
  rate_teaching(out.features.size(), out.pairs);
  std::sort(out.pairs.begin(), out.pairs.end(), [](const Pair& x, const Pair& y) {
    return std::tuple(x.a, x.rank_a, x.b) < std::tuple(y.a, y.rank_a, y.b);
  });

  std::map<std::uint32_t, std::vector<std::uint32_t>> members;
  for (std::uint32_t person = 0; person < groups.size(); ++person) {
    members[groups[person]].push_back(a.index(engine.lists.a.order[person]));
  }
  for (auto& [first, group] : members) {
    if (group.size() < 2) continue;
    std::sort(group.begin(), group.end());
    out.clusters.push_back(std::move(group));
  }
  std::sort(out.clusters.begin(), out.clusters.end());
  return out;
}

Result<void> check(const Schema& schema, const Options& options) {
  for (const SameTerms& one : same_terms(options)) {
    if (one.field >= schema.size() || schema[one.field].kind != Kind::kTerm) {
      return fail(Fault::kUsage, "terms that stand for one another of a field that holds none");
    }
  }
  const std::size_t features = features_of(schema).size();
  if (options.fitted && options.fitted->features.size() != features) {
    return fail(Fault::kUsage, "the fitted parameters are of another schema");
  }
  return {};
}

}  // namespace

std::string_view name(Standing standing) {
  constexpr std::array<std::string_view, 3> kNames = {"sure", "queued", "unlikely"};
  return kNames[static_cast<std::size_t>(standing)];
}

std::string_view name(Doubt doubt) {
  constexpr std::array<std::string_view, 6> kNames = {"improbable",    "rival",      "only-names",
                                                      "contradiction", "unassigned", "only-alias"};
  return kNames[static_cast<std::size_t>(doubt)];
}

Result<Links> link(const Records& a, const Records& b, const Options& options) {
  if (a.schema() != b.schema()) return fail(Fault::kUsage, "the two lists have different schemas");
  PARLEY_TRY(check(a.schema(), options));
  Encoded lists = encode(a, b, options.threads, same_terms(options));
  const Verdicts verdicts = verdicts_of(lists, lists.flipped ? b : a, lists.flipped ? a : b,
                                        options.apart, options.together);
  const Engine engine(std::move(lists), options, verdicts);
  return engine.lists.flipped ? finish(engine, b, a, options) : finish(engine, a, b, options);
}

Result<Links> dedupe(const Records& records, const Options& options) {
  PARLEY_TRY(check(records.schema(), options));
  Encoded lists = encode(records, options.threads, same_terms(options));
  const Verdicts verdicts = verdicts_of(lists, records, records, options.apart, options.together);
  const Engine engine(std::move(lists), options, verdicts);
  return finish(engine, records, records, options);
}

Result<Compares> compare_again(const Records& a, const Records* b, const Fitted& fitted,
                               const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs,
                               int threads) {
  if (b != nullptr && a.schema() != b->schema()) {
    return fail(Fault::kUsage, "the two lists have different schemas");
  }
  Options options;
  options.threads = threads;
  options.fitted = fitted;
  PARLEY_TRY(check(a.schema(), options));
  const auto& same = same_terms(options);
  const Engine engine(b != nullptr ? encode(a, *b, threads, same) : encode(a, threads, same),
                      options);
  const bool flipped = engine.lists.flipped;
  const Records& second = b != nullptr ? *b : a;
  const People of_first(engine.lists.a, flipped ? second : a);
  const People of_second(engine.lists.other(), flipped ? a : second);
  Compares out;
  out.features = engine.lists.features;
  out.prior = final_prior(engine.lists, engine.fitted);
  Comparer comparer(engine.lists, engine.vocabulary, engine.rarity);
  for (const auto& [x, y] : pairs) {
    // Within a list the engine compares the lesser of its own numbers with the greater.
    std::uint32_t one = of_first.at(flipped ? y : x), other = of_second.at(flipped ? x : y);
    if (one == kNone || other == kNone) return fail(Fault::kUsage, "no record has that index");
    const bool turned = engine.lists.one_list && one > other;
    if (turned) std::swap(one, other);
    Compared compared;
    Witnesses witnesses{};
    comparer.set(one);
    comparer.with(other, compared, &witnesses);
    out.pairs.push_back(engine.weights.contributions(compared, witnesses));
    if (flipped || turned) swap_sides(out.pairs.back());
  }
  return out;
}

}  // namespace parley::linkage
