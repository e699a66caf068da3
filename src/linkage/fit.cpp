#include "linkage/fit.hpp"

#include <algorithm>
#include <map>

#include "linkage/bits.hpp"

namespace parley::linkage {
namespace {

constexpr std::uint64_t kRandomPairs = 120'000;
constexpr std::uint64_t kRandomPerRow = 200;
constexpr std::uint64_t kRows = 2'000;  // people whose candidates the rounds look at
constexpr std::uint64_t kMostTimes = 5;
constexpr std::uint32_t kRounds = 12;
constexpr std::uint32_t kStill = 300;  // changes of so many millionths are none
constexpr double kBelief = 60;
constexpr double kUnasked = 20;               // answers
constexpr double kOthersBelief = 20;          // rows that others are counted with beforehand,
constexpr double kUsualOthers = 0.02;         // each having so many
constexpr double kRandomBelief = 20;          // random pairs that u is drawn to what is usual by
constexpr double kMostTaken = 0.8;            // of a level's random pairs, held to be true ones
constexpr double kMostDifferent = 0.33;       // of true pairs, a feature
constexpr double kMostDifferentTerms = 0.95;  // a unit may be translated, not transliterated
constexpr double kMillion = 1e6;

// A generator that is part of the method: results depend on its sequence.
// Source: Vigna's splitmix64.
class Sequence {
 public:
  explicit Sequence(std::uint64_t seed) : state_(seed) {}
  std::uint64_t below(std::uint64_t bound) {
    state_ += 0x9e3779b97f4a7c15u;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return (z ^ (z >> 31)) % bound;
  }

 private:
  std::uint64_t state_;
};

using Counts = std::vector<std::array<double, kLevels>>;

std::size_t at(Level level) { return static_cast<std::size_t>(level); }

std::uint32_t to_ppm(double share) {
  return std::max(1u, static_cast<std::uint32_t>(share * kMillion + 0.5));
}

bool is_still(const Fitted& before, const Fitted& now) {
  const auto near = [](std::uint32_t x, std::uint32_t y) {
    return std::max(x, y) - std::min(x, y) <= kStill;
  };
  for (std::size_t f = 0; f < now.features.size(); ++f) {
    const auto& x = before.features[f].m_ppm;
    if (!std::equal(x.begin(), x.end(), now.features[f].m_ppm.begin(), near)) return false;
  }
  return near(before.matched_ppm, now.matched_ppm);
}

class Fitter {
 public:
  Fitter(const Encoded& lists, const Vocabulary& vocabulary, const Rarity& rarity,
         const Blocker& blocker, const Verdicts& verdicts)
      : lists_(lists),
        rarity_(rarity),
        blocker_(blocker),
        verdicts_(verdicts),
        comparer_(lists, vocabulary, rarity) {}

  Fitted run() {
    out_.features.resize(lists_.features.size());
    out_.matched_ppm = lists_.one_list ? 100'000 : 500'000;
    draw_random_pairs();
    set_all_u(Counts(lists_.features.size()), 0);
    Counts nothing(lists_.features.size());
    set_m(nothing);
    if (lists_.a.size() == 0 || lists_.other().size() == 0) return std::move(out_);
    gather();
    gather_answers();
    for (std::uint32_t round = 1; round <= kRounds; ++round) {
      const Fitted before = out_;
      maximise();
      out_.iterations = round;
      if (is_still(before, out_)) break;
    }
    return std::move(out_);
  }

 private:
  void draw_random_pairs() {
    Counts& counts = random_;
    counts.resize(lists_.features.size());
    const std::uint64_t a = lists_.a.size(), b = lists_.other().size();
    if (a != 0 && b != 0) {
      const std::uint64_t wanted = std::min(kRandomPairs, a * b);
      const std::uint64_t per_row = std::min({kRandomPerRow, b, wanted});
      const std::uint64_t rows = std::min(a, std::max<std::uint64_t>(wanted / per_row, 1));
      Compared compared;
      for (std::uint64_t row = 0; row < rows; ++row) {
        const std::uint64_t person = row * a / rows;
        comparer_.set(static_cast<std::uint32_t>(person));
        Sequence sequence(row);
        for (std::uint64_t i = 0; i < per_row; ++i) {
          const std::uint64_t other = per_row == b ? i : sequence.below(b);
          if (lists_.one_list && other == person) continue;
          comparer_.with(static_cast<std::uint32_t>(other), compared);
          for (std::size_t f = 0; f < counts.size(); ++f) counts[f][at(compared.level[f])] += 1;
        }
      }
      random_share_ = static_cast<double>(rows * per_row) / static_cast<double>(a * b);
    }
  }

