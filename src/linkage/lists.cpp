#include "linkage/lists.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

#include "linkage/term_meetings.hpp"

namespace parley::linkage {
namespace {

constexpr std::uint32_t kSurePpm = 990'000;     // of a partner, whoever else there is
constexpr std::uint32_t kTeachesPpm = 900'000;  // of a pair whose terms are taken to meet
constexpr std::uint64_t kOneIn = 20;

// How many rows have a sure partner, and how many two.
class Partners {
 public:
  void add(std::uint32_t row) {
    if (row >= counts_.size()) counts_.resize(row + 1);
    ++counts_[row];
  }
  bool often_several() const {
    const auto some = std::count_if(counts_.begin(), counts_.end(), [](auto n) { return n > 0; });
    const auto several =
        std::count_if(counts_.begin(), counts_.end(), [](auto n) { return n > 1; });
    return static_cast<std::uint64_t>(several) * kOneIn > static_cast<std::uint64_t>(some);
  }

 private:
  std::vector<std::uint32_t> counts_;
};

bool is_within(Mode mode) { return mode == Mode::kDedupe || mode == Mode::kWithin; }

// For each row of the second list only its best partner; of equal ones the first.
void keep_best_of_b(std::vector<LinkedRows>& pairs) {
  std::map<std::uint32_t, LinkedRows> best;
  for (const LinkedRows& pair : pairs) {
    const auto [at, is_new] = best.try_emplace(pair.b, pair);
    if (!is_new && pair.millibits > at->second.millibits) at->second = pair;
  }
  std::erase_if(pairs, [&best](const LinkedRows& pair) { return best.at(pair.b).a != pair.a; });
}

class Run {
 public:
  Run(const Records& a, const Records* b, const ListsAsked& asked,
      const std::optional<People2>& people)
      : a_(a), b_(b), asked_(asked), people_(people) {}

  Result<MeasuredLists> run(Mode mode) {
    PARLEY_ASSIGN(MeasuredLists first, run_once(mode, {}));
    if (b_ == nullptr || asked_.fitted) return first;
    const std::vector<SameTerms> same = same_terms_of(a_, *b_, taught_);
    if (same.empty()) return first;
    return run_once(mode, same);
  }

  bool often_several() const { return of_a_.often_several() || of_b_.often_several(); }

 private:
  Result<MeasuredLists> run_once(Mode mode, const std::vector<SameTerms>& same) {
    out_ = {};
    of_a_ = of_b_ = {};
    taught_.clear();
    out_.linked.mode = mode;
    first_of_b_ = is_joined(mode) ? static_cast<std::uint32_t>(a_.size()) : 0;
    if (people_) {
      out_.measure.emplace(people_of(mode), is_within(mode) ? Pairs::kWithin : Pairs::kBetween);
    }
    Options options;
    options.threads = asked_.threads;
    options.fitted = asked_.fitted;
    options.same_terms = same;
    options.per_person = mode == Mode::kOneToOne ? 5 : 0;  // who is assigned is told only so
    options.queue_ppm = kLinkedPpm;
    options.watch.scored = [this](const WatchedPair& pair) { scored(pair); };
    if (out_.measure) {
      options.watch.compared = [this](auto row, auto others, bool of_b) {
        compared(row, others, of_b);
      };
    }
    PARLEY_ASSIGN(Links links, linked(mode, options));
    finish(std::move(links));
    return std::move(out_);
  }

  Mode mode() const { return out_.linked.mode; }

  People2 people_of(Mode mode) const {
    People2 out = *people_;
    if (mode != Mode::kWithin) return out;
    out.a.insert(out.a.end(), out.b.begin(), out.b.end());
    out.b.clear();
    return out;
  }

  Result<Links> linked(Mode mode, const Options& options) const {
    if (mode == Mode::kDedupe) return dedupe(a_, options);
    if (mode == Mode::kOneToOne) return link(a_, *b_, options);
    PARLEY_ASSIGN(const Records both, joined(a_, *b_));
    return dedupe(both, options);
  }

  // Of a joined list, whether a pair goes between the two, and the second's own index.
  bool between(std::uint32_t& a, std::uint32_t& b) const {
    if (a > b) std::swap(a, b);
    if (a >= first_of_b_ || b < first_of_b_) return false;
    b -= first_of_b_;
    return true;
  }
  bool is_told_between() const { return is_joined(mode()) && mode() != Mode::kWithin; }

  void compared(std::uint32_t row, std::span<const std::uint32_t> others, bool of_b) {
    if (!is_told_between()) {
      out_.measure->compared(row, others, of_b);
      return;
    }
    const bool second = row >= first_of_b_;
    std::vector<std::uint32_t> across;
    for (const std::uint32_t other : others) {
      if ((other >= first_of_b_) != second) across.push_back(second ? other : other - first_of_b_);
    }
    out_.measure->compared(second ? row - first_of_b_ : row, across, second);
  }

