#include "exchange/plan/planner.hpp"

#include <algorithm>
#include <tuple>

#include "exchange/plan/settle.hpp"
#include "exchange/plan/unlocks.hpp"

namespace parley::exchange::planning {
namespace {

// Those who go, by index of Problem::persons, and the legs they go with.
class Filling {
 public:
  Filling(const Problem& problem, const Queues& queues, const Model& model)
      : problem_(problem), queues_(queues), model_(model), goes_(problem.persons.size(), false) {}

  std::vector<Stage> run(const std::vector<Heads>& schedule) {
    const auto ahead = exposures(model_, schedule);
    std::vector<std::size_t> order(model_.lanes.size());
    for (std::size_t l = 0; l < order.size(); ++l) order[l] = l;
    std::sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) {
      const Lane& a = model_.lanes[x];
      const Lane& b = model_.lanes[y];
      return std::tie(a.from, a.to) < std::tie(b.from, b.to);
    });
    Heads done{std::vector<std::int64_t>(order.size(), 0),
               std::vector<std::int64_t>(order.size(), 0)};
    std::vector<Stage> stages;
    for (std::size_t k = 0; k < schedule.size(); ++k) {
      Stage stage;
      for (const std::size_t l : order) {
        Leg leg{model_.lanes[l].from, model_.lanes[l].to, {}, {}};
        leg.first = take(queues_.first[l], done.first[l], schedule[k].first[l]);
        leg.others = take(queues_.others[l], done.others[l], schedule[k].others[l]);
        if (!leg.first.empty() || !leg.others.empty()) stage.legs.push_back(std::move(leg));
      }
      stage.exposure = ahead[k];
      stages.push_back(std::move(stage));
    }
    return stages;
  }

  bool goes(std::size_t person) const { return goes_[person]; }

 private:
  std::vector<record::EntryId> take(const std::vector<std::size_t>& queue, std::int64_t& done,
                                    std::int64_t count) {
    std::vector<record::EntryId> ids;
    for (; count > 0; --count) {
      const std::size_t person = queue[static_cast<std::size_t>(done++)];
      goes_[person] = true;
      ids.push_back(problem_.persons[person].id);
    }
    return ids;
  }

  const Problem& problem_;
  const Queues& queues_;
  const Model& model_;
  std::vector<bool> goes_;
};

// Why those in the queues who do not go stay: what would have to fall for their place to go.
std::vector<Reason> reasons_of(const Problem& problem, const Queues& queues, const Limits& limits) {
  std::vector<Reason> reasons(problem.persons.size(), Reason::kParity);
  for (std::size_t l = 0; l < queues.others.size(); ++l) {
    const auto put = [&](const std::vector<std::size_t>& queue, std::int64_t by_capacity,
                         std::int64_t unstaged) {
      for (std::size_t i = 0; i < queue.size(); ++i) {
        const auto place = static_cast<std::int64_t>(i);
        if (place < by_capacity) {
          reasons[queue[i]] = Reason::kCeiling;
        } else if (place < unstaged) {
          reasons[queue[i]] = Reason::kCapacity;
        }
      }
    };
    put(queues.first[l], limits.by_capacity.first[l], limits.unstaged.first[l]);
    put(queues.others[l], limits.by_capacity.others[l], limits.unstaged.others[l]);
  }
  return reasons;
}

std::vector<Omission> omissions_of(const Problem& problem, const Filling& filling,
                                   const LaneFinder& lanes, const std::vector<Reason>& reasons) {
  std::vector<Omission> omissions;
  for (std::size_t i = 0; i < problem.persons.size(); ++i) {
    if (filling.goes(i)) continue;
    const Person& person = problem.persons[i];
    Reason reason = reasons[i];
    if (person.refuses) {
      reason = Reason::kRefuses;
    } else if (!person.agreed) {
      reason = Reason::kNotAgreed;
    } else if (person.never) {
      reason = Reason::kWillNotRelease;
    } else if (!lanes.lane(person)) {
      reason = Reason::kNoCorridor;
    }
    omissions.push_back({person.id, reason});
  }
  std::sort(omissions.begin(), omissions.end(),
            [](const Omission& a, const Omission& b) { return a.id < b.id; });
  return omissions;
}

Figures figures_of(const Problem& problem, const Model& model, const Limits& limits,
                   const Settled& settled, const Staged& staged, const Filling& filling) {
  Figures figures;
  for (const Lane& lane : model.lanes) {
    figures.eligible += lane.first + lane.others;
    figures.eligible_first += lane.first;
  }
  figures.freed = settled.heads.total();
  figures.freed_first = settled.heads.total_first();
  for (std::size_t i = 0; i < problem.persons.size(); ++i) {
    if (problem.persons[i].must && !filling.goes(i)) ++figures.must_left_out;
  }
  figures.most_unstaged = limits.unstaged.total();
  figures.most_by_capacity = limits.by_capacity.total();
  figures.at_most = settled.at_most;
  figures.stages_at_least = staged.stages_at_least;
  figures.worst_exposure = staged.schedule.worst;
  figures.exposure_at_least = staged.exposure_at_least;
  return figures;
}

}  // namespace

std::string_view name(Reason reason) {
  switch (reason) {
    case Reason::kNotAgreed: return "not-agreed";
    case Reason::kRefuses: return "refuses";
    case Reason::kWillNotRelease: return "will-not-release";
    case Reason::kNoCorridor: return "no-corridor";
    case Reason::kParity: return "parity";
    case Reason::kCapacity: return "capacity";
    case Reason::kCeiling: return "ceiling";
  }
  return "unknown";
}

std::string_view name(Change change) {
  switch (change) {
    case Change::kPersons: return "persons";
    case Change::kStages: return "stages";
    case Change::kCeiling: return "ceiling";
    case Change::kCapacity: return "capacity";
  }
  return "unknown";
}

Result<Plan> make_plan(const Problem& problem) {
  PARLEY_TRY(check_problem(problem));
  const LaneFinder lanes(problem.terms);
  const Queues queues = queues_of(problem, lanes);
  const Model model = model_of(problem, queues);
  Limits limits = limits_of(model);
  const Settled settled = settle(model, limits);
  const Staged staged = stage_out(model, settled.heads);

  Plan plan;
  plan.parties = problem.terms.parties;
  Filling filling(problem, queues, model);
  plan.stages = filling.run(staged.schedule.stages);
  plan.figures = figures_of(problem, model, limits, settled, staged, filling);
  plan.omissions = omissions_of(problem, filling, lanes, reasons_of(problem, queues, limits));
  plan.unlocks = unlocks_of(model, limits, settled.heads);
  plan.certificate = {std::move(limits.unstaged_proof), std::move(limits.by_capacity_proof)};
  return plan;
}

}  // namespace parley::exchange::planning
