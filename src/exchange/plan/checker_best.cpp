#include "exchange/plan/checker_best.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <limits>
#include <tuple>

namespace parley::exchange::planning {
namespace {

constexpr std::int64_t kEndless = std::numeric_limits<std::int64_t>::max() / 8;

std::int64_t carried(const Corridor& corridor, std::int64_t stages) {
  return corridor.capacity ? *corridor.capacity * stages : kEndless;
}

// --- By certificate ---------------------------------------------------------------------------

struct Bound {
  std::int64_t first = 0;
  std::int64_t musts = 0;   // of the others
  std::int64_t others = 0;  // beside these musts
  bool sound = true;        // the numbers are some that a certificate can show
};

// a * b, or kEndless. Precondition: neither is negative.
std::int64_t times(std::int64_t a, std::int64_t b) {
  std::int64_t out = 0;
  return __builtin_mul_overflow(a, b, &out) || out > kEndless ? kEndless : out;
}

// What weak duality proves of the one-for-one corridors, as musts and others in one number; and the
// other corridors by their rule. `stages` 0: capacity is no limit.
Bound bound_of(const Terms& terms, const Ways& ways, const std::vector<std::int64_t>& potential,
               std::int64_t stages) {
  Bound bound;
  const std::size_t places = terms.circulation ? terms.parties.size() : 2 * ways.size();
  constexpr std::int64_t kMostPotential = 1'000'000'000'000'000;  // so that no sum overflows
  const bool in_bounds = std::all_of(potential.begin(), potential.end(), [](std::int64_t value) {
    return value >= -kMostPotential && value <= kMostPotential;
  });
  if (potential.size() != places || !in_bounds) {
    bound.sound = false;
    return bound;
  }
  std::int64_t value = 0;
  for (std::size_t c = 0; c < ways.size(); ++c) {
    const Corridor& corridor = terms.corridors[c];
    const std::int64_t room = stages == 0 ? kEndless : carried(corridor, stages);
    std::array<std::int64_t, 2> free{};
    std::array<std::int64_t, 2> must{};
    for (std::size_t side = 0; side < 2; ++side) {
      const Way& way = ways[c][side];
      const std::int64_t first = std::min(way.first, room);
      bound.first += first;
      free[side] = std::min(way.others, room - first);
      must[side] = std::min(way.must, free[side]);
    }
    if (corridor.rule == Rule::kAllForAll) {
      bound.others += free[0] + free[1];
      bound.musts += must[0] + must[1];
    } else if (corridor.rule == Rule::kRatio) {
      const std::int64_t blocks = std::min(free[0] / corridor.p, free[1] / corridor.q);
      bound.others += blocks * (corridor.p + corridor.q);
      bound.musts +=
          std::min(must[0], blocks * corridor.p) + std::min(must[1], blocks * corridor.q);
    } else {
      const std::int64_t at_a = potential[terms.circulation ? corridor.a : 2 * c];
      const std::int64_t at_b = potential[terms.circulation ? corridor.b : 2 * c + 1];
      for (std::size_t side = 0; side < 2; ++side) {
        const std::int64_t fall = side == 0 ? at_a - at_b : at_b - at_a;
        const auto worth = [&](std::int64_t weight) {
          return std::max<std::int64_t>(0, weight - fall);
        };
        value += times(must[side], worth(1 + kMustWeight));
        value += times(free[side] - must[side], worth(1));
        if (value >= kEndless) bound.sound = false;
        value = std::min(value, kEndless);
      }
    }
  }
  bound.musts += value / kMustWeight;
  bound.others += value % kMustWeight;
  return bound;
}

// --- By trying, on one corridor ---------------------------------------------------------------

struct Side {
  std::int64_t first = 0;
  std::int64_t others = 0;
  std::int64_t ceiling = kEndless;
  std::int64_t first_gone = 0;
  std::int64_t others_gone = 0;
};

// How far both can be after so many stages, each giving all that ceiling and capacity allow: what
// one has given never hinders the other.
std::array<Side, 2> furthest(const Terms& terms, std::array<Side, 2> sides, std::int64_t stages) {
  const std::int64_t most = carried(terms.corridors[0], 1);
  const bool everyone = terms.counting == Counting::kEveryone;
  const auto given = [&](const Side& side) {
    return side.others_gone + (everyone ? side.first_gone : 0);
  };
  for (std::int64_t k = 0; k < stages; ++k) {
    const std::array<Side, 2> before = sides;
    bool moves = false;
    for (std::size_t i = 0; i < 2; ++i) {
      Side& side = sides[i];
      const std::int64_t allowed = side.ceiling + given(before[1 - i]) - given(before[i]);
      const std::int64_t first =
          std::min({side.first - side.first_gone, most, everyone ? allowed : kEndless});
      side.first_gone += first;
      std::int64_t others = 0;
      if (side.first_gone == side.first) {
        others = std::min(
            {side.others - side.others_gone, most - first, allowed - (everyone ? first : 0)});
      }
      side.others_gone += others;
      moves = moves || first + others > 0;
    }
    if (!moves) break;
  }
  return sides;
}

class OneCorridor {
 public:
  OneCorridor(const Terms& terms, const std::array<Way, 2>& ways, const Plan& plan)
      : terms_(terms), ways_(ways), plan_(plan) {}

  // Whether it is proved already that no more could go, or is to be tried.
  std::vector<std::string> run(bool most_proved) {
    if (!most_proved) try_all();
    check_stages();
    return std::move(findings_);
  }