  void scored(WatchedPair pair) {
    if (is_told_between() && !between(pair.a, pair.b)) return;
    if (mode() == Mode::kOneToOne && pair.probability_ppm >= kSurePpm) {
      of_a_.add(pair.a);
      of_b_.add(pair.b);
    }
    if (pair.probability_ppm >= kTeachesPpm && b_ != nullptr) teach(pair);
    if (out_.measure) out_.measure->scored(pair.a, pair.b, pair.probability_ppm);
    if (pair.probability_ppm >= std::min(asked_.least_ppm, kLinkedPpm)) {
      out_.linked.pairs.push_back({pair.a, pair.b, pair.probability_ppm, pair.millibits});
    }
  }

  // Terms of pairs between the lists are seen to meet.
  void teach(const WatchedPair& pair) {
    if (mode() != Mode::kWithin) {
      taught_.emplace_back(pair.a, pair.b);
      return;
    }
    std::uint32_t a = pair.a, b = pair.b;
    if (between(a, b)) taught_.emplace_back(a, b);
  }

  void finish(Links&& links) {
    LinkedLists& out = out_.linked;
    out.comparisons = links.blocks.candidates;
    std::sort(out.pairs.begin(), out.pairs.end(), [](const LinkedRows& x, const LinkedRows& y) {
      return std::tuple(x.a, x.b) < std::tuple(y.a, y.b);
    });
    make_groups(links);
    if (mode() == Mode::kOneToMany) keep_best_of_b(out.pairs);
    if (out_.measure) {
      for (const LinkedRows& pair : out.pairs) {
        if (pair.probability_ppm >= kLinkedPpm) out_.measure->linked(pair.a, pair.b);
      }
      out_.clusters = agreement_of(
          people_of(mode()), is_within(mode()) ? Pairs::kWithin : Pairs::kBetween, out.groups);
    }
    std::erase_if(out.pairs, [this](const LinkedRows& pair) {
      return pair.probability_ppm < asked_.least_ppm;
    });
    out.fitted = std::move(links.fitted);
    out.schema = std::move(links.schema);
  }

  void make_groups(const Links& links) {
    LinkedLists& out = out_.linked;
    if (mode() == Mode::kOneToOne) {
      for (const Pair& pair : links.pairs) {
        if (pair.assigned && pair.probability_ppm >= kLinkedPpm) {
          out.groups.push_back({{pair.a}, {pair.b}});
        }
      }
    } else if (mode() == Mode::kOneToMany) {
      std::vector<LinkedRows> best = out.pairs;
      std::erase_if(best, [](const LinkedRows& one) { return one.probability_ppm < kLinkedPpm; });
      keep_best_of_b(best);
      for (const LinkedRows& pair : best) {
        if (out.groups.empty() || out.groups.back().a.front() != pair.a) {
          out.groups.push_back({{pair.a}, {}});
        }
        out.groups.back().b.push_back(pair.b);
      }
    } else {
      for (const std::vector<std::uint32_t>& cluster : links.clusters) {
        Group group;
        for (const std::uint32_t row : cluster) {
          const bool second = is_told_between() && row >= first_of_b_;
          second ? group.b.push_back(row - first_of_b_) : group.a.push_back(row);
        }
        if (is_told_between() && (group.a.empty() || group.b.empty())) continue;
        out.groups.push_back(std::move(group));
      }
    }
  }

  const Records& a_;
  const Records* b_;
  const ListsAsked& asked_;
  const std::optional<People2>& people_;
  std::uint32_t first_of_b_ = 0;
  MeasuredLists out_;
  Partners of_a_, of_b_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> taught_;
};

}  // namespace

std::string_view name(Mode mode) {
  constexpr std::array<std::string_view, 5> kNames = {"dedupe", "one-to-one", "one-to-many",
                                                      "many-to-many", "within"};
  return kNames[static_cast<std::size_t>(mode)];
}

bool is_joined(Mode mode) { return mode != Mode::kDedupe && mode != Mode::kOneToOne; }

Result<Records> joined(const Records& a, const Records& b) {
  if (a.schema() != b.schema()) return fail(Fault::kUsage, "the two lists have different schemas");
  PARLEY_ASSIGN(RecordsMaker both, RecordsMaker::of(a.schema()));
  both.append(a, 0);
  both.append(b, static_cast<std::uint32_t>(a.size()));
  return std::move(both).take();
}

Result<MeasuredLists> link_lists(const Records& a, const Records* b, const ListsAsked& asked,
                                 const std::optional<People2>& people) {
  if (asked.mode && (*asked.mode == Mode::kDedupe) != (b == nullptr)) {
    return fail(Fault::kUsage, b == nullptr ? "that way of linking needs two lists"
                                            : "two lists are linked, not deduplicated");
  }
  Run run(a, b, asked, people);
  if (b == nullptr) return run.run(Mode::kDedupe);
  if (asked.mode) return run.run(*asked.mode);
  PARLEY_ASSIGN(MeasuredLists first, run.run(Mode::kOneToOne));
  const bool again = run.often_several() && !asked.fitted;
  if (!again) {
    first.linked.mode_seen = true;
    return first;
  }
  PARLEY_ASSIGN(MeasuredLists second, run.run(Mode::kManyToMany));
  second.linked.mode_seen = true;
  return second;
}

}  // namespace parley::linkage
