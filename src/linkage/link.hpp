// Who is the same person: in two lists, or within one.
//
// Promises: a pure function of the records and the options, the same bytes at any thread count, on
// every machine, and whatever order the records come in (records alike to the letter excepted:
// which of them is which shows in nothing but their index). link(a, b) and link(b, a) find the
// same. Every pair says what each field contributed, in millibits (1000: twice as likely). Between
// two lists people are taken to stand once in each. What was fitted to the data is in `fitted`;
// given back in Options::fitted it is used as it is, and everything is exact integers from there.
// Does not: decide. "sure" is a proposal; a person confirms.
//
// Method: candidates by shared name parts, dates, codes and terms (block.hpp); levels of agreement
// (compare.hpp); Fellegi-Sunter weights (weigh.hpp); one-to-one assignment (assign.hpp).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "linkage/block.hpp"
#include "linkage/level.hpp"
#include "linkage/records.hpp"
#include "linkage/standing.hpp"
#include "linkage/weigh.hpp"

namespace parley::linkage {

enum class Standing : std::uint8_t { kSure, kQueued, kUnlikely };
std::string_view name(Standing standing);  // "sure", "queued", "unlikely"

struct WatchedPair {
  std::uint32_t a = 0, b = 0;  // Record::index; within a list a < b
  std::int32_t millibits = 0;  // without the prior odds
  std::uint32_t probability_ppm = 0;
  std::uint32_t alone_ppm = 0;  // were there no rivals
};

// Told of pairs on the way, by Record::index, in a fixed order, from the caller's thread; nothing
// of the result depends on it.
struct Watch {
  // With whom a row is compared. Within a list a pair may come from either side; between lists
  // `of_b` says that the row is of the second and the others of the first.
  std::function<void(std::uint32_t row, std::span<const std::uint32_t> others, bool of_b)> compared;
  // Each pair that is not forgotten (under 1 in 1000), once, before it is ranked.
  std::function<void(const WatchedPair& pair)> scored;
};

struct Options {
  int threads = 1;
  // A pair is sure if its probability is at least this, its rivals lie `margin` below it, what
  // agrees besides the person's own names is worth `support`, the given name is not another, and
  // the best assignment has it; and if it would be as probable though the worst that speaks against
  // it (another father's name, or what costs as much as `contradiction`) counted twice.
  std::uint32_t sure_ppm = 990'000;     // probabilities are in millionths
  std::int32_t margin = 6'000;          // millibits
  std::int32_t support = 2'000;         // millibits
  std::int32_t contradiction = -3'500;  // millibits
  // Queued if the probability is at least this, or if it would be at least `alone_ppm` without the
  // rivals: a list may hold a person twice. What is less is unlikely.
  std::uint32_t queue_ppm = 5'000;
  std::uint32_t alone_ppm = 500'000;
  std::uint32_t per_person = 5;  // the most pairs that are returned of each person
  bool keep_unlikely = false;    // return unlikely pairs too (still per_person at most)
  BlockOptions block;
  // What people decided, by Record::index. Two that are not one person: never a pair, and no rival.
  // Two of two lists that are: no pair of either with anybody else, who then is no rival either. Both teach the fit
  // (fit.hpp).
  std::vector<std::pair<std::uint32_t, std::uint32_t>> apart, together;
  std::optional<Fitted> fitted;  // from an earlier run: nothing is fitted anew
  // Terms that stand for one another, besides what Term::is says; `fitted` has its own.
  std::vector<SameTerms> same_terms;
  Watch watch;
};

// Why a pair is not sure.
enum class Doubt : std::uint8_t {
  kImprobable,     // the probability is under the bound
  kRival,          // another candidate of either person lies within the margin
  kOnlyNames,      // nothing but the person's own names agrees enough
  kContradiction,  // something speaks strongly against it
  kUnassigned,     // the best one-to-one assignment pairs them otherwise
  kOnlyAlias,      // an alias or kunya agrees, the legal names were not compared or differ
};
std::string_view name(Doubt doubt);  // "improbable", "rival", "only-names", ...

struct Pair {
  std::uint32_t a = 0, b = 0;         // Record::index of each
  std::int32_t millibits = 0;         // the sum of the contributions
  std::uint32_t probability_ppm = 0;  // with the prior odds and, between lists, the rivals
  Standing standing = Standing::kUnlikely;
  std::vector<Doubt> doubts;   // empty if and only if sure
  bool assigned = false;       // in the best one-to-one assignment; within a list: one cluster
  std::uint32_t rank_a = 0;    // 1: the best candidate of a
  std::uint32_t rank_b = 0;    // 1: the best candidate of b
  std::int32_t rival_gap = 0;  // millibits over the next best candidate of either
  // How much an answer would teach, in millionths (teach.hpp); 0 where nobody is to be asked.
  std::uint32_t teaches = 0;
  std::vector<Contribution> contributions;

  bool operator==(const Pair&) const = default;
};

struct Links {
  Schema schema;
  std::vector<Feature> features;
  std::vector<Pair> pairs;  // by a's index, then rank_a, then b's index
  // dedupe() only: the groups of one person's rows, by index, each of two or more, in order.
  std::vector<std::vector<std::uint32_t>> clusters;
  Fitted fitted;
  BlockReport blocks;
  std::size_t sure = 0, queued = 0;
};

// Pairs of one record of `a` and one of `b`.
// Error (kUsage): the schemas differ, or fitted parameters of another schema.
Result<Links> link(const Records& a, const Records& b, const Options& options = {});

// Pairs of two records of one list, `a` before `b` by index.
Result<Links> dedupe(const Records& records, const Options& options = {});

// What each of these pairs (by Record::index) consists of, by the weights of an earlier run over
// the same records; `b` absent: pairs within `a`. In the order of `pairs`; the same as that run's.
// Error (kUsage): an index that no record has; schemas or parameters that do not fit.
struct Compares {
  std::vector<Feature> features;
  std::vector<std::vector<Contribution>> pairs;
  std::int32_t prior = 0;  // log2 of the odds before anything is compared, millibits
};
Result<Compares> compare_again(const Records& a, const Records* b, const Fitted& fitted,
                               const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs,
                               int threads = 1);

}  // namespace parley::linkage