 private:
  void try_all() {
    const Corridor& corridor = terms_.corridors[0];
    const auto now = std::tuple(plan_.figures.freed_first, ways_[0].must_gone + ways_[1].must_gone,
                                plan_.figures.freed);
    std::tuple<std::int64_t, std::int64_t, std::int64_t> best{0, 0, 0};
    if (corridor.rule == Rule::kAllForAll) {
      best = rank_with(ways_[0].others, ways_[1].others);
    } else {
      for (std::int64_t blocks =
               std::min(ways_[0].others / corridor.p, ways_[1].others / corridor.q);
           blocks >= 0; --blocks) {
        best = std::max(best, rank_with(blocks * corridor.p, blocks * corridor.q));
      }
    }
    if (best > now) findings_.emplace_back("more could go within stages, capacities and ceilings");
  }

  std::array<Side, 2> sides(std::int64_t ceiling = kEndless) const {
    const Corridor& corridor = terms_.corridors[0];
    std::array<Side, 2> out;
    out[0].ceiling = std::min(terms_.ceiling[corridor.a].value_or(kEndless), ceiling);
    out[1].ceiling = std::min(terms_.ceiling[corridor.b].value_or(kEndless), ceiling);
    return out;
  }

  // What is reached if so many of the others are to go; nothing if they cannot, unless the rule
  // does not ask for all of them.
  std::tuple<std::int64_t, std::int64_t, std::int64_t> rank_with(std::int64_t from_a,
                                                                 std::int64_t from_b) const {
    std::array<Side, 2> wanted = sides();
    wanted[0].others = from_a;
    wanted[1].others = from_b;
    for (std::size_t i = 0; i < 2; ++i) wanted[i].first = ways_[i].first;
    const std::array<Side, 2> end = furthest(terms_, wanted, terms_.most_stages);
    std::int64_t first = 0;
    std::int64_t musts = 0;
    std::int64_t total = 0;
    for (std::size_t i = 0; i < 2; ++i) {
      const std::int64_t gone = end[i].first_gone + end[i].others_gone;
      std::int64_t others = end[i].others_gone;
      if (terms_.corridors[0].rule != Rule::kAllForAll) {
        // Where all count alike, some of the first who went can give their places to others.
        if (others < wanted[i].others &&
            (terms_.counting == Counting::kParity || gone < wanted[i].others)) {
          return {0, 0, 0};
        }
        others = wanted[i].others;
      }
      first += gone - others;
      musts += std::min(ways_[i].must, others);
      total += gone;
    }
    return {first, musts, total};
  }

  bool fits(std::int64_t stages, std::int64_t ceiling) const {
    std::array<Side, 2> wanted = sides(ceiling);
    for (std::size_t i = 0; i < 2; ++i) {
      wanted[i].first = ways_[i].first_gone;
      wanted[i].others = ways_[i].others_gone;
    }
    const std::array<Side, 2> end = furthest(terms_, wanted, stages);
    return std::all_of(end.begin(), end.end(), [](const Side& side) {
      return side.first_gone == side.first && side.others_gone == side.others;
    });
  }

  void check_stages() {
    const auto stages = static_cast<std::int64_t>(plan_.stages.size());
    if (stages > 0 && fits(stages - 1, kEndless)) {
      findings_.emplace_back("the same people could go in fewer stages");
    }
    if (plan_.figures.worst_exposure > 0 && fits(stages, plan_.figures.worst_exposure - 1)) {
      findings_.emplace_back("in as many stages the worst exposure could be smaller");
    }
  }

  const Terms& terms_;
  const std::array<Way, 2>& ways_;
  const Plan& plan_;
  std::vector<std::string> findings_;
};

}  // namespace

Best check_best(const Terms& terms, const Ways& ways, const Plan& plan) {
  Best best;
  const Figures& figures = plan.figures;
  const Bound unstaged = bound_of(terms, ways, plan.certificate.unstaged, 0);
  if (!unstaged.sound || unstaged.first + unstaged.others != figures.most_unstaged) {
    best.findings.emplace_back("the certificate does not show the most that could go unstaged");
  }
  const Bound bound = bound_of(terms, ways, plan.certificate.by_capacity, terms.most_stages);
  if (!bound.sound || bound.first + bound.others != figures.most_by_capacity) {
    best.findings.emplace_back("the certificate does not show the most that capacities let go");
  }
  std::int64_t first = 0;
  std::int64_t musts = 0;
  std::int64_t total = 0;
  for (const auto& both : ways) {
    for (const Way& way : both) {
      first += way.first_gone;
      musts += way.must_gone;
      total += way.first_gone + way.others_gone;
    }
  }
  const auto gone = std::tuple(first, musts, total);
  best.most_proved =
      bound.sound && gone == std::tuple(bound.first, bound.musts, bound.first + bound.others);
  const bool ceilings = std::any_of(terms.ceiling.begin(), terms.ceiling.end(),
                                    [](const auto& heads) { return heads.has_value(); });
  if (!best.most_proved && best.findings.empty() && !ceilings) {
    best.findings.emplace_back("no ceiling binds, and yet fewer go than could");
  }
  if (terms.corridors.size() == 1) {
    const auto found = OneCorridor(terms, ways[0], plan).run(best.most_proved);
    best.most_proved = found.empty();
    best.findings.insert(best.findings.end(), found.begin(), found.end());
  }
  return best;
}

}  // namespace parley::exchange::planning