  // Of short lists a random pair is not seldom a true one: those believed in, `share` of which were
  // drawn, are taken out.
  void set_all_u(const Counts& believed, double share) {
    for (std::size_t f = 0; f < random_.size(); ++f) {
      std::array<double, kLevels> counts = random_[f];
      for (std::size_t level = 0; level < kLevels; ++level) {
        counts[level] -= std::min(believed[f][level] * share, counts[level] * kMostTaken);
      }
      set_u(f, counts);
    }
  }

  void set_u(std::size_t f, const std::array<double, kLevels>& counts) {
    const Feature& feature = lists_.features[f];
    const std::vector<Expected> levels = expected_levels(lists_.schema, feature);
    double sum = kRandomBelief;
    for (const Expected& expected : levels) sum += counts[at(expected.level)];
    for (const Expected& expected : levels) {
      // Before any pair is seen: nine in ten differ.
      const double usual =
          expected.level == Level::kDifferent ? 0.9 : 0.1 / static_cast<double>(levels.size() - 1);
      double u = (counts[at(expected.level)] + kRandomBelief * usual) / sum;
      if (feature.slot == Slot::kWhole && expected.level == Level::kExact) {
        u = exp2_millibits(-rarity_.average(feature.field, 0));
      }
      out_.features[f].u_ppm[at(expected.level)] = to_ppm(u);
    }
  }

  // From believed counts and what is usual.
  void set_m(const Counts& counts) {
    for (std::size_t f = 0; f < counts.size(); ++f) {
      const std::vector<Expected> levels = expected_levels(lists_.schema, lists_.features[f]);
      const Field& field = lists_.schema[lists_.features[f].field];
      const double most = field.kind == Kind::kTerm ? kMostDifferentTerms : kMostDifferent;
      double sum = kBelief;
      for (const Expected& expected : levels) sum += counts[f][at(expected.level)];
      for (const Expected& expected : levels) {
        const double usual = static_cast<double>(expected.m_ppm) / kMillion;
        double m = (counts[f][at(expected.level)] + kBelief * usual) / sum;
        if (expected.level == Level::kDifferent) m = std::min(m, most);
        out_.features[f].m_ppm[at(expected.level)] = to_ppm(m);
      }
    }
  }

  // The candidates of some people, compared once for all rounds.
  void gather() {
    const std::uint64_t people = lists_.a.size();
    // Against a shorter list, more: few have a partner there.
    const std::uint64_t shorter = std::max(lists_.other().size(), 1u);
    const std::uint64_t wanted = kRows * std::min(people / shorter + 1, kMostTimes);
    const std::uint64_t rows = std::min(people, wanted);
    Blocker::Finder finder(blocker_);
    row_ends_.clear();
    for (std::uint64_t row = 0; row < rows; ++row) {
      const auto person = static_cast<std::uint32_t>(row * people / rows);
      comparer_.set(person);
      for (const std::uint32_t b : finder.of(person)) {
        compared_.emplace_back();
        comparer_.with(b, compared_.back());
      }
      row_ends_.push_back(compared_.size());
    }
  }

  // The candidates of those of whom something was decided, and what.
  void gather_answers() {
    std::map<std::uint32_t, std::map<std::uint32_t, double>> of_row;
    for (const auto& [a, b] : verdicts_.apart) of_row[a][b] = 0;
    for (const auto& [a, b] : verdicts_.together) of_row[a][b] = 1;
    Blocker::Finder finder(blocker_);
    for (const auto& [a, answers] : of_row) {
      comparer_.set(a);
      std::vector<std::uint32_t> others = finder.of(a);
      for (const auto& [b, answer] : answers) {
        if (!std::binary_search(others.begin(), others.end(), b)) {
          others.insert(std::lower_bound(others.begin(), others.end(), b), b);
        }
        const auto at = std::lower_bound(others.begin(), others.end(), b) - others.begin();
        answers_.push_back({asked_.size() + static_cast<std::size_t>(at), answer});
      }
      for (const std::uint32_t b : others) {
        asked_.emplace_back();
        comparer_.with(b, asked_.back());
      }
      asked_ends_.push_back(asked_.size());
    }
  }

  // What is believed of the pairs of each row.
  std::vector<double> beliefs(const Weights& weights, const std::vector<Compared>& pairs,
                              const std::vector<std::size_t>& ends) const {
    const double matched = static_cast<double>(out_.matched_ppm) / kMillion;
    const double longer = lists_.a.size(), shorter = lists_.other().size();
    const double partner = matched * shorter / longer;  // a person of the longer list has one
    // Seen from one side alone: who the others' partners are is not known.
    const Free free = free_of(lists_, out_.matched_ppm);
    const double to_one = lists_.one_list ? 1 : free.a * free.b;
    std::vector<double> out;
    out.reserve(pairs.size());
    std::size_t begin = 0;
    for (const std::size_t end : ends) {
      double sum = 0;
      for (std::size_t i = begin; i < end; ++i) {
        out.push_back(exp2_millibits(weights.total(pairs[i]) + weights.prior()) * to_one);
        sum += out.back();
      }
      for (std::size_t i = begin; i < end; ++i) {
        out[i] = lists_.one_list ? out[i] / (1 + out[i]) : out[i] / (1 - partner + sum);
      }
      begin = end;
    }
    return out;
  }

  // Others who would pass for the same but for what is a person's own.
  void count_others(const Weights& weights) {
    double others = 0;
    for (const Compared& pair : compared_) {
      if (!weights.surely_others(pair)) continue;
      others += weights.besides_identity(pair) + weights.prior() >= 0 ? 1 : 0;
    }
    const double rows = static_cast<double>(row_ends_.size());
    out_.others_ppm = to_ppm((others + kOthersBelief * kUsualOthers) / (rows + kOthersBelief));
  }

  void maximise() {
    const Weights weights(lists_, out_);
    Counts counts(lists_.features.size());
    double believed = 0, open = 0;
    const auto count = [&](const Compared& pair, double belief) {
      believed += belief;
      for (std::size_t f = 0; f < counts.size(); ++f) counts[f][at(pair.level[f])] += belief;
    };
    const std::vector<double> belief = beliefs(weights, compared_, row_ends_);
    for (std::size_t i = 0; i < belief.size(); ++i) {
      count(compared_[i], belief[i]);
      open += belief[i] * (1 - belief[i]);
    }
    const std::vector<double> before = beliefs(weights, asked_, asked_ends_);
    double asked = kUnasked / 4;
    for (const Answer& one : answers_) asked += before[one.at] * (1 - before[one.at]);
    for (const Answer& one : answers_) {
      count(asked_[one.at], (one.answer - before[one.at]) * open / asked);
    }
    for (auto& of_feature : counts) {
      for (double& n : of_feature) n = std::max(n, 0.0);
    }
    believed = std::max(believed, 0.0);
    const double longer = lists_.a.size(), shorter = lists_.other().size();
    count_others(weights);
    set_m(counts);
    const double rows = static_cast<double>(row_ends_.size());
    set_all_u(counts, random_share_ * longer / rows);
    if (lists_.one_list) {
      out_.matched_ppm = to_ppm(std::clamp((believed + 1) / (rows + 10), 1e-4, 20.0));
    } else {
      const double share = (believed + 1) / (rows * shorter / longer + 2);
      out_.matched_ppm = to_ppm(std::clamp(share, 0.01, 0.98));
    }
  }

  const Encoded& lists_;
  const Rarity& rarity_;
  const Blocker& blocker_;
  const Verdicts& verdicts_;
  Comparer comparer_;
  Counts random_;            // levels of pairs drawn at random
  double random_share_ = 0;  // of all pairs
  Fitted out_;
  std::vector<Compared> compared_;
  std::vector<std::size_t> row_ends_;
  // The same of the rows of whom something was decided.
  struct Answer {
    std::size_t at;  // in asked_
    double answer;   // 1: one person
  };
  std::vector<Compared> asked_;
  std::vector<std::size_t> asked_ends_;
  std::vector<Answer> answers_;
};

}  // namespace

Fitted fit(const Encoded& lists, const Vocabulary& vocabulary, const Rarity& rarity,
           const Blocker& blocker, const Verdicts& verdicts) {
  return Fitter(lists, vocabulary, rarity, blocker, verdicts).run();
}

}  // namespace parley::linkage
